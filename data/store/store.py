"""The reference store: everything the checker knows, behind a few look-ups."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kaozheng.data.records import (
    Basis,
    CausalRecord,
    Concept,
    Edition,
    Entity,
    Metric,
    NumericRecord,
    Place,
    PolicyEvent,
    Source,
)
from kaozheng.data.store import lookup
from kaozheng.data.store.cache import Index, open_index
from kaozheng.data.store.index import FORMAT
from kaozheng.data.store.names import Mention, NameFinder
from kaozheng.data.store.packages import SHIPPED, Origin, Shipped, locate, needs_registers
from kaozheng.data.store.search import search
from kaozheng.errors import RecordNotFoundError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kaozheng.data.store.database import Database

__all__ = ["ReferenceStore"]

_Item = TypeVar("_Item")
_NEAR = 2000  # ids looked through for near ones


class ReferenceStore:
    """Reference records and registers, read-only.

        store = ReferenceStore.open()
        store.numeric(subject="rare-earths", metric="reserves", place="RUS", as_of="2025-10-26")

    Attributes:
        SHIPPED: Stands for the shipped package in `open`.
        name: Names of the packages and files, as a report states them.
        version: Their versions; a plain file's is the start of its hash.
        sha256: Hash of all of them.
        index: Where the index lies, whether it was built now and why.
    """

    SHIPPED: Final = SHIPPED

    def __init__(self, origins: Sequence[Origin], hashes: Sequence[str], index: Index) -> None:
        self.name = " + ".join(origin.name for origin in origins)
        self.version = " + ".join(
            origin.version or digest[:12] for origin, digest in zip(origins, hashes, strict=True)
        )
        self.sha256 = (
            hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()
        )
        self.index = index

    @classmethod
    def open(cls, *paths: str | Path | Shipped, cache_dir: Path | None = None) -> ReferenceStore:
        """Open the shipped package, or the given packages and files instead.

        Packages merge; of two records with the same id the later one counts, and `overrides` lists it. Plain
        files use the registers of the packages beside them, and those of the shipped package where they lack any.

        Args:
            paths: Directories with a ``datapackage.json``, CSV or JSONL files of records, or `SHIPPED`.
            cache_dir: Where built indexes lie; the platform's user cache when not given.

        Raises:
            ReferenceDataError: When something is missing, malformed or inconsistent.
        """
        origins = [locate(path) for path in paths or (SHIPPED,)]
        registers = [locate(SHIPPED).registers()] if needs_registers(origins) else []
        hashes = [origin.sha256() for origin in origins]

        def build(connection: sqlite3.Connection) -> None:
            from kaozheng.data.store.build import (
                build as fill,  # here, because an index in the cache needs none of it
            )

            fill(connection, origins, registers)

        parts = [str(FORMAT), *(f"{one.name} {one.version}" for one in origins), *hashes]
        parts += [one.sha256() for one in registers]
        key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
        return cls(origins, hashes, open_index(key, build, cache_dir))

    def numeric(
        self,
        subject: str | Sequence[str] | None = None,
        metric: str | Sequence[str] | None = None,
        place: str | Sequence[str] | None = None,
        period: str | Sequence[str] | None = None,
        source: str | Sequence[str] | None = None,
        edition: str | Sequence[str] | None = None,
        as_of: str | None = None,
    ) -> list[NumericRecord]:
        """Records by ids, sorted by subject, metric, place, period and date of publication.

        Args:
            subject: Entity id, or several; None means any, here and below.
            metric: Metric id.
            place: Place code.
            period: ISO 8601 period; records of periods inside it are found too.
            source: Source id.
            edition: Edition id.
            as_of: Only what was published by the last day of this date; undated records count as known.
        """
        wanted = {
            "subject": subject,
            "metric": metric,
            "place": place,
            "source_id": source,
            "edition": edition,
        }
        return lookup.numeric(self._database, wanted, period, as_of)

    def history(self, record: NumericRecord) -> list[NumericRecord]:
        """The same series and period in every edition, oldest first, and what supersedes what."""
        return lookup.history(self._database, record, self.editions)

    def record(self, id: str) -> NumericRecord | CausalRecord:  # noqa: A002 - the name in the contract
        """One record by its id.

        Raises:
            RecordNotFoundError: When there is none; names near ids.
        """
        found = lookup.select(self._database, "where id = ?", (id,))
        if found:
            return found[0]
        for causal in self.causal:
            if causal.id == id:
                return causal
        raise RecordNotFoundError(self._not_found(id))

    def search(self, query: str, lang: str | None = None, limit: int = 20) -> list[NumericRecord]:
        """Records by names and aliases of both languages, best first.

        Args:
            query: Words such as ``俄罗斯稀土储量`` or ``Russia rare earth reserves``, or the start of an id.
            lang: Only names of this language, ``zh`` or ``en``.
            limit: How many records at most.
        """
        return search(self._database, self._finder, query, lang, limit)

    def find_names(self, text: str) -> list[Mention]:
        """The names of entities, places, metrics, bases, concepts and sources in a text, by position.

        Inside a kind the longest match wins; names of different kinds may overlap. Offsets are code points.
        """
        return self._finder.find(text)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Register of what records are about."""
        return self._register("entities", Entity)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Register of places."""
        return self._register("places", Place)

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        """Register of measures."""
        return self._register("metrics", Metric)

    @cached_property
    def bases(self) -> Mapping[str, Basis]:
        """Register of stages, bases of weighing and price series."""
        return self._register("bases", Basis)

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """Register of what causes and effects are made of."""
        return self._register("concepts", Concept)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Register of sources."""
        return self._register("sources", Source)

    @cached_property
    def editions(self) -> Mapping[str, Edition]:
        """Register of editions."""
        return self._register("editions", Edition)

    @cached_property
    def causal(self) -> Sequence[CausalRecord]:
        """All causal records."""
        return tuple(self._register("causal", CausalRecord).values())

    @cached_property
    def events(self) -> Sequence[PolicyEvent]:
        """All policy events."""
        return tuple(self._register("events", PolicyEvent).values())

    @cached_property
    def overrides(self) -> tuple[str, ...]:
        """Ids that a later package or file replaced; register entries as ``entities/gallium``."""
        return tuple(self._meta("overrides"))

    @cached_property
    def ignored(self) -> tuple[str, ...]:
        """Resources of the packages that the store has no use for."""
        return tuple(self._meta("ignored"))

    def __len__(self) -> int:
        """How many numeric records there are."""
        return int(self._meta("numeric"))

    def __bool__(self) -> bool:
        """A store without numeric records is still a store."""
        return True

    def __repr__(self) -> str:
        return f"<ReferenceStore {self.name} {self.version}: {len(self)} numeric records>"

    @property
    def _database(self) -> Database:
        return self.index.database

    def _meta(self, key: str) -> Any:  # noqa: ANN401 - any JSON value
        return json.loads(self._database.rows("select value from meta where key = ?", (key,))[0][0])

    def _register(self, kind: str, build: type[_Item]) -> Mapping[str, _Item]:
        """One register in the order of its file."""
        rows = self._database.rows("select id, body from item where kind = ? order by rowid", (kind,))
        return MappingProxyType({key: build(*map(_frozen, json.loads(body))) for key, body in rows})

    @cached_property
    def _finder(self) -> NameFinder:
        """The automaton over all names."""
        forms, meanings = (
            column.split("\n") if column else [] for column in self._database.rows("select * from form")[0]
        )
        return NameFinder(list(zip(forms, meanings, strict=True)))

    def _not_found(self, key: str) -> str:
        """What was asked and what comes near."""
        from difflib import get_close_matches

        near = get_close_matches(key, self._nearby(key), n=3, cutoff=0.6)
        hint = f"near ids: {', '.join(near)}" if near else "no id comes near; try a search"
        return f"no record {key!r} in {self.name} {self.version}; {hint}"

    def _nearby(self, key: str) -> list[str]:
        """Ids with a common beginning, else of the same subject, and all causal ids."""
        parts = key.split("/")
        ids: list[str] = []
        for count in range(len(parts) - 1, 0, -1):
            start = "/".join(parts[:count]) + "/"
            query = "select id from numeric where id >= ? and id < ? limit ?"
            ids += [row[0] for row in self._database.rows(query, (start, start[:-1] + "0", _NEAR))]
            if ids:
                break
        if not ids:
            query = "select id from numeric where subject in (?, ?) limit ?"
            ids = [
                row[0] for row in self._database.rows(query, (parts[0], parts[min(1, len(parts) - 1)], _NEAR))
            ]
        return ids + [record.id for record in self.causal]


def _frozen(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Lists as the tuples they were."""
    return tuple(value) if isinstance(value, list) else value
