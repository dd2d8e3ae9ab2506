"""Finds the causal records that a claim can be about without reading all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from kaozheng.model.verdict.causal_names import Named, opposite, things_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaozheng.data.records import CausalRecord
    from kaozheng.data.store import ReferenceStore

__all__ = ["CausalIndex", "Profile", "causal_index"]

_ELSEWHERE = re.compile(r"outside|abroad|overseas|elsewhere", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the wording of a record implies beyond its ids: the author of a measure, the materials meant.

    Attributes:
        authors: Places that the cause names; a claim that names only others is about another measure.
        targets: Places that the cause is aimed at.
        scenes: Places that the effect names.
        materials: Materials on either side.
    """

    authors: frozenset[str]
    targets: frozenset[str]
    scenes: frozenset[str]
    materials: frozenset[str]


class CausalIndex:
    """Records by the names of their causes and effects; only records whose names meet a claim's are read.

    Args:
        store: The reference.
    """

    def __init__(self, store: ReferenceStore) -> None:
        self._records = tuple(store.causal)
        self._by_id = {record.id: record for record in self._records}
        self._causes: dict[str, list[int]] = {}
        self._effects: dict[str, list[int]] = {}
        self._profiles: dict[str, Profile] = {}
        for number, record in enumerate(self._records):
            for posting, names in (
                (self._causes, record.cause_concepts),
                (self._effects, record.effect_concepts),
            ):
                for name in names:
                    posting.setdefault(name, []).append(number)

    def record(self, key: str) -> CausalRecord | None:
        """A record by its id."""
        return self._by_id.get(key)

    def near(self, cause: Named, effect: Named, store: ReferenceStore) -> list[CausalRecord]:
        """Records with a name of the cause and one of the effect, either way round, in the package's order."""
        first, second = _names(cause), _names(effect)
        turned = second | {other for name in effect.concepts if (other := opposite(name, store))}
        numbers = _meet(self._causes, first) & _meet(self._effects, turned)
        numbers |= _meet(self._causes, second) & _meet(self._effects, first)
        return [self._records[number] for number in sorted(numbers)]

    def profile(self, record: CausalRecord, store: ReferenceStore) -> Profile:
        """What the wording of a record implies, read once."""
        if record.id not in self._profiles:
            self._profiles[record.id] = _read_profile(record, store)
        return self._profiles[record.id]


def causal_index(store: ReferenceStore) -> CausalIndex:
    """The index of a store, built when it is first asked for.

    >>> from kaozheng.data.store import ReferenceStore
    >>> store = ReferenceStore.open()
    >>> causal_index(store).record("causal/ukraine-war--neon-halt").status
    'established'
    """
    found = _INDEXES.get(store)
    if found is None:
        found = _INDEXES.setdefault(store, CausalIndex(store))
    return found


def _read_profile(record: CausalRecord, store: ReferenceStore) -> Profile:
    cause = things_in(record.cause_en, store)
    effect = things_in(record.effect_en, store)
    scenes = frozenset() if _ELSEWHERE.search(record.effect_en) else effect.places | effect.targets
    materials = {
        key
        for key in cause.entities | effect.entities
        if store.entities[key].kind not in {"policy", "weapon"}
    }
    return Profile(cause.places, cause.targets, scenes, frozenset(materials))


def _names(named: Named) -> frozenset[str]:
    return named.concepts | named.entities


def _meet(posting: dict[str, list[int]], names: Iterable[str]) -> set[int]:
    return {number for name in names for number in posting.get(name, ())}


_INDEXES: Final[WeakKeyDictionary[ReferenceStore, CausalIndex]] = WeakKeyDictionary()
