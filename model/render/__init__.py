"""A report as text, JSON, Markdown, HTML or schema.org ClaimReview."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kaozheng.model.render.claimreview import render_claimreview
from kaozheng.model.render.html import render_html
from kaozheng.model.render.markdown import render_markdown
from kaozheng.model.render.text import render_text

if TYPE_CHECKING:
    from kaozheng.model.report import Report

__all__ = [
    "FORMATS",
    "render",
    "render_claimreview",
    "render_html",
    "render_json",
    "render_markdown",
    "render_text",
]

FORMATS = ("text", "json", "markdown", "html", "claimreview")


def render_json(report: Report) -> str:
    """The JSON report of the contract, indented, Chinese characters as they are."""
    return json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n"


def render(report: Report, text: str, form: str, *, color: bool = False) -> str:
    """The report in one of `FORMATS`.

    Args:
        report: What to show.
        text: The submitted text that the report's offsets refer to.
        form: One of `FORMATS`.
        color: ANSI colours, for ``text`` only.

    Raises:
        ValueError: `form` is not one of `FORMATS`.
    """
    match form:
        case "text":
            return render_text(report, color=color)
        case "json":
            return render_json(report)
        case "markdown":
            return render_markdown(report)
        case "html":
            return render_html(report, text)
        case "claimreview":
            return render_claimreview(report)
    raise ValueError(f"unknown format {form!r}; there are: {', '.join(FORMATS)}")
