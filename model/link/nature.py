"""What sort of measure a metric is: it decides which periods answer a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.model.link.periods import Nature

__all__ = ["is_assessed", "is_price", "nature_of"]

# Slow levels: the value of a neighbouring year still describes the claimed one.
_LEVELS = frozenset(
    {
        "reserves",
        "resources",
        "capacity",
        "import_reliance",
        "share",
        "population",
        "area",
        "energy_intensity",
        "capex",
        "employment",
        "public_debt",
        "inventory",
        "fleet",
        "quantity",
        "recovery_rate",
    }
)
# Estimates of the same thing, renewed with every edition: the newest replaces all before it.
_ASSESSED = frozenset({"reserves", "resources"})


def is_price(metric: str) -> bool:
    """Whether values of `metric` move from day to day and differ between series.

    >>> is_price("price"), is_price("price_change"), is_price("price_floor")
    (True, False, False)
    """
    return metric == "price" or metric.endswith("_price")


def is_assessed(metric: str) -> bool:
    """Whether a newer edition's value of `metric` replaces those of all earlier years.

    >>> is_assessed("reserves"), is_assessed("production")
    (True, False)
    """
    return metric in _ASSESSED


def nature_of(metric: str) -> Nature:
    """The nature of a metric; what is not known as a level or a price adds up over time.

    >>> nature_of("production"), nature_of("reserves"), nature_of("price"), nature_of("refining_share")
    ('flow', 'level', 'price', 'level')
    """
    if is_price(metric):
        return "price"
    return "level" if metric in _LEVELS or metric.endswith("_share") else "flow"
