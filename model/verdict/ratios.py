"""One place against another: US power prices three times those of China."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.model.link import link
from kaozheng.model.messages import Both, finding
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.confidence import record_quality
from kaozheng.model.verdict.derived import Derived, derived_evidence
from kaozheng.model.verdict.standing import settled
from kaozheng.model.verdict.wording import about, plain

if TYPE_CHECKING:
    from kaozheng.model.link import Fact, Scope
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.report import Finding, Verdict
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge_ratio"]

_YEARS = 2
# Multiples are told loosely: within this share they agree, beyond that share they are wrong.
_AGREE, _WRONG = 0.15, 0.30


def judge_ratio(case: Case, quantity: Quantity, claim: Claimed, scope: Scope) -> Ruling | None:
    """The verdict on "A is n times B"; None when one side is not on record.

    "Three times higher" is read both as three times and as four times as high: either may agree.
    """
    values = _ratios(case, scope)
    if not values:
        return None
    told = _readings(quantity, claim)
    nearest = min(values, key=lambda value: _miss(told, value))
    miss = _miss(told, nearest)
    quality = record_quality(nearest.facts) * 0.95
    if miss <= _AGREE:
        return Ruling("supported", 0.85, (), (derived_evidence(case, claim, nearest, "supports"),), quality)
    if miss <= _WRONG or not settled(case, scope):
        shown = tuple(derived_evidence(case, claim, value, "context") for value in values[:2])
        verdict: Verdict = "conflicting_evidence" if miss <= _WRONG else "not_enough_evidence"
        return Ruling(verdict, 0.6, (_off(case, claim, scope, values),), shown, quality)
    shown = tuple(derived_evidence(case, claim, value, "refutes") for value in values[:3])
    return Ruling("refuted", 0.9, _findings(case, claim, scope, values), shown, quality)


def _readings(quantity: Quantity, claim: Claimed) -> tuple[float, ...]:
    """What the multiple may mean: its factor, and the bare number."""
    return tuple({quantity.factor, claim.value} - {None})  # type: ignore[arg-type]


def _miss(told: tuple[float, ...], value: Derived) -> float:
    """Relative distance of a ratio from the nearest reading."""
    return min(abs(value.value / reading - 1) for reading in told if reading)


def _ratios(case: Case, scope: Scope) -> list[Derived]:
    """Every ratio of the two places within a few years, the latest first."""
    partner = case.roles.partner
    if partner is None or not any(scope.places) or partner in scope.places:
        return []
    found = []
    for unit in _units(case, scope):
        ours = _recent(case, replace(scope, partner=""), unit)
        theirs = _recent(case, replace(scope, partner="", places=(partner,)), unit)
        found += [_ratio(one, other) for one in ours for other in theirs if _comparable(one, other)]
    return sorted(found, key=_order, reverse=True)


def _order(value: Derived) -> tuple[bool, int, str]:
    """One source for both sides first, then the latest."""
    one, other = value.facts
    return (
        one.record.source_id == other.record.source_id,
        min(one.year or 0, other.year or 0),
        one.record.id,
    )


def _units(case: Case, scope: Scope) -> list[str]:
    """Units in which the first place is on record."""
    records = case.store.numeric(subject=scope.subject, metric=scope.metric, place=scope.places)
    return sorted({record.unit for record in records if record.unit})


def _recent(case: Case, scope: Scope, unit: str) -> list[Fact]:
    """Facts for the claimed period or the latest years; a kindred subject stands in for a missing one."""
    for subject in (scope.subject, *_kindred(case, scope.subject)):
        linked = link(replace(scope, subject=subject), unit, case.store, case.as_of)
        facts = [*linked.deciding, *linked.elsewhen] if scope.period is None else list(linked.deciding)
        known = [fact for fact in facts if fact.status == "current" and fact.value > 0]
        if known:
            return known
    return []


def _kindred(case: Case, subject: str) -> list[str]:
    """Subjects with a common broader one (industrial and business electricity)."""
    own = case.store.entities.get(subject)
    parents = set(own.broader) if own else set()
    return [
        other.id
        for other in case.store.entities.values()
        if other.id != subject
        and (parents & set(other.broader) or other.id in parents or subject in other.broader)
    ]


def _comparable(one: Fact, other: Fact) -> bool:
    """Whether two facts are of about the same time."""
    return one.year is None or other.year is None or abs(one.year - other.year) <= _YEARS


def _ratio(one: Fact, other: Fact) -> Derived:
    """One ratio with its formula."""
    value = one.value / other.value
    return Derived(value, f"{plain(one.value)} / {plain(other.value)} = {value:.3g}", (one, other))


def _findings(case: Case, claim: Claimed, scope: Scope, values: list[Derived]) -> tuple[Finding, ...]:
    """`exaggeration` or `understatement` by ratio; `wrong_direction` when the order is the other way round."""
    off = _off(case, claim, scope, values)
    if claim.value > 1 and all(value.value < 1 for value in values):
        said = finding(
            "wrong_direction",
            case.lang,
            {"corrected": round(values[0].value, 3)},
            about=about(case.store, scope),
            said=Both("更高", "more"),
            actual=Both("更低", "less"),
            formula=values[0].formula,
        )
        return (said, off)
    return (off,)


def _off(case: Case, claim: Claimed, scope: Scope, values: list[Derived]) -> Finding:
    """The claimed multiple against the range of computed ones."""
    low, high = min(value.value for value in values), max(value.value for value in values)
    gaps = {"claim": claim.text, "low": f"{low:.2g}", "high": f"{high:.2g}"}
    details = {"corrected": [round(low, 3), round(high, 3)]}
    return finding("out_of_band.ratio", case.lang, details, about=about(case.store, scope), **gaps)
