"""Rule that adds up: the places of a table against the world total it prints."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kaozheng.data.validate.package import cells
from kaozheng.data.validate.schema import as_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.validate.package import Package, Row, Table
    from kaozheng.data.validate.problem import Problem

__all__ = ["parts_against_total"]

_WORLD = "WLD"
_TOLERANCE = 0.15
_SUMMED = frozenset({"production", "reserves", "capacity"})
_INCOMPLETE = frozenset({"greater_than", "less_than", "withheld", "not_available", "less_than_half_unit"})
_Key = tuple[str, ...]


def parts_against_total(package: Package) -> Iterator[Problem]:
    """A complete table of places adds up to its world total."""
    for total, parts in _tables(package).values():
        if total is None or not _complete([total[1], *parts]):
            continue
        table, row = total
        whole, found = as_number(row["value"]), sum(as_number(part["value"]) or 0.0 for part in parts)
        if whole and abs(found / whole - 1) > _TOLERANCE:
            message = f"the places add up to {found:.10g}, the world total is {whole:.10g} {row['unit']}"
            yield table.problem(row, "value", "parts_against_total", message, warn=True)


def _tables(package: Package) -> dict[_Key, tuple[tuple[Table, Row] | None, list[Row]]]:
    """World row and place rows of every series and period of an edition that covers other countries too."""
    found: dict[_Key, tuple[tuple[Table, Row] | None, list[Row]]] = defaultdict(lambda: (None, []))
    for table, row in package.records():
        if row["metric"] not in _SUMMED or not row["edition"]:
            continue
        path = row["id"].split("/")[2:3]
        key = (row["edition"], row["subject"], *path, row["stage"], row["basis"], row["period"], row["unit"])
        parts = found[key][1]
        if row["place"] == _WORLD:
            found[key] = ((table, row), parts)
        else:
            parts.append(row)
    return {key: entry for key, entry in found.items() if any(part["place"] == "OTH" for part in entry[1])}


def _complete(rows: list[Row]) -> bool:
    return all(row["value"] and not _INCOMPLETE.intersection(cells(row["qualifiers"])) for row in rows)
