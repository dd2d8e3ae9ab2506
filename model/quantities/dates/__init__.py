"""Dates and periods in Chinese and English text, and arithmetic on ISO periods.

`scan_dates` returns quantities of kind ``date``; the rest works on period strings: a day, month, quarter
(``2025-Q3``), half-year (``2025-H1``), year, or two of them joined by ``/``.
"""

from __future__ import annotations

from kaozheng.model.quantities.dates.comparison import comparison_period
from kaozheng.model.quantities.dates.periods import (
    as_period,
    period_bounds,
    period_contains,
    periods_overlap,
    shift_period,
)
from kaozheng.model.quantities.dates.scan import scan_dates

__all__ = [
    "as_period",
    "comparison_period",
    "period_bounds",
    "period_contains",
    "periods_overlap",
    "scan_dates",
    "shift_period",
]
