"""Ranks: the largest producer, the third-largest reserves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.model.link import link
from kaozheng.model.messages import finding
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.evidence import computed
from kaozheng.model.verdict.standing import settled, timely
from kaozheng.model.verdict.wording import about, place_name, plain, source_name

if TYPE_CHECKING:
    from kaozheng.model.link import Fact, Scope
    from kaozheng.model.report import Finding
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.evidence import Relation
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge_rank"]

_FEWEST = 3
# Places whose values lie this close may change ranks.
_TIE = 0.05
_SHOWN = 5
# Beyond this rank, lists differ by who is counted.
_CLEAR = 10


def judge_rank(case: Case, claim: Claimed, scope: Scope) -> Ruling | None:
    """The verdict on a rank among the places of one table; None when there is no such table."""
    if len(scope.places) != 1 or claim.comparator != "eq":
        return None
    for table in _tables(case, scope):
        ranked = sorted(table, key=lambda fact: fact.value, reverse=True)
        own = next((fact for fact in ranked if fact.record.place == scope.places[0]), None)
        if own is not None and len(ranked) >= _FEWEST:
            return _judge(case, claim, scope, ranked, own)
    return None


def _tables(case: Case, scope: Scope) -> list[list[Fact]]:
    """Values of all countries for one period, edition and stage; the newest and fullest first."""
    everyone = replace(scope, places=())
    records = case.store.numeric(subject=scope.subject, metric=scope.metric)
    tables: dict[tuple[str, ...], list[Fact]] = {}
    for unit in sorted({record.unit for record in records if record.unit != "%"}):
        for fact in link(everyone, unit, case.store, case.as_of).deciding:
            record = fact.record
            if len(record.place) == 3 and record.place not in _wholes(case):
                key = (
                    record.period,
                    record.published,
                    record.source_id,
                    record.stage,
                    record.basis,
                    record.detail,
                )
                tables.setdefault(key, []).append(fact)
    return [
        tables[key]
        for key in sorted(tables, key=lambda key: (key[0], key[1], len(tables[key])), reverse=True)
    ]


def _wholes(case: Case) -> set[str]:
    """The world and groups of countries, which have no rank."""
    return {"WLD", "EUU"} | {place.id for place in case.store.places.values() if place.members}


def _judge(case: Case, claim: Claimed, scope: Scope, ranked: list[Fact], own: Fact) -> Ruling:
    """The claimed rank beside the counted one; near ties count for both."""
    actual = ranked.index(own) + 1
    best = 1 + sum(fact.value > own.value * (1 + _TIE) for fact in ranked)
    worst = sum(fact.value >= own.value * (1 - _TIE) for fact in ranked)
    agrees = best <= claim.value <= worst
    firm = settled(case, scope) and timely(case, scope, ranked) and claim.value <= _CLEAR
    relation: Relation = "supports" if agrees else "refutes" if firm else "context"
    listed = " > ".join(f"{fact.record.place} {plain(fact.value)}" for fact in ranked[:_SHOWN])
    shown = computed(
        [own.record, *(f.record for f in ranked[:_SHOWN])],
        relation,
        case.store,
        value=actual,
        unit="1",
        formula=listed,
    )
    if agrees:
        return Ruling("supported", 0.93, (), (shown,), 0.97)
    said = _off(case, claim, scope, own, actual)
    return Ruling("refuted" if firm else "not_enough_evidence", 0.9, (said,), (shown,), 0.97)


def _off(case: Case, claim: Claimed, scope: Scope, own: Fact, actual: int) -> Finding:
    """`out_of_band` for a rank."""
    return finding(
        "out_of_band.rank",
        case.lang,
        {"corrected": actual, "place": place_name(case.store, own.record.place).en},
        about=about(case.store, scope),
        claim=claim.text,
        source=source_name(case.store, own.record),
        period=own.record.period,
        actual=str(actual),
    )
