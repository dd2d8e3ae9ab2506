"""Detection on sentences with gold spans; a third of them was held out while the rules were tuned."""

from __future__ import annotations

from typing import Any

import pytest

from kaozheng.model.detect.causal import detect_causal

from .helpers import article, cases

LANGUAGES = ("zh", "en")
# What was measured, less a little: the rules may change, not get worse.
FLOORS = {
    ("zh", "development"): (0.98, 0.97),
    ("zh", "held-out"): (0.95, 0.91),
    ("en", "development"): (0.96, 0.94),
    ("en", "held-out"): (0.92, 0.82),
}


def spans(case: dict[str, Any], lang: str) -> set[tuple[str, int]]:
    """Every character that the detector puts into a cause or an effect."""
    found: set[tuple[str, int]] = set()
    for candidate in detect_causal(article(case["text"], lang)):
        assert candidate.cause
        assert candidate.effect
        found |= {("cause", at) for at in range(candidate.cause.start, candidate.cause.end)}
        found |= {("effect", at) for at in range(candidate.effect.start, candidate.effect.end)}
    return found


def gold(case: dict[str, Any]) -> set[tuple[str, int]]:
    """The same from the case file."""
    return {(side, at) for link in case["links"] for side in ("cause", "effect") for at in range(*link[side])}


def f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted)


@pytest.mark.parametrize(("lang", "split"), FLOORS)
def test_detect_sentences_and_spans(lang: str, split: str) -> None:
    """Sentence F1 and character overlap F1 of spans stay above the measured floors."""
    chosen = [case for case in cases(f"detect-{lang}.jsonl") if case["split"] == split]
    pairs = [(gold(case), spans(case, lang)) for case in chosen]
    sentence = f1(
        sum(bool(want and got) for want, got in pairs),
        sum(bool(got) for _, got in pairs),
        sum(bool(want) for want, _ in pairs),
    )
    overlap = f1(
        sum(len(want & got) for want, got in pairs),
        sum(len(got) for _, got in pairs),
        sum(len(want) for want, _ in pairs),
    )
    assert sentence >= FLOORS[lang, split][0]
    assert overlap >= FLOORS[lang, split][1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_detect_leaves_plain_sentences_alone(lang: str) -> None:
    """Purposes, sequences, denials, questions and fixed phrases give nothing."""
    plain = [case["text"] for case in cases(f"detect-{lang}.jsonl") if not case["links"]]
    assert len(plain) >= 80
    assert [text for text in plain if detect_causal(article(text, lang))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_case_files_are_large_enough(lang: str) -> None:
    """At least 200 sentences per language, each once."""
    texts = [case["text"] for case in cases(f"detect-{lang}.jsonl")]
    assert len(set(texts)) == len(texts) >= 200
