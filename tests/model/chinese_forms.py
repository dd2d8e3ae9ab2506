"""Writes numbers the way Chinese texts do; the reverse of what the parser reads, made without looking at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

__all__ = ["FRACTION_FORMS", "MAGNITUDE_FORMS", "WHOLE_FORMS", "spoken"]

_DIGITS = "零一二三四五六七八九"
_FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．,")
_FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("万亿两", "萬億兩")


def spoken(number: int) -> str:
    """A whole number in simplified characters: 10506 is 一万零五百零六."""
    if number < 10:
        return _DIGITS[number]
    words = _spoken(number)
    return words.removeprefix("一") if words.startswith("一十") else words


def _spoken(number: int) -> str:
    for size, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            head, tail = divmod(number, size)
            gap = "零" if 0 < tail < size // 10 else ""
            return _spoken(head) + name + (gap + _spoken(tail) if tail else "")
    return _DIGITS[number]


def _spoken_decimal(number: Decimal) -> str:
    whole, _, places = f"{number.normalize():f}".partition(".")
    return spoken(int(whole)) + ("点" + "".join(_DIGITS[int(digit)] for digit in places) if places else "")


def _mixed(number: int) -> str:
    """34000 is 3万4000 and 320000000 is 3亿2000万; in plain digits where a tail has fewer than four."""
    high, rest = divmod(number, 10**8)
    middle, low = divmod(rest, 10**4)
    if number < 10**4 or 0 < low < 1000 or (high and 0 < middle < 1000) or (high and low and not middle):
        return str(number)
    parts = (high, "亿"), (middle, "万"), (low, "")
    return "".join(f"{part}{name}" for part, name in parts if part)


WHOLE_FORMS: dict[str, Callable[[int], str]] = {
    "arabic": str,
    "grouped": lambda number: f"{number:,}",
    "full-width": lambda number: str(number).translate(_FULL_WIDTH),
    "spoken": spoken,
    "spoken, 两": lambda number: spoken(number).replace("二千", "两千").replace("二百", "两百"),
    "traditional": lambda number: spoken(number).translate(_TRADITIONAL),
    "financial": lambda number: spoken(number).translate(_FINANCIAL),
    "mixed": _mixed,
}

MAGNITUDE_FORMS: dict[str, Callable[[Decimal, str], str]] = {
    "arabic": lambda number, name: f"{number:f}{name}",
    "full-width": lambda number, name: f"{number:f}".translate(_FULL_WIDTH) + name,
    "spoken": lambda number, name: _spoken_decimal(number) + name,
    "traditional": lambda number, name: (
        _spoken_decimal(number).translate(_TRADITIONAL) + name.translate(_TRADITIONAL)
    ),
}

FRACTION_FORMS: dict[str, Callable[[int, int], str]] = {
    "spoken": lambda part, whole: f"{spoken(whole)}分之{spoken(part)}",
    "arabic": lambda part, whole: f"{whole}分之{part}",
}
