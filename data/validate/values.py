"""Rules about values: intervals in order, and empty cells explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.data.validate.package import cells
from kaozheng.data.validate.schema import as_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.validate.package import Package, Row
    from kaozheng.data.validate.problem import Problem

__all__ = ["disordered_interval", "impossible_share", "unexplained_gap", "withheld_value"]

_NO_VALUE = frozenset({"withheld", "not_available", "not_applicable", "net_exporter"})
_GAP = _NO_VALUE | {"range", "less_than_half_unit"}
_WHOLE = frozenset(
    {"production_share", "reserves_share", "consumption_share", "export_share", "import_source_share"}
)


def disordered_interval(package: Package) -> Iterator[Problem]:
    """``low <= value <= high``."""
    for table, row in package.records():
        if not _in_order(row):
            found = ", ".join(f"{name} {row[name] or 'empty'}" for name in ("low", "value", "high"))
            message = f"{found} are not in order; low <= value <= high"
            yield table.problem(row, "value", "disordered_interval", message)


def _in_order(row: Row) -> bool:
    """Whether the numbers that are there do not fall.

    >>> from kaozheng.data.validate.package import Row
    >>> _in_order(Row(2, {"low": "5", "value": "", "high": "4"}))
    False
    """
    found = [number for name in ("low", "value", "high") if (number := as_number(row[name])) is not None]
    return found == sorted(found)


def withheld_value(package: Package) -> Iterator[Problem]:
    """What a source withholds has no value: withheld is not zero."""
    for table, row in package.records():
        reasons = _NO_VALUE.intersection(cells(row["qualifiers"]))
        if reasons and (row["value"] or row["low"] or row["high"]):
            message = (
                f"a value although it is {', '.join(sorted(reasons))}; empty the cells or drop the qualifier"
            )
            yield table.problem(row, "value", "withheld_value", message)


def unexplained_gap(package: Package) -> Iterator[Problem]:
    """A row without value says why; dates stand in ``printed`` and ``period``."""
    for table, row in package.records():
        if not row["value"] and row["unit"] != "date" and not _GAP.intersection(cells(row["qualifiers"])):
            message = f"no value and no qualifier that says why; known: {', '.join(sorted(_GAP))}"
            yield table.problem(row, "value", "unexplained_gap", message)


def impossible_share(package: Package) -> Iterator[Problem]:
    """A part of a whole is between 0 and 100 percent."""
    for table, row in package.records():
        value = as_number(row["value"])
        if row["unit"] == "%" and row["metric"] in _WHOLE and value is not None and not 0 <= value <= 100:
            yield table.problem(row, "value", "impossible_share", f"{row['value']} % is no share of a whole")
