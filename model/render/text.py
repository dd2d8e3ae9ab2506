"""The report for a terminal: summary first, then the worst findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import click

from kaozheng.model.render.labels import MARKS, SEVERITY, label
from kaozheng.model.render.numbers import evidence_line
from kaozheng.model.render.order import by_materiality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.model.report import Claim, Evidence, Report, Verdict

__all__ = ["render_text"]

_COLORS: Final[dict[Verdict, str]] = {
    "refuted": "red",
    "conflicting_evidence": "magenta",
    "not_enough_evidence": "yellow",
    "supported": "green",
}
_EVIDENCE_SHOWN = 3
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def render_text(report: Report, *, color: bool = False) -> str:
    """The report as plain text, coloured on request."""
    text = "\n".join(_lines(report)) + "\n"
    return text if color else click.unstyle(text)


def _lines(report: Report) -> Iterator[str]:
    lang = report.document.lang
    yield click.style(_headline(report), bold=True)
    yield _counts(report)
    yield ""
    if not report.claims:
        yield label("no_claims", lang)
    for claim in by_materiality(report):
        yield from _claim(claim, lang)
        yield ""
    if report.consistency:
        yield click.style(label("consistency", lang), bold=True)
        for finding in report.consistency:
            yield f"  ! {finding.code} ({', '.join(finding.claims)}): {_one_line(finding.message)}"
        yield ""
    yield click.style(_provenance(report), dim=True)


def _headline(report: Report) -> str:
    lang = report.document.lang
    title = f" · {_one_line(report.document.title)}" if report.document.title else ""
    return f"{label('title', lang)}{title} · {label('as_of', lang)} {report.reference.as_of}"


def _counts(report: Report) -> str:
    lang = report.document.lang
    parts = [f"{report.summary['claims']} {label('claims', lang)}"]
    parts += [
        click.style(f"{MARKS[verdict]} {label(verdict, lang)} {report.summary[verdict]}", fg=_COLORS[verdict])
        for verdict in SEVERITY
    ]
    return "  ".join(parts)


def _claim(claim: Claim, lang: str) -> Iterator[str]:
    verdict = f"{MARKS[claim.verdict]} {label(claim.verdict, lang)}"
    extra = [label(claim.kind, lang), f"{label('confidence', lang)} {claim.confidence:.2f}", claim.id]
    if claim.attributed_to:
        extra.append(f"{label('attributed', lang)} {_one_line(claim.attributed_to)}")
    if claim.modality in ("predicted", "conditional"):
        extra.append(label(claim.modality, lang))
    head = click.style(verdict, fg=_COLORS[claim.verdict], bold=True)
    yield f"{head}  {click.style(' · '.join(extra), dim=True)}"
    yield f"  “{_one_line(claim.text)}”"
    if claim.cause and claim.effect:
        arrow = f"{_one_line(claim.cause.text)} → {_one_line(claim.effect.text)}"
        yield f"  {label('cause', lang)} → {label('effect', lang)}: {arrow}"
    for finding in claim.findings:
        yield f"  • {click.style(finding.code, bold=True)}: {_one_line(finding.message)}"
    for evidence in claim.evidence[:_EVIDENCE_SHOWN]:
        yield from _evidence(evidence, lang)


def _evidence(evidence: Evidence, lang: str) -> Iterator[str]:
    yield f"    {evidence_line(evidence, lang)}"
    if evidence.note:
        yield f"      {_one_line(evidence.note)}"
    if evidence.formula:
        yield f"      {label('formula', lang)}: {evidence.formula}"
    url = f"  {evidence.source['url']}" if evidence.source and evidence.source.get("url") else ""
    yield click.style(f"      {label('record', lang)}: {evidence.record}{url}", dim=True)


def _provenance(report: Report) -> str:
    lang = report.document.lang
    model, reference = report.model, report.reference
    return (
        f"{label('model', lang)} {model.name} {model.version} ({model.sha256[:12]})  "
        f"{label('reference', lang)} {reference.name} {reference.version} ({reference.sha256[:12]})"
    )


def _one_line(text: str) -> str:
    """Article text on one line, without control characters that could drive the reader's terminal."""
    return " ".join(_CONTROL.sub("", text).split())
