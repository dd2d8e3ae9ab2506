"""ISO 8601 periods as first and last days, so that look-ups compare plain strings."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

__all__ = ["DATE_FORMS", "PERIOD_FORMS", "last_day", "span"]

DATE_FORMS = "2024, 2024-08 or 2024-08-01"
PERIOD_FORMS = f"{DATE_FORMS}, 2024-Q3, 2024-H1, or two of them joined by '/'"

_FORM = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?", re.ASCII)


@lru_cache(maxsize=65536)
def span(period: str) -> tuple[str, str] | None:
    """First and last day of an ISO 8601 period; None when it is not one.

    >>> span("2024-Q3")
    ('2024-07-01', '2024-09-30')
    >>> span("2025-01/2025-07")
    ('2025-01-01', '2025-07-31')
    >>> span("last year") is None
    True
    """
    first, slash, last = period.partition("/")
    start, end = _simple(first), _simple(last if slash else first)
    if start is None or end is None or end[1] < start[0]:
        return None
    return start[0], end[1]


def last_day(date: str) -> str | None:
    """The day on which something dated to a year or month is certainly known; None when `date` is no date.

    >>> last_day("2025"), last_day("2024-02"), last_day("2025-01-31")
    ('2025-12-31', '2024-02-29', '2025-01-31')
    """
    days = None if "/" in date else span(date)
    return days[1] if days else None


def _simple(text: str) -> tuple[str, str] | None:
    """First and last day of one date, month, quarter, half or year."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year, month, day, quarter, half = match.groups()
    if day:
        return (text, text) if _is_day(int(year), int(month), int(day)) else None
    first, length = _months(month, quarter, half)
    if not 1 <= first <= 12 or year == "0000":
        return None
    last = first + length - 1
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(int(year), last)[1]:02}"


def _months(month: str | None, quarter: str | None, half: str | None) -> tuple[int, int]:
    """First month and number of months."""
    if month:
        return int(month), 1
    if quarter:
        return int(quarter) * 3 - 2, 3
    return (int(half) * 6 - 5, 6) if half else (1, 12)


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
