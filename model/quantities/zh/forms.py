"""Look-up of the unit or counter at a place in Chinese text."""

from __future__ import annotations

from typing import NamedTuple

from kaozheng.model.quantities.unit_form import UnitForm
from kaozheng.model.quantities.units_symbols import SYMBOLS
from kaozheng.model.quantities.units_zh import UNITS_ZH
from kaozheng.model.quantities.zh.counters import COUNTERS, LABELS, LOOSE_COUNTERS

__all__ = ["DENOMINATORS", "FIRST_CHARACTERS", "LABEL", "Found", "unit_at"]

# Stands for words that make a number a name or a date: 3月, 23号, 四级.
LABEL = UnitForm("", 1, "other")


class Found(NamedTuple):
    """A unit in the text.

    Attributes:
        form: Its meaning; `LABEL` when the word makes the number something else than a quantity.
        surface: As written, without spaces.
        end: One past its last character.
        half: 半 inside or behind it (两个半月, 三年半).
        surplus: 多 or 余 before it or inside it (20多年, 两个多月).
    """

    form: UnitForm
    surface: str
    end: int
    half: bool = False
    surplus: str = ""


_FORMS: dict[str, UnitForm] = {
    **SYMBOLS,
    **{word: UnitForm("1", 1, "count", word) for word in (*LOOSE_COUNTERS, *COUNTERS)},
    **dict.fromkeys(LABELS, LABEL),
    **UNITS_ZH,
}
# 两个半月, 两个多小时: the word inside the unit changes the number.
_SPLIT_FORMS: dict[str, tuple[str, str]] = {
    f"个{middle}{noun}": (f"个{noun}", middle)
    for middle in ("半", "多")
    for noun in ("月", "小时", "世纪", "百分点", "基点", "季度", "星期")
}

_LENGTHS: dict[str, tuple[int, ...]] = {}
for _surface in sorted((*_FORMS, *_SPLIT_FORMS), key=len, reverse=True):
    _known = _LENGTHS.setdefault(_surface[0], ())
    if len(_surface) not in _known:
        _LENGTHS[_surface[0]] = (*_known, len(_surface))

FIRST_CHARACTERS: str = "".join(first for first in _LENGTHS if not first.isascii())

# What a rate can be per: 元/吨, 桶/日, 美元每公斤.
DENOMINATORS: dict[str, UnitForm] = {
    surface: form
    for surface, form in _FORMS.items()
    if form.kind in ("mass", "volume", "energy", "power", "area", "length", "duration") and form.unit
} | {
    "日": UnitForm("d", 1, "duration"),
    "月": UnitForm("mo", 1, "duration"),
    "时": UnitForm("h", 1, "duration"),
    "年": UnitForm("a", 1, "duration"),
    "TEU": UnitForm("TEU", 1, "other"),
    "标准箱": UnitForm("TEU", 1, "other"),
    "标箱": UnitForm("TEU", 1, "other"),
    "y": UnitForm("a", 1, "duration"),
    "year": UnitForm("a", 1, "duration"),
    "day": UnitForm("d", 1, "duration"),
    "d": UnitForm("d", 1, "duration"),
}


def unit_at(folded: str, pos: int) -> Found | None:
    """The longest unit, counter or label at `pos`, after at most one space; None when there is none.

    >>> unit_at("38万平方公里", 3)
    Found(form=UnitForm(unit='km2', factor=1, kind='area', counter=None), surface='平方公里', end=7, \
half=False, surplus='')
    """
    char = folded[pos : pos + 1]
    if char == " ":
        pos += 1
        char = folded[pos : pos + 1]
    for length in _LENGTHS.get(char, ()):
        surface = folded[pos : pos + length]
        end = pos + length
        if len(surface) < length:
            continue  # the text ends here
        form = _FORMS.get(surface)
        if form is not None:
            if char.isascii() and _inside_word(folded, surface, end):
                continue
            return Found(form, surface, end)
        if surface in _SPLIT_FORMS:
            whole, middle = _SPLIT_FORMS[surface]
            return Found(
                _FORMS[whole], whole, end, half=middle == "半", surplus="多" if middle == "多" else ""
            )
    return None


def _inside_word(folded: str, surface: str, end: int) -> bool:
    """Whether a Latin symbol is only the beginning of a word: the m of 5million."""
    follower = folded[end : end + 1]
    return surface[-1].isalpha() and follower.isascii() and (follower.isalnum() or follower == "_")
