"""Days and months in English text: August 1, 2023; 1 Aug; 12-15 May; January-November; in August."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.dates.anchor import date_value, month_value
from kaozheng.model.quantities.dates.english_forms import (
    DAY_FIRST,
    MONTH_FIRST,
    MONTH_NAMES_THAT_ARE_WORDS,
    month_number,
)
from kaozheng.model.quantities.dates.hit import Hit, as_range

if TYPE_CHECKING:
    from kaozheng.model.quantities.dates.english_reader import Reader

__all__ = ["read_day_first", "read_month_first"]

_ATTACKS = re.compile(r"[ ](?:terror|attack|hijack|Commission)")
_BEFORE_MONTH = re.compile(
    r"(?:^|[\s(])(?:in|since|by|of|last|this|next|early|late|mid|until|till|through|from|between|to|and|during|"
    r"before|after|for|or|on)[ -]$",
    re.IGNORECASE,
)
_RECURRING = re.compile(r"\b(?:every|each|any)[ ]$", re.IGNORECASE)


def read_month_first(reader: Reader, start: int) -> Hit | None:
    """August 1, 2023; August 2023; January-November; a month alone needs a word before it.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_month_first(Reader("Aug. 1-5, 2023", None), 0).value
    ('2023-08-01', '2023-08-05')
    """
    match = MONTH_FIRST.match(reader.text, start)
    if match is None:
        return None
    found, month = match.groupdict(), month_number(match["month"])
    if found["day"]:
        return _from_day(reader, match, month)
    year, until = found["year2"], found["until"] or found["until2"]
    if until:
        return _months(reader, match, (month, month_number(until)), year)
    if year:
        return Hit(start, match.end(), month_value(int(year), month))
    return _bare_month(reader, match, month)


def read_day_first(reader: Reader, start: int) -> Hit | None:
    """1 Aug 2023; 12-15 May; 30 June to 2 July 2023.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_day_first(Reader("1st of August 2023", None), 0).value
    '2023-08-01'
    """
    match = DAY_FIRST.match(reader.text, start)
    if match is None:
        return None
    first = month_number(match["month"]), _day(match["day"])
    if match["day3"]:
        last = month_number(match["month3"]), _day(match["day3"])
        return _days(reader, match, first, last, match["year3"] or match["year"])
    return _days(reader, match, first, (first[0], _day(match["day2"] or "0")), match["year"])


def _from_day(reader: Reader, match: re.Match[str], month: int) -> Hit | None:
    """A month with a day, and perhaps a second day. The September 11 attacks are no date of the article's year."""
    if month == 9 and match["day"] == "11" and not match["year"] and _ATTACKS.match(reader.text, match.end()):
        return None
    last = month_number(match["month2"]) if match["month2"] else month
    return _days(
        reader, match, (month, _day(match["day"])), (last, _day(match["day2"] or "0")), match["year"]
    )


def _days(
    reader: Reader, match: re.Match[str], first: tuple[int, int], last: tuple[int, int], written: str | None
) -> Hit | None:
    """A day, or a stretch of days where the last day is not 0."""
    start, end = match.span()
    year = int(written) if written else reader.year_for(*first, start, end)
    opening = date_value(year, *first) if year is not None else None
    if opening is None or year is None:
        return None
    closing = date_value(year, *last)
    return Hit(start, end, (closing and as_range(opening, closing)) or opening)


def _months(reader: Reader, match: re.Match[str], pair: tuple[int, int], written: str | None) -> Hit | None:
    """January-November 2023; November to March begins a year earlier."""
    start, end = match.span()
    first, last = pair
    year = int(written) if written else reader.year_for(last, None, start, end)
    if year is None or first == last:
        return None
    opening = month_value(year if first < last else year - 1, first)
    return Hit(start, end, (opening, month_value(year, last)))


def _bare_month(reader: Reader, match: re.Match[str], month: int) -> Hit | None:
    """A month without day or year; every March is no date."""
    start, end = match.span()
    if _RECURRING.search(reader.before(start, 8)):
        return None
    if match[0].rstrip(".").lower() in MONTH_NAMES_THAT_ARE_WORDS:
        named = reader.text[end : end + 1] == " " and reader.text[end + 1 : end + 2].isupper()
        if named or not _BEFORE_MONTH.search(reader.before(start, 10)):
            return None
    year = reader.year_for(month, None, start, end)
    return Hit(start, end, month_value(year, month)) if year is not None else None


def _day(written: str) -> int:
    """The number of a day: 1st is 1."""
    return int(written.rstrip("stndrh"))
