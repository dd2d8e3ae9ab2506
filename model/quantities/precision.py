"""Values as floats, and the interval that the written digits leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.numerals import scale

if TYPE_CHECKING:
    from kaozheng.model.quantities.numerals import Numeral

__all__ = ["interval", "value_of"]


def value_of(numeral: Numeral, factor: float = 1, *, negative: bool = False) -> float:
    """The number in canonical units.

    >>> from kaozheng.model.quantities.numerals import parse_numeral
    >>> value_of(parse_numeral("8"), 0.01)
    0.08
    """
    value = scale(numeral.digits, numeral.exponent, factor)
    return -value if negative else value


def interval(
    low: Numeral, high: Numeral | None = None, factor: float = 1, *, negative: bool = False
) -> tuple[float, float]:
    """Lower and upper end: those of a range, or half a unit of the last written digit on either side.

    >>> from kaozheng.model.quantities.numerals import parse_numeral
    >>> interval(parse_numeral("38万"))
    (375000.0, 385000.0)
    >>> interval(parse_numeral("数十亿"))
    (1000000000.0, 10000000000.0)
    """
    if high is not None:
        upper = high.digits if high.top is None else high.top
        ends = scale(low.digits, low.exponent, factor), scale(upper, high.exponent, factor)
    elif low.top is not None:
        ends = scale(low.digits, low.exponent, factor), scale(low.top, low.exponent, factor)
    else:
        ends = _rounding(low, factor)
    least, most = min(ends), max(ends)
    return (-most, -least) if negative else (least, most)


def _rounding(numeral: Numeral, factor: float) -> tuple[float, float]:
    """Half a unit of the last digit on either side."""
    exponent = min(numeral.exponent, numeral.step) - 1
    digits = numeral.digits * 10 ** (numeral.exponent - exponent)
    half = 5 * 10 ** (numeral.step - exponent - 1)
    return scale(digits - half, exponent, factor), scale(digits + half, exponent, factor)
