"""Quarters, halves and first months in English text: Q3 2025, the first half of 2025, the first nine months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.dates.anchor import month_value
from kaozheng.model.quantities.dates.english_forms import (
    FIRST_MONTHS,
    ORDINALS,
    QUARTER,
    SHORT_QUARTER,
    SMALL,
)
from kaozheng.model.quantities.dates.english_relative import SHIFT
from kaozheng.model.quantities.dates.hit import Hit

if TYPE_CHECKING:
    import re

    from kaozheng.model.quantities.dates.english_reader import Reader

__all__ = ["read_first_months", "read_quarter", "read_short_quarter"]


def read_quarter(reader: Reader, start: int) -> Hit | None:
    """Q3 2025, the third quarter of 2025, the first half of last year.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_quarter(Reader("third quarter of 2025", None), 0).value, read_quarter(Reader("H1 2025", None), 0).value
    ('2025-Q3', '2025-H1')
    """
    match = QUARTER.match(reader.text, start)
    if match is None:
        return None
    number = int(match["number"] or 0) or ORDINALS[match["ordinal"].lower()]
    half = match["letter"] == "H" or match["kind"] == "half"
    dated = bool(match["year"] or match["span"])
    if half and (number > 2 or not (dated or match["letter"])):  # the first half of a match, a book, a bridge
        return None
    year = _year_of(reader, match, (number - 1) * (6 if half else 3) + 1)
    end = match.end() if dated else match.end("kind" if match["kind"] else "number")
    return Hit(start, end, f"{year:04d}-{'H' if half else 'Q'}{number}") if year is not None else None


def read_short_quarter(reader: Reader, start: int) -> Hit | None:
    """3Q25, 1H 2025.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_short_quarter(Reader("3Q25", None), 0).value
    '2025-Q3'
    """
    match = SHORT_QUARTER.match(reader.text, start)
    if match is None or (match["letter"] == "H" and match["number"] > "2"):
        return None
    return Hit(start, match.end(), f"20{match['year'][-2:]}-{match['letter']}{match['number']}")


def read_first_months(reader: Reader, start: int) -> Hit | None:
    """The first nine months of 2025, the first three quarters of this year.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_first_months(Reader("first nine months of 2025", None), 0).value
    ('2025-01', '2025-09')
    """
    match = FIRST_MONTHS.match(reader.text, start)
    if match is None or not (match["year"] or match["span"]):
        return None
    number = SMALL.get(match["number"]) or int(match["number"])
    months = number * 3 if match["kind"] == "quarters" else number
    year = _year_of(reader, match, months) if months <= 12 else None
    return (
        Hit(start, match.end(), (month_value(year, 1), month_value(year, months)))
        if year is not None
        else None
    )


def _year_of(reader: Reader, match: re.Match[str], month: int) -> int | None:
    """The year of a quarter or half: written, relative, or the nearest."""
    if match["year"]:
        return int(match["year"])
    if match["span"]:
        return reader.anchor.year + SHIFT[match["which"]] if reader.anchor else None
    return reader.year_for(month, None, *match.span())
