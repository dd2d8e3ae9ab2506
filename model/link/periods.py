"""Periods in ISO 8601 form as stretches of days, and how two of them fit."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

__all__ = ["Fit", "Nature", "Period", "fit", "parse_period"]

# flow: adds up over time (production); level: moves slowly (reserves); price: moves daily.
Nature = Literal["flow", "level", "price"]
# same: the same stretch; inside: a dated value within the claimed stretch; timeless: the record has no period;
# near: a slow level one step away; part: a part of the claimed stretch or the other way round; other: elsewhere.
Fit = Literal["same", "inside", "timeless", "near", "part", "other"]

_POINT = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?$")
_NEAR_DAYS = 370


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included.

    Attributes:
        start: First day.
        end: Last day.
        text: The ISO 8601 form it was read from.
    """

    start: date
    end: date
    text: str

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.end - self.start).days + 1

    def contains(self, other: Period) -> bool:
        """Whether `other` lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def gap(self, other: Period) -> int:
        """Days between the ends of the two: how far this one's end lies from the other's."""
        return abs((self.end - other.end).days)


@lru_cache(maxsize=4096)
def parse_period(text: str | None) -> Period | None:
    """Reads a year, half, quarter, month, day, decade or interval; None for anything else.

    >>> parse_period("2023-Q3").start.isoformat(), parse_period("2025-01/2025-07").end.isoformat()
    ('2023-07-01', '2025-07-31')
    >>> parse_period("1980s").days > 3650, parse_period("") is None, parse_period("soon") is None
    (True, True, True)
    """
    if not text:
        return None
    decade = re.fullmatch(r"(\d{3})0s", text)
    if decade:
        return Period(date(int(decade[1]) * 10, 1, 1), date(int(decade[1]) * 10 + 9, 12, 31), text)
    ends = [_point(part) for part in text.split("/")]
    if len(ends) > 2 or any(end is None for end in ends):
        return None
    first, last = ends[0], ends[-1]
    return Period(first[0], last[1], text) if first and last and first[0] <= last[1] else None


def _point(text: str) -> tuple[date, date] | None:
    """First and last day of one ISO point."""
    match = _POINT.match(text.strip())
    if not match or match[1] == "0000":
        return None
    year = int(match[1])
    first, last = 1, 12
    if match[4]:
        first, last = int(match[4]) * 3 - 2, int(match[4]) * 3
    elif match[5]:
        first, last = int(match[5]) * 6 - 5, int(match[5]) * 6
    elif match[2]:
        first = last = int(match[2])
    if not 1 <= first <= last <= 12:
        return None
    return _days(year, first, last, match[3])


def _days(year: int, first: int, last: int, day: str | None) -> tuple[date, date] | None:
    """The days of some months, or the one day given."""
    if day is None:
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if not 1 <= int(day) <= monthrange(year, first)[1]:
        return None
    return (date(year, first, int(day)),) * 2


def fit(claimed: Period, record: Period | None, nature: Nature) -> Fit:
    """How a record's period answers a claimed one.

    A month's exports say nothing of a year's (flow); a price of a day is a price of its year; reserves of
    the year before still describe this one (level).

    >>> year, month = parse_period("2024"), parse_period("2024-08")
    >>> fit(year, month, "flow"), fit(year, month, "price"), fit(year, parse_period("2023"), "level")
    ('part', 'inside', 'near')
    """
    if record is None:
        return "timeless"
    if (claimed.start, claimed.end) == (record.start, record.end):
        return "same"
    if claimed.contains(record):
        return "part" if nature == "flow" else "inside"
    if record.contains(claimed):
        return "near" if nature == "level" else "part"
    if nature == "level" and claimed.gap(record) <= _NEAR_DAYS:
        return "near"
    return "other"
