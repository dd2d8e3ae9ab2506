"""Years, decades, centuries and fiscal years in English text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.dates.english_forms import CENTURIES, CENTURY, DECADE, FISCAL, YEARS
from kaozheng.model.quantities.dates.english_years import counts_things, is_year
from kaozheng.model.quantities.dates.hit import Hit, as_range

if TYPE_CHECKING:
    from kaozheng.model.quantities.dates.english_reader import Reader

__all__ = ["read_century", "read_decade", "read_fiscal", "read_year", "read_years"]

_QUARTER_AFTER = re.compile(r"\s(Q[1-4]|H[12])(?![0-9A-Za-z])")
_AMERICAN = re.compile(r"(?:U\.S\.|US|American|federal)\s$")
# The words before two years that a word joins: from 2018 to 2020, between 2018 and 2020.
_PAIRED = {"and": ("between",), "to": ("from", "between", "of", "period")}


def read_decade(reader: Reader, start: int) -> Hit | None:
    """1980s, '80s.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_decade(Reader("1980s", None), 0).value
    ('1980', '1989')
    """
    match = DECADE.match(reader.text, start)
    if match is None:
        return None
    first = int(match["full"] or "19" + match["short"])
    return Hit(start, match.end(), (str(first), str(first + 9)))


def read_year(reader: Reader, start: int) -> Hit | None:
    """2023; 2023 Q3.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_year(Reader("2023", None), 0).value, read_year(Reader("2000 aircraft", None), 0)
    ('2023', None)
    """
    end = start + 4
    if not is_year(reader.text, start, end):
        return None
    year = reader.text[start:end]
    if match := _QUARTER_AFTER.match(reader.text, end):
        return Hit(start, match.end(), f"{year}-{match[1]}")
    return Hit(start, end, year)


def read_years(reader: Reader, start: int) -> Hit | None:
    """2018-2020, 2018/19, from 2018 to 2020, between 2018 and 2020; but not 2023-08.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_years(Reader("2018-2020", None), 0).value, read_years(Reader("2023-08", None), 0)
    (('2018', '2020'), None)
    """
    match = YEARS.match(reader.text, start)
    if match is None or counts_things(reader.text, match.end()) or not _is_joined(reader, match):
        return None
    first, last = match["first"], match["last"] or match["other"]
    if len(last) == 2:
        if int(last) <= 12 and int(last) < int(first[2:]):
            return None
        last = first[:2] + last
    value = as_range(first, last)
    return Hit(start, match.end(), value) if value else None


def read_fiscal(reader: Reader, start: int) -> Hit | None:
    """FY2024, fiscal year 2024; the American one is spelt out when the text says whose it is.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_fiscal(Reader("FY24", None), 0).value, read_fiscal(Reader("US fiscal 2024", None), 3).value
    ('2024', ('2023-10', '2024-09'))
    """
    match = FISCAL.match(reader.text, start)
    if match is None:
        return None
    year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
    if match["last"]:
        value = as_range(str(year), f"{year // 100}{match['last'][-2:]}")
        return Hit(start, match.end(), value) if value else None
    if _AMERICAN.search(reader.before(start, 10)):
        return Hit(start, match.end(), (f"{year - 1}-10", f"{year}-09"))
    return Hit(start, match.end(), str(year))


def read_century(reader: Reader, start: int) -> Hit | None:
    """19th century, twenty-first century.

    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_century(Reader("19th century", None), 0).value
    ('1801', '1900')
    """
    match = CENTURY.match(reader.text, start)
    if match is None:
        return None
    century = int(match["digits"]) if match["digits"] else CENTURIES[match["word"].lower()]
    if not 10 < century <= 21:
        return None
    return Hit(start, match.end(), (str(century * 100 - 99), str(century * 100)))


def _is_joined(reader: Reader, match: re.Match[str]) -> bool:
    """Whether the years are a pair: by a dash that belongs to no code, or by a word that pairs."""
    start = match.start()
    if match["other"] is None:
        return reader.before(start, 1) not in {"-", "/"}
    before = reader.before(start, 14).lower().rstrip()
    return before.endswith(_PAIRED.get(match["word"], ("from",))) and is_year(reader.text, start, start + 4)
