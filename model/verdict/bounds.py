"""Rulings on slips, and on bounds that hold to the letter and still mislead (超过38万 of 380万)."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from kaozheng.model.messages import Both, cause_of, finding
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.confidence import record_quality
from kaozheng.model.verdict.evidence import compared
from kaozheng.model.verdict.slips import find_slip
from kaozheng.model.verdict.standing import farthest, may_refute_slip
from kaozheng.model.verdict.wording import amount, plain, publisher_name, source_name, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.link import Fact, Link
    from kaozheng.model.messages import Gaps
    from kaozheng.model.report import Finding, Verdict
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.slips import Slip
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["far_bound", "misquoted", "slip_ruling"]

# A bound this many times away from the truth misleads, although it holds.
_FAR = 3.0
# 超过1000万 is a round bound and no slip of 1亿; two digits make the coincidence unlikely.
_DIGITS = 2
_EXACT = 1e-9
_UNIT_MIX = {
    "t/kg": Both("吨与千克", "tonnes and kilograms"),
    "lb": Both("磅与千克，或短吨、长吨与公吨", "pounds and kilograms, or short, long and metric tons"),
}


def far_bound(case: Case, claim: Claimed, facts: Sequence[Fact], link: Link) -> Ruling | None:
    """For "more than" and "less than": a slip, or a remark that the bound lies far from the figure."""
    if not claim.one_sided or claim.value <= 0:
        return None
    known = [fact for fact in facts if fact.value > 0]
    nearest = min(known, key=lambda fact: abs(fact.value - claim.value), default=None)
    if nearest is None:
        return None
    upward = claim.comparator in ("gt", "ge")
    times = nearest.value / claim.value if upward else claim.value / nearest.value
    if times < _FAR:
        return None
    slip = find_slip(claim, [nearest]) if claim.digits >= _DIGITS or _same_bound(claim, nearest) else None
    if slip is not None:
        return slip_ruling(case, claim, link, slip)
    certain = link.scope.place_known and times <= farthest(case, nearest)
    return _remark(case, claim, nearest, times, upward=upward, known=certain)


def _same_bound(claim: Claimed, fact: Fact) -> bool:
    """Whether the claim is the record's own bound moved by a power of ten (20万吨出头 for >2,000,000 t)."""
    if claim.comparator not in ("gt", "ge") or "greater_than" not in fact.record.qualifiers:
        return False
    exponent = log10(fact.value / claim.value)
    return abs(exponent - round(exponent)) < _EXACT


def _remark(case: Case, claim: Claimed, fact: Fact, times: float, *, upward: bool, known: bool) -> Ruling:
    """Supported, with the remark that the bound says little; for an unknown place it says nothing."""
    key = "understatement.bound" if upward else "exaggeration.bound"
    said = finding(
        key,
        case.lang,
        {"times": round(times, 2)},
        claim=claim.text,
        value=value_of(fact),
        source=source_name(case.store, fact.record),
        period=fact.record.period,
        times=f"{times:.3g}",
    )
    evidence = (compared(claim, fact, "supports" if known else "context", case.store),)
    verdict: Verdict = "supported" if known else "not_enough_evidence"
    return Ruling(verdict, 0.6, (said,), evidence, record_quality([fact]))


def slip_ruling(case: Case, claim: Claimed, link: Link, slip: Slip) -> Ruling:
    """Refuted, with the factor, the likely cause and the corrected value."""
    fact = slip.fact
    corrected = claim.value * slip.factor
    times = slip.factor if slip.factor > 1 else 1 / slip.factor
    details = {"factor": _whole(slip.factor), "corrected": _whole(corrected), "unit": claim.unit}
    said = finding(
        slip.code,
        case.lang,
        details,
        claim=claim.text,
        value=value_of(fact),
        source=source_name(case.store, fact.record),
        period=fact.record.period,
        times=plain(times),
        cause=_cause(slip),
        corrected=amount(corrected, claim.unit),
    )
    strong = may_refute_slip(case, link)
    evidence = (compared(claim, fact, "refutes" if strong else "context", case.store),)
    findings = (said, *misquoted(case, link, fact))
    return Ruling(
        "refuted" if strong else "not_enough_evidence", 1.0, findings, evidence, record_quality([fact])
    )


def _cause(slip: Slip) -> Both:
    """What was probably mixed up."""
    if slip.power == 0:
        return _UNIT_MIX["lb"]
    return _UNIT_MIX["t/kg"] if slip.code == "unit_slip" else cause_of(slip.power)


def _whole(number: float) -> float | int:
    """Whole numbers without a decimal point."""
    tidy = float(f"{number:.10g}")
    return int(tidy) if tidy.is_integer() else tidy


def misquoted(case: Case, link: Link, fact: Fact) -> tuple[Finding, ...]:
    """`misquoted_source` when the refuting record is of the very source that the text names."""
    if fact.record.source_id not in link.scope.sources:
        return ()
    gaps: Gaps = {
        "source": publisher_name(case.store, fact.record),
        "value": value_of(fact),
        "period": fact.record.period,
    }
    return (finding("misquoted_source", case.lang, {"record": fact.record.id}, **gaps),)
