"""Reads and writes CSV tables the same way on every machine."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

__all__ = ["join", "number", "read_table", "split", "write_table"]


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of a UTF-8 CSV file (with or without BOM) as dictionaries."""
    if not path.is_file():
        raise ReferenceDataError(f"table {path} not found; give the folder that holds the source tables")
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows with the given columns, LF line ends and no BOM."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell.

    >>> split("镓|金属镓")
    ('镓', '金属镓')
    >>> split("")
    ()
    """
    return tuple(part for part in cell.split("|") if part)


def join(values: Iterable[str]) -> str:
    """The cell of several values.

    >>> join(["estimated", "rounded"])
    'estimated|rounded'
    """
    return "|".join(values)


def number(value: float | None) -> str:
    """A number as it stands in a cell: no exponent, no trailing zeros, 12 significant digits.

    >>> number(3800000.0), number(8.06 * 0.01), number(None), number(3.3e13)
    ('3800000', '0.0806', '', '33000000000000')
    """
    if value is None:
        return ""
    rounded = float(f"{value:.12g}")
    if rounded.is_integer():
        return str(int(rounded))
    return f"{rounded:.12f}".rstrip("0")
