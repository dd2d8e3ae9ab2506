"""Which claim an editor should see first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kaozheng.model.render.labels import SEVERITY

if TYPE_CHECKING:
    from kaozheng.model.report import Claim, Report

__all__ = ["by_materiality", "materiality"]


def by_materiality(report: Report) -> list[Claim]:
    """The report's claims, worst verdict first, then by `materiality`, then in order of the text."""
    return sorted(
        report.claims, key=lambda claim: (SEVERITY[claim.verdict], -materiality(claim), claim.start)
    )


def materiality(claim: Claim) -> float:
    """Size of the deviation times confidence.

    The deviation counts on a log scale, so that a tenfold slip either way weighs the same; a causal claim
    that is refuted counts as a factor of ten.
    """
    ratios = [
        abs(math.log10(1 + e.deviation))
        for e in claim.evidence
        if e.deviation is not None and e.deviation > -1
    ]
    size = min(ratios, default=0.0) if claim.kind == "numeric" else 1.0
    return (0.1 + size) * claim.confidence
