"""The unit that follows a number, and what it is counted per."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kaozheng.model.quantities.unit_form import UnitForm
from kaozheng.model.quantities.units_en import DENOMINATORS_EN, UNITS_EN
from kaozheng.model.quantities.units_symbols import SYMBOLS
from kaozheng.model.quantities.wordlist import words

if TYPE_CHECKING:
    from kaozheng.model.quantities.en.source import Source

__all__ = ["UnitHit", "read_denominator", "read_unit"]

_SYMBOL = re.compile(r"[ -]?([%‰°℃℉¢]+[CF]?|[A-Za-zµμ]+[23²³]?(?:/[A-Za-z]+)?)(?![A-Za-z0-9])")
_WORD = re.compile(
    r"(?:[ ]|-|\n|)([a-z%](?:[a-z]|\.(?=[a-z])|\.(?=[ ](?:tons?|dollars?|cents?|km|mi|ft|m)(?![a-z])))*)"
)
_NEXT = re.compile(r"[ -]([a-z](?:[a-z]|\.(?=[a-z]))*)")
_DEGREES = re.compile(r"[ -]?(?:°|degrees?)(?![a-z])")
_PER = re.compile(
    r"(?:[ -](?:per|for each|for every)[ -]|[ ]?/[ ]?)(?:(?:one|each)[ ])?((?:[a-z]+[23]?)(?:[ -][a-z]+){0,2})"
    r"|[ -](?:an?|each|every)[ -]((?:[a-z]+)(?:[ -][a-z]+){0,2})"
)
# Denominators after "a": 50 dollars a barrel, but not 50 dollars a second time or a foot away.
_AFTER_A = words(
    "kilogram kilogramme kilo kg gram tonne ton metric short pound lb ounce troy barrel gallon litre "
    "liter year month "
    "week day hour minute megawatt kilowatt bushel mmbtu carat watt cubic hectare acre square"
)
_STRETCHED = re.compile(
    r"[ ](?:full|more|consecutive|straight|whole|calendar|business|working|additional|short|long|further|"
    r"extra|fiscal|successive|solid|"
    r"entire|other)[ ]((?:year|month|week|day|hour|minute|decade|quarter)s)(?![a-z])"
)
_OTHER_AMOUNT = re.compile(r"(?<=[A-Z]{3})[ ]?[0-9]")
_FIRST_WORDS = frozenset(surface.split()[0] for surface in UNITS_EN)
_LONGEST = max(len(surface.split()) for surface in UNITS_EN)
# Symbols that mean a unit only where they touch the number, and those that never do in English.
_TOUCHING = frozenset({"m", "t", "g", "h", "l", "L", "V", "W", "ct", "d", "min", "ms"})
_NEVER = frozenset({"s", "pct", "in", "kt/s"})
_NOT_ATTACHED = frozenset({"won", "second", "seconds", "foot", "min", "sec", "mu", "rand", "real", "pc"})
_BIG_ONLY = {"won": UnitForm("KRW", 1, "money"), "won's": UnitForm("KRW", 1, "money")}
_STERLING = UnitForm("GBP", 1, "money")
_DEGREE = UnitForm("deg", 1, "other")


class UnitHit(NamedTuple):
    """A unit and where it ends."""

    end: int
    form: UnitForm


def read_unit(src: Source, end: int, *, scaled: bool = False, currency: bool = False) -> UnitHit | None:
    """The unit right after a number that ends at `end`.

    Args:
        src: The text.
        end: One past the number.
        scaled: Whether million or the like stands between, so that pounds and won are money.
        currency: Whether a currency sign stood before the number, so that only its name may follow.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> read_unit(Source("600 short tons of"), 3).form.unit, read_unit(Source("13,500 kilowatt-hours"), 6).form.unit
    ('short_ton', 'kWh')
    """
    words = _words(src.low, end)
    hit = _longest(words)
    if hit is None and words and scaled and words[0][0] in _BIG_ONLY:
        hit = UnitHit(words[0][1], _BIG_ONLY[words[0][0]])
    if hit is not None and hit.form.unit == "lb" and scaled and not src.low.startswith(" of", hit.end):
        hit = hit if src.low[hit.end - 1] == "b" else UnitHit(hit.end, _STERLING)
    if hit is None or src.text[end : end + 1].isalpha() or not src.low[end : end + 1].strip(" -\n"):
        hit = _prefer_symbol(src, end, hit)
    if hit is None and (match := _STRETCHED.match(src.low, end)) and match[1] in UNITS_EN:
        hit = UnitHit(match.end(), UNITS_EN[match[1]])
    if hit is not None and hit.form.kind == "money" and _OTHER_AMOUNT.match(src.text, hit.end):
        hit = None  # 2 of USD 5: the code belongs to what follows
    if currency:
        return hit if hit is not None and hit.form.kind == "money" else None
    return hit or _degrees(src, end)


def read_denominator(low: str, end: int) -> tuple[int, str] | None:
    """What an amount that ends at `end` is counted per; the span of the amount does not take it in.

    >>> read_denominator("$65.90 a barrel", 6), read_denominator("$12/t applies", 3)
    ((15, 'bbl'), (5, 't'))
    """
    if low[end : end + 1] not in {" ", "-", "/"}:
        return None
    match = _PER.match(low, end)
    if match is None:
        return None
    group = 1 if match[1] else 2
    words = re.split(r"[ -]", match[group])
    if group == 2 and words[0] not in _AFTER_A:
        return None
    for count in range(len(words), 0, -1):
        unit = DENOMINATORS_EN.get(" ".join(words[:count]))
        if unit is not None:
            return match.start(group) + len(" ".join(words[:count])), unit
    return None


def _words(low: str, end: int) -> list[tuple[str, int]]:
    """Up to four words after a number, with their ends; empty when the first begins no unit."""
    match = _WORD.match(low, end)
    if match is None or (match[1] not in _FIRST_WORDS and match[1] not in _BIG_ONLY):
        return []
    words = [(match[1], match.end())]
    while len(words) < _LONGEST and (match := _NEXT.match(low, words[-1][1])):
        words.append((match[1], match.end()))
    return words


def _longest(words: list[tuple[str, int]]) -> UnitHit | None:
    """The longest unit that the words begin with."""
    for count in range(len(words), 0, -1):
        form = UNITS_EN.get(" ".join(word for word, _ in words[:count]))
        if form is not None:
            return UnitHit(words[count - 1][1], form)
    return None


def _prefer_symbol(src: Source, end: int, hit: UnitHit | None) -> UnitHit | None:
    """A symbol whose case counts, where it says more than the word."""
    match = _SYMBOL.match(src.text, end)
    if match is None:
        return hit
    symbol, touching = match[1], match.start(1) == end
    form = SYMBOLS.get(symbol)
    if form is None or symbol in _NEVER or (form.kind == "money" and hit is not None):
        return hit
    if hit is not None and match.end() <= hit.end and hit.form.unit == form.unit:
        return hit
    if hit is not None and match.end() < hit.end:
        return hit
    if symbol in {"d", "V", "W", "L", "l", "ct"} and not touching:
        return hit
    return UnitHit(match.end(), form)


def _degrees(src: Source, end: int) -> UnitHit | None:
    """Degrees without a scale."""
    match = _DEGREES.match(src.low, end)
    return UnitHit(match.end(), _DEGREE) if match else None
