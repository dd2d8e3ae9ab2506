"""Claims of a date: when a measure was announced, took effect, falls due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaozheng.model.link.editions import known_at
from kaozheng.model.link.periods import Period, parse_period
from kaozheng.model.messages import Both, finding
from kaozheng.model.report import Evidence
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.evidence import source_of
from kaozheng.model.verdict.kin import akin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.records import PolicyEvent
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.report import Verdict
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.evidence import Relation

__all__ = ["judge_date", "period_of"]

# Which acts answer which question.
_ACTIONS = {
    "effective_date": ("effective", "scheduled"),
    "announced_date": ("announce", "ruling"),
    "suspended_date": ("suspend",),
    "deadline": ("deadline", "scheduled"),
}
# A claim with another date is about the same act only when the act lies this near.
_NEAR_DAYS = 200


@dataclass(frozen=True, slots=True)
class _Dated:
    """A dated fact: a record or an event."""

    id: str
    period: Period
    metric: str
    what: Both
    source: dict[str, object]
    published: str


def period_of(quantity: Quantity) -> Period | None:
    """The stretch of days that a date quantity names."""
    if isinstance(quantity.value, tuple):
        return parse_period("/".join(quantity.value))
    return parse_period(quantity.value) if isinstance(quantity.value, str) else None


def judge_date(case: Case, quantity: Quantity) -> Ruling | None:
    """The verdict on a date; None when no act of the subject and place is on record."""
    claimed, metric = period_of(quantity), case.roles.metric
    if claimed is None or metric not in _ACTIONS:
        return None
    dated = [*_records(case), *_events(case)]
    same = [fact for fact in dated if fact.metric == metric]
    hit = next((fact for fact in same if _agrees(claimed, fact.period)), None)
    if hit is not None:
        return Ruling("supported", 1.0, (), (_evidence(hit, "supports", claimed),), 1.0, lasting=True)
    near = list({f.period.text: f for f in same if _days(claimed, f.period) <= _NEAR_DAYS}.values())
    if len(near) != 1 or claimed.days > 31:
        return _undecided(same, claimed)
    return _wrong(case, quantity, claimed, near[0])


def _agrees(claimed: Period, known: Period) -> bool:
    """Whether one names the other's day, at the precision of the coarser."""
    return claimed.contains(known) or known.contains(claimed)


def _days(one: Period, other: Period) -> int:
    """Days between two dates."""
    return abs((one.start - other.start).days)


def _wrong(case: Case, quantity: Quantity, claimed: Period, fact: _Dated) -> Ruling:
    """Another date than the one on record."""
    explicit = not {"subject", "place"} <= set(case.roles.inherited) and case.roles.place is not None
    said = finding(
        "wrong_period.date",
        case.lang,
        {"record": fact.id, "corrected": fact.period.text},
        claim=quantity.text,
        source=str(fact.source["publisher"]),
        value=fact.period.text,
        what=fact.what,
    )
    relation: Relation = "refutes" if explicit else "context"
    verdict: Verdict = "refuted" if explicit else "not_enough_evidence"
    return Ruling(verdict, 0.88, (said,), (_evidence(fact, relation, claimed),), 1.0, lasting=True)


def _undecided(same: list[_Dated], claimed: Period) -> Ruling | None:
    """Acts are on record, but none that must be the one meant."""
    if not same:
        return None
    shown = tuple(_evidence(fact, "context", claimed) for fact in same[:3])
    return Ruling("not_enough_evidence", 0.6, (), shown, 1.0)


def _evidence(fact: _Dated, relation: Relation, claimed: Period) -> Evidence:
    """A dated fact as evidence."""
    sign = "=" if _agrees(claimed, fact.period) else "!="
    return Evidence(
        record=fact.id,
        relation=relation,
        value=fact.period.text,
        unit="date",
        period=fact.period.text,
        published=fact.published or None,
        formula=f"{claimed.text} {sign} {fact.period.text}",
        inputs=(fact.id,),
        source=fact.source,
        note=fact.what.zh if not fact.what.en else fact.what.en,
    )


def _records(case: Case) -> Iterator[_Dated]:
    """Records with a date for a value."""
    for metric in _ACTIONS:
        for record in case.store.numeric(metric=metric, place=case.roles.place):
            period = parse_period(record.period)
            if (
                period is None
                or not akin(case.roles.subject or "", record.subject, case.store)
                or not known_at(record.published, case.as_of)
            ):
                continue
            yield _Dated(
                record.id,
                period,
                metric,
                Both(record.detail, record.detail),
                source_of(record, case.store),
                record.published,
            )


def _events(case: Case) -> Iterator[_Dated]:
    """Policy events about the subject."""
    for event in case.store.events:
        period = parse_period(event.date)
        if period is None or (case.roles.place is not None and event.place != case.roles.place):
            continue
        if not any(akin(case.roles.subject or "", subject, case.store) for subject in event.subjects):
            continue
        for metric, actions in _ACTIONS.items():
            if event.action in actions:
                yield _Dated(event.id, period, metric, _what(event), _event_source(case, event), event.date)


def _what(event: PolicyEvent) -> Both:
    """An event in words."""
    return Both(event.measure_zh, event.measure_en)


def _event_source(case: Case, event: PolicyEvent) -> dict[str, object]:
    """The source of an event."""
    source = case.store.sources.get(event.source_id)
    if source is None:
        return {"id": event.source_id, "publisher": event.source_id, "title": "", "year": None, "url": ""}
    return {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "year": source.year,
        "url": source.url,
    }
