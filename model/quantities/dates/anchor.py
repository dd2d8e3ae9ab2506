"""What relative dates are relative to: the article's date, and the year last named in the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kaozheng.errors import PeriodError
from kaozheng.model.quantities.dates.periods import last_day, period_bounds

_FIRST_YEAR, _LAST_YEAR = 1000, 9000

__all__ = ["Anchor", "Tense", "date_value", "month_value"]

Tense = Literal["past", "deadline", "future"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day an article was published.

    >>> Anchor.of("2025-11-09").year_of(12, 1, "deadline"), Anchor.of("2025-11-09").year_of(12, 1, "past")
    (2025, 2024)
    """

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, iso: str) -> Anchor:
        """From an ISO day, month or year (their last day is taken).

        Raises:
            PeriodError: `iso` is not one, or not of an age in which articles were written.
        """
        year, month, day = (int(part) for part in period_bounds(iso)[1].split("-"))
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise PeriodError(iso, f"an article's date lies in the years {_FIRST_YEAR} to {_LAST_YEAR}")
        return cls(year, month, day)

    def year_of(self, month: int, day: int | None, tense: Tense) -> int:
        """The year in which a month and day without a year lie.

        The last such date before the article, unless the text looks ahead: a deadline (前, by) may lie
        later in the article's year, and a plan (将, will) lies after the article.
        """
        later = (month, day or 0) > (self.month, self.day if day else 0)
        if tense == "future":
            return self.year if later or (month == self.month and day is None) else self.year + 1
        return self.year if tense == "deadline" or not later else self.year - 1

    def month_away(self, months: int) -> str:
        """The month so many months after the article's, as an ISO period.

        >>> Anchor.of("2025-01-15").month_away(-1)
        '2024-12'
        """
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return f"{year:04d}-{month + 1:02d}"

    def quarter_away(self, quarters: int) -> str:
        """The quarter so many quarters after the article's.

        >>> Anchor.of("2025-01-15").quarter_away(-1)
        '2024-Q4'
        """
        year, quarter = divmod(self.year * 4 + (self.month - 1) // 3 + quarters, 4)
        return f"{year:04d}-Q{quarter + 1}"


def month_value(year: int, month: int) -> str:
    """An ISO month.

    >>> month_value(2025, 8)
    '2025-08'
    """
    return f"{year:04d}-{month:02d}"


def date_value(year: int, month: int, day: int) -> str | None:
    """An ISO day, or None where the calendar has no such day.

    >>> date_value(2023, 8, 1), date_value(2023, 2, 29)
    ('2023-08-01', None)
    """
    if not (1 <= month <= 12 and 1 <= day <= last_day(year, month)):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"
