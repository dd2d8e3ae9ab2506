"""The verdict on a numeric claim: one ruling per quantity, and one verdict out of all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.model.link.periods import parse_period
from kaozheng.model.verdict.absent import unlinked
from kaozheng.model.verdict.case import Case, NumericResult
from kaozheng.model.verdict.confidence import confidence, link_quality
from kaozheng.model.verdict.dispatch import judge, judge_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.protocols import Article, Candidate, Roles
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.report import Evidence, Finding, Verdict
    from kaozheng.model.verdict.case import Ruling

__all__ = ["check_numeric"]

# The verdict of a claim with several quantities is the first of these that any of them has.
_ORDER: tuple[Verdict, ...] = ("refuted", "conflicting_evidence", "not_enough_evidence", "supported")
# Kinds that can be said of any metric.
_ALWAYS = frozenset({"share", "change", "multiple", "rank"})


def check_numeric(
    article: Article,
    candidate: Candidate,
    roles: Roles,
    store: ReferenceStore,
    as_of: str,
    others: Sequence[tuple[Candidate, Roles]] = (),
) -> NumericResult:
    """Checks one numeric claim against the reference as known on a day.

    Args:
        article: The article, segmented.
        candidate: The claim.
        roles: What it is about.
        store: The reference.
        as_of: The day (ISO 8601) as seen from which it is judged.
        others: The article's other numeric claims with their roles.

    Returns:
        Verdict, confidence, findings and evidence.
    """
    case = Case(article, candidate, roles, store, as_of, others)
    rulings = [_still_open(case, ruling) for ruling in _rulings(case)]
    rulings.sort(key=lambda ruling: _ORDER.index(ruling.verdict))
    verdict = rulings[0].verdict
    linked = link_quality(roles)
    sure = min(confidence(linked, item.margin, item.quality) for item in rulings if item.verdict == verdict)
    return NumericResult(verdict, sure, _findings(rulings), _evidence(rulings))


def _rulings(case: Case) -> list[Ruling]:
    """One ruling per quantity that the claim is about; dates count where there is nothing else."""
    if case.roles.subject is None or case.roles.metric is None:
        return [unlinked(case)]
    days = [quantity for quantity in case.candidate.quantities if quantity.kind == "date"]
    numbers = _main(case)
    if numbers:
        return [judge(case, quantity) for quantity in numbers]
    return [judge_day(case, quantity) for quantity in days] or [unlinked(case)]


def _main(case: Case) -> list[Quantity]:
    """The quantities that can state the claimed metric; the others (a plant's size) only go with them."""
    numbers = [quantity for quantity in case.candidate.quantities if quantity.kind != "date"]
    metric = case.store.metrics.get(case.roles.metric or "")
    kinds = set(metric.kinds) if metric else set()
    fitting = [quantity for quantity in numbers if not kinds or quantity.kind in kinds | _ALWAYS]
    return fitting or numbers


def _still_open(case: Case, ruling: Ruling) -> Ruling:
    """A prediction or a condition is not decided by the figures of today."""
    modality = case.candidate.modality
    if modality not in ("predicted", "conditional") or ruling.lasting:
        return ruling
    period = parse_period(case.roles.period)
    if modality == "predicted" and period is not None and period.end.isoformat() <= case.as_of:
        return ruling
    evidence = tuple(replace(item, relation="context") for item in ruling.evidence)
    findings = tuple(finding for finding in ruling.findings if finding.code == "no_record")
    return replace(ruling, verdict="not_enough_evidence", margin=0.7, findings=findings, evidence=evidence)


def _findings(rulings: Iterable[Ruling]) -> tuple[Finding, ...]:
    """All findings once, those of the deciding quantity first."""
    seen: dict[tuple[str, str], Finding] = {}
    for ruling in rulings:
        for finding in ruling.findings:
            seen.setdefault((finding.code, finding.message), finding)
    return tuple(seen.values())


def _evidence(rulings: Iterable[Ruling]) -> tuple[Evidence, ...]:
    """All evidence once, that of the deciding quantity first."""
    seen: dict[tuple[str, str | None], Evidence] = {}
    for ruling in rulings:
        for item in ruling.evidence:
            seen.setdefault((item.record, item.formula), item)
    return tuple(seen.values())
