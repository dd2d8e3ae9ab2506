"""``kaozheng quantities``: the quantities of every line."""

from __future__ import annotations

import json

import click

from kaozheng.data.articles import read_text
from kaozheng.model.quantities import parse_quantities
from kaozheng.serve.cli.options import write_out

__all__ = ["command"]

_LINES_PER_WRITE = 1000


@click.command("quantities")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="Language [default: each line by its characters]."
)
@click.option(
    "--as-of", metavar="DATE", help="Date (ISO 8601) against which 去年 or last month are resolved."
)
def command(file: str, form: str, lang: str | None, as_of: str | None) -> None:
    """Print the quantities of each line of FILE (or standard input) as one JSON object a line."""
    del form  # jsonl is the only one there is
    lines = read_text(file).split("\n")
    if lines[-1] == "":
        lines.pop()
    for first in range(0, len(lines), _LINES_PER_WRITE):
        block = lines[first : first + _LINES_PER_WRITE]
        write_out("".join(_row(line.removesuffix("\r"), lang, as_of) for line in block))


def _row(line: str, lang: str | None, as_of: str | None) -> str:
    quantities = [quantity.to_dict() for quantity in parse_quantities(line, lang=lang, anchor=as_of)]
    return json.dumps({"text": line, "quantities": quantities}, ensure_ascii=False) + "\n"
