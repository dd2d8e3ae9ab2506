"""Shares of a whole in Chinese words: 百分之三十, 三分之一, 一半, 过半, 半年."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kaozheng.model.quantities.numerals import Numeral, parse_numeral
from kaozheng.model.quantities.precision import interval
from kaozheng.model.quantities.types import Quantity
from kaozheng.model.quantities.zh.amounts import Amount
from kaozheng.model.quantities.zh.build import build, change_of, settle
from kaozheng.model.quantities.zh.context import minus_before
from kaozheng.model.quantities.zh.forms import LABEL, unit_at
from kaozheng.model.quantities.zh.numbers import Number, number_at
from kaozheng.model.quantities.zh.surroundings import look_around

if TYPE_CHECKING:
    import re

__all__ = ["read_fraction", "read_half", "read_ratio"]

_HALF = Numeral(5, -1, -1)
_DASHES = ("至", "到", "-", "–", "—", "~")


def read_fraction(text: str, folded: str, match: re.Match[str]) -> Quantity | None:
    """百分之三点五, 三分之二, 万分之五, 百分之三至五.

    >>> from kaozheng.model.quantities.zh.scan import scan_zh
    >>> [(q.text, q.value) for q in scan_zh("占三分之一，税率为万分之五", "占三分之一,税率为万分之五")]
    [('三分之一', 33.3333), ('万分之五', 0.05)]
    """
    bottom = parse_numeral(match.group()[: -len("分之")])
    top = number_at(text, folded, match.end())
    if bottom is None or top is None or bottom.top is not None or bottom.digits == 0:
        return None
    per_cent = Fraction(100, bottom.digits * 10**bottom.exponent)
    ends = interval(top.value)
    if folded.startswith(("决赛", "拍", "音符"), top.end):
        return None
    end, upper = top.end, None
    if folded[end : end + 1] in _DASHES:
        end, upper = _upper_end(text, folded, match.group(), end)
    is_range = top.value.top is not None or upper is not None
    if upper is not None:
        ends = (float(top.value.digits * Fraction(10) ** top.value.exponent), upper)
    value = (
        None
        if is_range
        else _percent(Fraction(top.value.digits) * Fraction(10) ** top.value.exponent, per_cent)
    )
    low, high = (_percent(Fraction(edge), per_cent) for edge in ends)
    if value is not None and not _is_power_of_ten(bottom):
        low, high = value - 0.5, value + 0.5  # a third is not a reading with digits: half a percentage point
    start = minus_before(folded, match.start())
    if start < match.start() and value is not None:
        value, low, high = -value, -high, -low
    return _share(text, folded, start, end, value, (low, high))


def read_ratio(text: str, folded: str, match: re.Match[str]) -> Quantity | None:
    """1/3 and 3/4; 7/5 is none, and neither are dates."""
    start, end = match.span()
    top, bottom = (int(number) for number in match.group().split("/"))
    if top >= bottom:
        return None
    value = _percent(Fraction(top), Fraction(100, bottom))
    return _share(text, folded, start, end, value, (value - 0.5, value + 0.5))


def _upper_end(text: str, folded: str, head: str, pos: int) -> tuple[int, float | None]:
    """百分之三至五 and 百分之三到百分之五: where the range ends and its upper number."""
    start = pos + 1
    if folded.startswith(head, start):
        start += len(head)
    upper = number_at(text, folded, start)
    if upper is None or not upper.is_chinese or upper.value.top is not None:
        return pos, None
    if unit_at(folded, upper.end) is not None:
        return pos, None
    return upper.end, float(upper.value.digits * Fraction(10) ** upper.value.exponent)


def _is_power_of_ten(numeral: Numeral) -> bool:
    """百分之, 千分之 and 万分之 are readings; 三分之 is a fraction."""
    return numeral.exponent >= 2 and str(numeral.digits).strip("0") == "1"


def _percent(number: Fraction, per_cent: Fraction) -> float:
    """In percent, to four decimals unless it is exact beyond them."""
    exact = number * per_cent
    denominator = exact.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return float(exact) if denominator == 1 else round(float(exact), 4)


def _share(
    text: str,
    folded: str,
    start: int,
    end: int,
    value: float | None,
    ends: tuple[float, float],
    *,
    bare: bool = False,
) -> Quantity:
    """A percentage with its surroundings."""
    around = look_around(folded, start, end, "share", bare=bare)
    comparator, hedge = settle(text, around, is_range=value is None)
    mode, direction, kind = change_of(around, "share")
    return Quantity(
        start,
        end,
        text[start:end],
        value,
        *ends,
        "%",
        comparator,
        kind,
        hedge,
        mode=mode,
        direction=direction,
    )


def read_half(text: str, folded: str, match: re.Match[str]) -> Quantity | None:
    """一半, 半数 and 过半 as 50 %, 半年 and 半吨 as 0.5 of the unit.

    >>> from kaozheng.model.quantities.zh.scan import scan_zh
    >>> [(q.text, q.value, q.unit, q.comparator) for q in scan_zh("过半产能停了半年", "过半产能停了半年")]
    [('半', 50.0, '%', 'gt'), ('半年', 0.5, 'a', 'eq')]
    """
    start, end = match.span()
    if folded[start - 1 : start] in ("前", "后") and folded[start - 2 : start - 1] not in (
        "提",
        "之",
        "以",
        "最",
    ):
        return None  # 前半年 is a date
    found = unit_at(folded, end)
    if match.group() != "半" or found is None or found.form is LABEL or found.form.kind == "count":
        return _share(text, folded, start, end, 50.0, (49.5, 50.5), bare=True)
    half = Number(start, end, "半", _HALF)
    return build(text, folded, Amount(start, found.end, _HALF, None, found, half), start, "", None)
