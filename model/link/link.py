"""From a claim to the records that can decide it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kaozheng.model.link.editions import with_status
from kaozheng.model.link.facts import Fact, measure
from kaozheng.model.link.periods import fit, parse_period
from kaozheng.model.link.units import same_currency

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kaozheng.data.records import NumericRecord
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.link.periods import Fit
    from kaozheng.model.link.scope import Scope

__all__ = ["Link", "link"]

# A claim without a period may mean any of this many latest years.
_YEARS = 3
# A record of one deposit says nothing of the country's total.
_PART = "deposit"
_ANSWERS = frozenset({"same", "inside", "timeless", "near"})


@dataclass(frozen=True, slots=True)
class Link:
    """The records that bear on one amount, sorted by how they bear on it.

    Attributes:
        scope: What was looked for.
        unit: The claim's unit; every fact is in it.
        deciding: Facts for the claimed period that were current at the date of checking.
        superseded: The same, but replaced by a newer edition by then.
        later: The same, but published only after the date of checking.
        plans: Targets and plans for the period; they can confirm a claim and never refute one.
        elsewhen: Facts of the same thing for other periods.
        incomparable: Records that measure another basis, another stage or in another currency.
        late_only: Whether `deciding` holds facts published later, because nothing earlier exists.
        newest: The latest year known; None without facts.
    """

    scope: Scope
    unit: str
    deciding: tuple[Fact, ...] = ()
    superseded: tuple[Fact, ...] = ()
    later: tuple[Fact, ...] = ()
    plans: tuple[Fact, ...] = ()
    elsewhen: tuple[Fact, ...] = ()
    incomparable: tuple[tuple[NumericRecord, str], ...] = ()
    late_only: bool = False
    newest: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing answers the claim for its period."""
        return not (self.deciding or self.superseded or self.later or self.plans)


@dataclass(slots=True)
class _Sorted:
    """Records apart by comparability."""

    facts: list[Fact] = field(default_factory=list)
    incomparable: list[tuple[NumericRecord, str]] = field(default_factory=list)


def link(scope: Scope, unit: str, store: ReferenceStore, as_of: str) -> Link:
    """Every record that bears on an amount in `unit`, as known on `as_of`."""
    records = fetch(scope, store)
    apart = _comparable(records, scope, unit, store)
    facts = with_status(apart.facts, store, as_of)
    facts = [_fitted(fact, scope) for fact in facts]
    facts = _in_window(facts, as_of) if scope.period is None else facts
    return _sort(facts, scope, unit, tuple(apart.incomparable))


def fetch(scope: Scope, store: ReferenceStore) -> list[NumericRecord]:
    """Records of the subject, metric, place and partner."""
    places = scope.places or None
    records = store.numeric(subject=scope.subject, metric=scope.metric, place=places)
    if scope.metric == "production_quota":
        # USGS lists China's rare-earth output by its quota and says so in a qualifier.
        output = store.numeric(subject=scope.subject, metric="production", place=places)
        records += [record for record in output if "production_quota" in record.qualifiers]
    return [record for record in records if record.partner == scope.partner]


def _comparable(records: Iterable[NumericRecord], scope: Scope, unit: str, store: ReferenceStore) -> _Sorted:
    """Facts in the claim's unit, and the records that must not be compared with it."""
    apart = _Sorted()
    for record in records:
        if _PART in record.qualifiers:
            continue
        reason = _clash(record, scope, unit, store)
        fact = None if reason else measure(record, unit)
        if reason:
            apart.incomparable.append((record, reason))
        elif fact is not None:
            apart.facts.append(fact)
    return apart


def _clash(record: NumericRecord, scope: Scope, unit: str, store: ReferenceStore) -> str | None:
    """Why a record cannot be compared: ``stage``, ``basis`` or ``currency``; None when it can."""
    if _other(scope.stage, record.stage, store):
        return "stage"
    if _other(scope.basis, record.basis, store):
        return "basis"
    if record.unit and not same_currency(record.unit, unit) and record.value is not None:
        return "currency"
    return None


def _other(claimed: str, recorded: str, store: ReferenceStore) -> bool:
    """Whether two bases are both known and different in a way that matters."""
    if not claimed or not recorded or claimed == recorded:
        return False
    one, two = store.bases.get(claimed), store.bases.get(recorded)
    if one is None or two is None or one.kind != two.kind:
        return False
    return recorded in one.incomparable_with or claimed in two.incomparable_with


def _fitted(fact: Fact, scope: Scope) -> Fact:
    """The fact with how its period answers the claimed one."""
    if scope.period is None:
        return fact
    return replace(fact, fit=fit(scope.period, fact.period, scope.nature))


def _in_window(facts: Sequence[Fact], as_of: str) -> list[Fact]:
    """For a claim without a period: the latest years count as the same, all others as another time."""
    day = parse_period(as_of)
    limit = day.end.year if day else 9999
    known = [fact for fact in facts if fact.status != "later" and not fact.plan] or list(facts)
    years = [fact.year for fact in known if fact.year is not None and fact.year <= limit]
    newest = max(years, default=limit)
    return [replace(fact, fit=_window_fit(fact, newest, limit)) for fact in facts]


def _window_fit(fact: Fact, newest: int, limit: int) -> Fit:
    """``timeless``, ``near`` (one of the latest years) or ``other``."""
    if fact.year is None:
        return "timeless"
    return "near" if newest - _YEARS < fact.year <= max(newest, limit) else "other"


def _sort(
    facts: Sequence[Fact], scope: Scope, unit: str, incomparable: tuple[tuple[NumericRecord, str], ...]
) -> Link:
    """The facts by period and edition."""
    answering = [fact for fact in facts if fact.fit in _ANSWERS]
    plans = tuple(fact for fact in answering if fact.plan)
    firm = [fact for fact in answering if not fact.plan]
    current = [fact for fact in firm if fact.status == "current"]
    later = [fact for fact in firm if fact.status == "later"]
    known = [fact for fact in facts if fact.status != "later" and fact.year is not None and not fact.plan]
    return Link(
        scope=scope,
        unit=unit,
        deciding=tuple(current or later),
        superseded=tuple(fact for fact in firm if fact.status == "superseded"),
        later=tuple(later) if current else (),
        plans=plans,
        elsewhen=tuple(fact for fact in facts if fact.fit not in _ANSWERS and not fact.plan),
        incomparable=incomparable,
        late_only=bool(later) and not current,
        newest=max((fact.year for fact in known if fact.year), default=None),
    )
