"""The layout of the index: one SQLite file with the records, the registers and their names."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kaozheng.data.records import NumericRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COLUMNS", "FORMAT", "INDEXES", "LOOKUP_COLUMNS", "TABLES", "record_of", "row_of"]

# Raise this when the layout or the meaning of anything below changes: files of other formats are rebuilt.
FORMAT = 3

COLUMNS = NumericRecord.__slots__
LOOKUP_COLUMNS = ", ".join(COLUMNS)

TABLES = """
create table meta (key text primary key, value text not null) without rowid;
create table file (number integer primary key, label text not null, package integer not null);
create table numeric (
  id text not null, subject text not null, metric text not null, stage text not null, basis text not null,
  detail text not null, place text not null, period text not null, value real, low real, high real,
  unit text not null, qualifiers text not null, printed text not null, source_id text not null,
  edition text not null, published text not null, supersedes text not null, partner text not null,
  first_day text, last_day text, known_on text not null, file integer not null, line integer not null
);
create table item (kind text not null, id text not null, body text not null);
create table name (
  form text not null, kind text not null, id text not null, lang text not null, exact text not null
);
create table form (forms text not null, meanings text not null);
"""

INDEXES = """
create index numeric_id on numeric (id);
create index numeric_series on numeric (subject, metric, place, first_day);
create index numeric_metric on numeric (metric, place, first_day);
create index numeric_place on numeric (place, first_day);
create index numeric_source on numeric (source_id, subject);
create index numeric_edition on numeric (edition, subject) where edition != '';
create index numeric_supersedes on numeric (supersedes) where supersedes != '';
"""

_fields = attrgetter(*COLUMNS)
_QUALIFIERS = COLUMNS.index("qualifiers")


def row_of(record: NumericRecord) -> list[object]:
    """The record's own columns."""
    cells = list(_fields(record))
    cells[_QUALIFIERS] = "|".join(record.qualifiers)
    return cells


def record_of(row: Sequence[object]) -> NumericRecord:
    """The record back from its columns, in the order of `COLUMNS`."""
    cells = list(row)
    printed = str(cells[_QUALIFIERS])
    cells[_QUALIFIERS] = tuple(printed.split("|")) if printed else ()
    return NumericRecord(*cells)  # type: ignore[arg-type] # the columns are the fields, in order
