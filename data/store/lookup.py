"""Look-ups by id, and the history of a value through editions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from kaozheng.data.store.dates import DATE_FORMS, PERIOD_FORMS, last_day, span
from kaozheng.data.store.index import LOOKUP_COLUMNS, record_of
from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kaozheng.data.records import Edition, NumericRecord
    from kaozheng.data.store.database import Database

__all__ = ["history", "known_on", "numeric", "select"]

_ORDER = "order by subject, metric, place, first_day, known_on, id"


def known_on(as_of: str) -> str:
    """The last day that `as_of` covers.

    >>> known_on("2025-10")
    '2025-10-31'
    """
    day = last_day(as_of)
    if day is None:
        raise ReferenceDataError(f"as_of is {as_of!r}; allowed: a date such as {DATE_FORMS}")
    return day


def numeric(
    database: Database,
    wanted: Mapping[str, str | Sequence[str] | None],
    period: str | Sequence[str] | None,
    as_of: str | None,
) -> list[NumericRecord]:
    """Records whose columns have one of the wanted ids, that lie inside a period and were known on a day."""
    conditions: list[str] = []
    arguments: list[object] = []
    for column, ids in wanted.items():
        if ids is not None:
            values = _listed(ids)
            conditions.append(f"{column} in ({', '.join('?' * len(values))})")
            arguments += values
    if period is not None:
        spans = [_span(one) for one in _listed(period)]
        conditions.append("(" + (" or ".join(["first_day >= ? and last_day <= ?"] * len(spans)) or "0") + ")")
        arguments += [day for pair in spans for day in pair]
    if as_of is not None:
        conditions.append("known_on <= ?")
        arguments.append(known_on(as_of))
    where = f"where {' and '.join(conditions)}" if conditions else ""
    return select(database, f"{where} {_ORDER}", arguments)


def select(database: Database, rest: str, arguments: Sequence[object]) -> list[NumericRecord]:
    """Records by the rest of a query."""
    rows = database.rows(f"select {LOOKUP_COLUMNS} from numeric {rest}", arguments)  # noqa: S608 - our own text
    return [record_of(row) for row in rows]


def history(
    database: Database, record: NumericRecord, editions: Mapping[str, Edition]
) -> list[NumericRecord]:
    """The same series and period in every edition, oldest first."""
    found = {one.id: one for one in (record, *_same_series(database, record, editions))}
    queue = list(found.values())
    while queue:
        for one in _linked(database, queue.pop()):
            if one.id not in found:
                found[one.id] = one
                queue.append(one)
    return sorted(
        found.values(), key=lambda one: (last_day(one.published) or "" if one.published else "", one.id)
    )


def _linked(database: Database, record: NumericRecord) -> list[NumericRecord]:
    """What the record supersedes, and what supersedes it."""
    return select(
        database, "where supersedes = ? and supersedes != '' or id = ?", (record.id, record.supersedes)
    )


def _same_series(
    database: Database, record: NumericRecord, editions: Mapping[str, Edition]
) -> list[NumericRecord]:
    """The record's counterpart in each edition of its publication.

    Editions may word a series differently, so the wording counts only where one has several candidates.
    """
    key = ("subject", "metric", "place", "partner", "stage", "basis", "period", "unit")
    where = " and ".join(f"{column} = ?" for column in key)
    rows = select(database, f"where {where} order by id", [getattr(record, column) for column in key])
    series = _series(record, editions)
    rows = [row for row in rows if row.edition and _series(row, editions) == series]
    several = max(Counter(row.edition for row in rows).values(), default=0) > 1
    return [row for row in rows if row.detail == record.detail] if several else rows


def _series(record: NumericRecord, editions: Mapping[str, Edition]) -> str:
    """The publication that a record's edition belongs to."""
    edition = editions.get(record.edition)
    return edition.series or edition.id if edition else record.edition


def _listed(ids: str | Sequence[str]) -> list[Any]:
    """One id or several as a list."""
    return [ids] if isinstance(ids, str) else list(ids)


def _span(period: str) -> tuple[str, str]:
    """First and last day of a period that was asked for."""
    days = span(period)
    if days is None:
        raise ReferenceDataError(f"period is {period!r}; allowed: {PERIOD_FORMS}")
    return days
