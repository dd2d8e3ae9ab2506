"""The report as schema.org ClaimReview (JSON-LD), the form that fact-checking aggregators read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from kaozheng.model.render.labels import label

if TYPE_CHECKING:
    from kaozheng.model.report import Claim, Report, Verdict

__all__ = ["render_claimreview"]

# schema.org Rating: 1 is worst and 5 best. No evidence is no rating, so it has none.
_RATING: Final[dict[Verdict, int | None]] = {
    "refuted": 1,
    "conflicting_evidence": 3,
    "supported": 5,
    "not_enough_evidence": None,
}


def render_claimreview(report: Report) -> str:
    """A JSON-LD graph with one ClaimReview per claim (https://schema.org/ClaimReview)."""
    graph = {"@context": "https://schema.org", "@graph": [_review(report, claim) for claim in report.claims]}
    return json.dumps(graph, ensure_ascii=False, indent=2) + "\n"


def _review(report: Report, claim: Claim) -> dict[str, Any]:
    lang = report.document.lang
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": label(claim.verdict, lang)}
    if (value := _RATING[claim.verdict]) is not None:
        rating |= {"ratingValue": value, "worstRating": 1, "bestRating": 5}
    work: dict[str, Any] = {"@type": "CreativeWork", "headline": report.document.title}
    if report.document.published:
        work["datePublished"] = report.document.published
    item: dict[str, Any] = {"@type": "Claim", "appearance": work, "text": claim.text}
    if claim.attributed_to:
        item["author"] = {"@type": "Organization", "name": claim.attributed_to}
    return {
        "@type": "ClaimReview",
        "inLanguage": lang,
        "datePublished": report.reference.as_of,
        "claimReviewed": claim.text,
        "reviewRating": rating,
        "itemReviewed": item,
        "author": {"@type": "Organization", "name": "Kaozheng"},
        "reviewBody": " ".join(finding.message for finding in claim.findings),
        "citation": [e.source["url"] for e in claim.evidence if e.source and e.source.get("url")],
    }
