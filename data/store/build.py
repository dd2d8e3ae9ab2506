"""Builds the index from packages and plain files."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from itertools import chain, groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kaozheng.data.store.convert import READERS, numeric_record
from kaozheng.data.store.dates import last_day, span
from kaozheng.data.store.forms import needs_case, variants
from kaozheng.data.store.index import COLUMNS, FORMAT, INDEXES, TABLES, row_of
from kaozheng.data.store.lines import utf8_lines
from kaozheng.data.store.own import OwnRows
from kaozheng.data.store.packages import REGISTERS
from kaozheng.data.store.rows import Row, read_rows
from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from kaozheng.data.records import NumericRecord
    from kaozheng.data.store.packages import Origin, Table

__all__ = ["build"]

_MANY = ", ".join("?" * (len(COLUMNS) + 5))
_INSERT = f"insert into numeric values ({_MANY})"  # noqa: S608 - question marks only
_NAMED = {
    "entities": "entity",
    "places": "place",
    "metrics": "metric",
    "concepts": "concept",
    "bases": "basis",
}
_WITH_PLURAL = ("entity", "metric", "basis")  # concepts list their inflected forms themselves

Items = dict[str, dict[str, Any]]


@dataclass(slots=True)
class _Build:
    """What is collected on the way; records go straight to the index."""

    connection: sqlite3.Connection
    items: Items = field(default_factory=lambda: {kind: {} for kind in READERS})
    overrides: list[str] = field(default_factory=list)
    files: list[tuple[int, str, int]] = field(default_factory=list)


def build(connection: sqlite3.Connection, origins: Sequence[Origin], registers: Sequence[Origin]) -> None:
    """Fill an empty index.

    Args:
        connection: An empty database.
        origins: Packages and plain files; later ones override earlier ones.
        registers: Packages of which only the registers are used.

    Raises:
        ReferenceDataError: On a malformed or inconsistent row, with file, row and column.
    """
    connection.executescript(TABLES)
    work = _Build(connection)
    for origin in (*registers, *origins):
        _read_items(work, origin, count_overrides=origin in origins)
    for number, origin in enumerate(origins):
        _insert_records(work, origin, number)
    connection.executescript(INDEXES)
    _settle_duplicates(work)
    _write_items(work)
    _write_meta(work, origins)
    connection.execute("analyze")
    connection.commit()


def _read_items(work: _Build, origin: Origin, *, count_overrides: bool) -> None:
    """Registers, causal records and events of one package, over those already there."""
    for kind, reader in READERS.items():
        own: dict[str, Any] = {}
        for row in chain.from_iterable(_rows(table) for table in origin.tables if table.kind == kind):
            item = reader(row)
            key = _id(item)
            if key in own:
                raise row.error("id", "an id that no other row of this package has")
            own[key] = item
        if count_overrides:
            work.overrides += [
                f"{kind}/{key}" for key in own if work.items[kind].get(key, own[key]) != own[key]
            ]
        work.items[kind].update(own)


def _id(item: Any) -> str:  # noqa: ANN401 - any of the record types, or a unit
    return str(item["id"] if isinstance(item, dict) else item.id)


def _rows(table: Table) -> Iterator[Row]:
    """The rows of one table of a package, which is always UTF-8."""
    with utf8_lines(table) as lines:
        yield from read_rows(table.label, lines, jsonl=table.jsonl)


def _insert_records(work: _Build, origin: Origin, package: int) -> None:
    """The numeric records of one origin."""
    own = OwnRows(origin.name, work.items) if origin.plain else None
    for table in (table for table in origin.tables if table.kind == "numeric"):
        number = len(work.files)
        work.files.append((number, table.label, package))
        rows = own.read(table) if own else ((row, numeric_record(row)) for row in _rows(table))
        work.connection.executemany(
            _INSERT, (_cells(work.items, row, record, number) for row, record in rows)
        )


def _cells(items: Items, row: Row, record: NumericRecord, file: int) -> list[object]:
    """One row of the index."""
    if not record.published:
        record = replace(record, published=_published(items, record))
    known_on = last_day(record.published) if record.published else ""
    first, last = (span(record.period) if record.period else None) or (None, None)
    return [*row_of(record), first, last, known_on, file, row.line]


def _published(items: Items, record: NumericRecord) -> str:
    """The date of the edition or of the source, for records without one of their own."""
    edition = items["editions"].get(record.edition)
    source = items["sources"].get(record.source_id)
    return (edition.published if edition else "") or (source.published if source else "")


def _settle_duplicates(work: _Build) -> None:
    """The same id twice: an error inside one package, an override across packages."""
    work.connection.executemany("insert into file values (?, ?, ?)", work.files)
    twice = work.connection.execute(
        "select id, package, file.label, line, numeric.rowid from numeric join file on file = number"
        " where id in (select id from numeric group by id having count(*) > 1) order by id, package, line"
    ).fetchall()
    for (key, package, label, line, rowid), (next_key, next_package, next_label, next_line, _) in pairwise(
        twice
    ):
        if key != next_key:
            continue
        if package == next_package:
            raise ReferenceDataError(
                f"{next_label}, row {next_line}: id {key!r} is already used in {label}, row {line};"
                " every record of a package needs an id of its own"
            )
        work.connection.execute("delete from numeric where rowid = ?", (rowid,))
        work.overrides.append(key)


def _write_items(work: _Build) -> None:
    """Registers, causal records and events as JSON, and the names to be found in texts."""
    for kind, items in work.items.items():
        rows = ((kind, key, _json(item)) for key, item in items.items())
        work.connection.executemany("insert into item values (?, ?, ?)", rows)
    names = sorted(set(chain.from_iterable(_names(kind, work.items) for kind in REGISTERS)))
    work.connection.executemany("insert into name values (?, ?, ?, ?, ?)", names)
    forms = [(form, _json([name[1:] for name in group])) for form, group in groupby(names, key=itemgetter(0))]
    # One row for all of them: every process reads them whole, and thousands of rows take ten times as long.
    both = ["\n".join(column) for column in zip(*forms, strict=True)] or ["", ""]
    work.connection.execute("insert into form values (?, ?)", both)


def _json(item: Any) -> str:  # noqa: ANN401 - any of the record types, a unit or a list
    """The values of an item as a JSON list."""
    if not isinstance(item, list):
        item = list((item if isinstance(item, dict) else asdict(item)).values())
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))


def _names(register: str, items: Items) -> Iterator[tuple[str, str, str, str, str]]:
    """Every form of every name of one register: form, kind, id, language, the case it must have."""
    if register == "sources":
        named = ((source.id, name, "") for source in items["sources"].values() for name in source.names)
        kind = "source"
    elif register in _NAMED:
        kind = _NAMED[register]
        named = ((key, name, lang) for key, item in items[register].items() for name, lang in _both(item))
    else:
        return
    for key, name, lang in named:
        exact = name if needs_case(name) else ""
        for form in variants(name, plural=kind in _WITH_PLURAL):
            yield form, kind, key, lang, exact


def _both(item: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any register type with names
    """English and Chinese names with their language."""
    yield from ((name, "en") for name in item.names_en)
    yield from ((name, "zh") for name in item.names_zh)


def _write_meta(work: _Build, origins: Sequence[Origin]) -> None:
    """What the index was built from."""
    ignored = [f"{origin.name}: {path}" for origin in origins for path in origin.ignored]
    count = work.connection.execute("select count(*) from numeric").fetchone()[0]
    meta = {"format": FORMAT, "numeric": count, "overrides": work.overrides, "ignored": ignored}
    rows = ((key, json.dumps(value, ensure_ascii=False)) for key, value in meta.items())
    work.connection.executemany("insert into meta values (?, ?)", rows)
