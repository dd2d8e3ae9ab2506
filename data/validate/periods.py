"""Rules about dates: ISO forms, and no value published before its period began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.data.store.dates import DATE_FORMS, PERIOD_FORMS, last_day, span
from kaozheng.data.validate.package import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.validate.package import Package, Row
    from kaozheng.data.validate.problem import Problem

__all__ = ["bad_date", "published_too_early"]

_DATES = {
    "records": ("published",),
    "events": ("date",),
    "editions": ("published",),
    "sources": ("published",),
}
_PERIODS = {"records": ("period",), "causal": ("cause_date", "effect_date")}
# What these say is meant to lie ahead of its publication.
_AHEAD = frozenset({"plan", "forecast"})
_DATED = frozenset({"deadline", "effective_date", "announced_date"})


def bad_date(package: Package) -> Iterator[Problem]:
    """Dates and periods are ISO 8601."""
    for table in package.tables:
        for row in table.rows:
            for column in _DATES.get(table.kind, ()):
                if row[column] and last_day(row[column]) is None:
                    message = f"{row[column]!r} is no date; write {DATE_FORMS}"
                    yield table.problem(row, column, "bad_date", message)
            for column in _PERIODS.get(table.kind, ()):
                if row[column] and span(row[column]) is None:
                    message = f"{row[column]!r} is no period; write {PERIOD_FORMS}"
                    yield table.problem(row, column, "bad_date", message)


def published_too_early(package: Package) -> Iterator[Problem]:
    """A value is published after its period began, unless it is a plan, a forecast or a date set in advance."""
    for table, row in package.records():
        if _is_ahead(row):
            message = (
                f"published {row['published']}, before {row['period']} began; if it is a plan, qualify it"
            )
            yield table.problem(row, "published", "published_too_early", message)


def _is_ahead(row: Row) -> bool:
    """Whether the last possible day of publication lies before the first day of the period.

    >>> from kaozheng.data.validate.package import Row
    >>> _is_ahead(Row(2, {"published": "2023-01-31", "period": "2024"}))
    True
    >>> _is_ahead(Row(2, {"published": "2023", "period": "2023-07"}))
    False
    """
    if _AHEAD.intersection(cells(row["qualifiers"])) or row["metric"] in _DATED:
        return False
    published, period = last_day(row["published"]), span(row["period"])
    return published is not None and period is not None and published < period[0]
