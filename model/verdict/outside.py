"""The last rung: no current value agrees. Refuted only where the claim is pinned down and far enough away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.link.nature import is_price
from kaozheng.model.messages import finding
from kaozheng.model.verdict.absent import judge_absent
from kaozheng.model.verdict.bounds import misquoted
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.compare import gap_points, ratio
from kaozheng.model.verdict.confidence import record_quality
from kaozheng.model.verdict.evidence import compared
from kaozheng.model.verdict.guards import other_measure, other_place
from kaozheng.model.verdict.standing import farthest, may_refute, settled, timely
from kaozheng.model.verdict.wording import about, amount, source_name, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.link import Fact, Link
    from kaozheng.model.messages import Gaps
    from kaozheng.model.report import Finding
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.compare import Position
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge_outside", "threshold", "undecided"]

# Relative gaps from which a deviation is an error and not noise.
_EXACT = 0.02  # an exact official figure for the very period, claimed to three digits
_DATED = 0.05  # the very period, no hedge
_LOOSE = 0.10  # everything else
_NEIGHBOUR = 0.25  # a slow level of the year before or after
_POINTS, _POINTS_SHARE = 2.5, 0.2  # shares: points (or part of a small share) below which nothing is refuted
_SOFT = 0.05  # below this an unrefuted deviation still counts as agreement
_EXACT_DIGITS = 3
_PRICE_FACTOR = 3.0


def judge_outside(
    case: Case, claim: Claimed, link: Link, firm: Position | None, named: Sequence[Fact]
) -> Ruling:
    """The verdict when nothing agrees."""
    if firm is None:
        return judge_absent(case, claim, link)
    if firm.place == "open" and not _price_absurd(case, claim, link):
        return undecided(case, claim, link, firm)
    if not _wrong(claim, firm, link):
        return _near_miss(case, claim, link, firm)
    mistaken = other_measure(case, claim, link) or other_place(case, claim, link)
    if mistaken is None and _another_thing(case, claim, firm):
        return undecided(case, claim, link, firm)
    if not may_refute(case, link) and not _price_absurd(case, claim, link):
        return undecided(case, claim, link, firm)
    findings = [_size(case, claim, firm.fact), *misquoted(case, link, firm.fact)]
    evidence = [compared(claim, firm.fact, "refutes", case.store)]
    if mistaken is not None:
        findings.insert(0, mistaken.finding)
        evidence.append(mistaken.evidence)
    findings += _band(case, claim, named or link.deciding)
    return Ruling(
        "refuted", _margin(claim, firm), tuple(findings), tuple(evidence), record_quality([firm.fact])
    )


def threshold(claim: Claimed, fact: Fact, *, dated: bool = True) -> float:
    """The relative gap from which a claim counts as wrong against `fact`."""
    if fact.fit == "near" and dated:
        return _NEIGHBOUR
    if fact.fit != "same" or claim.hedged:
        return _LOOSE
    exact = claim.digits >= _EXACT_DIGITS and not fact.estimated and not fact.official_claim
    return _EXACT if exact else _DATED


def _wrong(claim: Claimed, firm: Position, link: Link) -> bool:
    """Whether the gap is an error and not noise."""
    fact = firm.fact
    if claim.share and gap_points(claim, fact) <= min(_POINTS, _POINTS_SHARE * abs(fact.value)):
        return False
    limit = threshold(claim, fact, dated=link.scope.period is not None)
    return firm.distance > (
        _LOOSE if len({f.record.id for f in link.deciding}) > 1 and limit == _EXACT else limit
    )


def _near_miss(case: Case, claim: Claimed, link: Link, firm: Position) -> Ruling:
    """Off by a few per cent without being pinned down: agreement of a loose kind, or doubt."""
    fact = firm.fact
    alike = claim.share and gap_points(claim, fact) <= min(_POINTS, _LOOSE * abs(fact.value))
    if firm.distance <= _SOFT or alike:
        evidence = (compared(claim, fact, "supports", case.store),)
        return Ruling("supported", 0.65, (), evidence, record_quality([fact]))
    if not (settled(case, link.scope) and timely(case, link.scope, link.deciding)):
        return undecided(case, claim, link, firm)
    evidence = (compared(claim, fact, "context", case.store),)
    return Ruling("conflicting_evidence", 0.6, (_size(case, claim, fact),), evidence, record_quality([fact]))


def _another_thing(case: Case, claim: Claimed, firm: Position) -> bool:
    """Whether the number is so far off that it must be about something else: a part of it, or another measure.

    Populations, areas and GDP are hardly ever misstated threefold, while texts are full of their parts.
    """
    if firm.fact.value == 0:
        return False
    far = farthest(case, firm.fact)
    quotient = ratio(claim, firm.fact)
    return quotient > far or quotient < 1 / far


def _price_absurd(case: Case, claim: Claimed, link: Link) -> bool:
    """A price several times beyond every series of at least two sources."""
    if not is_price(link.scope.metric) or case.roles.subject is None or not link.scope.place_known:
        return False
    sources = {fact.record.source_id for fact in link.deciding}
    quotients = [ratio(claim, fact) for fact in (*link.deciding, *link.elsewhen, *link.later)]
    high = all(quotient >= _PRICE_FACTOR for quotient in quotients)
    low = all(quotient <= 1 / _PRICE_FACTOR for quotient in quotients)
    return len(sources) > 1 and (high or low)


def undecided(case: Case, claim: Claimed, link: Link, firm: Position) -> Ruling:
    """Off, but the reference is not firm enough (or the claim not pinned down enough) to call it wrong."""
    fact = firm.fact
    alone = len({f.record.source_id for f in link.deciding}) == 1 and fact.official_claim
    gaps: Gaps = {
        "source": source_name(case.store, fact.record),
        "value": value_of(fact),
        "period": fact.record.period,
    }
    key = "single_source" if alone else "out_of_band.one"
    extra: Gaps = {} if alone else {"about": about(case.store, link.scope), "claim": claim.text}
    findings = [finding(key, case.lang, {"record": fact.record.id}, **gaps, **extra)]
    if alone:
        findings.append(_size(case, claim, fact))
    mistaken = other_measure(case, claim, link)
    evidence = [compared(claim, fact, "context", case.store)]
    if mistaken is not None:
        findings.insert(0, mistaken.finding)
        evidence.append(mistaken.evidence)
    return Ruling("not_enough_evidence", 0.6, tuple(findings), tuple(evidence), record_quality([fact]))


def _size(case: Case, claim: Claimed, fact: Fact) -> Finding:
    """`exaggeration` or `understatement` with the deviation."""
    quotient = ratio(claim, fact)
    key = "exaggeration" if claim.value > fact.value else "understatement"
    return finding(
        key,
        case.lang,
        {"deviation": round(quotient - 1, 4) if quotient != float("inf") else None, "corrected": fact.value},
        about=about(case.store, fact.record),
        claim=claim.text,
        source=source_name(case.store, fact.record),
        value=value_of(fact),
        period=fact.record.period,
        deviation=_percent(quotient),
    )


def _percent(quotient: float) -> str:
    """A deviation for readers: per cent, or times from tenfold on."""
    if quotient == float("inf"):
        return "∞"
    return f"×{quotient:.3g}" if quotient >= 10 else f"{abs(quotient - 1) * 100:.3g}%"


def _band(case: Case, claim: Claimed, facts: Sequence[Fact]) -> list[Finding]:
    """`out_of_band` when several sources were asked."""
    if len({fact.record.source_id for fact in facts}) < 2:
        return []
    low, high = min(fact.value for fact in facts), max(fact.value for fact in facts)
    gaps: Gaps = {"low": amount(low, claim.unit), "high": amount(high, claim.unit), "claim": claim.text}
    said = finding(
        "out_of_band", case.lang, {"band": [low, high]}, about=about(case.store, facts[0].record), **gaps
    )
    return [said]


def _margin(claim: Claimed, firm: Position) -> float:
    """How clear a refutation is."""
    quotient = ratio(claim, firm.fact)
    if quotient >= 1.5 or quotient <= 1 / 1.5:
        return 0.97
    return 0.9 if firm.distance > _LOOSE * 1.5 else 0.8
