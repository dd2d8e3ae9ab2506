"""A user's own facts: plain CSV or JSONL with subject, metric, place, period, value and unit."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from kaozheng.data.records import Entity, NumericRecord, Source
from kaozheng.data.store.convert import causal_record
from kaozheng.data.store.forms import variants
from kaozheng.data.store.lines import any_lines
from kaozheng.data.store.rows import Row, read_rows
from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.store.packages import Table

__all__ = ["OwnRows"]

_NEEDED = ("subject", "metric", "place", "period", "value", "unit")
_MAGNITUDES = {
    "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12,
    "thousand ": 1e3, "million ": 1e6, "billion ": 1e9, "trillion ": 1e12,
}  # fmt: skip
_MAGNITUDE = re.compile("(" + "|".join(sorted(_MAGNITUDES, key=len, reverse=True)) + ")(.+)", re.DOTALL)


class OwnRows:
    """Reads plain files of records.

    Cells may hold ids or names of either language (``gallium``, ``镓``). A subject that no register knows
    becomes an entity named by the cell; a metric, place or unit that none knows is an error.

    Args:
        name: The file's name without its ending; it starts the ids that are made up.
        items: The registers; new entities and the file as a source are added to them.
    """

    def __init__(self, name: str, items: dict[str, dict[str, Any]]) -> None:
        self._name = name
        self._items = items
        self._used: Counter[str] = Counter()
        self._ids = {kind: _ids(items[kind]) for kind in ("entities", "places", "metrics", "units")}

    def read(self, table: Table) -> Iterator[tuple[Row, NumericRecord]]:
        """The numeric records of a file; causal records among them go to the registers."""
        empty = True
        with any_lines(table) as lines:
            for row in read_rows(table.label, lines, jsonl=table.jsonl):
                empty = False
                if "polarity" in row.cells:
                    self._add_causal(row, table.label)
                else:
                    yield row, self._numeric(row, table.label)
        if empty:
            raise ReferenceDataError(
                f"{table.label} holds no records; needed: rows with the columns {', '.join(_NEEDED)}"
            )

    def _numeric(self, row: Row, file: str) -> NumericRecord:
        """One row with everything that it leaves out made up."""
        missing = [column for column in _NEEDED if column not in row.cells]
        if missing:
            raise ReferenceDataError(
                f"{file}, row {row.line}: found the columns {', '.join(row.cells)};"
                f" missing: {', '.join(missing)};"
                f" needed: {', '.join(_NEEDED)}"
            )
        unit, factor = self._unit(row)
        record = NumericRecord(
            id=row.text("id"),
            subject=self._subject(row),
            metric=self._known(row, "metric", "metrics"),
            stage=row.text("stage"),
            basis=row.text("basis"),
            detail=row.text("detail"),
            place=self._known(row, "place", "places") if row.text("place") else "",
            period=row.period("period"),
            value=_times(row.number("value"), factor),
            low=_times(row.number("low"), factor),
            high=_times(row.number("high"), factor),
            unit=unit,
            qualifiers=row.many("qualifiers"),
            printed=row.text("printed") or f"{row.text('value')} {row.text('unit')}",
            source_id=self._source(row.text("source_id") or file, file),
            edition=row.text("edition"),
            published=row.date("published"),
            supersedes=row.text("supersedes"),
            partner=self._known(row, "partner", "places") if row.text("partner") else "",
        )
        if record.value is None and record.low is None and record.high is None:
            raise row.error("value", "a number, unless 'low' and 'high' give a range")
        return record if record.id else replace(record, id=self._new_id(record))

    def _new_id(self, record: NumericRecord) -> str:
        """``file/subject/metric/place/period``, numbered when a file repeats it."""
        parts = (self._name, record.subject, record.metric, record.place, record.partner, record.period)
        key = "/".join(part.replace("/", "-") for part in parts if part)
        self._used[key] += 1
        return key if self._used[key] == 1 else f"{key}/{self._used[key]}"

    def _subject(self, row: Row) -> str:
        """The entity meant; a new one when no register knows it."""
        cell = row.required("subject")
        known = self._find("entities", cell)
        if known is not None:
            return known
        english = (cell,) if cell.isascii() else ()
        self._items["entities"][cell] = Entity(cell, "own", english, () if english else (cell,))
        self._ids["entities"].update(_ids({cell: self._items["entities"][cell]}))
        return cell

    def _known(self, row: Row, column: str, register: str) -> str:
        """An id that must be in a register."""
        cell = row.required(column)
        known = self._find(register, cell)
        if known is None:
            raise row.error(column, self._allowed(register, cell))
        return known

    def _allowed(self, register: str, cell: str) -> str:
        """What a cell may hold: the nearest names, or how many there are."""
        ids = self._ids[register]
        near = dict.fromkeys(ids[form] for form in get_close_matches(cell.casefold(), ids, n=5, cutoff=0.5))
        hint = f"did you mean {', '.join(near)}? " if near else ""
        return f"{hint}an id or a name of {register}.csv ({len(self._items[register])} of them)"

    def _find(self, register: str, cell: str) -> str | None:
        """The id of an id or a name."""
        if cell in self._items[register]:
            return cell
        return next(
            (
                self._ids[register][form]
                for form in variants(cell, plural=False)
                if form in self._ids[register]
            ),
            None,
        )

    def _unit(self, row: Row) -> tuple[str, float]:
        """Canonical unit, and what values must be multiplied with: 万吨 is t and 10000."""
        cell = row.required("unit")
        known = self._unit_id(cell)
        match = None if known else _MAGNITUDE.fullmatch(cell)
        if match:
            known = self._unit_id(match[2])
        if known is None:
            raise row.error("unit", self._allowed("units", cell) + ", parts of a compound joined by '/'")
        return known, _MAGNITUDES[match[1]] if match else 1.0

    def _unit_id(self, cell: str) -> str | None:
        """A unit, or a compound of units such as ``USD/kg``."""
        whole = self._find("units", cell)
        if whole or "/" not in cell:
            return whole
        parts = [self._find("units", part.strip()) for part in cell.split("/")]
        return None if None in parts else "/".join(filter(None, parts))

    def _source(self, name: str, file: str) -> str:
        """A source; a new one, with the file as its title, when no register knows it."""
        source = Source(name, name, file, None, "", "", "")
        return str(self._items["sources"].setdefault(name, source).id)

    def _add_causal(self, row: Row, file: str) -> None:
        """A causal record of the user's own."""
        cells = {
            "id": f"{self._name}/causal/{row.line}",
            "source_ids": [self._source(file, file)],
            **row.cells,
        }
        record = causal_record(Row(row.file, row.line, cells))
        if not (record.cause_en or record.cause_zh) or not (record.effect_en or record.effect_zh):
            raise row.error("cause_en", "a cause and an effect, in English or Chinese (cause_zh, effect_zh)")
        self._items["causal"][record.id] = record


def _ids(items: dict[str, Any]) -> dict[str, str]:
    """Every form of every id and name to its id; of two that share a name, the first."""
    found: dict[str, str] = {}
    for key, item in items.items():
        names = item["names"] if isinstance(item, dict) else (*item.names_en, *item.names_zh)
        for name in (key, *names):
            for form in variants(name, plural=True):
                found.setdefault(form, key)
    return found


def _times(number: float | None, factor: float) -> float | None:
    """A value in canonical units."""
    return None if number is None else number * factor
