"""Rule about the form of ids: readable, and in step with the columns of the row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.validate.package import Package, Row
    from kaozheng.data.validate.problem import Problem

__all__ = ["follows_from", "id_form"]

_SUFFIX = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FORMS = {
    "entities": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    "concepts": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    "sources": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    "editions": re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*"),
    "metrics": re.compile(r"[a-z]+(_[a-z]+)*"),
    "places": re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*"),
    "causal": re.compile(r"causal/[a-z0-9-]+"),
}


def id_form(package: Package) -> Iterator[Problem]:
    """Ids of registers are slugs; ids of records say what the row is about."""
    for table in package.tables:
        form = _FORMS.get(table.kind)
        for row in table.rows if form else ():
            if form and row["id"] and not form.fullmatch(row["id"]):
                yield table.problem(row, "id", "id_form", f"id {row['id']!r} does not match {form.pattern}")
    if package.descriptor is None:
        return  # ids in a user's plain file are his own affair
    for table, row in package.records():
        if row["id"] and not follows_from(row):
            message = f"id {row['id']!r} does not follow from the row; expected {_expected(row)}"
            yield table.problem(row, "id", "id_form", message)


def follows_from(row: Row) -> bool:
    """Whether a record's id is made of its cells; the period may be left out, the metric may have a suffix.

    >>> from kaozheng.data.validate.package import Row
    >>> cells = {"edition": "usgs-mcs-2025", "subject": "copper", "metric": "production", "place": "CHN"}
    >>> follows_from(Row(2, cells | {"id": "usgs-mcs-2025/copper/production.refinery/CHN/2024", "period": "2024"}))
    True
    >>> follows_from(Row(2, cells | {"id": "usgs-mcs-2025/copper/reserves/CHN"}))
    False
    """
    parts = row["id"].split("/")
    if len(parts) > 2:
        metric, dot, suffix = parts[2].partition(".")
        if dot and not _SUFFIX.fullmatch(suffix):
            return False
        parts[2] = metric
    wanted = _expected(row).split("/")
    return parts == wanted or (bool(row["period"]) and parts == wanted[:-1])


def _expected(row: Row) -> str:
    owner = row["edition"] or row["source_id"]
    period = row["period"].replace("/", "--")
    parts = (owner, row["subject"], row["metric"], row["place"], row["partner"], period)
    return "/".join(part for part in parts if part)
