"""A record measured in the unit of the claim."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isfinite
from typing import TYPE_CHECKING, Literal

from kaozheng.model.link.periods import parse_period
from kaozheng.model.link.units import factor_between

if TYPE_CHECKING:
    from kaozheng.data.records import NumericRecord
    from kaozheng.model.link.periods import Fit, Period

__all__ = ["Fact", "Status", "is_plan", "measure"]

Status = Literal["current", "superseded", "later"]

_PLANS = frozenset({"plan", "target", "benchmark", "scheduled", "projection", "forecast", "model"})
# How far the truth may lie from a value that its own source calls an estimate.
_ESTIMATED = 0.05
# How far beyond "more than X" (below "less than X") a number still agrees with it; farther out it is open.
_MORE, _LESS = 1.25, 0.5


@dataclass(frozen=True, slots=True)
class Fact:
    """A record, in the claim's unit, with what is needed to weigh it.

    Attributes:
        record: The record.
        value: Its point value (middle of a range), in the claim's unit.
        low: Lower end of what the source allows for; ``-inf`` for "less than".
        high: Upper end; ``inf`` for "more than".
        factor: What the record's own numbers were multiplied by.
        period: Its period.
        unit: The claim's unit; empty for the record's own.
        status: Current at the date of checking, superseded then, or published later.
        fit: How its period answers the claimed one; None when no period is claimed.
    """

    record: NumericRecord
    value: float
    low: float
    high: float
    factor: float
    period: Period | None
    unit: str = ""
    status: Status = "current"
    fit: Fit | None = None

    @property
    def year(self) -> int | None:
        """The year in which its period ends."""
        return self.period.end.year if self.period else None

    @property
    def plan(self) -> bool:
        """Whether it states an intention and not a fact."""
        return is_plan(self.record)

    @property
    def official_claim(self) -> bool:
        """Whether it is what one party says of itself."""
        return "official_claim" in self.record.qualifiers

    @property
    def estimated(self) -> bool:
        """Whether its own source calls it an estimate or an approximation."""
        return bool({"estimated", "approximate"} & set(self.record.qualifiers))

    @property
    def exact_low(self) -> float:
        """The lower end; where the source only says "less than", as far down as that still means the number."""
        return self.low if isfinite(self.low) else self.value * _LESS

    @property
    def exact_high(self) -> float:
        """The upper end; where the source only says "more than", as far up as that still means the number."""
        return self.high if isfinite(self.high) else self.value * _MORE


def is_plan(record: NumericRecord) -> bool:
    """Whether a record states an intention, a target or a model's result."""
    return bool(_PLANS & set(record.qualifiers))


def measure(record: NumericRecord, unit: str) -> Fact | None:
    """The record in `unit`; None when it has no number or the units do not convert."""
    numbers = _numbers(record)
    factor = factor_between(record.unit, unit)
    if numbers is None or factor is None:
        return None
    value, low, high = (number * factor for number in numbers)
    return Fact(record, value, low, high, factor, parse_period(record.period), unit)


def _numbers(record: NumericRecord) -> tuple[float, float, float] | None:
    """Value, lower and upper end, with the source's own doubts built in."""
    low, high = record.low, record.high
    value = record.value
    if value is None:
        if low is None or high is None:
            return None
        value = (low + high) / 2
    low = value if low is None else low
    high = value if high is None else high
    doubt = abs(value) * _ESTIMATED if {"estimated", "approximate"} & set(record.qualifiers) else 0.0
    low, high = min(low, value - doubt), max(high, value + doubt)
    if "greater_than" in record.qualifiers:
        high = inf
    if "less_than" in record.qualifiers:
        low = -inf
    return value, low, high
