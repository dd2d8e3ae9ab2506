"""What rules a record out though its names meet the claim's: another author, scene, material or year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kaozheng.data.records import CausalRecord
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.verdict.causal_index import Profile
    from kaozheng.model.verdict.causal_names import Named

__all__ = ["MEASURES", "fits", "related"]

MEASURES: Final = frozenset(
    {
        "export-control",
        "export-control-lifting",
        "import-ban-law",
        "ore-ban",
        "processing-tech-ban",
        "quota-cut-2010",
        "tariffs",
        "chip-restrictions",
        "affiliates-rule",
    }
)
"""Causes that begin on a day, so that what came before it cannot be their effect."""

_WORLD: Final = frozenset({"WLD"})
_MATERIAL: Final = frozenset({"material", "mineral", "compound", "product", "aggregate", "alloy"})
_AFTER: Final = 1
_AFTER_MEASURE: Final = 3
"""Years after the record's effect that a claim may speak of; controls work on."""


def fits(
    record: CausalRecord,
    profile: Profile,
    cause: Named,
    effect: Named,
    context: Sequence[Named],
    store: ReferenceStore,
) -> bool:
    """Whether author, scene, materials and years of a claim allow a record."""
    return (
        _same_author(profile.authors, cause, store)
        and _same_target(profile.targets, cause, store)
        and _same_scene(profile.scenes, effect, store, strict=record.status == "refuted")
        and _same_materials(record, profile, cause, effect, context, store)
        and _same_years(record, cause, effect)
    )


def related(one: str, other: str, store: ReferenceStore) -> bool:
    """Whether one entity contains the other.

    >>> from kaozheng.data.store import ReferenceStore
    >>> related("yttrium", "rare-earths", ReferenceStore.open())
    True
    """
    return other in _wholes(one, store) or one in _wholes(other, store)


def _same_author(authors: frozenset[str], cause: Named, store: ReferenceStore) -> bool:
    """中国的管制 is not 刚果（金）的管制; a measure against China is not China's."""
    if not authors:
        return True
    stated = cause.places - _WORLD
    if stated:
        return _overlap(authors, stated, store)
    return not (cause.targets and _overlap(authors, cause.targets, store))


def _same_target(targets: frozenset[str], cause: Named, store: ReferenceStore) -> bool:
    """Less reliance on Russian gas is not less reliance on China."""
    stated = cause.targets - _WORLD
    return not targets or not stated or _overlap(targets, stated | cause.places, store)


def _same_scene(scenes: frozenset[str], effect: Named, store: ReferenceStore, *, strict: bool) -> bool:
    """A smelter in the Philippines is none in Indonesia; for a refutation whoever is concerned counts too."""
    stated = (effect.places | effect.targets if strict else effect.places) - _WORLD
    return not scenes or not stated or _overlap(scenes, stated | effect.targets, store)


def _overlap(one: Iterable[str], other: Iterable[str], store: ReferenceStore) -> bool:
    """Whether any place is, contains or lies in any other."""
    return any(
        a == b
        or (a in store.places and b in store.places[a].members)
        or (b in store.places and a in store.places[b].members)
        for a in one
        for b in other
    )


def _same_materials(
    record: CausalRecord,
    profile: Profile,
    cause: Named,
    effect: Named,
    context: Sequence[Named],
    store: ReferenceStore,
) -> bool:
    """Where the ids of a record name no material but its words do, the claim or what is nearest must agree."""
    listed = any(name in store.entities for name in (*record.cause_concepts, *record.effect_concepts))
    if listed or not profile.materials:
        return True
    for around in (cause, effect, *context):
        named = _materials(around, store)
        if named:
            return any(a == b or related(a, b, store) for a in named for b in profile.materials)
    return record.status != "refuted" and MEASURES.isdisjoint(record.cause_concepts)


def _materials(named: Named, store: ReferenceStore) -> set[str]:
    return {key for key in named.entities if store.entities[key].kind in _MATERIAL}


def _same_years(record: CausalRecord, cause: Named, effect: Named) -> bool:
    """Years that a claim states on either side lie where the record's do."""
    begun, seen = _year(record.cause_date), _year(record.effect_date)
    measure = not MEASURES.isdisjoint(record.cause_concepts)
    slack = (_AFTER_MEASURE if measure else _AFTER) * (record.status != "refuted")
    if begun and cause.years:
        last = max(begun + min(slack, 2), seen or 0)
        if not any(begun <= int(year) <= last for year in cause.years):
            return False
    if not effect.years or not (begun or seen):
        return True
    stated = [int(year) for year in effect.years]
    if record.status == "refuted":
        return seen in stated if seen else max(stated) >= begun
    if not measure and begun and max(stated) < begun:
        return False
    return not seen or min(stated) <= max(seen, begun) + slack


def _year(date: str) -> int:
    return int(date[:4]) if date[:4].isdigit() else 0


def _wholes(key: str, store: ReferenceStore) -> set[str]:
    """Everything that contains an entity."""
    found: set[str] = set()
    todo = list(store.entities[key].broader) if key in store.entities else []
    while todo:
        whole = todo.pop()
        if whole not in found:
            found.add(whole)
            todo.extend(store.entities[whole].broader if whole in store.entities else ())
    return found
