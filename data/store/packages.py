"""What a store is opened from: Frictionless packages and plain files of records."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import BufferedReader

__all__ = ["REGISTERS", "SHIPPED", "Origin", "Shipped", "Table", "locate", "needs_registers"]

REGISTERS = ("entities", "places", "metrics", "bases", "concepts", "units", "sources", "editions")
_TABLES = (*REGISTERS, "causal", "events")
_NEEDED_BY_PLAIN = ("entities", "places", "metrics", "units")
_SUFFIXES = (".csv", ".jsonl", ".ndjson")


class Shipped:
    """Stands for the package that comes with Kaozheng."""

    @property
    def path(self) -> Path:
        """The package's folder in this installation."""
        return Path(str(files("kaozheng.data").joinpath("reference")))

    def __repr__(self) -> str:
        return "ReferenceStore.SHIPPED"


SHIPPED = Shipped()


@dataclass(frozen=True, slots=True)
class Table:
    """One file of rows.

    Attributes:
        path: Where it lies.
        label: How messages and the hash name it.
        kind: ``numeric``, ``causal``, ``events`` or a register.
    """

    path: Path
    label: str
    kind: str

    @property
    def jsonl(self) -> bool:
        """Whether its rows are JSON objects."""
        return self.path.suffix.lower() != ".csv"

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """The file, for reading."""
        try:
            with self.path.open("rb") as file:
                yield file
        except OSError as error:
            raise ReferenceDataError(f"cannot read {self.label}: {error.strerror} ({self.path})") from error


@dataclass(frozen=True, slots=True)
class Origin:
    """A package or a plain file, before its rows are read.

    Attributes:
        name: The package's name, or the file's.
        version: The package's version; empty for plain files.
        plain: Whether it is a plain file of own records.
        tables: Its files.
        ignored: Resources of the package that the store has no use for.
    """

    name: str
    version: str
    plain: bool
    tables: tuple[Table, ...]
    ignored: tuple[str, ...] = ()

    def registers(self) -> Origin:
        """The same package without its records, events and causal entries."""
        return replace(self, tables=tuple(table for table in self.tables if table.kind in REGISTERS))

    def sha256(self) -> str:
        """Hash of names, kinds and contents of all tables."""
        digest = hashlib.sha256()
        for table in sorted(self.tables, key=lambda table: table.label):
            with table.open() as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
            digest.update(f"{table.kind}\n{table.label}\n{content}\n".encode())
        return digest.hexdigest()


def locate(place: str | Path | Shipped) -> Origin:
    """Find out what `place` is.

    Args:
        place: `SHIPPED`, a directory with a ``datapackage.json`` (or that file), or a CSV or JSONL file.

    Raises:
        ReferenceDataError: When there is nothing usable there.
    """
    if isinstance(place, Shipped):
        return _package(place.path)
    path = Path(place)
    if path.name == "datapackage.json":
        return _package(path.parent)
    if path.is_dir():
        return _package(path)
    if not path.is_file():
        raise ReferenceDataError(f"no reference data at {str(path)!r}: there is no such file or directory")
    if path.suffix.lower() not in _SUFFIXES:
        raise ReferenceDataError(
            f"cannot use {str(path)!r} as reference data: found a {path.suffix or 'nameless'} file;"
            f" allowed: a directory with datapackage.json, or a file ending in {', '.join(_SUFFIXES)}"
        )
    return Origin(path.stem, "", True, (Table(path, path.name, "numeric"),))


def needs_registers(origins: Iterable[Origin]) -> bool:
    """Whether plain files among `origins` name things that no package among them has a register of."""
    origins = list(origins)
    kinds = {table.kind for origin in origins for table in origin.tables}
    return any(origin.plain for origin in origins) and not kinds.issuperset(_NEEDED_BY_PLAIN)


def _package(folder: Path) -> Origin:
    """The package in a directory, from its descriptor."""
    descriptor = _descriptor(folder / "datapackage.json")
    tables: list[Table] = []
    ignored: list[str] = []
    for resource in descriptor["resources"]:
        for relative in _paths(folder, resource):
            kind = _kind(relative)
            if kind:
                tables.append(Table(folder / relative, relative, kind))
            else:
                ignored.append(relative)
    name = str(descriptor.get("name") or folder.name)
    return Origin(name, str(descriptor.get("version") or ""), False, tuple(tables), tuple(ignored))


def _descriptor(path: Path) -> dict[str, Any]:
    """``datapackage.json`` with at least a list of resources."""
    try:
        descriptor = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise ReferenceDataError(
            f"no reference package in {str(path.parent)!r}: it has no datapackage.json"
        ) from None
    except OSError as error:
        raise ReferenceDataError(f"cannot read {path}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ReferenceDataError(f"{path}: not valid JSON: {error}") from error
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    if not isinstance(resources, list) or not all(isinstance(resource, dict) for resource in resources):
        raise ReferenceDataError(f"{path}: 'resources' must be a list of objects, each with a 'path'")
    return dict(descriptor)


def _paths(folder: Path, resource: dict[str, Any]) -> list[str]:
    """The files of a resource, all of them inside the package."""
    named = resource.get("path")
    paths = [named] if isinstance(named, str) else named
    if not isinstance(paths, list) or not paths or not all(isinstance(path, str) for path in paths):
        raise ReferenceDataError(
            f"{folder / 'datapackage.json'}: resource {resource.get('name')!r} has 'path' {named!r};"
            " allowed: a file inside the package, or a list of them"
        )
    for path in paths:
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or ":" in path or "\\" in path:
            raise ReferenceDataError(
                f"{folder / 'datapackage.json'}: path {path!r} leads out of the package;"
                " allowed: files inside it"
            )
    return paths


def _kind(relative: str) -> str | None:
    """What the rows of a file are, by its name; None for files that the store has no use for."""
    path = PurePosixPath(relative)
    if path.suffix.lower() not in _SUFFIXES:
        return None
    if path.parts[0] == "records":
        return "numeric"
    return path.stem if path.stem in _TABLES else None
