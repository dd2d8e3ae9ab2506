"""Number and unit at a place in Chinese text: one number, or a range of two."""

from __future__ import annotations

import re
from typing import NamedTuple

from kaozheng.model.quantities.numerals import Numeral
from kaozheng.model.quantities.unit_form import UnitForm
from kaozheng.model.quantities.zh.context import ends_in_code, starts_in_code
from kaozheng.model.quantities.zh.forms import LABEL, Found, unit_at
from kaozheng.model.quantities.zh.gates import admit
from kaozheng.model.quantities.zh.numbers import Number, number_at

__all__ = ["Amount", "Skip", "read_amount"]

_DASH = re.compile(
    r"\x20?(?:-{1,2}|–|—{1,2}|―|~|～|〜|至|到)\x20?(?:[$€£¥￥]|US\$)?(?=-?[0-9零一二两三四五六七八九十百数几])"
)
_DIGIT_RUN = re.compile(r"[0-9]++")
_LATIN_MAGNITUDE = re.compile(
    r"\x20?(?:(trillion|tn)|(billion|bn|[bB])|(million|mn|[mM])|(thousand|[kK]))(?![A-Za-z])"
)
_LATIN_POWERS = (12, 9, 6, 3)
_HALVED = frozenset(("duration", "mass", "multiple", "length", "energy", "area", "volume"))
_SMALLER = {"元": re.compile(r"([0-9])角(?:([0-9])分)?"), "米": re.compile(r"([0-9]{1,2})(?![0-9.,%万亿米])")}
_NOT_HALF = frozenset("导岛数决年月天夜场山径球价")
# 1.77亿农民 is a count although 农 makes a name of a small number; 十万级 is not.
_NUMBERED = frozenset(("级", "号", "大", "里"))
_CHINESE_DIGITS = "一二三四五六七八九"


class Amount(NamedTuple):
    """Number and unit as read.

    Attributes:
        start: Where the (first) number begins.
        end: One past the unit.
        low: The number, or the lower end of a range.
        high: The upper end; None when there is one number.
        found: The unit; None for a bare number.
        number: The number nearest to the unit.
    """

    start: int
    end: int
    low: Numeral
    high: Numeral | None
    found: Found | None
    number: Number


class Skip(NamedTuple):
    """Nothing is read here, and nothing can begin before `end`."""

    end: int


def read_amount(text: str, folded: str, pos: int, *, money: bool = False) -> Amount | Skip:
    """Number and unit that begin at `pos`.

    Args:
        text: The text as submitted.
        folded: The same, folded.
        pos: First character of the number.
        money: Whether a currency sign stands before it.
    """
    number = number_at(text, folded, pos)
    if number is None:
        digits = _DIGIT_RUN.match(folded, pos)
        return Skip(digits.end() if digits is not None else pos + 1)
    if money:
        number = _latin_magnitude(folded, number)
    elif not number.is_chinese and starts_in_code(folded, pos):
        return Skip(number.end)
    found = _unit_behind(folded, number)
    joined = _range(text, folded, number, found, money=money)
    if joined is not None:
        return joined
    if found is None:
        if not number.is_chinese and ends_in_code(folded, number.end):
            return Skip(number.end)
        return Amount(pos, number.end, number.value, None, None, number)
    return _single(folded, number, found)


def _single(folded: str, number: Number, found: Found) -> Amount | Skip:
    """One number with the unit behind it, if the two make a quantity."""
    admitted = admit(folded, number.start, number, found)
    if admitted is None:
        if found.form is LABEL and number.text[-1] in "万亿" and found.surface not in _NUMBERED:
            return Amount(number.start, number.end, number.value, None, None, number)
        return Skip(number.end)
    value, admitted = _with_half(folded, number, admitted)
    value, admitted = _with_smaller_unit(folded, value, admitted)
    return Amount(number.start, admitted.end, value, None, admitted, number)


def _unit_behind(folded: str, number: Number) -> Found | None:
    """The unit behind a number, past 余, 多 and 来: 40余年, 20来个."""
    char = folded[number.end : number.end + 1]
    if char and char in "余多来几" and not number.value.surplus:
        found = unit_at(folded, number.end + 1)
        if found is not None and found.form is not LABEL and _can_exceed(number):
            return found._replace(surplus=char)
        if number.text[-1] in "万亿" and char in "余多":
            return Found(UnitForm("1", 1, "count"), "", number.end + 1, surplus=char)
        return None
    found = unit_at(folded, number.end)
    if found is not None and found.surface in ("m", "t", "k") and folded[number.end : number.end + 1] == " ":
        return None
    return found


def _can_exceed(number: Number) -> bool:
    """余 and 多 follow round numbers: 40余, 三千多, not 3多."""
    return len(number.text) > 1 or number.text in "十百千万亿"


def _latin_magnitude(folded: str, number: Number) -> Number:
    """$3.6bn in Chinese text."""
    match = _LATIN_MAGNITUDE.match(folded, number.end)
    if match is None:
        return number
    power = _LATIN_POWERS[(match.lastindex or 1) - 1]
    return Number(number.start, match.end(), folded[number.start : match.end()], number.value.times(power))


def _with_half(folded: str, number: Number, found: Found) -> tuple[Numeral, Found]:
    """三年半, 两个半月, 六成五, 一成半."""
    value = number.value
    after = folded[found.end : found.end + 1]
    if found.half:
        return _plus_tenths(value, 5), found
    if value.top is not None or value.exponent or not after:
        return value, found
    if found.surface == "成" and (after in _CHINESE_DIGITS or after == "半"):
        if unit_at(folded, found.end + 1) is None or after == "半":
            tenths = 5 if after == "半" else _CHINESE_DIGITS.index(after) + 1
            return _plus_tenths(value, tenths), found._replace(end=found.end + 1)
    elif (
        after == "半"
        and found.form.kind in _HALVED
        and folded[found.end + 1 : found.end + 2] not in _NOT_HALF
    ):
        return _plus_tenths(value, 5), found._replace(end=found.end + 1)
    return value, found


def _with_smaller_unit(folded: str, value: Numeral, found: Found) -> tuple[Numeral, Found]:
    """3元5角 and 1米83: the rest in the next smaller unit."""
    if value.top is not None or value.exponent or found.surface not in _SMALLER:
        return value, found
    match = _SMALLER[found.surface].match(folded, found.end)
    if match is None:
        return value, found
    tail = "".join(match.groups(""))
    size = len(tail)
    return Numeral(value.digits * 10**size + int(tail), -size, -size), found._replace(end=match.end())


def _plus_tenths(value: Numeral, tenths: int) -> Numeral:
    """The number and so many tenths."""
    return Numeral(value.digits * 10 + tenths, value.exponent - 1, value.step - 1)


def _range(
    text: str, folded: str, first: Number, found: Found | None, *, money: bool
) -> Amount | Skip | None:
    """A range that begins with `first`: 3万至5万吨, 98%—99%, 三、四百人; None when there is no second number."""
    after_first = found.end if found is not None else first.end
    second = _second(text, folded, first, after_first)
    if second is None:
        return None
    if money:
        second = _latin_magnitude(folded, second)
    unit = _unit_behind(folded, second)
    if found is None and unit is not None:
        admitted = admit(folded, first.start, second, unit)
        if admitted is None or _is_year(first, unit):
            return Skip(second.end)
        return _joined(first, second, admitted)
    if found is not None and unit is not None and _same(found.form, unit.form):
        admitted = admit(folded, first.start, second, unit)
        return _joined(first, second, admitted) if admitted is not None else None
    if found is None and (money or (first.text[-1] in "万亿" and second.text[-1] in "万亿")):
        return Amount(first.start, second.end, *_aligned(first, second), None, second)
    plain_code = found is None and not first.is_chinese and folded[first.end] in "-–—"
    return Skip(second.end) if plain_code else None


def _second(text: str, folded: str, first: Number, pos: int) -> Number | None:
    """The number behind a dash, 至 or 到, or behind 、 in 三、四百."""
    if first.value.surplus:
        return None
    match = _DASH.match(folded, pos)
    if match is not None:
        second = number_at(text, folded, match.end())
        same_script = second is not None and second.is_chinese == first.is_chinese
        return second if same_script and folded[match.end() : match.end() + 1] != "-" else None
    between = first.is_chinese and len(first.text) == 1 and pos == first.end and folded[pos : pos + 1] == "、"
    if between and first.text in _CHINESE_DIGITS:
        following = _CHINESE_DIGITS[_CHINESE_DIGITS.index(first.text) + 1 :][:1]
        if following and folded[pos + 1 : pos + 2] == following:
            return number_at(text, folded, pos + 1)
    return None


def _is_year(first: Number, unit: Found) -> bool:
    """2016—2020年 is a period."""
    return unit.surface == "年" and first.is_plain_integer and len(first.text) == 4


def _same(one: UnitForm, other: UnitForm) -> bool:
    """Whether both ends of a range have the same unit."""
    return one is not LABEL and (one.unit, one.kind, one.counter) == (other.unit, other.kind, other.counter)


def _joined(first: Number, second: Number, found: Found) -> Amount:
    """Both numbers under one unit."""
    low, high = _aligned(first, second)
    return Amount(first.start, found.end, low, high, found, second)


def _aligned(first: Number, second: Number) -> tuple[Numeral, Numeral]:
    """3到5万 means 3万到5万, since 3 is less than 5; 500到1万 is as written."""
    low, high = first.value, second.value
    digits = second.text.rstrip("十百千万亿兆")
    shared = second.text[len(digits) :] if digits else ""
    if not shared or first.text[-1] in "十百千万亿兆":
        return low, high
    power = sum({"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}[char] for char in shared)
    if low.digits * 10.0**low.exponent < high.digits * 10.0 ** (high.exponent - power):
        return low.times(power), high
    return low, high
