"""A package as tables of raw cells, so that rules can see what a typed reader would refuse."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaozheng.data.validate.columns import CAUSAL, RECORDS, TABLES
from kaozheng.data.validate.problem import Problem
from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaozheng.data.validate.columns import Column

__all__ = ["SHIPPED", "Package", "Row", "Table", "cells", "load_package"]

SHIPPED = Path(__file__).parent.parent / "reference"
_DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line number and its cells."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell, stripped; empty when the column is missing."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """One file of the package.

    Attributes:
        kind: ``records``, ``causal`` or the name of a register (``entities`` ...).
        file: Path inside the package.
        header: Column names as found.
        rows: All rows.
    """

    kind: str
    file: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that the table ought to have."""
        return {"records": RECORDS, "causal": CAUSAL, **TABLES}[self.kind]

    def problem(
        self, row: Row | None, column: str, code: str, message: str, *, warn: bool = False
    ) -> Problem:
        """A problem in this table."""
        line = row.line if row else 0
        return Problem(self.file, line, column, code, "warning" if warn else "error", message)


@dataclass(slots=True)
class Package:
    """All tables of a package, and what went wrong while reading them.

    Attributes:
        path: Folder or file that was given.
        tables: Tables in reading order.
        problems: Problems of reading.
        descriptor: The parsed ``datapackage.json``; None for a plain file.
    """

    path: Path
    tables: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    descriptor: dict[str, Any] | None = None

    def of_kind(self, kind: str) -> Iterator[Table]:
        """Tables of one kind."""
        return (table for table in self.tables if table.kind == kind)

    def records(self) -> Iterator[tuple[Table, Row]]:
        """Every numeric record with its table."""
        return ((table, row) for table in self.of_kind("records") for row in table.rows)

    def ids(self, kind: str) -> frozenset[str]:
        """Ids of a register; those of the shipped package where this one has no such register."""
        tables = list(self.of_kind(kind))
        return _ids(tables) if tables else _shipped_ids(kind)


def cells(cell: str) -> list[str]:
    """The values of a cell that may hold several.

    >>> cells("estimated|rounded"), cells("")
    (['estimated', 'rounded'], [])
    """
    return [part for part in cell.split("|") if part]


def load_package(path: Path) -> Package:
    """Read a package folder, its ``datapackage.json`` or one CSV or JSONL file of records."""
    if not path.exists():
        raise ReferenceDataError(
            f"no package at {path}; give a folder with CSV files or one CSV or JSONL file"
        )
    if path.name == _DESCRIPTOR:
        path = path.parent
    package = Package(path)
    if path.is_file():
        _read_into(package, path, path.name, "causal" if _is_causal(path) else "records")
        return package
    _read_descriptor(package)
    for file in sorted((path / "records").glob("*.csv")):
        _read_into(package, file, f"records/{file.name}", "records")
    for kind in TABLES:
        if (path / f"{kind}.csv").is_file():
            _read_into(package, path / f"{kind}.csv", f"{kind}.csv", kind)
    if (path / "causal.jsonl").is_file():
        _read_into(package, path / "causal.jsonl", "causal.jsonl", "causal")
    if not package.tables:
        package.problems.append(
            Problem(
                path.name,
                0,
                "",
                "empty_package",
                "error",
                "no records/*.csv, no register and no causal.jsonl found",
            )
        )
    return package


def _ids(tables: Iterable[Table]) -> frozenset[str]:
    return frozenset(row["id"] for table in tables for row in table.rows)


@lru_cache(maxsize=16)
def _shipped_ids(kind: str) -> frozenset[str]:
    """Ids of a register of the shipped package."""
    name = "causal.jsonl" if kind == "causal" else f"{kind}.csv"
    package = Package(SHIPPED)
    _read_into(package, SHIPPED / name, name, kind)
    return _ids(package.tables)


def _is_causal(path: Path) -> bool:
    with path.open(encoding="utf-8-sig", errors="replace") as handle:
        return path.suffix == ".jsonl" and '"cause_en"' in handle.readline()


def _read_descriptor(package: Package) -> None:
    file = package.path / _DESCRIPTOR
    if not file.is_file():
        return
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        package.problems.append(Problem(_DESCRIPTOR, 0, "", "unreadable", "error", f"not JSON: {error}"))
        return
    package.descriptor = found if isinstance(found, dict) else {}


def _read_into(package: Package, path: Path, name: str, kind: str) -> None:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        table = _jsonl(text, name, kind) if path.suffix == ".jsonl" else _csv(text, name, kind, package)
    except (ValueError, csv.Error) as error:
        message = f"cannot be read: {error}; save it as UTF-8 CSV with a header row, or as JSON lines"
        package.problems.append(Problem(name, 0, "", "unreadable", "error", message))
        return
    package.tables.append(table)


def _csv(text: str, name: str, kind: str, package: Package) -> Table:
    reader = csv.reader(io.StringIO(text, newline=""))
    header = tuple(next(reader, []))
    rows = []
    for cells_found in reader:
        line = reader.line_num
        if len(cells_found) != len(header):
            message = (
                f"{len(cells_found)} cells under {len(header)} columns; quote cells that contain a comma"
            )
            package.problems.append(Problem(name, line, "", "cell_count", "error", message))
        rows.append(Row(line, {key: cell.strip() for key, cell in zip(header, cells_found, strict=False)}))
    return Table(kind, name, header, tuple(rows))


def _jsonl(text: str, name: str, kind: str) -> Table:
    rows = [
        Row(line, _flat(json.loads(part))) for line, part in enumerate(text.splitlines(), 1) if part.strip()
    ]
    header = tuple(dict.fromkeys(key for row in rows for key in row.cells))
    return Table(kind, name, header, tuple(rows))


def _flat(found: Any) -> dict[str, str]:  # noqa: ANN401 - whatever JSON holds
    """A JSON object with its values as cells."""
    if not isinstance(found, dict):
        raise ReferenceDataError(f"a line holds {type(found).__name__} and not an object")
    return {key: _cell(value) for key, value in found.items()}


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    if value is None:
        return ""
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)
