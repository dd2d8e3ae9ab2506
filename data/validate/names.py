"""Rules about the registers of names: everything is named, and no name means two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.data.validate.package import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.validate.package import Package
    from kaozheng.data.validate.problem import Problem

__all__ = ["nameless", "shared_name"]

_NAMED = ("entities", "places", "metrics", "bases", "concepts")
# Several publications of one publisher share its name, and a metric may be a stage of another.
_DISTINCT = ("entities", "places")


def nameless(package: Package) -> Iterator[Problem]:
    """Every entry has a name in both languages."""
    for kind in _NAMED:
        for table in package.of_kind(kind):
            for row in table.rows:
                for column in ("names_en", "names_zh"):
                    if not cells(row[column]):
                        message = f"{row['id']} has no {column[-2:]} name, so texts in that language miss it"
                        # A cause may be told apart in one language only; an entity never.
                        yield table.problem(row, column, "nameless", message, warn=kind == "concepts")


def shared_name(package: Package) -> Iterator[Problem]:
    """A name stands for one entity or place only, else a text that uses it cannot be linked."""
    for kind in _DISTINCT:
        owner: dict[str, str] = {}
        for table in package.of_kind(kind):
            for row in table.rows:
                for name in {*cells(row["names_en"]), *cells(row["names_zh"])}:
                    first = owner.setdefault(name.casefold(), row["id"])
                    if first != row["id"]:
                        message = f"{name!r} already names {first}; keep it on one of them"
                        yield table.problem(row, "names_en", "shared_name", message)
