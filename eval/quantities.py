"""Scores a quantity parser on annotated sentences: exact span, value, unit and comparator.

Run ``python -m kaozheng.eval.quantities tests/cases/quantities`` for a table, ``--failures`` for what went wrong.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kaozheng.errors import KaozhengError
from kaozheng.model.quantities import Quantity, parse_quantities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "Case",
    "CaseError",
    "Counts",
    "Entry",
    "Failure",
    "Score",
    "describe",
    "load_cases",
    "same_quantity",
    "same_value",
    "same_value_nearby",
    "score",
    "table",
]

Entry = dict[str, Any]
"""A quantity as the report's JSON writes it."""

_EXTRAS = ("kind", "mode", "direction", "factor", "counter")
_RELATIVE_TOLERANCE = 1e-5  # gold writes 33.3333 for a third


class CaseError(KaozhengError):
    """A line of a case file is not a case."""


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence and every quantity in it.

    Attributes:
        source: Name of the file without its suffix, with the language: ``zh/ranges``.
        line: Number of the line in that file, from 1.
        text: The sentence.
        anchor: The article's date, against which relative dates are resolved; None when it has none.
        gold: The annotated quantities in order, as the report's JSON writes them.
    """

    source: str
    line: int
    text: str
    anchor: str | None
    gold: tuple[Entry, ...]

    @property
    def held(self) -> bool:
        """Whether the parser's authors have not seen it."""
        return "/held-" in self.source


@dataclass(slots=True)
class Counts:
    """How many quantities are annotated, were found, and are the same.

    >>> counts = Counts(gold=4, found=5, right=3)
    >>> counts.precision, counts.recall, round(counts.f1, 3)
    (0.6, 0.75, 0.667)
    """

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that are right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the annotated that were found; 1 when nothing is annotated."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.gold + self.found
        return 2 * self.right / total if total else 1.0

    def add(self, other: Counts) -> None:
        """Adds the counts of another part."""
        self.gold += other.gold
        self.found += other.found
        self.right += other.right


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that was not parsed as annotated: what is missing, and what was found instead."""

    case: Case
    missed: tuple[Entry, ...]
    extra: tuple[Entry, ...]


@dataclass(slots=True)
class Score:
    """The result over a set of cases.

    Attributes:
        by_source: Counts for each case file.
        failures: The cases with at least one quantity missed or too many.
        extras: For ``kind``, ``mode`` ...: how often it is annotated on a right quantity, and how often it agrees.
    """

    by_source: dict[str, Counts] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    extras: dict[str, Counter[bool]] = field(default_factory=lambda: {name: Counter() for name in _EXTRAS})

    def total(self, *, lang: str = "", held: bool | None = None) -> Counts:
        """Counts over all files of a language and a half; over everything by default."""
        counts = Counts()
        for source, part in self.by_source.items():
            if source.startswith(lang) and held in (None, "/held-" in source):
                counts.add(part)
        return counts


def load_cases(folder: Path) -> list[Case]:
    """Reads every ``zh/*.jsonl`` and ``en/*.jsonl`` below a folder.

    Args:
        folder: The folder that holds ``zh`` and ``en``.

    Raises:
        CaseError: There is no case, or an annotated span does not occur in its sentence.
    """
    paths = sorted(folder.glob("??/*.jsonl"))
    if not paths:
        raise CaseError(f"no case files zh/*.jsonl or en/*.jsonl in {folder}")
    return [case for path in paths for case in _read(path)]


def _read(path: Path) -> Iterator[Case]:
    source = f"{path.parent.name}/{path.stem}"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        gold = tuple(_located(row["text"], entry, f"{path}:{number}") for entry in row["quantities"])
        yield Case(source, number, row["text"], row.get("anchor"), gold)


def _located(text: str, entry: Entry, where: str) -> Entry:
    """The annotation with its offsets."""
    start = -1
    for _ in range(entry.get("nth", 1)):
        start = text.find(entry["text"], start + 1)
        if start < 0:
            raise CaseError(
                f"{where}: {entry['text']!r} does not occur {entry.get('nth', 1)} times in {text!r}"
            )
    return {**entry, "start": start, "end": start + len(entry["text"])}


def score(
    cases: Iterable[Case],
    parse: Callable[[Case], Iterable[Quantity]] | None = None,
    *,
    same: Callable[[Entry, Entry], bool] | None = None,
) -> Score:
    """Parses every case and compares.

    Args:
        cases: The annotated sentences.
        parse: The parser; this project's by default.
        same: When an annotated and a found quantity agree: `same_quantity` by default, `same_value` or
            `same_value_nearby` for parsers that know no comparators or have other conventions.
    """
    result = Score()
    for case in cases:
        found = [quantity.to_dict() for quantity in (parse or _parse)(case)]
        _compare(case, found, result, same or same_quantity)
    return result


def _parse(case: Case) -> list[Quantity]:
    return list(parse_quantities(case.text, anchor=case.anchor))


def _compare(
    case: Case,
    found: list[Entry],
    result: Score,
    same: Callable[[Entry, Entry], bool],
) -> None:
    missed, extra = list(case.gold), list(found)
    for gold in case.gold:
        match = next((got for got in extra if same(gold, got)), None)
        if match is not None:
            missed.remove(gold)
            extra.remove(match)
            _compare_extras(gold, match, result)
    right = len(case.gold) - len(missed)
    result.by_source.setdefault(case.source, Counts()).add(Counts(len(case.gold), len(found), right))
    if missed or extra:
        result.failures.append(Failure(case, tuple(missed), tuple(extra)))


def _compare_extras(gold: Entry, got: Entry, result: Score) -> None:
    for name in _EXTRAS:
        if name in gold:
            result.extras[name][gold[name] == got.get(name)] += 1


def same_quantity(gold: Entry, got: Entry) -> bool:
    """Whether span, value (both ends for ranges), unit and comparator agree.

    >>> gold = {"start": 0, "end": 4, "value": 33.3333, "unit": "%", "comparator": "eq"}
    >>> same_quantity(gold, {**gold, "value": 100 / 3})
    True
    >>> same_quantity(gold, {**gold, "comparator": "approx"})
    False
    """
    return same_value(gold, got) and gold["unit"] == got["unit"] and gold["comparator"] == got["comparator"]


def same_value(gold: Entry, got: Entry) -> bool:
    """Whether span and value agree; a range agrees in both ends."""
    return (gold["start"], gold["end"]) == (got["start"], got["end"]) and _equal(gold, got)


def same_value_nearby(gold: Entry, got: Entry) -> bool:
    """Whether values agree and spans overlap: fair to parsers that draw spans differently."""
    return gold["start"] < got["end"] and got["start"] < gold["end"] and _equal(gold, got)


def _equal(gold: Entry, got: Entry) -> bool:
    if gold["value"] is None:
        return got["value"] is None and _near(gold["low"], got["low"]) and _near(gold["high"], got["high"])
    return _near(gold["value"], got["value"])


def _near(gold: Any, got: Any) -> bool:  # noqa: ANN401 - numbers, dates and pairs of dates
    if isinstance(gold, int | float) and isinstance(got, int | float):
        return math.isclose(gold, got, rel_tol=_RELATIVE_TOLERANCE)
    return bool(gold == got)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--failures", is_flag=True, help="Also print every case that failed.")
@click.option("--no-held", is_flag=True, help="Leave the held half out of the list of failures.")
def main(folder: Path, failures: bool, no_held: bool) -> None:
    """Scores the parser on the cases in FOLDER."""
    result = score(load_cases(folder))
    for line in table(result):
        click.echo(line)
    shown = [failure for failure in result.failures if failures and not (no_held and failure.case.held)]
    for failure in shown:
        click.echo("\n" + "\n".join(describe(failure)))


def table(result: Score) -> Iterator[str]:
    """The lines of a table: each file, then halves and languages."""
    yield f"{'file':<28}{'gold':>6}{'found':>6}{'P':>8}{'R':>8}{'F1':>8}"
    for source, counts in sorted(result.by_source.items()):
        yield _row(source, counts)
    for lang in ("zh", "en"):
        for name, held in (("development", False), ("held", True), ("all", None)):
            yield _row(f"{lang} {name}", result.total(lang=lang, held=held))
    for name, agreed in result.extras.items():
        yield f"{name + ' (of right ones)':<28}{agreed.total():>6}{agreed[True] / max(agreed.total(), 1):>30.3f}"


def _row(name: str, counts: Counts) -> str:
    figures = f"{counts.precision:>8.3f}{counts.recall:>8.3f}{counts.f1:>8.3f}"
    return f"{name:<28}{counts.gold:>6}{counts.found:>6}{figures}"


def describe(failure: Failure) -> Iterator[str]:
    """The lines that tell what went wrong in a case: ``-`` missed, ``+`` found instead."""
    case = failure.case
    yield f"{case.source}:{case.line} {case.text}" + (f"  [{case.anchor}]" if case.anchor else "")
    for sign, entries in (("-", failure.missed), ("+", failure.extra)):
        for entry in entries:
            value = entry["value"] if entry["value"] is not None else f"{entry['low']}..{entry['high']}"
            yield f"  {sign} {entry['text']} = {value} {entry['unit']} {entry['comparator']}"


if __name__ == "__main__":
    main()
