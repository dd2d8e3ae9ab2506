"""What a rule has to say about one cell, row or file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Problem", "Severity"]

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of one rule.

    Attributes:
        file: File inside the package, e.g. ``records/usgs-mcs-2025.csv``.
        row: Line number of a row (the header is line 1); 0 for the whole file.
        column: Column name; empty for the whole row or file.
        code: Name of the rule, e.g. ``unknown_unit``.
        severity: ``error`` makes the package invalid, ``warning`` asks for a second look.
        message: What was found, what is allowed and what to do.
    """

    file: str
    row: int
    column: str
    code: str
    severity: Severity
    message: str

    def __str__(self) -> str:
        """One line, as the command line prints it.

        >>> print(Problem("units.csv", 3, "kind", "missing_value", "error", "kind is empty"))
        units.csv:3: error: kind: kind is empty [missing_value]
        """
        place = f"{self.file}:{self.row}" if self.row else self.file
        column = f"{self.column}: " if self.column else ""
        return f"{place}: {self.severity}: {column}{self.message} [{self.code}]"
