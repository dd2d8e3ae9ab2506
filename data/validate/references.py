"""Rules about links: every id that a row mentions exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.data.validate.package import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.validate.package import Package
    from kaozheng.data.validate.problem import Problem

__all__ = ["unknown_concept", "unknown_id", "unknown_unit"]

# (kind of table, column, register that must know the id)
_LINKS = (
    ("records", "subject", "entities"),
    ("records", "metric", "metrics"),
    ("records", "stage", "bases"),
    ("records", "basis", "bases"),
    ("records", "place", "places"),
    ("records", "partner", "places"),
    ("records", "source_id", "sources"),
    ("records", "edition", "editions"),
    ("events", "place", "places"),
    ("events", "subjects", "entities"),
    ("events", "source_id", "sources"),
    ("entities", "broader", "entities"),
    ("places", "members", "places"),
    ("metrics", "confused_with", "metrics"),
    ("bases", "incomparable_with", "bases"),
    ("concepts", "opposite", "concepts"),
    ("editions", "source_id", "sources"),
    ("editions", "supersedes", "editions"),
    ("causal", "source_ids", "sources"),
    ("causal", "documented_cause", "causal"),
)


def unknown_id(package: Package) -> Iterator[Problem]:
    """Ids of other tables exist there."""
    for kind, column, register in _LINKS:
        known = package.ids(register)
        for table in package.of_kind(kind):
            for row in table.rows:
                for found in cells(row[column]):
                    if found not in known:
                        message = f"{found!r} is not in {register}; add it there or correct the cell"
                        yield table.problem(row, column, "unknown_id", message)
    yield from _unknown_superseded(package)


def _unknown_superseded(package: Package) -> Iterator[Problem]:
    known = {row["id"] for _, row in package.records()}
    for table, row in package.records():
        if row["supersedes"] and row["supersedes"] not in known and package.descriptor is not None:
            message = f"the replaced record {row['supersedes']!r} is not in the package"
            yield table.problem(row, "supersedes", "unknown_id", message)


def unknown_unit(package: Package) -> Iterator[Problem]:
    """Units, and the parts of compound units, are registered."""
    known = package.ids("units")
    for table, row in package.records():
        parts = row["unit"].split("/") if row["unit"] else []
        for part in parts:
            if part not in known:
                message = f"unknown unit {row['unit']!r}; use the symbols of units.csv, compounds with /"
                yield table.problem(row, "unit", "unknown_unit", message)
                break


def unknown_concept(package: Package) -> Iterator[Problem]:
    """Causes and effects are made of concepts, entities and places that exist."""
    known = package.ids("concepts") | package.ids("entities") | package.ids("places")
    for table in package.of_kind("causal"):
        for row in table.rows:
            for column in ("cause_concepts", "effect_concepts"):
                for found in cells(row[column]):
                    if found not in known:
                        message = f"{found!r} is no concept, entity or place; add it to concepts.csv"
                        yield table.problem(row, column, "unknown_id", message)
