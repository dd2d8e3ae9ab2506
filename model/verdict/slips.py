"""Slips of magnitude: the right digits with the wrong number of zeros, or the right number in the wrong unit."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaozheng.model.link.facts import Fact
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["Slip", "find_slip"]

# Powers of ten that people slip by: 万/十万, 百, 千 (t/kg), 万/亿, million, 亿.
_POWERS = (1, 2, 3, 4, 6, 8)
_LOG_TOLERANCE = 0.02
# What else people mix up, as reference over claim: pounds for kilograms, short and long tons.
_UNITS = (2.20462262, 1 / 2.20462262, 0.90718474, 1 / 0.90718474, 1.0160469, 1 / 1.0160469)
_UNIT_TOLERANCE = 0.002
_MASS = frozenset({"t", "kg", "g", "lb", "short_ton", "long_ton"})
_UNIT_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip and the fact that shows it.

    Attributes:
        code: ``magnitude_slip`` or ``unit_slip``.
        fact: The fact with the same digits.
        factor: Reference over claim (10: the claim is ten times too small).
        power: The power of ten, 0 for other factors.
    """

    code: Literal["magnitude_slip", "unit_slip"]
    fact: Fact
    factor: float
    power: int


def find_slip(claim: Claimed, facts: Iterable[Fact]) -> Slip | None:
    """The best-fitting slip among `facts`, current ones first; None when no digits agree."""
    slips = [slip for fact in facts if (slip := _slip(claim, fact)) is not None]
    return min(slips, key=lambda slip: _rank(claim, slip), default=None)


def _rank(claim: Claimed, slip: Slip) -> tuple[int, float, int]:
    """Current editions before others, then the best agreement of digits, then the smallest power."""
    miss = abs(log10(slip.fact.value / claim.value / slip.factor))
    return (slip.fact.status != "current", round(miss, 4), abs(slip.power))


def _slip(claim: Claimed, fact: Fact) -> Slip | None:
    """The slip between one claim and one fact."""
    if claim.value <= 0 or fact.value <= 0 or claim.comparator == "range":
        return None
    exponent = log10(fact.value / claim.value)
    power = round(exponent)
    if abs(power) in _POWERS and abs(exponent - power) <= _LOG_TOLERANCE and _same_digits(claim, fact, power):
        return Slip(_code(claim, fact, power), fact, float(f"1e{power}"), power)
    return _unit_slip(claim, fact)


def _code(claim: Claimed, fact: Fact, power: int) -> Literal["magnitude_slip", "unit_slip"]:
    """A factor of a thousand between tonnes and kilograms is a slip of the unit."""
    units = {claim.unit, fact.record.unit}
    return "unit_slip" if abs(power) == 3 and units == {"t", "kg"} else "magnitude_slip"


def _same_digits(claim: Claimed, fact: Fact, power: int) -> bool:
    """Whether the claim, moved by `power`, agrees with the fact within what both were written to."""
    scale = float(f"1e{power}")
    low, high = (claim.written_low * scale, claim.written_high * scale)
    if claim.hedged and not claim.one_sided:
        low, high = claim.low * scale, claim.high * scale
    slack = _rounding(fact.value)
    return low <= max(fact.exact_high, fact.value + slack) and high >= min(fact.exact_low, fact.value - slack)


def _rounding(value: float) -> float:
    """Half a unit of a number's last digit that is not zero, as far as two digits go."""
    text = f"{value:.12g}".replace(".", "").lstrip("0").rstrip("0")
    digits = max(2, len(text))
    return 0.5 * float(10.0 ** (int(log10(value) // 1) - digits + 1))


def _unit_slip(claim: Claimed, fact: Fact) -> Slip | None:
    """Pounds read as kilograms and the like: only when three digits agree."""
    if claim.unit not in _MASS or claim.digits < _UNIT_DIGITS or claim.hedged:
        return None
    quotient = fact.value / claim.value
    for factor in _UNITS:
        if abs(quotient / factor - 1) <= _UNIT_TOLERANCE:
            return Slip("unit_slip", fact, factor, 0)
    return None
