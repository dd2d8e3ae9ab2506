"""Rules that compare rows: the same series twice, and jumps between editions."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kaozheng.data.validate.schema import as_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.validate.package import Package, Row
    from kaozheng.data.validate.problem import Problem

__all__ = ["edition_jump", "repeated_series", "slip"]

_LARGE = 5.0
_SERIES = ("subject", "metric", "stage", "basis", "detail", "place", "partner", "period", "unit")


def repeated_series(package: Package) -> Iterator[Problem]:
    """One edition (or source) gives one value for one series, place and period."""
    seen: dict[tuple[str, ...], Row] = {}
    for table, row in package.records():
        key = (row["edition"] or row["source_id"], *(row[name] for name in _SERIES))
        first = seen.setdefault(key, row)
        if first is not row and (first["value"], first["low"]) != (row["value"], row["low"]):
            message = f"{row['value'] or row['low']} where {first['id']} has {first['value'] or first['low']}"
            yield table.problem(row, "value", "repeated_series", message)


def edition_jump(package: Package) -> Iterator[Problem]:
    """A new edition that changes a value beyond reason, or by a power of ten, wants a second look."""
    by_id = {row["id"]: row for _, row in package.records()}
    for table, row in package.records():
        former = by_id.get(row["supersedes"])
        if former is None or former["unit"] != row["unit"]:
            continue
        jump = slip(as_number(former["value"]), as_number(row["value"]))
        if jump:
            message = f"{row['value']} {row['unit']} where {former['id']} has {former['value']}: {jump}"
            yield table.problem(row, "value", "edition_jump", message, warn=True)


def slip(former: float | None, value: float | None) -> str:
    """Why the step from one value to the next looks wrong; empty when it does not.

    >>> slip(3800000, 380000)
    'a power of ten (x0.1)'
    >>> slip(10e6, 3.8e6), slip(22e6, 3.5e6)
    ('', 'x0.159')
    """
    if not former or not value or former * value < 0:
        return ""
    ratio = value / former
    power = math.log10(ratio)
    if abs(power) > 0.5 and abs(power - round(power)) < 0.02:
        return f"a power of ten (x{ratio:.3g})"
    return f"x{ratio:.3g}" if ratio > _LARGE or ratio < 1 / _LARGE else ""
