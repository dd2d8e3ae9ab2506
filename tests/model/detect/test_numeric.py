"""Numeric candidates: what is flagged, over which stretch, and that any text passes."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kaozheng.model.detect import RuleDetector
from tests.model.roles.scoring import read, store


def flagged(text: str, lang: str) -> list[str]:
    return [candidate.quantities[0].text for candidate in read(text, lang)[1]]


@pytest.mark.parametrize(
    ("lang", "text", "quantities"),
    [
        ("zh", "镓价从每公斤350美元飙升至725美元。", ["350美元", "725美元"]),
        ("zh", "俄方宣称储量为285万吨，而美方将其下调至38万吨。", ["285万吨", "38万吨"]),
        ("zh", "生产1吨镓需要13.6亿度电。", ["13.6亿度"]),
        ("zh", "双方围绕三个方面展开讨论。", []),
        ("zh", "产量真有30万吨吗？", []),
        ("zh", "可通航5000吨级船舶。", []),
        ("en", "Exports fell from 25% to 5%.", ["25%", "5%"]),
        ("en", "There are two reasons for this.", []),
        ("en", "Did exports fall to 5 tons?", []),
        ("en", "The 45-year-old minister spoke on page 12.", []),
        ("en", "The rules take effect on November 1, 2025.", ["November 1, 2025"]),
        ("en", "They met on November 1, 2025.", []),
    ],
)
def test_what_is_flagged(lang: str, text: str, quantities: list[str]) -> None:
    assert flagged(text, lang) == quantities


def test_the_claim_reaches_left_to_its_subject_and_leaves_the_attribution_out() -> None:
    text = "据海关数据，中国镓价格大涨，涨幅达80%。"
    _, found, _ = read(text, "zh")
    (claim,) = [candidate for candidate in found if candidate.quantities[0].text == "80%"]
    assert text[claim.start : claim.end] == "中国镓价格大涨，涨幅达80%"
    assert (claim.modality, claim.attributed_to) == ("attributed", "海关")


def test_detector_states_what_it_is() -> None:
    info = RuleDetector(store()).info
    assert info.name == "rules"
    assert len(info.sha256) == 64


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("中国产量为5万吨，。占%的2024年自8月起3.a $-（）\ud800\n美镓Chinatos "),
        max_size=160,
    )
)
def test_any_text_passes(text: str) -> None:
    for lang in ("zh", "en"):
        article, found, roles = read(text, lang)
        # The parser's own offsets have their own property test.
        assume(all(text[q.start : q.end] == q.text for q in article.quantities))
        assert len(found) == len(roles)
        for candidate in found:
            sentence = article.sentences[candidate.sentence]
            quantity = candidate.quantities[0]
            assert sentence.start <= candidate.start <= quantity.start
            assert quantity.end <= candidate.end <= sentence.end


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "piece"), [("zh", "中国产量5吨，"), ("en", "a 5% "), ("en", "China "), ("zh", "据")]
)
def test_long_runs_come_back(lang: str, piece: str) -> None:
    """How long they take is measured by ``kaozheng.eval.benchmarks.linearity``."""
    _, found, roles = read(piece * 1000, lang)
    assert len(found) == len(roles)
