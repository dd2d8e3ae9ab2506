"""How well a causal claim and a causal record are about the same cause and the same effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kaozheng.model.verdict.causal_fit import fits, related
from kaozheng.model.verdict.causal_index import causal_index
from kaozheng.model.verdict.causal_names import Named, opposite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.data.records import CausalRecord
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.verdict.causal_features import Sides

__all__ = ["MATCH", "NEAR", "Match", "matches"]

MATCH: Final = 0.75
"""Share of a side's names that a claim must have for the record to decide."""
NEAR: Final = 0.5
"""Share from which a record is worth showing to the reader."""

_PLACE_WEIGHT: Final = 0.5
_INHERITED: Final = 0.8
_UNSAID: Final = 0.5
# abroad is where prices outside China are meant; most texts leave it out.
_SCOPES: Final = frozenset({"abroad"})
_LIFTING: Final = frozenset({"export-control-lifting", "halt-lifted", "leaders-agreement"})
_HOME: Final = frozenset({"domestic"})

Relation = Literal["same", "opposite", "reversed"]


@dataclass(frozen=True, slots=True)
class Match:
    """A record that speaks of the claim's cause and effect.

    Attributes:
        record: The record.
        relation: The same statement, the same with the effect going the other way, or the arrow turned round.
        cause: Coverage of the cause side, 0 to 1.
        effect: Coverage of the effect side, 0 to 1.
        names: How many names were found in the spans themselves.
        missing: How many were not, though the surroundings may give them.
    """

    record: CausalRecord
    relation: Relation
    cause: float
    effect: float
    names: int
    missing: int

    @property
    def score(self) -> float:
        """The weaker side counts."""
        return min(self.cause, self.effect)

    @property
    def decides(self) -> bool:
        """Whether both sides are covered well enough."""
        return self.score >= MATCH


@dataclass(frozen=True, slots=True)
class _Coverage:
    share: float
    names: int
    missing: int


def matches(sides: Sides, store: ReferenceStore) -> list[Match]:
    """Every record near the claim, best first; those that decide before those that do not."""
    found: list[Match] = []
    for record in causal_index(store).near(sides.cause, sides.effect, store):
        if sides.cause.lifted and not _LIFTING & set(record.cause_concepts):
            continue  # the end of a measure is not the measure
        found.extend(_readings(sides, record, store))
    rank = {"same": 0, "opposite": 1, "reversed": 2}
    found.sort(
        key=lambda match: (not match.decides, rank[match.relation], -match.names, match.missing, -match.score)
    )
    return found


def _readings(sides: Sides, record: CausalRecord, store: ReferenceStore) -> list[Match]:
    """The ways in which a record and a claim can be about the same thing."""
    profile = causal_index(store).profile(record, store)
    if not fits(record, profile, sides.cause, sides.effect, sides.context, store):
        back = fits(record, profile, sides.effect, sides.cause, sides.context, store)
        return _backwards(sides, record, store) if back else []
    cause = _coverage(record.cause_concepts, sides.cause, (sides.effect, *sides.context), store)
    effect = _coverage(record.effect_concepts, sides.effect, (sides.cause, *sides.context), store)
    found: list[Match] = []
    if cause and effect and min(cause.share, effect.share) >= NEAR:
        found.append(_match(record, "same", cause, effect))
    turned = _turned(record.effect_concepts, sides.effect, store)
    if cause and turned and not sides.effect.borrowed and not (found and found[0].decides):
        other = _coverage(turned, sides.effect, (sides.cause, *sides.context), store)
        if other and min(cause.share, other.share) >= MATCH:
            return [_match(record, "opposite", cause, other)]
    if not (found and found[0].decides):
        found.extend(_backwards(sides, record, store))
    return found


def _match(record: CausalRecord, relation: Relation, cause: _Coverage, effect: _Coverage) -> Match:
    names, missing = cause.names + effect.names, cause.missing + effect.missing
    return Match(record, relation, cause.share, effect.share, names, missing)


def _backwards(sides: Sides, record: CausalRecord, store: ReferenceStore) -> list[Match]:
    """The record with its arrow turned round; an antecedent says nothing about arrows."""
    if sides.cause.borrowed or sides.effect.borrowed:
        return []
    cause = _coverage(record.effect_concepts, sides.cause, (sides.effect, *sides.context), store)
    effect = _coverage(record.cause_concepts, sides.effect, (sides.cause, *sides.context), store)
    if cause and effect and min(cause.share, effect.share) >= MATCH:
        return [_match(record, "reversed", cause, effect)]
    return []


def _turned(wanted: Sequence[str], side: Named, store: ReferenceStore) -> tuple[str, ...] | None:
    """The record's effect with the direction that the claim gives it; None when that is the same one."""
    changed = False
    out: list[str] = []
    for name in wanted:
        other = opposite(name, store)
        if name not in _SCOPES and other and other in side.concepts and name not in side.concepts:
            out.append(other)
            changed = True
        else:
            out.append(name)
    return tuple(out) if changed else None


def _coverage(
    wanted: Sequence[str], side: Named, context: Sequence[Named], store: ReferenceStore
) -> _Coverage | None:
    """Weighted share of the wanted names; None when the side speaks of something else."""
    total = gained = 0.0
    names = missing = 0
    for name in wanted:
        weight, value = _value(name, side, context, store)
        if value is None:
            return None
        total += weight
        missing += value < 1.0 and weight > 0
        gained += weight * value
        names += value >= _INHERITED and (name in side.concepts or name in side.entities)
    if not names or not total:
        return None
    return _Coverage(gained / total, names, missing)


def _value(
    name: str, side: Named, context: Sequence[Named], store: ReferenceStore
) -> tuple[float, float | None]:
    """Weight of a name and how far the side has it; None when it names another one instead."""
    if name in store.places:
        return _PLACE_WEIGHT, _place(name, side, context)
    if name in _SCOPES:
        scope = _scope(name, side, store)
        return (0.0 if scope == _UNSAID else _PLACE_WEIGHT), scope
    if name in _HOME and _SCOPES & side.concepts:
        return 1.0, None
    if name in store.entities:
        return 1.0, _entity(name, side, context, store)
    return 1.0, _said(name, side) if name in side.concepts else 0.0


def _said(name: str, side: Named) -> float:
    """What only an antecedent says counts less."""
    return _INHERITED if name in side.borrowed else 1.0


def _scope(name: str, side: Named, store: ReferenceStore) -> float | None:
    """Home or abroad; most claims do not say."""
    if name in side.concepts:
        return 1.0
    other = store.concepts[name].opposite
    at_home = other in side.concepts and not side.places - {"CHN"}
    return None if at_home else _UNSAID


def _place(name: str, side: Named, context: Sequence[Named]) -> float | None:
    """The place itself, one from the surroundings, or none said."""
    if name in side.places or name in side.targets:
        return 1.0
    if side.places - {"WLD"}:
        return None
    for around in context:
        if name in around.places:
            return _INHERITED
    return _UNSAID


def _entity(name: str, side: Named, context: Sequence[Named], store: ReferenceStore) -> float | None:
    """The entity itself, or one that the surroundings give; None for another of its kind."""
    if name in side.entities:
        return _said(name, side)
    rivals = {key for key in side.entities if _same_kind(key, name, store)}
    if rivals:
        # A part or a whole of it bears on the claim and does not decide it.
        return 0.0 if any(related(key, name, store) for key in rivals) else None
    for around in context:
        if name in around.entities:
            return _INHERITED
        if any(_same_kind(key, name, store) for key in around.entities):
            return None
    return 0.0


def _same_kind(one: str, other: str, store: ReferenceStore) -> bool:
    """Whether two entities could be mistaken for one another: both materials, or both weapons."""
    return _family(one, store) == _family(other, store)


def _family(key: str, store: ReferenceStore) -> str:
    kind = store.entities[key].kind
    return "material" if kind in {"material", "mineral", "compound", "product"} else kind
