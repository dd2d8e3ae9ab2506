"""Values worked out from records (shares, growth, ratios) and the verdict on a claim about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaozheng.model.messages import finding
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.confidence import record_quality
from kaozheng.model.verdict.evidence import computed
from kaozheng.model.verdict.standing import timely
from kaozheng.model.verdict.wording import about, amount, source_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kaozheng.model.link import Fact, Scope
    from kaozheng.model.report import Evidence, Finding, Verdict
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.evidence import Relation
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["Derived", "Limits", "derived_evidence", "judge_derived"]

_DERIVED_QUALITY = 0.95


@dataclass(frozen=True, slots=True)
class Derived:
    """A computed reference value.

    Attributes:
        value: The value, in the claim's unit.
        formula: The computation with its numbers in it.
        facts: The facts in it, the one that gives the period first.
    """

    value: float
    formula: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How far from a computed value a claim may lie, in the claim's unit.

    Attributes:
        agree: Up to this it agrees.
        wrong: From this on it is wrong; in between nothing is said against it.
    """

    agree: float
    wrong: float


def judge_derived(
    case: Case,
    claim: Claimed,
    scope: Scope,
    values: Sequence[Derived],
    limits: Callable[[Derived], Limits],
    *,
    firm: bool,
) -> Ruling | None:
    """The verdict against computed values; None when there are none.

    Args:
        case: The claim.
        claim: The claimed interval.
        scope: What was looked for.
        values: The computed values, any of which the text may mean.
        limits: How far a claim may lie from one of them.
        firm: Whether the claim is pinned down well enough to be refuted.
    """
    if not values:
        return None
    nearest = min(values, key=lambda value: _gap(claim, value))
    gap, limit = _gap(claim, nearest), limits(nearest)
    quality = record_quality(nearest.facts) * _DERIVED_QUALITY
    if gap <= limit.agree:
        shown = (derived_evidence(case, claim, nearest, "supports"),)
        return Ruling("supported", 1.0 if gap == 0 else 0.88, (), shown, quality)
    if gap <= limit.wrong:
        shown = (derived_evidence(case, claim, nearest, "supports"),)
        return Ruling("supported", 0.62, (), shown, quality)
    firm = firm and timely(case, scope, nearest.facts)
    verdict: Verdict = "refuted" if firm else "not_enough_evidence"
    relation: Relation = "refutes" if firm else "context"
    shown = (derived_evidence(case, claim, nearest, relation),)
    return Ruling(verdict, 0.9, (_off(case, claim, scope, nearest),), shown, quality)


def _gap(claim: Claimed, value: Derived) -> float:
    """Distance of a computed value from the claimed interval."""
    return max(0.0, claim.low - value.value, value.value - claim.high)


def derived_evidence(case: Case, claim: Claimed, value: Derived, relation: Relation) -> Evidence:
    """The computation as evidence."""
    deviation = claim.value / value.value - 1 if value.value else None
    return computed(
        [fact.record for fact in value.facts],
        relation,
        case.store,
        value=round(value.value, 6),
        unit=claim.unit,
        formula=value.formula,
        deviation=deviation,
    )


def _off(case: Case, claim: Claimed, scope: Scope, value: Derived) -> Finding:
    """`exaggeration` or `understatement` against a computed value, by size and not by sign."""
    key = "exaggeration.derived" if abs(claim.value) > abs(value.value) else "understatement.derived"
    record = value.facts[0].record
    quotient = claim.value / value.value if value.value else 0.0
    return finding(
        key,
        case.lang,
        {"deviation": round(quotient - 1, 4), "corrected": round(value.value, 4)},
        about=about(case.store, scope),
        claim=claim.text,
        source=source_name(case.store, record),
        value=amount(float(f"{value.value:.4g}"), claim.unit),
        period=record.period,
        formula=value.formula,
    )
