"""Speed of the quantity parser beside Recognizers-Text, how it grows with length, and both parsers' accuracy.

Run ``python -m kaozheng.eval.benchmarks.quantities tests/cases/quantities``. Both parsers read the same lines in one
process; time is CPU time. Recognizers-Text is measured on its number, percentage, currency, dimension and date models.
"""

from __future__ import annotations

import random
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import click

from kaozheng.eval.benchmarks.recognizers import Recognizers
from kaozheng.eval.quantities import (
    Case,
    Score,
    load_cases,
    same_quantity,
    same_value,
    same_value_nearby,
    score,
)
from kaozheng.model.quantities import parse_quantities

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LANGUAGES = ("zh", "en")
_OUR_CHARACTERS = 300_000  # enough for half a second
_SENTENCES_PER_ARTICLE = 25
_TURNS = 3
_SIZES = {"100 KB": 100_000, "1 MB": 1_000_000, "5 MB": 5_000_000}
_RANDOM_BYTES = 10_000_000


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--speed/--no-speed", default=True, help="Compare characters per CPU-second.")
@click.option("--growth/--no-growth", default=True, help="Time single lines of growing length.")
@click.option("--accuracy/--no-accuracy", default=True, help="Compare F1 of span and value.")
def main(folder: Path, speed: bool, growth: bool, accuracy: bool) -> None:
    """Measures on the cases in FOLDER and on the sample articles beside this file."""
    cases = load_cases(folder)
    lines = {lang: _lines(cases, lang) for lang in _LANGUAGES}
    if speed:
        print_speed(lines, Recognizers())
    if growth:
        print_growth(lines)
    if accuracy:
        print_accuracy(cases, Recognizers())


def _lines(cases: Sequence[Case], lang: str) -> list[str]:
    """The case sentences and the sample article of a language."""
    sample = Path(__file__).with_name(f"sample-{lang}.txt").read_text(encoding="utf-8").splitlines()
    return [case.text for case in cases if case.source.startswith(lang)] + sample


def _cpu_seconds(work: Callable[..., object], *args: object) -> float:
    start = time.process_time()
    work(*args)
    return time.process_time() - start


def _parse_all(lines: Sequence[str]) -> None:
    for line in lines:
        parse_quantities(line)


def _run_all(recognizers: Recognizers, lines: Sequence[str], lang: str) -> None:
    for line in lines:
        recognizers.run(line, lang)


def print_speed(lines: dict[str, list[str]], recognizers: Recognizers) -> None:
    """Characters per CPU-second of both parsers, and the ratio.

    Recognizers-Text is slow to start on every call, so it is measured on sentences and on whole articles. The
    parsers take turns, so that whatever else the machine does falls on both.
    """
    print("characters per CPU-second")
    print(f"{'':16}{'kaozheng':>14}{'Recognizers-Text':>20}{'ratio':>10}")
    for lang, texts in lines.items():
        for name, length in (("sentences", 1), ("articles", _SENTENCES_PER_ARTICLE)):
            whole = ["".join(texts[at : at + length]) for at in range(0, len(texts), length)]
            _print_speed(f"{lang} {name}", lang, whole, recognizers)


def _print_speed(name: str, lang: str, texts: list[str], recognizers: Recognizers) -> None:
    _parse_all(texts[:20])  # tables are built on first use
    _run_all(recognizers, texts[:2], lang)
    ours, theirs = [], []
    for turn in range(_TURNS):
        part = texts[turn :: _TURNS * 2]
        size = sum(map(len, part))
        rounds = 1 + _OUR_CHARACTERS // size
        ours.append(size * rounds / _cpu_seconds(_parse_all, part * rounds))
        theirs.append(size / _cpu_seconds(_run_all, recognizers, part, lang))
    ratio = median(ours) / median(theirs)
    print(f"{name:16}{median(ours):>14,.0f}{median(theirs):>20,.0f}{ratio:>9.0f}x")


def print_growth(lines: dict[str, list[str]]) -> None:
    """Seconds for one line of growing length, and the slowdown per character against the shortest."""
    print("\none line without a break")
    print(f"{'':14}{'CPU seconds':>14}{'characters/s':>16}{'per character':>16}")
    for lang, texts in lines.items():
        joined = "".join(texts)
        first = 0.0
        for name, size in _SIZES.items():
            text = (joined * (size // len(joined) + 1))[:size]
            seconds = _cpu_seconds(parse_quantities, text)
            first = first or seconds / size
            print(f"{lang} {name:11}{seconds:>14.2f}{size / seconds:>16,.0f}{seconds / size / first:>15.2f}x")
    noise = random.Random(0).randbytes(_RANDOM_BYTES)
    for name, text in {
        "surrogateescape": noise.decode("utf-8", "surrogateescape"),
        "replace": noise.decode("utf-8", "replace"),
        "digits": "7" * 1_000_000,
        "numerals": "三百" * 500_000,
        "hedges": "约超过" * 300_000,
    }.items():
        seconds = _cpu_seconds(parse_quantities, text)
        print(f"{name:14}{seconds:>14.2f}{len(text) / seconds:>16,.0f}")


def print_accuracy(cases: Sequence[Case], recognizers: Recognizers) -> None:
    """F1 of both parsers on span and value, and on value alone; only ours knows our units and comparators."""
    print("\nF1 on the cases")
    print(f"{'':34}{'zh':>8}{'en':>8}")
    for name, parse, same in (
        ("kaozheng, all", None, same_quantity),
        ("kaozheng, span + value", None, same_value),
        ("Recognizers-Text, span + value", recognizers, same_value),
        ("kaozheng, value", None, same_value_nearby),
        ("Recognizers-Text, value", recognizers, same_value_nearby),
    ):
        result = score(cases, parse, same=same)
        print(f"{name:34}" + "".join(f"{result.total(lang=lang).f1:>8.3f}" for lang in _LANGUAGES))
        if same is same_value:
            print(
                f"{'  negative cases with a hit':34}"
                + "".join(_hits(result, cases, lang) for lang in _LANGUAGES)
            )


def _hits(result: Score, cases: Sequence[Case], lang: str) -> str:
    negatives = sum(case.source.startswith(lang) and not case.gold for case in cases)
    wrong = sum(failure.case.source.startswith(lang) and not failure.case.gold for failure in result.failures)
    return f"{f'{wrong}/{negatives}':>8}"


if __name__ == "__main__":
    main()
