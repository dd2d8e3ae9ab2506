"""Confidence as a product of three things a reader can check: link, margin, quality of the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.link.facts import Fact
    from kaozheng.model.protocols import Roles

__all__ = ["confidence", "link_quality", "record_quality"]

_FLOOR, _CEILING = 0.05, 0.98
# A role taken from earlier text, and a role that the text does not give at all.
_INHERITED: Final = 0.96
_MISSING: Final = {"period": 0.96, "place": 0.90}
_QUALIFIERS: Final = {
    "estimated": 0.97,
    "approximate": 0.95,
    "official_claim": 0.92,
    "secondary_quote": 0.90,
    "retail_series": 0.88,
    "plan": 0.92,
    "derived": 0.95,
    "secondary_compilation": 0.92,
}


def link_quality(roles: Roles) -> float:
    """How firmly the claim is tied to its records.

    >>> from kaozheng.model.protocols import Roles
    >>> link_quality(Roles("gallium", "production", "CHN", "2024"))
    1.0
    >>> round(link_quality(Roles("gallium", "production", "CHN", inherited=("place",))), 4)
    0.9216
    """
    quality = _INHERITED ** len({"subject", "metric", "place", "period"} & set(roles.inherited))
    for role, worth in _MISSING.items():
        quality *= worth if getattr(roles, role) is None else 1.0
    return quality


def record_quality(facts: Sequence[Fact]) -> float:
    """How good the best of the deciding records is; two publishers are better than one."""
    if not facts:
        return 1.0
    best = max(_one(fact) for fact in facts)
    alone = len({fact.record.source_id for fact in facts}) == 1
    return best * (0.97 if alone else 1.0)


def _one(fact: Fact) -> float:
    """The worth of one record by its qualifiers."""
    worth = 1.0
    for qualifier in fact.record.qualifiers:
        worth *= _QUALIFIERS.get(qualifier, 1.0)
    return worth


def confidence(link: float, margin: float, quality: float) -> float:
    """The product, kept away from 0 and 1.

    >>> confidence(1.0, 1.0, 1.0), round(confidence(0.9, 0.8, 0.97), 4)
    (0.98, 0.6984)
    """
    return min(_CEILING, max(_FLOOR, link * margin * quality))
