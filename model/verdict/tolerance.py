"""What a written amount allows for: its precision, its hedge, its comparator."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Comparator, Quantity

__all__ = ["Claimed", "claimed", "signed"]

# 约, about: how far the truth may lie on either side.
_ABOUT = 0.05
# 近, nearly: the truth lies below, by this much at most.
_NEARLY = 0.10
_NEAR_WORDS = ("近", "将近", "接近", "几乎", "快到", "nearly", "almost", "close to", "approaching")


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the text says, as an interval in which the truth must lie.

    Attributes:
        value: The number as written; for ranges the middle.
        low: Least value that makes the claim true; ``-inf`` for "less than".
        high: Greatest such value; ``inf`` for "more than".
        written_low: Lower end of the written precision alone.
        written_high: Upper end of the written precision alone.
        unit: Canonical unit.
        comparator: As the text compares.
        digits: Significant digits that carry information (38万 and 380000 have two).
        hedged: Whether words loosen the number.
        text: The amount as written.
    """

    value: float
    low: float
    high: float
    written_low: float
    written_high: float
    unit: str
    comparator: Comparator
    digits: int
    hedged: bool
    text: str

    @property
    def share(self) -> bool:
        """Whether it is a share in per cent, where points matter more than ratios."""
        return self.unit == "%"

    @property
    def one_sided(self) -> bool:
        """Whether the text gives a bound only."""
        return self.comparator in ("gt", "ge", "lt", "le")


def claimed(quantity: Quantity, unit: str | None = None) -> Claimed | None:
    """The interval that a quantity claims; None for dates and for quantities without a number.

    >>> from kaozheng.model.quantities.types import Hedge, Quantity
    >>> q = Quantity(0, 4, "38万吨", 380000.0, 375000.0, 385000.0, "t", "eq", "mass")
    >>> c = claimed(q)
    >>> c.low, c.high, c.digits
    (375000.0, 385000.0, 2)
    >>> q = Quantity(1, 5, "38万吨", 380000.0, 375000.0, 385000.0, "t", "approx", "mass", Hedge(0, 1, "近"))
    >>> claimed(q).low
    342000.0
    """
    value = quantity.value if isinstance(quantity.value, (int, float)) else None
    low, high = quantity.low, quantity.high
    if value is None and low is not None and high is not None:
        value = (low + high) / 2
    if value is None or (quantity.unit is None and unit is None):
        return None
    low = value if low is None else low
    high = value if high is None else high
    bounds = _bounds(quantity, value, low, high)
    return Claimed(
        value=float(value),
        low=bounds[0],
        high=bounds[1],
        written_low=low,
        written_high=high,
        unit=unit or quantity.unit or "",
        comparator=quantity.comparator,
        digits=_digits(value),
        hedged=quantity.hedge is not None or quantity.comparator != "eq",
        text=quantity.text,
    )


def _bounds(quantity: Quantity, value: float, low: float, high: float) -> tuple[float, float]:
    """The interval in which the truth must lie."""
    match quantity.comparator:
        case "gt" | "ge":
            return low, inf
        case "lt" | "le":
            return -inf, high
        case "approx":
            return _loosened(quantity, value, low, high)
        case _:
            return low, high


def _loosened(quantity: Quantity, value: float, low: float, high: float) -> tuple[float, float]:
    """The interval of 约 (both sides) or 近 (below)."""
    words = quantity.hedge.text.lower() if quantity.hedge else ""
    if words in _NEAR_WORDS:
        return min(low, value - abs(value) * _NEARLY), high
    slack = abs(value) * _ABOUT
    return min(low, value - slack), max(high, value + slack)


def _digits(value: float) -> int:
    """Digits left when zeros at both ends are dropped."""
    if not value or not isfinite(value):
        return 1
    mantissa = f"{abs(value):.9e}".partition("e")[0]
    return max(1, len(mantissa.replace(".", "").rstrip("0")))


def signed(claim: Claimed, quantity: Quantity) -> Claimed:
    """The claim as a signed change: a fall of 20 % is -20.

    >>> from kaozheng.model.quantities.types import Quantity
    >>> q = Quantity(0, 3, "20%", 20.0, 19.5, 20.5, "%", "eq", "change", mode="by", direction="down")
    >>> signed(claimed(q), q).low
    -20.5
    """
    if quantity.direction != "down":
        return claim
    return replace(
        claim,
        value=-claim.value,
        low=-claim.high,
        high=-claim.low,
        written_low=-claim.written_high,
        written_high=-claim.written_low,
    )
