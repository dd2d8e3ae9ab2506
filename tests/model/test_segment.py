"""Paragraphs and sentences: offsets, end marks, abbreviations, titles, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaozheng.model.segment import MAX_SENTENCE, segment

CASES = [
    ("产量为750吨。价格上涨！真的吗？是的；对", ["产量为750吨。", "价格上涨！", "真的吗？", "是的；", "对"]),
    ("他说：“够了。”然后离开。", ["他说：“够了。”", "然后离开。"]),
    ("储量很大（见图。下同）而产量很小。", ["储量很大（见图。下同）而产量很小。"]),
    ("（这是整句。）后一句。", ["（这是整句。）", "后一句。"]),
    ("价格为3.5万元。", ["价格为3.5万元。"]),
    ("价格还会涨……谁也不知道。", ["价格还会涨……", "谁也不知道。"]),
    ("断粮?够造700架战机", ["断粮?", "够造700架战机"]),
    ("1. 第一点。2. 第二点。", ["1. 第一点。", "2. 第二点。"]),
    ("Mr. Smith of Acme Inc. said so. It rose.", ["Mr. Smith of Acme Inc. said so.", "It rose."]),
    ("No. 3 output rose 3.5 percent. Then it fell.", ["No. 3 output rose 3.5 percent.", "Then it fell."]),
    ("The answer was No. They left.", ["The answer was No.", "They left."]),
    ("The U.S. Geological Survey cut it.", ["The U.S. Geological Survey cut it."]),
    ("It came from the U.S. The rest did not.", ["It came from the U.S.", "The rest did not."]),
    ("J. R. Doe agreed... Then he left.", ["J. R. Doe agreed...", "Then he left."]),
    ("Metals, e.g. gallium, i.e. Ga, rose.", ["Metals, e.g. gallium, i.e. Ga, rose."]),
    ('"Why?" he asked. "Because!" she said.', ['"Why?" he asked.', '"Because!" she said.']),
    ("It was 1.9 Mt. It is 2 Mt.", ["It was 1.9 Mt.", "It is 2 Mt."]),
    ("- one item\n- two items\n\nA line", ["- one item", "- two items", "A line"]),
    ("See https://example.org/a.b?c=d for more. End", ["See https://example.org/a.b?c=d for more.", "End"]),
    (
        "a line that is wrapped in the middle of the\nsentence ends here. Next",
        ["a line that is wrapped in the middle of the\nsentence ends here.", "Next"],
    ),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in segment(text)] == sentences


def test_first_line_without_end_mark_is_the_title() -> None:
    sentences = segment("断粮？够造700架战机\n\n2025-10-26\n\n产量下降。")
    assert [s.is_title for s in sentences] == [True, True, False, False]
    assert [s.paragraph for s in sentences] == [0, 0, 1, 2]


def test_a_single_sentence_is_no_title() -> None:
    assert not segment("俄罗斯稀土储量38万吨")[0].is_title
    assert not segment("产量下降。\n价格上涨。")[0].is_title


def test_a_given_title_is_found_in_the_text() -> None:
    text = "来源：某网\n稀土之争\n产量下降。"
    titled = [s.text for s in segment(text, "稀土之争") if s.is_title]
    assert "稀土之争" in titled


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=400))
def test_any_text_keeps_its_offsets_and_characters(text: str) -> None:
    sentences = segment(text)
    position = 0
    for sentence in sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        assert not text[position : sentence.start].strip()
        position = sentence.end
    assert not text[position:].strip()


@pytest.mark.parametrize("piece", ["a", "。", "(", "x. ", "(a).", " ", "\n", "\ud800", "1,", "....", "“"])
def test_long_text_without_breaks_is_cut(piece: str) -> None:
    sentences = segment(piece * (400_000 // len(piece)))
    assert all(len(sentence.text) <= MAX_SENTENCE for sentence in sentences)
