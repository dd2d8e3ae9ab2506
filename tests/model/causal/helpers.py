"""Articles and cases for the causal tests."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from kaozheng.data.store import ReferenceStore
from kaozheng.model.detect.causal import detect_causal
from kaozheng.model.protocols import Article, Candidate
from kaozheng.model.quantities import parse_quantities
from kaozheng.model.segment import segment
from kaozheng.model.verdict.causal import CausalResult, check_causal

CASES = Path(__file__).resolve().parents[2] / "cases" / "causal"
TODAY = "2025-11-09"


def cases(name: str) -> list[dict[str, Any]]:
    """The lines of one case file."""
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


def article(text: str, lang: str | None = None, title: str | None = None) -> Article:
    """A text as the pipeline hands it on."""
    lang = lang or ("zh" if any("一" <= char <= "鿿" for char in text) else "en")
    quantities = tuple(parse_quantities(text, lang=lang, anchor=TODAY))
    return Article(text, lang, TODAY, title, segment(text, title), quantities)


def links(text: str, lang: str | None = None) -> list[tuple[str, str]]:
    """Cause and effect of every candidate, as text."""
    return [
        (candidate.cause.text, candidate.effect.text)
        for candidate in detect_causal(article(text, lang))
        if candidate.cause and candidate.effect
    ]


def first(text: str) -> Candidate:
    """The first candidate of a text."""
    return detect_causal(article(text))[0]


@cache
def store() -> ReferenceStore:
    """The shipped reference."""
    return ReferenceStore.open()


def verdict(text: str, *, number: int = 0, as_of: str = TODAY, title: str | None = None) -> CausalResult:
    """The verdict on one causal claim of a text."""
    whole = article(text, title=title)
    return check_causal(whole, detect_causal(whole)[number], store(), as_of)


def codes(result: CausalResult) -> list[str]:
    """Finding codes of a verdict."""
    return [finding.code for finding in result.findings]
