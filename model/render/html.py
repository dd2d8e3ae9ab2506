"""The report as one self-contained HTML page: the article with its claims marked, then the claims."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from kaozheng.model.render.labels import MARKS, SEVERITY, label
from kaozheng.model.render.numbers import evidence_line
from kaozheng.model.render.order import by_materiality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.model.report import Claim, Evidence, Report

__all__ = ["render_html"]

# Nothing may load or run, whatever the article holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body{font:16px/1.7 system-ui,"Noto Sans CJK SC",sans-serif;color:#1a1a1a}
body{max-width:60rem;margin:2rem auto;padding:0 1rem}
article{white-space:pre-wrap;border:1px solid #ccc;border-radius:.5rem;padding:1rem}
mark{background:none;color:inherit;border-bottom:3px solid;padding-bottom:1px}
mark a{font-size:.7em;vertical-align:super;text-decoration:none}
.refuted{border-color:#b3261e;border-bottom-style:double}.conflicting_evidence{border-color:#7b1fa2;border-bottom-style:dashed}
.not_enough_evidence{border-color:#8a6d00;border-bottom-style:dotted}.supported{border-color:#1b7a3d}
section.claim{border-left:4px solid;padding:.2rem 1rem;margin:1rem 0}blockquote{margin:.3rem 0;color:#333}
code{background:#f3f3f3;padding:0 .25em}footer{color:#666;font-size:.85em}ul{margin:.3rem 0}
"""


def render_html(report: Report, text: str) -> str:
    """A whole page; every piece of article or reference text in it is escaped."""
    return "\n".join(_page(report, text)) + "\n"


def _page(report: Report, text: str) -> Iterator[str]:
    lang = report.document.lang
    heading = escape(report.document.title or label("title", lang))
    yield f'<!doctype html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{heading}</h1>"
    counts = " · ".join(f"{MARKS[v]} {label(v, lang)} {report.summary[v]}" for v in SEVERITY)
    yield f"<p>{label('as_of', lang)} {escape(report.reference.as_of)} · {counts}</p>"
    yield f"<article>{''.join(_marked(report, text))}</article>"
    for claim in by_materiality(report):
        yield from _claim(claim, lang)
    if report.consistency:
        items = "".join(
            f"<li><code>{escape(f.code)}</code> ({escape(', '.join(f.claims))}) {escape(f.message)}</li>"
            for f in report.consistency
        )
        yield f"<h2>{label('consistency', lang)}</h2><ul>{items}</ul>"
    yield (
        f"<footer>{label('model', lang)} {escape(report.model.name)} {escape(report.model.version)} "
        f"<code>{escape(report.model.sha256)}</code><br>{label('reference', lang)} "
        f"{escape(report.reference.name)} {escape(report.reference.version)} "
        f"<code>{escape(report.reference.sha256)}</code></footer>\n</body>\n</html>"
    )


def _marked(report: Report, text: str) -> Iterator[str]:
    """The text cut at every claim boundary; a piece under several claims shows the worst verdict."""
    bounds = sorted({0, len(text), *(c.start for c in report.claims), *(c.end for c in report.claims)})
    waiting = sorted(report.claims, key=lambda claim: claim.start, reverse=True)
    over: list[Claim] = []
    for start, end in pairwise(bounds):
        over = [claim for claim in over if claim.end > start]
        while waiting and waiting[-1].start <= start:
            over.append(waiting.pop())
        yield _piece(text[start:end], over, end)


def _piece(text: str, over: list[Claim], end: int) -> str:
    """One stretch of text under the same claims; claims that end here get their number."""
    if not over:
        return escape(text)
    worst = min(over, key=lambda claim: SEVERITY[claim.verdict]).verdict
    links = "".join(
        f'<a href="#{escape(claim.id)}">{MARKS[claim.verdict]}{escape(claim.id)}</a>'
        for claim in over
        if claim.end == end
    )
    return f'<mark class="{worst}">{escape(text)}{links}</mark>'


def _claim(claim: Claim, lang: str) -> Iterator[str]:
    yield f'<section class="claim {claim.verdict}" id="{escape(claim.id)}">'
    heading = f"{MARKS[claim.verdict]} {label(claim.verdict, lang)} · {label(claim.kind, lang)}"
    yield f"<h3>{heading} · {escape(claim.id)}</h3>"
    yield f"<blockquote>{escape(claim.text)}</blockquote>"
    if claim.cause and claim.effect:
        yield f"<p>{escape(claim.cause.text)} → {escape(claim.effect.text)}</p>"
    items = [f"<li><code>{escape(f.code)}</code> {escape(f.message)}</li>" for f in claim.findings]
    items += [f"<li>{_evidence(evidence, lang)}</li>" for evidence in claim.evidence]
    yield f"<ul>{''.join(items)}</ul>"
    yield f"<p>{label('confidence', lang)} {claim.confidence:.2f}</p></section>"


def _evidence(evidence: Evidence, lang: str) -> str:
    line = escape(evidence_line(evidence, lang))
    url = (evidence.source or {}).get("url") or ""
    # Only web links become links: a curated file could hold javascript: by mistake or malice.
    if url.startswith(("https://", "http://")):
        line = f'<a href="{escape(url)}" rel="noopener noreferrer">{line}</a>'
    formula = f" <code>{escape(evidence.formula)}</code>" if evidence.formula else ""
    note = f"<br>{escape(evidence.note)}" if evidence.note else ""
    return f"{line}{formula} <code>{escape(evidence.record)}</code>{note}"
