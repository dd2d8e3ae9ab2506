"""One source table to records."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from kaozheng.data.curation.names import period_id, place_code, source_slug
from kaozheng.data.curation.series import ROW_PLACE
from kaozheng.data.curation.values import amount, qualifiers
from kaozheng.data.records import NumericRecord
from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from kaozheng.data.curation.series import Series, SeriesKey
    from kaozheng.data.curation.sources import SourceTable

__all__ = ["record_id", "table_records"]

# A stock estimated once per edition: the edition tells which estimate it is.
_WITHOUT_PERIOD = frozenset({"reserves", "resources"})


def table_records(
    table: SourceTable,
    rows: Iterable[Mapping[str, str]],
    series: Mapping[SeriesKey, Series],
    published: Mapping[str, str],
    dropped: Container[str] = (),
) -> list[NumericRecord]:
    """The records of one source table, in its order, without the ids in `dropped`.

    USGS prints the U.S. figure of recent years twice, in the national and in the world table; equal figures
    become one record, different ones are an error that a curator must settle in ``series.csv``.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    records: dict[str, NumericRecord] = {}
    for row in rows:
        decided, repeated = _decision(table, row, series, seen)
        if decided.drop:
            continue
        record = _record(table, row, decided, published, repeated=repeated)
        if record.id in dropped:
            continue
        former = records.get(record.id)
        if former is not None and not _same(former, record):
            raise ReferenceDataError(
                f"{table.file}: {record.id} is {former.printed!r} ({former.detail}) and {record.printed!r} "
                f"({record.detail}); give one of the two series a suffix in series.csv"
            )
        records[record.id] = record
    return list(records.values())


def record_id(owner: str, subject: str, path: str, place: str, partner: str = "", period: str = "") -> str:
    """The id of a record.

    >>> record_id("usgs-mcs-2025", "gallium", "production", "CHN", period="2024")
    'usgs-mcs-2025/gallium/production/CHN/2024'
    >>> record_id("usgs-mcs-2026", "gallium", "import_source_share", "USA", "CHN", "2021/2024")
    'usgs-mcs-2026/gallium/import_source_share/USA/CHN/2021--2024'
    """
    parts = (owner, subject, path, place, partner, period.replace("/", "--"))
    return "/".join(part for part in parts if part)


def _decision(
    table: SourceTable,
    row: Mapping[str, str],
    series: Mapping[SeriesKey, Series],
    seen: Counter[tuple[str, ...]],
) -> tuple[Series, bool]:
    """What to make of a row, and whether it is the second series under one name."""
    key = (table.name, row["subject"], row["metric"], row["metric_detail"], row["unit"])
    occurrence = ""
    if row["subject"] in table.counted:
        copy = (*key, row["place_iso3"] or row["place_name"], row["period"])
        seen[copy] += 1
        occurrence = str(seen[copy]) if seen[copy] > 1 else ""
    decided = series.get((*key, occurrence))
    if decided is None:
        raise ReferenceDataError(f"{table.file}: series.csv has no row for {' / '.join((*key, occurrence))}")
    return decided, bool(occurrence)


def _record(
    table: SourceTable,
    row: Mapping[str, str],
    decided: Series,
    published: Mapping[str, str],
    *,
    repeated: bool,
) -> NumericRecord:
    own_place = place_code(row["place_iso3"], row["place_name"])
    place = decided.place or own_place
    partner = own_place if decided.partner == ROW_PLACE else decided.partner
    source = source_slug(row["source_id"])
    edition = table.editions[row["source_id"]]
    period = period_id(row["period"])
    shown_period = "" if edition and decided.metric in _WITHOUT_PERIOD else period
    found = amount(
        row["value"],
        row["value_text"],
        row["qualifier"],
        Decimal(decided.factor),
        percent=decided.unit == "%",
    )
    return NumericRecord(
        id=record_id(edition or source, decided.subject, decided.path, place, partner, shown_period),
        subject=decided.subject,
        metric=decided.metric,
        stage=decided.stage,
        basis=decided.basis,
        detail=_detail(row, decided, repeated=repeated),
        place=place,
        period=period,
        value=_float(found.value),
        low=_float(found.low),
        high=_float(found.high),
        unit=decided.unit,
        qualifiers=qualifiers(row["qualifier"], decided.metric, table.qualifiers),
        printed=_printed(row["value_text"].strip(), decided.printed_unit or row["unit"]),
        source_id=source,
        edition=edition,
        published=published[edition or source],
        partner=partner,
    )


def _detail(row: Mapping[str, str], decided: Series, *, repeated: bool) -> str:
    """The source's name of the series, told apart where the source prints one name twice.

    The reserves of a table stand under the heading of its production column.
    """
    detail = row["metric_detail"].strip(" ,")
    if decided.metric in ("reserves", "capacity") and decided.metric not in detail.lower():
        detail = f"{decided.metric.capitalize()}; table: {detail}"
    return f"{detail} ({decided.suffix})" if repeated else detail


def _printed(text: str, unit: str) -> str:
    """The printed form with the unit of the source, once.

    >>> _printed("44,000,000", "metric tons"), _printed("$722.912 billion (2024 est.)", "US dollars")
    ('44,000,000 metric tons', '$722.912 billion (2024 est.)')
    """
    bare = not any(letter.isalpha() for letter in text) and not text.startswith("$") and "%" not in text
    return f"{text} {unit}".strip() if bare else text


def _same(one: NumericRecord, other: NumericRecord) -> bool:
    """Equal values; a dash and a printed nought are both zero."""
    if one.value is not None:
        return (one.value, one.unit) == (other.value, other.unit)
    return (one.value, one.low, one.high, one.unit) == (other.value, other.low, other.high, other.unit)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
