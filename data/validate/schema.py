"""Rules about files and cells: descriptor, columns, required cells, numbers, unique ids."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kaozheng.data.validate.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.validate.package import Package

__all__ = ["as_number", "descriptor", "missing_columns", "missing_values", "not_a_number", "repeated_ids"]


def as_number(cell: str) -> float | None:
    """The number in a cell; None when it is empty or no finite number.

    >>> as_number("3800000"), as_number(""), as_number("3.8 Mt"), as_number("nan")
    (3800000.0, None, None, None)
    """
    try:
        found = float(cell)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def descriptor(package: Package) -> Iterator[Problem]:
    """``datapackage.json`` has a name and a version, and lists exactly the files there are."""
    if package.descriptor is None:
        return
    file = "datapackage.json"
    for key in ("name", "version", "licenses", "resources"):
        if not package.descriptor.get(key):
            yield Problem(file, 0, key, "descriptor", "error", f"{key} is missing; every package states it")
    listed = {str(item.get("path")) for item in package.descriptor.get("resources") or []}
    found = {table.file for table in package.tables} | {problem.file for problem in package.problems}
    for path in sorted(listed - found):
        yield Problem(file, 0, "resources", "descriptor", "error", f"{path} is listed but not in the package")
    for path in sorted(found - listed - {file}):
        yield Problem(file, 0, "resources", "descriptor", "error", f"{path} is in the package but not listed")


def missing_columns(package: Package) -> Iterator[Problem]:
    """Every column of the table is there, and no other."""
    for table in package.tables:
        known = [column.name for column in table.columns]
        for column in table.columns:
            optional = table.kind in ("records", "causal") and not column.required
            if column.name not in table.header and not (optional and package.descriptor is None):
                yield table.problem(None, column.name, "missing_column", f"column {column.name!r} is missing")
        for name in table.header:
            if name not in known:
                message = f"unknown column {name!r}; known: {', '.join(known)}"
                yield table.problem(None, name, "unknown_column", message, warn=True)


def missing_values(package: Package) -> Iterator[Problem]:
    """Cells that must not be empty are not."""
    for table in package.tables:
        required = [
            column.name for column in table.columns if column.required and column.name in table.header
        ]
        for row in table.rows:
            for name in required:
                if not row[name]:
                    yield table.problem(row, name, "missing_value", f"{name} is empty; it must be filled in")


def not_a_number(package: Package) -> Iterator[Problem]:
    """Numeric cells hold finite numbers in plain notation."""
    for table in package.tables:
        numeric = [column.name for column in table.columns if column.kind in ("number", "integer")]
        for row in table.rows:
            for name in numeric:
                if row[name] and as_number(row[name]) is None:
                    message = f"{row[name]!r} is not a number; write 3800000, without unit or separators"
                    yield table.problem(row, name, "not_a_number", message)


def repeated_ids(package: Package) -> Iterator[Problem]:
    """No two rows of a kind share an id; records must be unique over all files."""
    seen: dict[tuple[str, str], str] = {}
    for table in package.tables:
        kind = "records" if table.kind == "causal" else table.kind
        for row in table.rows:
            first = seen.setdefault((kind, row["id"]), f"{table.file}:{row.line}")
            if row["id"] and first != f"{table.file}:{row.line}":
                message = f"id {row['id']!r} already stands at {first}; ids are unique"
                yield table.problem(row, "id", "repeated_id", message)
