"""Runs the verifier over the retold seed articles and writes ``docs/seed-claims.md``.

python -m tests.examples.seed_table > docs/seed-claims.md
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaozheng import Verifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng import Claim, Report

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("zh", "en")


def cases() -> list[dict[str, Any]]:
    """The claims of the seed articles with the fact-checker's verdicts."""
    lines = (ROOT / "tests" / "cases" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def report(article: str, lang: str) -> tuple[str, Report]:
    """Text and report of one retelling."""
    text = (ROOT / "examples" / f"{article}.{lang}.txt").read_text(encoding="utf-8")
    return text, _verifier().check(text)


@cache
def _verifier() -> Verifier:
    return Verifier.from_pretrained()


def find(case: dict[str, Any], lang: str) -> Claim | None:
    """The claim of the report that a case is about, if it was flagged."""
    _, checked = report(case["article"], lang)
    claims = [claim for claim in checked.claims if claim.kind == case["kind"]]
    if case["kind"] == "numeric":
        return next((c for c in claims if any(case[lang] in q.text for q in c.quantities)), None)
    cause, effect = case[lang]
    return next(
        (c for c in claims if c.cause and c.effect and cause in c.cause.text and effect in c.effect.text),
        None,
    )


def table() -> Iterator[str]:
    """The page, line by line."""
    yield "# The seed claims"
    yield ""
    yield "Every numeric (N) and causal (C) claim of the two articles the project began with, as retold in"
    yield "`examples/`: a human fact-checker's verdict beside what `kaozheng check` says of the Chinese and"
    yield "the English text."
    yield "Written by `python -m tests.examples.seed_table`; a test fails when it is out of date."
    yield ""
    yield "| claim | fact-checker | zh | en | findings (zh) | why we abstain |"
    yield "|---|---|---|---|---|---|"
    for case in cases():
        claims = [find(case, lang) for lang in LANGUAGES]
        verdicts = [claim.verdict if claim else "not flagged" for claim in claims]
        codes = ", ".join(f"`{f.code}`" for f in claims[0].findings) if claims[0] else ""
        what = case["en"] if isinstance(case["en"], str) else " → ".join(case["en"])
        row = [f"{case['id']} {what}", case["fact_checker"], *verdicts, codes, case["why"]]
        yield f"| {' | '.join(row)} |"
    yield "| N16 datelines | supported | read as publication date | read as publication date | | |"


def main() -> None:
    sys.stdout.write("\n".join(table()) + "\n")


if __name__ == "__main__":
    main()
