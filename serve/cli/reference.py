"""``kaozheng reference``: look into the reference data and lint it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaozheng.data.store import ReferenceStore
from kaozheng.data.validate import validate_package
from kaozheng.serve.cli.options import open_store, reference_options, write_out

if TYPE_CHECKING:
    from kaozheng.data.records import NumericRecord
    from kaozheng.data.validate import Problem

__all__ = ["command"]

_TOP = 12


@click.group("reference")
def command() -> None:
    """Look into the reference data and lint it."""


@command.command("validate")
@click.argument("package", required=False, metavar="[PACKAGE]")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
def validate(package: str | None, strict: bool) -> None:
    """Lint a reference package (a folder with datapackage.json) [default: the shipped one].

    Checks schema, ids, units, periods, sources, duplicates and jumps between editions.
    Prints one line a problem: file, row, column, code, message. Exits with 1 when there is an error.
    """
    folder = Path(package) if package is not None else ReferenceStore.SHIPPED.path
    problems = validate_package(folder)
    write_out("".join(f"{_line(problem)}\n" for problem in problems))
    counts = Counter(problem.severity for problem in problems)
    write_out(f"{counts['error']} errors, {counts['warning']} warnings\n")
    if counts["error"] or (strict and counts["warning"]):
        sys.exit(1)


@command.command("search")
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1))
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@reference_options
def search(
    query: tuple[str, ...], limit: int, form: str, reference: tuple[str, ...], only_reference: bool
) -> None:
    """Find records by names of either language: 俄罗斯稀土储量, Russia rare earth reserves, an id."""
    store = open_store(reference, only_reference=only_reference)
    records = store.search(" ".join(query), limit=limit)
    write_out("".join(_json_row(record) if form == "jsonl" else _text_row(record) for record in records))
    if not records:
        raise click.ClickException(f"no record matches {' '.join(query)!r}")


@command.command("stats")
@reference_options
def stats(reference: tuple[str, ...], only_reference: bool) -> None:
    """Count records by edition, metric, subject and place."""
    store = open_store(reference, only_reference=only_reference)
    records = store.numeric()
    write_out(f"{store.name} {store.version} sha256 {store.sha256}\n")
    write_out(
        f"{len(records)} numeric records, {len(store.causal)} causal, {len(store.events)} policy events\n"
    )
    registers = ("entities", "places", "metrics", "bases", "concepts", "sources", "editions")
    write_out(", ".join(f"{len(getattr(store, name))} {name}" for name in registers) + "\n")
    for title in ("edition", "metric", "subject", "place"):
        write_out(_table(title, Counter(getattr(record, title) or "(none)" for record in records)))
    years = sorted(record.period[:4] for record in records if record.period)
    write_out(f"\nperiods {years[0]} to {years[-1]}\n" if years else "")


def _line(problem: Problem) -> str:
    place = ":".join(
        str(part) for part in (problem.file, problem.row, problem.column) if part not in (None, "")
    )
    return f"{problem.severity}: {place}: {problem.code}: {problem.message}"


def _text_row(record: NumericRecord) -> str:
    value = f"{record.value:.10g}" if record.value is not None else record.printed or "-"
    qualifiers = f" ({', '.join(record.qualifiers)})" if record.qualifiers else ""
    return f"{record.id}\t{value} {record.unit}\t{record.period}\t{record.published}{qualifiers}\n"


def _json_row(record: NumericRecord) -> str:
    return json.dumps({name: getattr(record, name) for name in record.__slots__}, ensure_ascii=False) + "\n"


def _table(title: str, counts: Counter[str]) -> str:
    rows = [f"  {number:>7}  {name}" for name, number in counts.most_common(_TOP)]
    rest = len(counts) - _TOP
    more = [f"           and {rest} more"] if rest > 0 else []
    return "\n".join([f"\nby {title}", *rows, *more]) + "\n"
