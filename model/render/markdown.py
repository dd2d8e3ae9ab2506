"""The report as Markdown, for notes and tickets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.render.labels import MARKS, SEVERITY, label
from kaozheng.model.render.numbers import evidence_line
from kaozheng.model.render.order import by_materiality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.model.report import Claim, Evidence, Report

__all__ = ["render_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render_markdown(report: Report) -> str:
    """The report as Markdown; article text is escaped."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    lang = report.document.lang
    title = report.document.title
    yield f"# {label('title', lang)}{': ' + _escape(title) if title else ''}"
    yield ""
    counts = " · ".join(f"{MARKS[v]} {label(v, lang)} {report.summary[v]}" for v in SEVERITY)
    total = f"{report.summary['claims']} {label('claims', lang)}"
    yield f"{label('as_of', lang)} {report.reference.as_of} · {total} · {counts}"
    yield ""
    if not report.claims:
        yield label("no_claims", lang)
    for claim in by_materiality(report):
        yield from _claim(claim, lang)
    if report.consistency:
        yield f"## {label('consistency', lang)}"
        yield ""
        yield from (f"- `{f.code}` ({', '.join(f.claims)}): {_escape(f.message)}" for f in report.consistency)
        yield ""
    yield (
        f"{label('model', lang)} {report.model.name} {report.model.version} `{report.model.sha256[:12]}` · "
        f"{label('reference', lang)} {report.reference.name} {report.reference.version} "
        f"`{report.reference.sha256[:12]}`"
    )


def _claim(claim: Claim, lang: str) -> Iterator[str]:
    yield f"## {MARKS[claim.verdict]} {label(claim.verdict, lang)} · {label(claim.kind, lang)} · {claim.id}"
    yield ""
    yield f"> {_escape(claim.text)}"
    yield ""
    if claim.cause and claim.effect:
        yield f"- {_escape(claim.cause.text)} → {_escape(claim.effect.text)}"
    yield f"- {label('confidence', lang)} {claim.confidence:.2f}"
    yield from (f"- `{finding.code}` {_escape(finding.message)}" for finding in claim.findings)
    for evidence in claim.evidence:
        yield f"- {_evidence(evidence, lang)}"
    yield ""


def _evidence(evidence: Evidence, lang: str) -> str:
    line = _escape(evidence_line(evidence, lang))
    if evidence.source and evidence.source.get("url"):
        line = f"[{line}](<{evidence.source['url']}>)"
    formula = f" `{evidence.formula}`" if evidence.formula else ""
    return f"{line}{formula} `{evidence.record}`"


def _escape(text: str) -> str:
    """Article text with Markdown's own signs made harmless, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
