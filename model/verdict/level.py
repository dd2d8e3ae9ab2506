"""The verdict on an amount: a ladder from agreement to refutation, the mildest rung first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kaozheng.model.link.nature import is_assessed, is_price
from kaozheng.model.messages import finding, joined
from kaozheng.model.verdict import bounds, outside
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.compare import distance, position
from kaozheng.model.verdict.confidence import record_quality
from kaozheng.model.verdict.evidence import compared, context
from kaozheng.model.verdict.guards import other_period
from kaozheng.model.verdict.narrowing import narrows
from kaozheng.model.verdict.slips import find_slip
from kaozheng.model.verdict.standing import may_refute_slip
from kaozheng.model.verdict.wording import source_name, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.link import Fact, Link
    from kaozheng.model.messages import Gaps
    from kaozheng.model.report import Evidence, Finding
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.compare import Position
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge_level"]

# Two definitions differ when their values lie further apart than this.
_DIFFERENT = 0.25
_MARGINS = {"match": 1.0, "close": 0.85, "band": 0.8}
# What marks a price series that others must confirm: rough, undated or retail quotations.
_LOOSE = frozenset({"approximate", "date_unspecified", "greater_than", "retail_series"})
# A slip is the natural reading only where no current value lies nearer than this; three equal digits are
# hardly ever chance, two often are.
_FAR = {True: 1.1, False: 2.5}
_TELLING = 3
# Words by which a text itself says that a value is the one that was replaced.
_EARLIER = re.compile(
    r"上一?版|前一版|旧版|此前|原先|原来|原为|曾|由[^，。]{2,24}(?:降|调|减|升|增|修)"
    r"|\b(?:(?:previous|earlier|last|prior|old)\s+(?:edition|report|summar\w+|estimate)|(?:down|up|cut|lowered|raised|revised)\s+"
    r"(?:\w+\s+){0,2}from|once|formerly|previously|had\s+been)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Hearing:
    """A claimed amount and the records that bear on it.

    Attributes:
        case: The claim.
        claim: The claimed interval.
        link: Its records.
        named: The deciding facts of the source that the text names.
        firm: Where the claim lies among the facts that decide.
    """

    case: Case
    claim: Claimed
    link: Link
    named: tuple[Fact, ...]
    firm: Position | None


def judge_level(case: Case, claim: Claimed, link: Link) -> Ruling:
    """The verdict on an amount against the records that bear on it."""
    named = tuple(fact for fact in link.deciding if fact.record.source_id in link.scope.sources)
    hearing = _Hearing(case, claim, link, named, position(claim, named or link.deciding))
    for rung in (_agrees, _agrees_later, _plan, _superseded, _slip, _disputed, _another_time):
        ruling = rung(hearing)
        if ruling is not None:
            return ruling
    return outside.judge_outside(case, claim, link, hearing.firm, named)


def _agrees(hearing: _Hearing) -> Ruling | None:
    """Inside the tolerance of a current value, or inside a band of values that agree."""
    firm, named = hearing.firm, hearing.named
    if firm is None or firm.place not in _MARGINS:
        return None
    case, claim, link = hearing.case, hearing.claim, hearing.link
    early = _not_yet(hearing, firm.fact)
    if early is not None:
        return early
    slip = bounds.far_bound(case, claim, named or link.deciding, link)
    if slip is not None:
        return slip
    alike = _alike(claim, named or link.deciding) or (firm.fact,)
    if is_price(link.scope.metric) and not named and _one_series(hearing, alike):
        return _one_series_ruling(hearing, alike)
    findings = (*_revised(hearing, firm.fact), *_other_definition(hearing, firm.fact))
    margin = _MARGINS[firm.place] * (0.93 if link.late_only else 1.0)
    evidence = tuple(compared(claim, fact, "supports", case.store) for fact in alike[:3])
    evidence = tuple(_late(item, hearing) for item in evidence)
    others = context((fact.record for fact in _unlike(link, alike)), case.store)
    return Ruling("supported", margin, findings, evidence + others, record_quality(alike))


def _late(item: Evidence, hearing: _Hearing) -> Evidence:
    """Evidence that was published only after the date of checking says so."""
    if not hearing.link.late_only:
        return item
    said = f"published after {hearing.case.as_of}; nothing earlier is known"
    return replace(item, note=f"{item.note}; {said}" if item.note else said)


def _alike(claim: Claimed, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts that the claim agrees with, the latest first."""
    return tuple(sorted((f for f in facts if distance(claim, f) == 0), key=_recency, reverse=True))


def _unlike(link: Link, alike: Sequence[Fact]) -> list[Fact]:
    """Up to two current facts from other sources, for the reader."""
    used = {fact.record.source_id for fact in alike}
    rest = [fact for fact in link.deciding if fact.record.source_id not in used]
    return sorted(rest, key=_recency, reverse=True)[:2]


def _recency(fact: Fact) -> tuple[int, str, str]:
    """Sorting key: period, then publication; a fact that answers the very period comes first."""
    return (fact.year or 0, fact.record.published, fact.record.id)


def _not_yet(hearing: _Hearing, fact: Fact) -> Ruling | None:
    """The period had not ended when the text appeared, and no figure had been published."""
    case, link = hearing.case, hearing.link
    period = link.scope.period
    if not link.late_only or period is None or period.end.isoformat() <= case.as_of:
        return None
    said = finding("not_yet_known", case.lang, {"period": period.text}, as_of=case.as_of, period=period.text)
    return Ruling("not_enough_evidence", 0.7, (said,), context([fact.record], case.store))


def _revised(hearing: _Hearing, fact: Fact) -> tuple[Finding, ...]:
    """`true_when_published`: a later edition changed the value that the text rightly gives."""
    case, claim = hearing.case, hearing.claim
    changed = [
        later
        for later in hearing.link.later
        if later.period == fact.period and _same_thing(later, fact) and distance(claim, later) > 0
    ]
    if not changed or fact.status == "later":
        return ()
    newest = max(changed, key=_recency)
    gaps: Gaps = {
        "value": value_of(fact),
        "source": source_name(case.store, fact.record),
        "later": value_of(newest),
        "later_source": source_name(case.store, newest.record),
    }
    return (
        finding(
            "true_when_published", case.lang, {"revised": newest.value, "record": newest.record.id}, **gaps
        ),
    )


def _same_thing(one: Fact, other: Fact) -> bool:
    """Whether two facts measure the same thing by the same definition."""
    first, second = one.record, other.record
    same_kind = one.official_claim == other.official_claim
    return same_kind and (first.place, first.stage, first.basis) == (second.place, second.stage, second.basis)


def _other_definition(hearing: _Hearing, fact: Fact) -> tuple[Finding, ...]:
    """`edition_conflict`: another source, by another definition, says something quite different."""
    case, link = hearing.case, hearing.link
    others = (
        [
            other
            for other in link.deciding
            if other.official_claim != fact.official_claim and abs(other.value / fact.value - 1) > _DIFFERENT
        ]
        if fact.value and not is_price(link.scope.metric)
        else []
    )
    if not others:
        return ()
    other = max(others, key=_recency)
    gaps: Gaps = {
        "source": source_name(case.store, fact.record),
        "value": value_of(fact),
        "other": source_name(case.store, other.record),
        "different": value_of(other),
    }
    return (finding("edition_conflict", case.lang, {"other": other.record.id}, **gaps),)


def _one_series(hearing: _Hearing, alike: Sequence[Fact]) -> list[Fact]:
    """Facts of other price series of the time, when the claim fits one loose series only and names none."""
    series = {fact.record.basis or fact.record.source_id for fact in alike}
    loose = all(_LOOSE & set(fact.record.qualifiers) for fact in alike)
    if len(series) != 1 or not loose or hearing.link.scope.period is not None:
        return []
    years = {year + step for fact in alike if (year := fact.year) for step in (-1, 0, 1)}
    return [
        fact
        for fact in hearing.link.deciding
        if (fact.record.basis or fact.record.source_id) not in series and fact.year in years
    ]


def _one_series_ruling(hearing: _Hearing, alike: Sequence[Fact]) -> Ruling:
    """Price series disagree and the text does not say which it means."""
    case = hearing.case
    others = sorted(_one_series(hearing, alike), key=_recency, reverse=True)[:3]
    said = finding(
        "single_source.series",
        case.lang,
        {"record": alike[0].record.id},
        claim=hearing.claim.text,
        source=source_name(case.store, alike[0].record),
        series=alike[0].record.detail or alike[0].record.basis or alike[0].record.id,
        others=joined([value_of(fact) for fact in others]),
    )
    evidence = (
        *(compared(hearing.claim, fact, "supports", case.store) for fact in alike[:2]),
        *(compared(hearing.claim, fact, "refutes", case.store) for fact in others),
    )
    return Ruling("conflicting_evidence", 0.75, (said,), evidence, record_quality(alike))


def _agrees_later(hearing: _Hearing) -> Ruling | None:
    """Not the value current at the time, but the one published since: an early source was right."""
    firm = hearing.firm
    later = position(hearing.claim, hearing.link.later)
    if later is None or later.place not in ("match", "close"):
        return None
    evidence: tuple[Evidence, ...] = (compared(hearing.claim, later.fact, "supports", hearing.case.store),)
    known = context([firm.fact.record], hearing.case.store) if firm else ()
    return Ruling("supported", 0.75, (), evidence + known, record_quality([later.fact]))


def _plan(hearing: _Hearing) -> Ruling | None:
    """The claim states a plan or a target that is on record."""
    told = hearing.case.says_plan or not hearing.link.deciding
    planned = position(hearing.claim, hearing.link.plans) if told else None
    if planned is None or planned.place not in ("match", "close"):
        return None
    evidence = (compared(hearing.claim, planned.fact, "supports", hearing.case.store),)
    margin = 0.9 if planned.place == "match" else 0.75
    return Ruling("supported", margin, (), evidence, record_quality([planned.fact]), lasting=True)


def _superseded(hearing: _Hearing) -> Ruling | None:
    """The value of an edition that had been replaced by the date of checking."""
    firm = hearing.firm
    case, claim, link = hearing.case, hearing.claim, hearing.link
    old = position(claim, link.superseded)
    if old is None or old.place != "match" or firm is None:
        return None
    edition_year = _edition_year(case, old.fact)
    dated = is_assessed(link.scope.metric) and old.fact.fit == "same"
    if (
        case.names_year(edition_year)
        or _EARLIER.search(case.clause)
        or (dated and link.scope.period is not None)
    ):
        evidence = (compared(claim, old.fact, "supports", case.store),)
        return Ruling("supported", 0.8, (), evidence + context([firm.fact.record], case.store))
    gaps: Gaps = {
        "claim": claim.text,
        "source": source_name(case.store, old.fact.record),
        "as_of": case.as_of,
        "value": value_of(firm.fact),
        "current": source_name(case.store, firm.fact.record),
    }
    said = finding("superseded_value", case.lang, {"corrected": firm.fact.value}, **gaps)
    shown = (
        compared(claim, firm.fact, "refutes", case.store),
        compared(claim, old.fact, "context", case.store),
    )
    # A text of unknown date may have been written while that edition was current.
    strong = may_refute_slip(case, link) and case.article.published is not None
    return Ruling("refuted" if strong else "conflicting_evidence", 0.8, (said,), shown)


def _edition_year(case: Case, fact: Fact) -> int | None:
    """The year that a reader would name the edition by."""
    source = case.store.sources.get(fact.record.source_id)
    return source.year if source else None


def _slip(hearing: _Hearing) -> Ruling | None:
    """The same digits at another magnitude."""
    firm, named = hearing.firm, hearing.named
    case, claim, link = hearing.case, hearing.claim, hearing.link
    if (firm is not None and firm.place == "between") or narrows(case.clause):
        return None
    pool = tuple(named) or (*link.deciding, *link.superseded)
    slip = find_slip(claim, pool) if claim.digits > 1 or not claim.share else None
    if slip is None or (firm is not None and _fits_anything(claim, named or link.deciding)):
        return None
    return bounds.slip_ruling(case, claim, link, slip)


def _fits_anything(claim: Claimed, facts: Sequence[Fact]) -> bool:
    """Whether some current value is so near that a slip is not the natural reading."""
    far = _FAR[claim.digits >= _TELLING]
    return any(1 / far < claim.value / fact.value < far for fact in facts if fact.value > 0)


def _disputed(hearing: _Hearing) -> Ruling | None:
    """Between sources that disagree among themselves."""
    firm, named = hearing.firm, hearing.named
    case, claim, link = hearing.case, hearing.claim, hearing.link
    if firm is None or firm.place != "between":
        return None
    facts = sorted(named or link.deciding, key=lambda fact: distance(claim, fact))[:3]
    if narrows(case.clause) or _only_years(facts):
        return outside.undecided(case, claim, link, firm)
    others = joined([value_of(fact) for fact in facts])
    said = finding("edition_conflict.between", case.lang, {}, claim=claim.text, others=others)
    evidence = tuple(compared(claim, fact, "context", case.store) for fact in facts)
    return Ruling("conflicting_evidence", 0.65, (said,), evidence, record_quality(facts))


def _only_years(facts: Sequence[Fact]) -> bool:
    """Whether values differ because the years do: one source, one series, another period each."""
    series = {
        (fact.record.source_id, fact.record.stage, fact.record.basis, fact.record.detail) for fact in facts
    }
    return len(series) == 1 and len({fact.record.period for fact in facts}) == len(facts)


def _another_time(hearing: _Hearing) -> Ruling | None:
    """The right value of another year."""
    return other_period(hearing.case, hearing.claim, hearing.link, hearing.firm)
