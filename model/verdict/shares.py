"""Shares: a country's part of the world, a partner's part of a trade flow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.model.link import link
from kaozheng.model.link.nature import nature_of
from kaozheng.model.verdict.derived import Derived, Limits, judge_derived
from kaozheng.model.verdict.standing import settled
from kaozheng.model.verdict.wording import plain

if TYPE_CHECKING:
    from kaozheng.model.link import Fact, Link, Scope
    from kaozheng.model.verdict.case import Case, Ruling
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge_share", "share_base"]

_WORLD = "WLD"
# The total that a partner's part is a part of.
_FLOW_TOTALS = {"import_source_share": "imports", "export_share": "exports"}
_AGREE = 1.0
_WRONG = 5.0


def share_base(case: Case, metric: str) -> str | None:
    """The metric whose part and whole make up a share: ``production`` for ``production_share``."""
    if metric in _FLOW_TOTALS:
        return _FLOW_TOTALS[metric]
    base = metric.removesuffix("_share")
    known = case.store.metrics.get(base)
    return base if known is not None and (known.additive or metric != base) else None


def judge_share(case: Case, claim: Claimed, scope: Scope) -> Ruling | None:
    """The verdict on a share worked out from amounts; None when the amounts are not on record."""
    base = share_base(case, scope.metric)
    if base is None or not scope.places or scope.places == (_WORLD,):
        return None
    part, whole = _scopes(scope, base)
    values = [
        value
        for unit in _units(case, part)
        for value in _quotients(
            link(part, unit, case.store, case.as_of), link(whole, unit, case.store, case.as_of)
        )
    ]
    return judge_derived(case, claim, scope, values, _limits, firm=settled(case, scope))


def _scopes(scope: Scope, base: str) -> tuple[Scope, Scope]:
    """What the part and the whole are looked for under."""
    part = replace(scope, metric=base, nature=nature_of(base))
    if scope.metric in _FLOW_TOTALS:
        return part, replace(part, partner="")
    return replace(part, partner=""), replace(part, partner="", places=(_WORLD,))


def _units(case: Case, scope: Scope) -> set[str]:
    """Units in which the part is on record."""
    records = case.store.numeric(subject=scope.subject, metric=scope.metric, place=scope.places)
    return {record.unit for record in records if record.value is not None and record.unit != "%"}


def _quotients(part: Link, whole: Link) -> list[Derived]:
    """Part over whole for every pair of facts of the same edition, period and kind."""
    wholes = {_key(fact): fact for fact in whole.deciding if fact.value > 0}
    pairs = ((fact, wholes.get(_key(fact))) for fact in part.deciding)
    return [
        _quotient(fact, total)
        for fact, total in pairs
        if total is not None and fact.value <= total.value * 1.02
    ]


def _key(fact: Fact) -> tuple[str, ...]:
    """What a part and its whole have in common."""
    record = fact.record
    return (record.source_id, record.edition, record.period, record.stage, record.basis)


def _quotient(part: Fact, whole: Fact) -> Derived:
    """One share with its formula."""
    value = part.value / whole.value * 100
    formula = f"{plain(part.value)} / {plain(whole.value)} = {value:.4g}%"
    return Derived(value, formula, (part, whole))


def _limits(value: Derived) -> Limits:
    """A point for rounding; five points before a share is called wrong."""
    return Limits(
        max(_AGREE, 0.02 * value.value), max(_WRONG, 0.1 * value.value) if value.value > 10 else 2.5
    )
