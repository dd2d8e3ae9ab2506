"""Rows of CSV and JSONL files, with errors that name file, row, column and value."""

from __future__ import annotations

import csv
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kaozheng.data.store.dates import DATE_FORMS, PERIOD_FORMS, last_day, span
from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Row", "read_rows"]

_MISSING = ("", None)
_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Attributes:
        file: The file as messages name it.
        line: Line number, from 1.
        cells: Column to cell: strings from CSV, any JSON value from JSONL.
    """

    file: str
    line: int
    cells: dict[str, Any]

    def error(self, column: str, allowed: str) -> ReferenceDataError:
        """The error for a cell that cannot be used."""
        found = self.cells.get(column)
        what = "is missing" if column not in self.cells else f"is {found!r}"
        return ReferenceDataError(
            f"{self.file}, row {self.line}: column {column!r} {what}; allowed: {allowed}"
        )

    def text(self, column: str) -> str:
        """The cell as a stripped string; empty when the column or the cell is missing."""
        cell = self.cells.get(column)
        if isinstance(cell, str):
            return cell.strip()
        if cell is None:
            return ""
        if isinstance(cell, bool) or not isinstance(cell, (int, float)):
            raise self.error(column, "text")
        return str(cell)

    def required(self, column: str, allowed: str = "any text but an empty one") -> str:
        """The cell as a string that must not be empty."""
        cell = self.text(column)
        if not cell:
            raise self.error(column, allowed)
        return cell

    def one_of(self, column: str, allowed: tuple[str, ...]) -> str:
        """The cell, which must be one of `allowed`."""
        cell = self.text(column)
        if cell not in allowed:
            raise self.error(column, ", ".join(allowed))
        return cell

    def many(self, column: str) -> tuple[str, ...]:
        """Several values: separated by ``|`` in CSV, a list of strings in JSONL."""
        cell = self.cells.get(column)
        if cell in _MISSING:
            return ()
        if isinstance(cell, list) and all(isinstance(part, str) for part in cell):
            parts = cell
        elif isinstance(cell, str):
            parts = cell.split("|")
        else:
            raise self.error(column, "a list of texts")
        return tuple(part.strip() for part in parts if part.strip())

    def number(self, column: str) -> float | None:
        """The cell as a finite number, thousands separators allowed; None when it is empty."""
        cell = self.cells.get(column)
        if cell in _MISSING:
            return None
        try:
            number = math.nan if isinstance(cell, bool) else float(_plain(cell))
        except (TypeError, ValueError):
            number = math.nan
        if not math.isfinite(number):
            raise self.error(column, "a finite number such as 3800000, 3,800,000 or 3.8e6, or nothing")
        return number

    def truth(self, column: str) -> bool:
        """The cell as yes or no; an empty one is no."""
        cell = self.cells.get(column)
        word = str(cell).strip().lower() if cell is not None else ""
        if word not in _TRUTH:
            raise self.error(column, "true or false")
        return _TRUTH[word]

    def year(self, column: str) -> int | None:
        """The cell as a year; None when it is empty."""
        cell = self.text(column)
        if cell and not (cell.isdecimal() and cell.isascii() and len(cell) == 4):
            raise self.error(column, "a year such as 2025, or nothing")
        return int(cell) if cell else None

    def date(self, column: str) -> str:
        """The cell as an ISO 8601 date of any precision; may be empty."""
        cell = self.text(column)
        if cell and last_day(cell) is None:
            raise self.error(column, f"a date such as {DATE_FORMS}, or nothing")
        return cell

    def period(self, column: str) -> str:
        """The cell as an ISO 8601 period; may be empty."""
        cell = self.text(column)
        if cell and span(cell) is None:
            raise self.error(column, f"a period such as {PERIOD_FORMS}, or nothing")
        return cell


def read_rows(file: str, lines: Iterable[str], *, jsonl: bool) -> Iterator[Row]:
    r"""The rows of one file.

    >>> next(read_rows("own.csv", ["subject,value\n", "镓,750\n"], jsonl=False)).number("value")
    750.0

    Args:
        file: The file as messages name it.
        lines: Its lines; for CSV with their ends as they are.
        jsonl: Whether it is JSON Lines, else CSV with a header row.

    Raises:
        ReferenceDataError: On a malformed row, with file and row.
    """
    return _json_rows(file, lines) if jsonl else _csv_rows(file, lines)


def _plain(cell: Any) -> Any:  # noqa: ANN401 - a cell of a JSON row can be anything
    """A number as written, without its thousands separators."""
    return cell.replace(",", "").replace("，", "") if isinstance(cell, str) else cell


def _csv_rows(file: str, lines: Iterable[str]) -> Iterator[Row]:
    """Rows of CSV under its header."""
    reader = csv.reader(lines, strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(file, header)
        for cells in reader:
            if len(cells) == len(header):
                yield Row(file, reader.line_num, dict(zip(header, cells, strict=True)))
            elif cells:
                raise ReferenceDataError(
                    f"{file}, row {reader.line_num}: found {len(cells)} cells where the header has"
                    f" {len(header)} columns ({', '.join(header)}); quote cells that contain commas"
                )
    except csv.Error as error:
        raise ReferenceDataError(f"{file}, row {reader.line_num}: not valid CSV: {error}") from error


def _check_header(file: str, header: list[str]) -> None:
    """A header needs names, each once."""
    if not any(header):
        raise ReferenceDataError(f"{file}: no header row found; the first row must name the columns")
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise ReferenceDataError(f"{file}: columns named twice in the header: {', '.join(map(repr, twice))}")


def _json_rows(file: str, lines: Iterable[str]) -> Iterator[Row]:
    """Rows of JSON Lines; blank lines are skipped."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            cells = json.loads(line)
            json.dumps(cells, ensure_ascii=False).encode()  # half a character is not JSON text either
        except (ValueError, RecursionError) as error:
            raise ReferenceDataError(f"{file}, row {number}: not valid JSON: {error}") from error
        if not isinstance(cells, dict):
            raise ReferenceDataError(
                f"{file}, row {number}: found {line[:40]!r}; allowed: one JSON object per line"
            )
        yield Row(file, number, cells)
