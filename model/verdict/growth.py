"""Changes: growth between two periods of one series, absolute differences, and multiples over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.link import link
from kaozheng.model.link.nature import is_price
from kaozheng.model.messages import Both, finding
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.derived import Derived, Limits, derived_evidence, judge_derived
from kaozheng.model.verdict.standing import settled
from kaozheng.model.verdict.tolerance import signed
from kaozheng.model.verdict.wording import about, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.model.link import Fact, Link, Scope
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge_growth", "judge_multiple", "judge_rise", "pairs"]

_YEARS = 3
# Changes this small have no sign worth arguing about, in per cent.
_FLAT = 2.0
# Multiples are told loosely.
_MULTIPLE = 0.1


def judge_growth(case: Case, quantity: Quantity, claim: Claimed, scope: Scope) -> Ruling | None:
    """The verdict on a change in per cent; None when no two periods are on record."""
    change = signed(claim, quantity)
    values = [_growth(before, after) for before, after in _relevant(case, scope)]
    if not values:
        return None
    wrong = _wrong_direction(case, change, scope, values, quantity)
    # A rise within the year says nothing of the change of yearly means, which is what price records hold.
    firm = settled(case, scope) and scope.period is not None and not is_price(scope.metric)
    if wrong is not None and firm:
        return wrong
    return judge_derived(case, change, scope, values, _limits, firm=firm)


def _relevant(case: Case, scope: Scope) -> list[tuple[Fact, Fact]]:
    """Pairs of neighbouring periods that end in the claimed one, or in one of the latest years."""
    records = case.store.numeric(subject=scope.subject, metric=scope.metric, place=scope.places or None)
    units = {record.unit for record in records if record.unit not in ("%", "pp") and record.value is not None}
    found = []
    for unit in sorted(units):
        linked = link(scope, unit, case.store, case.as_of)
        newest = linked.newest
        found += [pair for pair in pairs(linked) if _ends_there(pair[1], scope, newest)]
    return found


def _ends_there(after: Fact, scope: Scope, newest: int | None) -> bool:
    """Whether a pair ends in the claimed period."""
    if scope.period is not None:
        return after.fit in ("same", "inside")
    return newest is not None and after.year is not None and newest - _YEARS < after.year <= newest


def pairs(linked: Link) -> Iterator[tuple[Fact, Fact]]:
    """Facts of one series and edition a year apart (or following each other by a month)."""
    known = [f for f in (*linked.deciding, *linked.elsewhen, *linked.superseded) if f.period and not f.plan]
    for after in known:
        for before in known:
            if _series(before) == _series(after) and _follows(before, after):
                yield before, after


def _series(fact: Fact) -> tuple[str, ...]:
    """What two values must share to be subtracted from each other."""
    record = fact.record
    return (record.source_id, record.edition, record.place, record.stage, record.basis, record.detail)


def _follows(before: Fact, after: Fact) -> bool:
    """Whether the periods are equally long and a year or one step apart."""
    first, second = before.period, after.period
    if first is None or second is None or abs(first.days - second.days) > 3 or before.value <= 0:
        return False
    months = (second.end.year - first.end.year) * 12 + second.end.month - first.end.month
    return months == 12 or (0 < months <= 1 and second.days < 32)


def _growth(before: Fact, after: Fact) -> Derived:
    """One growth rate with its formula."""
    value = (after.value / before.value - 1) * 100
    formula = f"({plain(after.value)} / {plain(before.value)} - 1) x 100 = {value:+.4g}%"
    return Derived(value, formula, (after, before))


def _limits(value: Derived) -> Limits:
    """Rounded levels make growth rates soft: two points agree, a fifth of the rate or four points is wrong."""
    size = abs(value.value)
    return Limits(max(2.0, 0.05 * size), max(4.0, 0.2 * size))


def _wrong_direction(
    case: Case, claim: Claimed, scope: Scope, values: list[Derived], quantity: Quantity
) -> Ruling | None:
    """Every series moved the other way."""
    if quantity.direction is None or not all(value.value * claim.value < 0 for value in values):
        return None
    nearest = min(values, key=lambda value: abs(value.value))
    if abs(nearest.value) < _FLAT:
        return None
    rose, fell = Both("上升", "a rise"), Both("下降", "a fall")
    said = finding(
        "wrong_direction",
        case.lang,
        {"corrected": round(nearest.value, 4)},
        about=about(case.store, scope),
        said=rose if claim.value > 0 else fell,
        actual=rose if nearest.value > 0 else fell,
        formula=nearest.formula,
    )
    return Ruling("refuted", 0.95, (said,), (derived_evidence(case, claim, nearest, "refutes"),), 0.95)


def judge_rise(case: Case, claim: Claimed, scope: Scope, direction: str | None) -> Ruling | None:
    """The verdict on a difference in amounts (增加20万吨); it is confirmed or left open."""
    linked = link(scope, claim.unit, case.store, case.as_of)
    sign = -1.0 if direction == "down" else 1.0
    found = [pair for pair in pairs(linked) if _ends_there(pair[1], scope, linked.newest)]
    values = [_difference(before, after, sign) for before, after in found]
    firm = settled(case, scope) and scope.period is not None
    return judge_derived(case, claim, scope, values, _slack, firm=firm)


def _difference(before: Fact, after: Fact, sign: float) -> Derived:
    """One difference with its formula."""
    value = (after.value - before.value) * sign
    first, second = (after, before) if sign > 0 else (before, after)
    formula = f"{plain(first.value)} - {plain(second.value)} = {plain(value)}"
    return Derived(value, formula, (after, before))


def _slack(value: Derived) -> Limits:
    """Differences inherit the rounding of both levels."""
    level = max(fact.value for fact in value.facts)
    return Limits(max(abs(value.value) * 0.05, level * 0.01), max(abs(value.value) * 0.2, level * 0.05))


def judge_multiple(case: Case, quantity: Quantity, claim: Claimed, scope: Scope) -> Ruling | None:
    """The verdict on a multiple over time (翻一番); it is confirmed or left open, since its start is not said."""
    factor = quantity.factor or claim.value
    if case.roles.partner is not None or factor <= 0:
        return None
    values = [value for value in _multiples(case, scope) if abs(value.value / factor - 1) <= _MULTIPLE]
    if not values:
        return None
    best = min(values, key=lambda value: abs(value.value / factor - 1))
    return Ruling("supported", 0.75, (), (derived_evidence(case, claim, best, "supports"),), 0.9)


def _multiples(case: Case, scope: Scope) -> list[Derived]:
    """Ratios of any two periods of one series, where the later one is the claimed or a late one."""
    records = case.store.numeric(subject=scope.subject, metric=scope.metric, place=scope.places or None)
    found = []
    for unit in sorted({record.unit for record in records if record.value is not None}):
        linked = link(scope, unit, case.store, case.as_of)
        known = [f for f in (*linked.deciding, *linked.elsewhen) if f.period and f.value > 0 and not f.plan]
        ends = [fact for fact in known if _ends_there(fact, scope, linked.newest)]
        found += [
            Derived(after.value / before.value, _division(after, before), (after, before))
            for after in ends
            for before in known
            if _series(before) == _series(after) and (before.year or 0) < (after.year or 0)
        ]
    return found


def _division(after: Fact, before: Fact) -> str:
    """A ratio spelt out."""
    return f"{plain(after.value)} / {plain(before.value)} = {after.value / before.value:.3g}"
