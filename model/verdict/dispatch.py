"""Which check a quantity needs: level, share, change, multiple, rank, investment, intensity or date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.model.link import link, scope_of
from kaozheng.model.verdict.absent import no_record, unlinked
from kaozheng.model.verdict.capex import judge_capex
from kaozheng.model.verdict.complete import complete_unit
from kaozheng.model.verdict.dates import judge_date
from kaozheng.model.verdict.growth import judge_growth, judge_multiple, judge_rise
from kaozheng.model.verdict.guards import reached_before
from kaozheng.model.verdict.intensity import judge_intensity
from kaozheng.model.verdict.level import judge_level
from kaozheng.model.verdict.ranks import judge_rank
from kaozheng.model.verdict.ratios import judge_ratio
from kaozheng.model.verdict.shares import judge_share
from kaozheng.model.verdict.tolerance import claimed, signed

if TYPE_CHECKING:
    from kaozheng.model.link import Scope
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.verdict.case import Case, Ruling
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge", "judge_day"]

# Metrics that are themselves changes in per cent.
_CHANGES = ("_change", "_growth", "inflation")
_PERCENT = frozenset({"%", "pp", "bp"})


def judge(case: Case, quantity: Quantity) -> Ruling:
    """The ruling on one quantity that is not a date."""
    scope = scope_of(case.roles, case.store)
    claim = claimed(quantity, complete_unit(case, quantity))
    if scope is None or claim is None:
        return unlinked(case)
    if _is_before(case, quantity):
        return _before(case, claim, scope)
    ruling = _special(case, quantity, claim, scope)
    return ruling or _amount(case, claim, scope)


def judge_day(case: Case, quantity: Quantity) -> Ruling:
    """The ruling on a date."""
    scope = scope_of(case.roles, case.store)
    ruling = judge_date(case, quantity)
    if ruling is not None:
        return ruling
    return unlinked(case) if scope is None else no_record(case, link(scope, "date", case.store, case.as_of))


def _special(case: Case, quantity: Quantity, claim: Claimed, scope: Scope) -> Ruling | None:
    """Quantities that are not amounts; None for amounts."""
    if quantity.kind == "rank":
        return judge_rank(case, claim, scope) or _nothing(case, claim, scope)
    if quantity.kind == "multiple":
        found = judge_ratio(case, quantity, claim, scope) or judge_multiple(case, quantity, claim, scope)
        return found or _nothing(case, claim, scope)
    if quantity.mode != "by":
        return None
    if claim.unit in _PERCENT:
        return _change(case, quantity, claim, scope)
    return judge_rise(case, claim, scope, quantity.direction) or _nothing(case, claim, scope)


def _change(case: Case, quantity: Quantity, claim: Claimed, scope: Scope) -> Ruling:
    """A change in per cent: a record that states it, else growth worked out from levels."""
    direct = None
    for metric in (scope.metric, f"{scope.metric}_change", f"{scope.metric}_growth"):
        if metric.endswith(_CHANGES) and claim.unit == "%":
            linked = link(replace(scope, metric=metric), claim.unit, case.store, case.as_of)
            told = signed(claim, quantity)
            direct = direct or (judge_level(case, told, linked) if linked.deciding else None)
    if direct is not None and direct.verdict == "supported":
        return direct
    grown = judge_growth(case, quantity, claim, scope) if claim.unit == "%" else None
    return grown or direct or _nothing(case, claim, scope)


def _amount(case: Case, claim: Claimed, scope: Scope) -> Ruling:
    """An amount: checks of its own for investments and intensities, else the level and shares."""
    if scope.metric == "capex":
        return _investment(case, claim, scope)
    linked = link(scope, claim.unit, case.store, case.as_of)
    reached = reached_before(case, claim, linked)
    if reached is not None:
        return reached
    ruling = judge_level(case, claim, linked)
    if ruling.verdict == "supported":
        return ruling
    if claim.share:
        return _shared(case, claim, scope, ruling)
    if scope.metric == "energy_intensity" and ruling.verdict != "refuted":
        return judge_intensity(case, claim) or ruling
    return ruling


def _shared(case: Case, claim: Claimed, scope: Scope, ruling: Ruling) -> Ruling:
    """A share that no record confirms: worked out from amounts, which may measure another stage of the chain."""
    share = judge_share(case, claim, scope)
    if share is None or share.verdict == "supported":
        return share or ruling
    if ruling.verdict == "refuted" and _between(claim, ruling, share):
        evidence = tuple(replace(item, relation="context") for item in (*ruling.evidence, *share.evidence))
        return replace(ruling, verdict="conflicting_evidence", margin=0.6, evidence=evidence)
    return share if ruling.verdict == "not_enough_evidence" else ruling


def _between(claim: Claimed, one: Ruling, other: Ruling) -> bool:
    """Whether the claim lies between what records state and what amounts make of it."""
    values = [item.value for item in (*one.evidence, *other.evidence) if isinstance(item.value, float)]
    return bool(values) and min(values) < claim.value < max(values)


def _investment(case: Case, claim: Claimed, scope: Scope) -> Ruling:
    """Sums for different projects cannot be compared; unit costs can."""
    ruling = judge_capex(case, claim)
    if ruling is not None:
        return ruling
    linked = link(scope, claim.unit, case.store, case.as_of)
    level = judge_level(case, claim, linked)
    return level if level.verdict == "supported" else no_record(case, linked)


def _is_before(case: Case, quantity: Quantity) -> bool:
    """Whether the quantity is the A of "from A to B"."""
    rest = [other for other in case.candidate.quantities if other.start > quantity.start]
    return quantity.mode is None and any(
        (other.mode == "to" and other.kind == quantity.kind) or _same_amount(other, quantity)
        for other in rest[:1]
    )


def _same_amount(other: Quantity, quantity: Quantity) -> bool:
    """Whether the next quantity is the result of a move from this one (350 a kilogram, then 725)."""
    if other.mode != "to" or other.unit is None or quantity.unit is None:
        return False
    return other.unit.split("/")[0] == quantity.unit.split("/")[0]


def _before(case: Case, claim: Claimed, scope: Scope) -> Ruling:
    """Where a move began: its day is not the claimed period, so only a slip can refute it."""
    linked = link(replace(scope, period=None), claim.unit, case.store, case.as_of)
    ruling = judge_level(case, claim, linked)
    slipped = any(finding.code in ("magnitude_slip", "unit_slip") for finding in ruling.findings)
    return (
        ruling if ruling.verdict != "refuted" or slipped else replace(ruling, verdict="not_enough_evidence")
    )


def _nothing(case: Case, claim: Claimed, scope: Scope) -> Ruling:
    """Nothing to work the value out from."""
    return no_record(case, link(scope, claim.unit, case.store, case.as_of))
