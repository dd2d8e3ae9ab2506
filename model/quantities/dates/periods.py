"""Arithmetic on ISO periods: bounds, containment, overlap, and the period so many periods away."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from kaozheng.errors import PeriodError

__all__ = ["as_period", "last_day", "period_bounds", "period_contains", "periods_overlap", "shift_period"]

_PERIOD = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|H([12])|([0-9]{2})(?:-([0-9]{2}))?))?")


def as_period(value: str | tuple[str, str]) -> str:
    """The value of a date quantity as one period string.

    >>> as_period("2025-Q3"), as_period(("2025-01", "2025-08"))
    ('2025-Q3', '2025-01/2025-08')
    """
    return value if isinstance(value, str) else "/".join(value)


@lru_cache(maxsize=4096)
def period_bounds(period: str) -> tuple[str, str]:
    """First and last day of a period, as ISO days.

    >>> period_bounds("2024"), period_bounds("2025-Q3")
    (('2024-01-01', '2024-12-31'), ('2025-07-01', '2025-09-30'))
    >>> period_bounds("2025-01/2025-07")
    ('2025-01-01', '2025-07-31')

    Raises:
        PeriodError: `period` is not an ISO period.
    """
    opening, slash, closing = period.partition("/")
    first, last = _bounds(opening, period)
    if slash:
        last = _bounds(closing, period)[1]
    if last < first:
        raise PeriodError(period, "it ends before it begins")
    return first.isoformat(), last.isoformat()


def period_contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` lies in `outer`.

    >>> period_contains("2024", "2024-08"), period_contains("2024-Q1", "2024")
    (True, False)
    """
    (start, end), (first, last) = period_bounds(outer), period_bounds(inner)
    return start <= first and last <= end


def periods_overlap(a: str, b: str) -> bool:
    """Whether two periods share a day.

    >>> periods_overlap("2025-01/2025-07", "2025-H2"), periods_overlap("2024", "2025")
    (True, False)
    """
    (start, end), (first, last) = period_bounds(a), period_bounds(b)
    return start <= last and first <= end


def shift_period(period: str, months: int) -> str:
    """The period of the same form `months` later; a day that the month lacks becomes its last day.

    >>> shift_period("2025-Q1", -3), shift_period("2024-02-29", -12), shift_period("2025-01/2025-08", -12)
    ('2024-Q4', '2023-02-28', '2024-01/2024-08')

    Raises:
        PeriodError: `period` is no ISO period, or the result lies outside the years 1 to 9999.
    """
    return "/".join(_shift(part, months, period) for part in period.split("/"))


def last_day(year: int, month: int) -> int:
    """The number of days in a month.

    >>> last_day(2024, 2)
    29
    """
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day


def _bounds(part: str, period: str) -> tuple[date, date]:
    """First and last day of one part of `period`, which is named in errors."""
    year, first, last, day = _split(part, period)
    try:
        if day:
            return date(year, first, day), date(year, first, day)
        return date(year, first, 1), date(year, last, last_day(year, last))
    except ValueError as error:
        raise PeriodError(period, str(error)) from error


def _split(part: str, period: str) -> tuple[int, int, int, int]:
    """Year, first month, last month and day (0 for none)."""
    match = _PERIOD.fullmatch(part)
    if match is None:
        raise PeriodError(
            period, "it is none of YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Qn, YYYY-Hn, or two joined by /"
        )
    year, quarter, half, month, day = match.groups()
    if quarter:
        return int(year), int(quarter) * 3 - 2, int(quarter) * 3, 0
    if half:
        return int(year), int(half) * 6 - 5, int(half) * 6, 0
    if month:
        return int(year), int(month), int(month), int(day or 0)
    return int(year), 1, 12, 0


def _shift(part: str, months: int, period: str) -> str:
    """One part of `period`, moved."""
    year, month, _, day = _split(part, period)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise PeriodError(period, f"{months} months away lies outside the years 1 to 9999")
    if "Q" in part:
        return f"{year:04d}-Q{month // 3 + 1}"
    if "H" in part:
        return f"{year:04d}-H{month // 6 + 1}"
    if day:
        return f"{year:04d}-{month + 1:02d}-{min(day, last_day(year, month + 1)):02d}"
    return f"{year:04d}-{month + 1:02d}" if "-" in part else f"{year:04d}"
