"""Dates and periods in English text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.dates.english_days import read_day_first, read_month_first
from kaozheng.model.quantities.dates.english_forms import START
from kaozheng.model.quantities.dates.english_quarters import (
    read_first_months,
    read_quarter,
    read_short_quarter,
)
from kaozheng.model.quantities.dates.english_reader import Reader
from kaozheng.model.quantities.dates.english_relative import read_relative
from kaozheng.model.quantities.dates.english_spans import (
    read_century,
    read_decade,
    read_fiscal,
    read_year,
    read_years,
)
from kaozheng.model.quantities.dates.numeric import read_numeric_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.model.quantities.dates.anchor import Anchor
    from kaozheng.model.quantities.dates.hit import Hit

__all__ = ["find_english"]

# What may begin with a digit, and what with a letter: the most specific first.
_WITH_DIGIT = (read_decade, read_day_first, read_years, read_quarter, read_short_quarter, read_century)
_WITH_LETTER = (read_quarter, read_first_months, read_month_first, read_fiscal, read_relative, read_century)
_NOT_BEFORE_DIGITS = frozenset("$€£¥₽₹#@.,")


def find_english(folded: str, anchor: Anchor | None) -> Iterator[Hit]:
    """Every date in order of appearance.

    >>> from kaozheng.model.quantities.dates.anchor import Anchor
    >>> [hit.value for hit in find_english("on August 1, 2023, in Q3 2025 and the 1980s", None)]
    ['2023-08-01', '2025-Q3', ('1980', '1989')]
    >>> [hit.value for hit in find_english("by December 1, up from last year", Anchor(2025, 11, 9))]
    ['2025-12-01', '2024']
    """
    reader = Reader(folded, anchor)
    position = 0
    while match := START.search(reader.text, position):
        hit = _read(reader, match.start())
        position = match.end() if hit is None else hit.end
        if hit is not None:
            reader.last = hit
            yield hit


def _read(reader: Reader, start: int) -> Hit | None:
    """The date that begins at `start`, unless letters or digits stand right before."""
    before = reader.before(start, 1)
    if before.isalnum():
        return None
    first = reader.text[start]
    if first in "'’":
        return read_decade(reader, start)
    if not first.isdigit():
        return next((hit for read in _WITH_LETTER if (hit := read(reader, start))), None)
    if before in _NOT_BEFORE_DIGITS:
        return None
    hit = next((hit for read in _WITH_DIGIT if (hit := read(reader, start))), None)
    if hit is None and before not in {"-", "/"}:
        hit = read_numeric_date(reader.text, start)
    return hit or read_year(reader, start)
