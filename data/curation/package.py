"""Writes ``datapackage.json``: name, version, licences and a Table Schema per file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kaozheng.data.curation.schemas import TABLES, table_schema

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["NAME", "VERSION", "write_descriptor"]

NAME = "kaozheng-reference"
VERSION = "2026.11.0"

_LICENCES = [
    {
        "name": "Apache-2.0",
        "title": "Apache License 2.0 (selection, names and causal records)",
        "path": "https://www.apache.org/licenses/LICENSE-2.0",
    },
    {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0 (figures of Our World in Data)",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    },
]
_DESCRIPTION = (
    "Sourced values on strategic resources, energy, economies and weapons, with the editions in which they "
    "were published, and documented causes. Each figure keeps the terms of its source; see sources.csv."
)


def write_descriptor(package: Path, records: Sequence[str]) -> None:
    """Write the descriptor of a package with the given record files."""
    descriptor = {
        "name": NAME,
        "title": "Kaozheng reference dataset",
        "description": _DESCRIPTION,
        "version": VERSION,
        "licenses": _LICENCES,
        "resources": [
            *(_record_file(name) for name in records),
            *(_table(name) for name in TABLES),
            _causal(),
        ],
    }
    text = json.dumps(descriptor, ensure_ascii=False, indent=2)
    (package / "datapackage.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _record_file(name: str) -> dict[str, Any]:
    return _resource(f"records-{name}", f"records/{name}.csv", table_schema("records"))


def _table(name: str) -> dict[str, Any]:
    return _resource(name, f"{name}.csv", table_schema(name))


def _resource(name: str, path: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "type": "table",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _causal() -> dict[str, Any]:
    """A plain file: plain frictionless reads no JSON lines; the rules in `kaozheng.data.validate` check it."""
    return {
        "name": "causal",
        "path": "causal.jsonl",
        "type": "file",
        "scheme": "file",
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
    }
