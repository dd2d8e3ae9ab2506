"""``kaozheng check``: one article in, a report out."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from kaozheng.data.articles import read_article
from kaozheng.model.render import FORMATS, render
from kaozheng.model.verifier import Verifier
from kaozheng.serve.cli.options import open_store, reference_options, write_out

if TYPE_CHECKING:
    from kaozheng.data.articles import ArticleText
    from kaozheng.model.report import Report

__all__ = ["command"]

_FAILING = {
    "refuted": ("refuted",),
    "conflicting_evidence": ("refuted", "conflicting_evidence"),
    "not_enough_evidence": ("refuted", "conflicting_evidence", "not_enough_evidence"),
}


@click.command("check")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("--title", help="Title of the article, when it is not its first line.")
@click.option("--published", metavar="DATE", help="Publication date (ISO 8601) [default: the dateline].")
@click.option(
    "--as-of", metavar="DATE", help="Check against what was known on this day [default: publication]."
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language [default: by its characters].")
@reference_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--fail-on", type=click.Choice(list(_FAILING)), help="Exit with 1 on this verdict or a worse one."
)
@click.option("--color/--no-color", default=None, help="Colour the text report [default: on a terminal].")
def command(
    file: str,
    title: str | None,
    published: str | None,
    as_of: str | None,
    lang: str | None,
    reference: tuple[str, ...],
    only_reference: bool,
    form: str,
    fail_on: str | None,
    color: bool | None,
) -> None:
    """Check an article and print its report.

    FILE is a .txt, .md, .html, .json or .jsonl file; without it, or with -, the article is read from
    standard input. Exits with 0 whatever the verdicts, unless --fail-on says otherwise; with 2 on bad input.
    """
    articles = read_article(file)
    verifier = Verifier.from_pretrained(store=open_store(reference, only_reference=only_reference))
    reports = []
    for article in articles:
        report = verifier.check(
            article.text,
            title if title is not None else article.title,
            published if published is not None else article.published,
            lang=lang if lang is not None else article.lang,
            as_of=as_of,
            document_id=article.id,
        )
        write_out(_shown(report, article, form, color=color, many=len(articles) > 1))
        reports.append(report)
    if fail_on and any(claim.verdict in _FAILING[fail_on] for report in reports for claim in report.claims):
        sys.exit(1)


def _shown(report: Report, article: ArticleText, form: str, *, color: bool | None, many: bool) -> str:
    """One report; with many articles, JSON comes one report a line."""
    if form == "json" and many:
        return json.dumps(report.to_dict(), ensure_ascii=False) + "\n"
    return render(report, article.text, form, color=sys.stdout.isatty() if color is None else color)
