"""Chinese quantities that are not number and unit: 翻两番, 减半, 三分之一, 数以万计."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.numerals import parse_numeral, scale
from kaozheng.model.quantities.types import Quantity

if TYPE_CHECKING:
    import re

__all__ = ["read_fold", "read_idiom"]


def read_fold(text: str, match: re.Match[str]) -> Quantity | None:
    """翻一番 doubles, 翻两番 quadruples, 减半 and 腰斩 halve.

    >>> import re
    >>> quantity = read_fold("翻两番", re.match(".*", "翻两番"))
    >>> quantity.value, quantity.mode, quantity.factor
    (4.0, 'to', 4.0)
    """
    start, end = match.span()
    words = match.group()
    if not words.startswith("翻"):
        return _multiple(text, start, end, 0.5)
    digits = words.strip("翻了过近番倍")
    number = parse_numeral(digits) if digits else parse_numeral("一")
    if number is None or number.top is not None:
        return None
    times = scale(number.digits, number.exponent)
    if words.endswith("番"):
        return _multiple(text, start, end, 2.0**times) if times <= 20 else None
    # 翻倍 doubles; 翻三倍 is read by the ordinary path as a multiple.
    return None if digits else _multiple(text, start, end, 2.0)


def _multiple(text: str, start: int, end: int, factor: float) -> Quantity:
    """A change given by its verb alone."""
    half_step = 0.05 if factor < 1 else 0.5
    return Quantity(
        start,
        end,
        text[start:end],
        factor,
        factor - half_step,
        factor + half_step,
        "1",
        "eq",
        "multiple",
        mode="to",
        direction="down" if factor < 1 else "up",
        factor=factor,
    )


def read_idiom(text: str, match: re.Match[str]) -> Quantity | None:
    """数以万计: counted by the ten thousand."""
    number = parse_numeral(match.group()[2:-1])
    if number is None:
        return None
    low = scale(number.digits, number.exponent)
    start, end = match.span()
    return Quantity(start, end, text[start:end], None, low, low * 10, "1", "range", "count")
