"""Dates in digits alone: 2023-08-01, 2023/8/1, 2023.8.1, 08/01/2023, 2023-08, 2025Q3."""

from __future__ import annotations

import re

from kaozheng.model.quantities.dates.anchor import date_value, month_value
from kaozheng.model.quantities.dates.hit import Hit

__all__ = ["read_numeric_date"]

_DATE = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:"
    r"(?P<sep>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=sep)(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9]|[.\-/][0-9])"
    r"|-(?P<only>1[0-2]|0[1-9])(?![0-9]|[.\-/][0-9])"
    r"|\s?-?[Qq](?P<quarter>[1-4])(?![0-9A-Za-z])"
    r"|\s?-?[Hh](?P<half>[12])(?![0-9A-Za-z])"
    r")"
    r"|(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})/(?P<c>(?:(?:19|20)?[0-9]{2}))(?![0-9/])"
)


def read_numeric_date(text: str, start: int) -> Hit | None:
    """The date in digits that begins at `start`; 8/1/2023 is American unless only the British reading exists.

    >>> read_numeric_date("2023-08-01", 0).value, read_numeric_date("2025Q3", 0).value
    ('2023-08-01', '2025-Q3')
    >>> read_numeric_date("25/12/2023", 0).value, read_numeric_date("2023.1.1.4", 0)
    ('2023-12-25', None)
    """
    match = _DATE.match(text, start)
    if match is None:
        return None
    value: str | None
    if match["a"]:
        year, first, second = int(match["c"]), int(match["a"]), int(match["b"])
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        value = date_value(year, first, second) or date_value(year, second, first)
    elif match["month"]:
        value = date_value(int(match["year"]), int(match["month"]), int(match["day"]))
    elif match["only"]:
        value = month_value(int(match["year"]), int(match["only"]))
    elif match["quarter"]:
        value = f"{match['year']}-Q{match['quarter']}"
    else:
        value = f"{match['year']}-H{match['half']}"
    return Hit(start, match.end(), value) if value else None
