"""Frames, chains, antecedents, stance: one behaviour a test."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaozheng.model.detect.causal import detect_causal
from kaozheng.model.protocols import Article, Sentence

from .helpers import article, first, links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("管制收紧导致缺货，进而引发价格翻倍。", [("管制收紧", "缺货"), ("缺货", "价格翻倍")]),
        ("管制收紧导致缺货，并推高了雷达成本。", [("管制收紧", "缺货"), ("管制收紧", "雷达成本")]),
        ("战争引发的断供迫使车企停产。", [("战争", "断供"), ("断供", "车企停产")]),
        (
            "The war caused a shortage, disrupting chip makers.",
            [("The war", "a shortage"), ("a shortage", "chip makers")],
        ),
        ("The ban raised costs and led to delays.", [("The ban", "costs"), ("The ban", "delays")]),
    ],
)
def test_chains_give_one_link_each(text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("许可迟迟不发。这导致工厂停产。", ("许可迟迟不发", "工厂停产")),
        ("许可迟迟不发。因此，工厂停产。", ("许可迟迟不发", "工厂停产")),
        ("Permits were slow. This caused a halt.", ("Permits were slow", "a halt")),
        ("Permits were slow. As a result, the plant stopped.", ("Permits were slow", "the plant stopped")),
    ],
)
def test_cause_may_lie_in_the_sentence_before(text: str, expected: tuple[str, str]) -> None:
    assert links(text) == [expected]


def test_cause_is_not_looked_for_in_another_paragraph() -> None:
    assert links("许可迟迟不发。\n\n这导致工厂停产。") == []


@pytest.mark.parametrize(
    "text",
    [
        "为了降低对华依赖，欧盟通过了法案。",
        "管制之后，镓价随即上涨。",
        "管制并未导致出口停止。",
        "管制会不会导致镓价上涨？",
        "没有证据表明管制造成了交付下降。",
        "此举引起广泛关注。",
        "In order to reduce dependence, the EU passed a law.",
        "After the ban, prices rose.",
        "The ban did not cause a halt.",
        "Did the ban cause a halt?",
        "It is unclear whether the ban caused the halt.",
    ],
)
def test_what_is_not_a_cause(text: str) -> None:
    assert links(text) == []


@pytest.mark.parametrize(
    ("text", "modality", "speaker", "strength"),
    [
        ("管制导致镓价上涨。", "asserted", None, 3),
        ("据路透社报道，管制导致镓价上涨。", "attributed", "路透社", 3),
        ("分析人士认为，管制导致镓价上涨。", "attributed", "分析人士", 3),
        ("管制可能导致镓价上涨。", "predicted", None, 0),
        ("管制将导致镓价上涨。", "predicted", None, 3),
        ("如果断供，将导致镓价上涨。", "conditional", None, 3),
        ("管制推动了镓价上涨。", "asserted", None, 2),
        ("The ban caused shortages.", "asserted", None, 3),
        ("According to Reuters, the ban caused shortages.", "attributed", "Reuters", 3),
        ("The ban may cause a shortage.", "predicted", None, 0),
        ("The ban contributed to shortages.", "asserted", None, 2),
        ("The shortage was linked to the ban.", "asserted", None, 1),
    ],
)
def test_stance_and_strength(text: str, modality: str, speaker: str | None, strength: int) -> None:
    found = first(text)
    assert (found.modality, found.attributed_to, found.strength) == (modality, speaker, strength)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("管制推高了镓价。", "increase"),
        ("管制导致镓价上涨。", "increase"),
        ("延误造成交付量下降。", "decrease"),
        ("罢工阻碍了生产。", "prevent"),
        ("The ban pushed up prices.", "increase"),
        ("The delay caused a drop in deliveries.", "decrease"),
        ("The fire prevented a restart.", "prevent"),
        ("Subsidies enabled the boom.", "enable"),
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    assert first(text).polarity == polarity


def test_traditional_characters_are_read() -> None:
    assert links("出口管制導致鎵價上漲。") == [("出口管制", "鎵價上漲")]


def test_a_date_with_a_comma_does_not_end_a_clause() -> None:
    assert links("The ban led to controls on gallium from August 1, 2023 onwards.")[0][1].endswith(
        "2023 onwards"
    )


def test_spans_slice_back() -> None:
    whole = article("中国收紧管制。\n\n受管制影响，镓价飙升，进而推高雷达成本。")
    for candidate in detect_causal(whole):
        for span in (candidate.cause, candidate.effect, candidate.signal):
            assert span is not None
            assert whole.text[span.start : span.end] == span.text
            assert candidate.start <= span.start < span.end <= candidate.end


_PIECES = st.sampled_from(
    [
        "导致",
        "由于",
        "因此",
        "，",
        "。",
        "受",
        "影响",
        "镓价",
        "上涨",
        "因",
        "而",
        "的",
        "是",
        "原因",
        "如果",
        "将",
        "led to",
        "because",
        "so",
        "that",
        ",",
        ".",
        "If",
        "would",
        "(",
        "—",
        "1,000",
        "was",
        "caused by",
        " ",
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=25).map("".join)),
    st.sampled_from(["zh", "en"]),
)
def test_any_text_gives_exact_spans(text: str, lang: str) -> None:
    """No text crashes the rules and every offset slices back."""
    whole = Article(text, lang, None, None, (Sentence(0, len(text), text, 0),), ())
    for candidate in detect_causal(whole):
        for span in (candidate.cause, candidate.effect, candidate.signal):
            assert span is not None
            assert span.text == text[span.start : span.end] != ""
