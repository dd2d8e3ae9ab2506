"""Builds ``records/*.csv`` and ``datapackage.json`` of the reference package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kaozheng.data.curation.package import write_descriptor
from kaozheng.data.curation.rows import table_records
from kaozheng.data.curation.series import load_series
from kaozheng.data.curation.sources import TABLES
from kaozheng.data.curation.supersede import link_editions
from kaozheng.data.curation.tables import join, number, read_table, split, write_table
from kaozheng.data.records import NumericRecord
from kaozheng.data.validate.columns import RECORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CURATED", "PACKAGE", "RECORD_COLUMNS", "build"]

PACKAGE = Path(__file__).parent.parent / "reference"
# Checked by hand, row by row: an input of the build and not its output.
CURATED = "curated"
RECORD_COLUMNS = tuple(column.name for column in RECORDS)


def build(shared: Path, package: Path = PACKAGE) -> dict[str, int]:
    """Rebuild the computed files of the package from the source tables.

    Args:
        shared: Folder that holds ``reference/facts_*.csv``.
        package: Package folder with the tables that are kept by hand.

    Returns:
        Number of records by file.
    """
    dates = _publication_dates(package)
    series = load_series()
    misprints = {row["id"] for row in read_table(Path(__file__).parent / "misprints.csv")}
    files = {
        table.name: table_records(
            table, read_table(shared / "reference" / table.file), series, dates, misprints
        )
        for table in TABLES
    }
    files[CURATED] = _curated(package)
    counts = _write(files, _edition_order(package), package)
    write_descriptor(package, sorted(files))
    return counts


def _write(
    files: Mapping[str, list[NumericRecord]], order: Mapping[str, list[str]], package: Path
) -> dict[str, int]:
    linked = link_editions((record for records in files.values() for record in records), order)
    by_id = {record.id: record for record in linked}
    for name, records in files.items():
        rows = [_row(by_id[record.id]) for record in sorted(records, key=lambda record: record.id)]
        write_table(package / "records" / f"{name}.csv", RECORD_COLUMNS, rows)
    return {f"records/{name}.csv": len(records) for name, records in sorted(files.items())}


def _publication_dates(package: Path) -> dict[str, str]:
    """Publication date by edition id and by source id."""
    rows = read_table(package / "sources.csv") + read_table(package / "editions.csv")
    return {row["id"]: row["published"] for row in rows}


def _edition_order(package: Path) -> dict[str, list[str]]:
    """Edition ids of every series, oldest first."""
    order: dict[str, list[str]] = {}
    for row in sorted(read_table(package / "editions.csv"), key=lambda row: row["published"]):
        order.setdefault(row["series"], []).append(row["id"])
    return order


def _curated(package: Path) -> list[NumericRecord]:
    return [_record(row) for row in read_table(package / "records" / f"{CURATED}.csv")]


def _record(row: Mapping[str, str]) -> NumericRecord:
    cells: dict[str, object] = dict(row)
    cells["qualifiers"] = split(row["qualifiers"])
    for column in ("value", "low", "high"):
        cells[column] = float(row[column]) if row[column] else None
    return NumericRecord(**cells)  # type: ignore[arg-type]  # the columns are the fields


def _row(record: NumericRecord) -> dict[str, str]:
    cells = {column: getattr(record, column) for column in RECORD_COLUMNS}
    for column in ("value", "low", "high"):
        cells[column] = number(cells[column])
    cells["qualifiers"] = join(record.qualifiers)
    return cells
