"""Right numbers in the wrong place: of another measure, another country, another year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaozheng.model.link.editions import known_at
from kaozheng.model.link.facts import measure
from kaozheng.model.link.nature import is_price
from kaozheng.model.messages import finding
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.confidence import record_quality
from kaozheng.model.verdict.evidence import compared, context
from kaozheng.model.verdict.standing import may_refute
from kaozheng.model.verdict.wording import metric_name, place_name, source_name, subject_name, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kaozheng.data.records import NumericRecord
    from kaozheng.model.link import Fact, Link
    from kaozheng.model.report import Evidence, Finding
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.compare import Position
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["Mistaken", "other_measure", "other_period", "other_place", "reached_before"]

# A number with this many digits is unlikely to agree by chance with an unrelated record ...
_TELLING = 3
# ... and with this many only where texts are known to mix the two up.
_ENOUGH = 2
# Another year's record counts as "another year" only when the claimed year's own lies this far away.
_AWAY = 0.05
_YEARS = 4
# With as few places as this on record an equal number is hardly chance.
_FEW = 6


@dataclass(frozen=True, slots=True)
class Mistaken:
    """What the number really is: a finding and the record that shows it."""

    finding: Finding
    evidence: Evidence


def other_measure(case: Case, claim: Claimed, link: Link) -> Mistaken | None:
    """The number is another metric of the same subject and place."""
    if claim.one_sided or claim.digits < _ENOUGH:
        return None
    records = case.store.numeric(subject=link.scope.subject, place=link.scope.places or None)
    for fact in _same_number(case, claim, link, records):
        metric = fact.record.metric
        if metric == link.scope.metric or fact.record.partner != link.scope.partner:
            continue
        if claim.digits >= _TELLING or metric in _confused(case, link):
            return Mistaken(
                _measure_finding(case, claim, link, fact), compared(claim, fact, "context", case.store)
            )
    return None


def _confused(case: Case, link: Link) -> set[str]:
    """Metrics that texts mix up with the claimed one, either way round."""
    own = case.store.metrics.get(link.scope.metric)
    back = {name for name, metric in case.store.metrics.items() if link.scope.metric in metric.confused_with}
    return back | set(own.confused_with if own else ())


def _measure_finding(case: Case, claim: Claimed, link: Link, fact: Fact) -> Finding:
    """`measure_mismatch` with the other measure's name."""
    return finding(
        "measure_mismatch",
        case.lang,
        {"record": fact.record.id, "metric": fact.record.metric},
        claim=claim.text,
        place=place_name(case.store, fact.record.place),
        subject=subject_name(case.store, link.scope.subject),
        other=metric_name(case.store, fact.record.metric),
        metric=metric_name(case.store, link.scope.metric),
        value=value_of(fact),
        source=source_name(case.store, fact.record),
        period=fact.record.period,
    )


def other_place(case: Case, claim: Claimed, link: Link) -> Mistaken | None:
    """The number is the same metric of another country."""
    if claim.one_sided or claim.hedged or claim.digits < _ENOUGH or not any(link.scope.places):
        return None
    if is_price(link.scope.metric):
        return None
    records = case.store.numeric(subject=link.scope.subject, metric=link.scope.metric)
    rest = [r for r in records if r.place not in link.scope.places and r.partner == link.scope.partner]
    facts = [fact for fact in _same_number(case, claim, link, rest) if _likely(case, claim, fact, rest)]
    if not facts:
        return None
    fact = facts[0]
    said = finding(
        "wrong_place",
        case.lang,
        {"record": fact.record.id, "place": fact.record.place},
        claim=claim.text,
        other=place_name(case.store, fact.record.place),
        place=place_name(case.store, link.scope.places[0]),
        value=value_of(fact),
        source=source_name(case.store, fact.record),
        period=fact.record.period,
    )
    return Mistaken(said, compared(claim, fact, "context", case.store))


def _likely(case: Case, claim: Claimed, fact: Fact, rest: Sequence[NumericRecord]) -> bool:
    """Whether a text may have confused the places: it names the other, or few places are on record at all."""
    place = case.store.places.get(fact.record.place)
    names = (*place.names_zh, *place.names_en) if place else ()
    if any(name in case.article.text for name in names):
        return True
    return claim.digits >= _TELLING and len({record.place for record in rest}) <= _FEW


def _same_number(case: Case, claim: Claimed, link: Link, records: Iterable[NumericRecord]) -> list[Fact]:
    """Known records of about the claimed time whose value the claim states, the latest first."""
    facts = []
    for record in records:
        fact = measure(record, claim.unit) if known_at(record.published, case.as_of) else None
        if fact is None or fact.plan or not _states(claim, fact) or not _about_then(case, link, fact):
            continue
        facts.append(fact)
    return sorted(
        facts, key=lambda fact: (fact.year or 0, fact.record.published, fact.record.id), reverse=True
    )


def _about_then(case: Case, link: Link, fact: Fact) -> bool:
    """Whether a record's year is near the claimed one (or the date of checking)."""
    period = link.scope.period
    year = period.end.year if period else int(case.as_of[:4]) if case.as_of[:4].isdigit() else None
    return fact.year is None or year is None or abs(fact.year - year) <= _YEARS


def other_period(case: Case, claim: Claimed, link: Link, firm: Position | None) -> Ruling | None:
    """The number is that of another year: `wrong_period` for a dated claim, `stale_figure` for one of today."""
    if firm is not None and firm.distance <= _AWAY:
        return None
    if claim.one_sided or claim.digits < _ENOUGH:
        return None
    matches = [fact for fact in link.elsewhen if _matches(claim, fact, link)]
    if not matches:
        return None
    latest = max(matches, key=lambda fact: (fact.year or 0, fact.record.published))
    if link.scope.period is not None:
        return _wrong_period(case, claim, link, firm, latest)
    return _stale(case, claim, link, firm, latest)


def _matches(claim: Claimed, fact: Fact, link: Link) -> bool:
    """Whether a known fact of another time states the number; for a dated claim, of a time not far off."""
    period = link.scope.period
    near = period is None or fact.year is None or abs(fact.year - period.end.year) <= _YEARS
    return fact.status != "later" and near and not claim.hedged and _states(claim, fact)


def _states(claim: Claimed, fact: Fact) -> bool:
    """Whether claim and fact are the same number, and not merely touch at the ends of their roundings."""
    written = claim.written_low <= fact.value <= claim.written_high
    return written or fact.exact_low <= claim.value <= fact.exact_high


def _wrong_period(case: Case, claim: Claimed, link: Link, firm: Position | None, fact: Fact) -> Ruling | None:
    """The claimed period's own record decides; without one the text is only doubtful."""
    period = link.scope.period
    if period is None or (is_price(link.scope.metric) and firm is None and claim.digits < _TELLING):
        return None
    said = finding(
        "wrong_period",
        case.lang,
        {"record": fact.record.id, "period": fact.record.period},
        claim=claim.text,
        other=fact.record.period,
        source=source_name(case.store, fact.record),
        period=period.text,
    )
    strong = firm is not None and may_refute(case, link)
    evidence = [compared(claim, fact, "context", case.store)]
    if firm is not None:
        evidence.insert(0, compared(claim, firm.fact, "refutes" if strong else "context", case.store))
    return Ruling("refuted" if strong else "not_enough_evidence", 0.9, (said,), tuple(evidence))


def _stale(case: Case, claim: Claimed, link: Link, firm: Position | None, fact: Fact) -> Ruling | None:
    """An undated claim that gives the figure of a year long past."""
    if is_price(link.scope.metric):
        # A price without a date may be told of any day.
        return Ruling(
            "supported", 0.65, (), (compared(claim, fact, "supports", case.store),), record_quality([fact])
        )
    if firm is None:
        return None
    said = finding(
        "stale_figure",
        case.lang,
        {"record": fact.record.id, "corrected": firm.fact.value},
        claim=claim.text,
        other=fact.record.period,
        source=source_name(case.store, fact.record),
        value=value_of(firm.fact),
        period=firm.fact.record.period,
    )
    strong = case.says_now and may_refute(case, link)
    evidence = (
        compared(claim, firm.fact, "refutes", case.store),
        compared(claim, fact, "context", case.store),
    )
    return Ruling("refuted" if strong else "conflicting_evidence", 0.85 if strong else 0.7, (said,), evidence)


def reached_before(case: Case, claim: Claimed, link: Link) -> Ruling | None:
    """A projection of a value that is on record for an earlier day: the day is wrong, and the tense."""
    period = link.scope.period
    crossing = case.candidate.modality == "predicted" or claim.comparator in ("gt", "ge")
    if period is None or not crossing or claim.digits < _ENOUGH:
        return None
    before = [fact for fact in link.elsewhen if fact.status != "later" and fact.period is not None]
    before = [fact for fact in before if fact.period and fact.period.end < period.start]
    same = [fact for fact in before if abs(fact.value - claim.value) <= 1e-9 * claim.value]
    if not same or (case.candidate.modality != "predicted" and claim.digits < _TELLING):
        return None
    fact = min(same, key=lambda fact: fact.record.period)
    higher = [other.record for other in before if other.value > claim.value and _after(other, fact)]
    said = finding(
        "wrong_period.reached",
        case.lang,
        {"record": fact.record.id, "period": fact.record.period},
        claim=claim.text,
        other=fact.record.period,
        source=source_name(case.store, fact.record),
        period=period.text,
    )
    evidence = (compared(claim, fact, "refutes", case.store), *context(higher[:2], case.store))
    return Ruling(
        "refuted", 0.85 if higher else 0.75, (said,), evidence, record_quality([fact]), lasting=True
    )


def _after(one: Fact, other: Fact) -> bool:
    """Whether one fact's period ends after the other's."""
    return one.period is not None and other.period is not None and one.period.end > other.period.end
