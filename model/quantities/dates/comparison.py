"""The period that 同比, 环比, year on year and their like compare with."""

from __future__ import annotations

from kaozheng.model.quantities.dates.periods import shift_period
from kaozheng.model.quantities.wordlist import words

__all__ = ["comparison_period"]

_YEAR_BEFORE = words(
    "同比 同比去年 比上年 较上年 比去年 较去年 上年同期 去年同期 比上年同期 较上年同期 比去年同期 较去年同期 "
    "year-on-year year-over-year y-o-y yoy y/y"
) | {
    "year on year",
    "year over year",
    "from a year earlier",
    "from a year ago",
    "compared with a year earlier",
}
_PERIOD_BEFORE = words(
    "环比 比上月 较上月 比上季度 较上季度 month-on-month month-over-month m-o-m mom m/m "
    "quarter-on-quarter quarter-over-quarter q-o-q qoq q/q"
) | {"month on month", "month over month", "quarter on quarter", "quarter over quarter"}


def comparison_period(marker: str, period: str) -> str | None:
    """The period that a figure of `period` is compared with.

    Args:
        marker: The words of comparison, e.g. 同比, 环比, ``year-on-year``, ``quarter over quarter``.
        period: The period the figure is for.

    Returns:
        The earlier period in the same form, or None for a marker that is not known, and for a period without
        a predecessor of its kind (环比 of a pair of months is the same number of months before).

    >>> comparison_period("同比", "2025-Q3"), comparison_period("环比", "2025-01")
    ('2024-Q3', '2024-12')
    >>> comparison_period("year-on-year", "2025-01/2025-08")
    '2024-01/2024-08'
    """
    name = marker.strip().lower()
    if name in _YEAR_BEFORE:
        return shift_period(period, -12)
    if name in _PERIOD_BEFORE:
        months = _months(period)
        return shift_period(period, -months) if months else None
    return None


def _months(period: str) -> int:
    """How many months a period of whole months lasts; 0 for days."""
    opening, slash, closing = period.partition("/")
    if not slash:
        return _unit_months(opening)
    if _unit_months(opening) == 0 or _unit_months(closing) == 0:
        return 0
    months = _unit_months(closing)
    while months < 1200 and shift_period(closing, _unit_months(closing) - months) != opening:
        months += _unit_months(closing)
    return months if months < 1200 else 0


def _unit_months(part: str) -> int:
    """Months in a year, half-year, quarter or month; 0 for a day."""
    if "Q" in part:
        return 3
    if "H" in part:
        return 6
    return {4: 12, 7: 1}.get(len(part), 0)
