"""Whether four digits in English text are a year; the quantity scanner asks the same question."""

from __future__ import annotations

import re

from kaozheng.model.quantities.wordlist import words

__all__ = ["counts_things", "is_year"]

# Words after which 1900 to 2100 is a year, whatever follows.
_YEAR_BEFORE = words(
    "in since by until till through during before after from of between mid early late end fiscal year years the its "
    "their his her our january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter pre post for versus vs against "
    "circa c ca copyright © calendar q1 q2 q3 q4 h1 h2 and to born elected"
)
_NUMBER_BEFORE = words(
    "over than nearly about approximately roughly some another least most additional total exactly almost only "
    "around under exceeding exceed exceeds totaling totalling numbering"
)
_VAGUE_BEFORE = frozenset({"around", "about", "approximately", "roughly"})
_DESIGNATOR_BEFORE = words(
    "resolution resolutions section sections article rule order proclamation regulation directive boeing airbus "
    "page paragraph no no. number nos. highway flight model series hr h.r. s. chapter title law form room room. act "
    "bill unit convention document p. pp. type iso asteroid windows channel"
)
# Head nouns that make a number of a year, even without a hedge.
_THINGS = words(
    "people persons men women children troops soldiers aircraft ships tonnes tons barrels dollars euros yuan rubles "
    "roubles kilometers kilometres kilometer kilometre km miles meters metres feet acres hectares kg kilograms "
    "pounds mw gw kw kwh mwh gwh twh megawatts gigawatts kilowatts percent per-cent jobs houses homes families "
    "workers employees students vehicles cars trucks tanks missiles drones jets planes deaths casualties refugees "
    "civilians patients cases votes seats members delegates participants companies firms stores schools hospitals "
    "villages points calories million billion trillion thousand hundred hours days weeks months years "
    "minutes seconds calories "
    "inhabitants residents households farmers scientists engineers doctors nurses prisoners protesters islands t"
)
_WORD_AFTER = re.compile(r"[\s\u00a0-]?(?:%|°|([A-Za-z][A-Za-z-]*))")
_WORD_BEFORE = re.compile(r"([A-Za-z0-9.©]+)[\s\u00a0(\[\"'“‘–—-]*$")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the digits ``text[start:end]`` are a year between 1900 and 2100 (or an older one after *in*).

    >>> text = "in 2023, 2000 aircraft and 2,023 tonnes"
    >>> is_year(text, 3, 7), is_year(text, 9, 13)
    (True, False)
    """
    if end - start != 4 or not text[start:end].isdigit() or not "1000" <= text[start:end] <= "2100":
        return False
    if _touches(text, start, end):
        return False
    before = _previous_word(text, start)
    after = _WORD_AFTER.match(text, end)
    follower = after[1].lower() if after and after[1] else ""
    if before in _DESIGNATOR_BEFORE or before in _NUMBER_BEFORE:
        return (
            before in _VAGUE_BEFORE
            and text[start + 2 : end] not in {"00", "50"}
            and not follower.endswith("s")
        )
    if follower in _THINGS or (after is not None and not after[1]):
        return (
            before in {"in", "since", "until", "the", "during"} and bool(follower) and follower not in _UNITS
        )
    if text[start:end] < "1900":
        return _is_old_year(text, start, before, follower)
    if before in _YEAR_BEFORE:
        return True
    return text[start + 2 : end] not in {"00", "50"} or not follower or text[end : end + 1] in ")]"


_UNITS = _THINGS & words(
    "tonnes tons barrels dollars euros yuan rubles roubles kilometers kilometres kilometer kilometre km miles meters "
    "metres feet acres hectares kg kilograms pounds mw gw kw kwh mwh gwh twh percent million billion thousand t "
    "hours days weeks months years minutes seconds people"
)


def counts_things(text: str, end: int) -> bool:
    """Whether a unit or a head noun follows, so that 1500-2000 before it are no years.

    >>> counts_things("1500-2000 calories", 9), counts_things("1990-1995 war", 9)
    (True, False)
    """
    after = _WORD_AFTER.match(text, end)
    return after is not None and (not after[1] or after[1].lower() in _THINGS)


def _is_old_year(text: str, start: int, before: str, follower: str) -> bool:
    """A year before 1900 needs a preposition, or another year before it."""
    if text[start + 2 : start + 4] == "00" and follower:
        return False
    if before in _OLD_BEFORE or (
        text[start - 1 : start] == "(" and text[start + 4 : start + 5] in {")", ","}
    ):
        return True
    return re.search(r"1[0-9]{3}(?:,| and| or| to|-|–) ?$", text[max(0, start - 9) : start]) is not None


_OLD_BEFORE = words("in since until by of from between during after before the about around circa c.")


def _touches(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a longer number, code, price or decimal."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and (before.isalnum() or before in "$€£¥₽₹₩#@_&=+.,%"):
        return True
    if before in {"-", "/", "–"} and not _joins(text, start - 1):
        return True
    if after.isalnum() and not text.startswith("s", end):
        return True
    return (after in {".", ",", ":"} and text[end + 1 : end + 2].isdigit() and not _is_list(text, end)) or (
        after in {"_", "@", "+"} or after == "%"
    )


def _joins(text: str, sign: int) -> bool:
    """Whether the sign before the digits joins a word or a year to them: mid-2023, 2018-2020, US/2023."""
    before = text[max(0, sign - 8) : sign]
    return bool(re.search(r"(?:[a-z]|\b(?:19|20)[0-9]{2}|[\s(])$", before)) or sign == 0


def _is_list(text: str, end: int) -> bool:
    """Whether a comma between digits is that of a list without spaces: 2019,2020."""
    return (
        text[end : end + 1] == ","
        and re.match(r",(?:19|20)[0-9]{2}(?![0-9])", text[end : end + 6]) is not None
    )


def _previous_word(text: str, start: int) -> str:
    """The word before, in lower case, without its brackets and quotes."""
    match = _WORD_BEFORE.search(text, max(0, start - 24), start)
    return match[1].lower() if match else ""
