"""The parser against the annotated sentences in ``tests/cases/quantities``."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaozheng.eval.quantities import CaseError, Score, describe, load_cases, score

CASES = load_cases(Path(__file__).parents[1] / "cases" / "quantities")
ENOUGH = 400
ENOUGH_NEGATIVE = 40
ENOUGH_TRADITIONAL = 60
TARGET = 0.97
TARGET_BESIDE = 0.95


@pytest.fixture(scope="module")
def result() -> Score:
    return score(CASES)


def _shown(result: Score, lang: str) -> str:
    """The figures and the failures of the development half; the held half stays unseen."""
    lines = [
        f"{lang} {name}: F1 {result.total(lang=lang, held=held).f1:.4f}"
        for name, held in (("development", False), ("held", True))
    ]
    shown = [f for f in result.failures if f.case.source.startswith(lang) and not f.case.held]
    return "\n".join(lines + [line for failure in shown for line in describe(failure)])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_exact_match_reaches_the_target(lang: str, result: Score) -> None:
    assert result.total(lang=lang).f1 >= TARGET, _shown(result, lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_held_half_is_no_worse_than_the_target(lang: str, result: Score) -> None:
    assert result.total(lang=lang, held=True).f1 >= TARGET, _shown(result, lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_negative_cases_yield_nothing(lang: str, result: Score) -> None:
    wrong = [f for f in result.failures if f.case.source.startswith(lang) and not f.case.gold]
    assert not wrong, [(f.case.source, f.case.line, [q["text"] for q in f.extra]) for f in wrong]


def test_what_is_said_beside_the_value_agrees(result: Score) -> None:
    for name in ("kind", "mode", "direction", "factor", "counter"):
        agreed = result.extras[name]
        assert agreed.total() > 50
        assert agreed[True] / agreed.total() >= TARGET_BESIDE, (name, agreed)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_there_are_enough_sentences(lang: str) -> None:
    cases = [case for case in CASES if case.source.startswith(lang)]
    assert len({case.text for case in cases}) == len(cases) >= ENOUGH
    assert sum(not case.gold for case in cases) >= ENOUGH_NEGATIVE
    held = sum(case.held for case in cases) / len(cases)
    assert 0.25 < held < 0.4


def test_there_are_enough_traditional_sentences() -> None:
    assert sum(case.source.endswith("traditional") for case in CASES) >= ENOUGH_TRADITIONAL


def test_annotated_spans_do_not_overlap() -> None:
    for case in CASES:
        ends = [0, *(gold["end"] for gold in case.gold)]
        assert all(gold["start"] >= end for gold, end in zip(case.gold, ends, strict=False)), case.text


def test_a_span_that_does_not_occur_is_reported(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    row = '{"text": "出口38万吨", "quantities": [{"text": "38万吨", "nth": 2, "value": 1}]}'
    (tmp_path / "zh" / "wrong.jsonl").write_text(row, encoding="utf-8")
    with pytest.raises(CaseError, match="does not occur 2 times"):
        load_cases(tmp_path)


def test_a_folder_without_cases_is_reported(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no case files"):
        load_cases(tmp_path)
