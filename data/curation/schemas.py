"""Frictionless Table Schemas of the package's files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kaozheng.data.validate.columns import CAUSAL, RECORDS, TABLES

if TYPE_CHECKING:
    from kaozheng.data.validate.columns import Column

__all__ = ["TABLES", "table_schema"]

_RECORD_LINKS = (
    ("source_id", "sources"),
    ("subject", "entities"),
    ("metric", "metrics"),
    ("place", "places"),
)


def table_schema(name: str) -> dict[str, Any]:
    """The schema of a table; ``records`` and ``causal`` are the record files.

    >>> table_schema("editions")["primaryKey"]
    ['id']
    >>> [link["fields"] for link in table_schema("records")["foreignKeys"]]
    [['source_id'], ['subject'], ['metric'], ['place']]
    """
    columns = {"records": RECORDS, "causal": CAUSAL, **TABLES}[name]
    schema: dict[str, Any] = {"fields": [_field(column) for column in columns], "primaryKey": ["id"]}
    if name == "records":
        schema["foreignKeys"] = [_link(column, table) for column, table in _RECORD_LINKS]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind}
    if column.description:
        separator = "; several values separated by |" if column.many else ""
        field["description"] = column.description + separator
    constraints = {key: True for key in ("required", "unique") if getattr(column, key)}
    if constraints:
        field["constraints"] = constraints
    return field


def _link(column: str, table: str) -> dict[str, Any]:
    return {"fields": [column], "reference": {"resource": table, "fields": ["id"]}}
