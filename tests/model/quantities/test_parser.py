"""Both languages in one text, overlaps, and texts that are none."""

from __future__ import annotations

import pytest

from kaozheng.model.quantities import parse_quantities
from kaozheng.model.quantities.script import blocks


def test_lines_are_read_in_their_own_language() -> None:
    text = "镓价上涨两成。\nGallium rose by 20 percent.\n\n产量38万吨"
    assert [q.text for q in parse_quantities(text)] == ["两成", "20 percent", "38万吨"]
    assert [script for _, _, script in blocks(text, None)] == ["zh", "en", "zh"]


def test_english_with_curly_quotes_stays_english() -> None:
    assert {script for _, _, script in blocks("It’s “about 5 million tonnes” — a record.", None)} == {"en"}


@pytest.mark.parametrize("lang", [None, "zh"])
def test_english_phrases_in_chinese_text(lang: str | None) -> None:
    found = parse_quantities("投资约$3.6bn，产量达110.7m tonnes，关税25% to 145%", lang)
    assert [(q.text, q.value, q.unit, q.comparator) for q in found] == [
        ("$3.6bn", 3.6e9, "USD", "approx"),
        ("110.7m tonnes", 110_700_000, "t", "eq"),
        ("25% to 145%", None, "%", "range"),
    ]


def test_chinese_phrases_in_english_text() -> None:
    found = parse_quantities("The ministry gave 38万吨 as the reserve of rare earths in that year.", "en")
    assert [(q.start, q.text, q.unit) for q in found] == [(18, "38万吨", "t")]


def test_dates_win_over_the_counts_in_them() -> None:
    found = parse_quantities("1-8月出口4.4万吨，前8个月增长5%", "zh", "2025-09-10")
    assert [(q.text, q.kind) for q in found][:2] == [("1-8月", "date"), ("4.4万吨", "mass")]
    assert [q.kind for q in found].count("duration") == 0


@pytest.mark.parametrize("text", ["", " ", "\n", "\0", "\ud800", "\ud8003万吨\udfff", "。"])
def test_odd_texts_are_read(text: str) -> None:
    assert [q.text for q in parse_quantities(text, "zh")] == (["3万吨"] if "万" in text else [])


@pytest.mark.parametrize(
    "text", ["9" * 5000 + "吨", "1" + ",111" * 5000 + "吨", "亿" * 5000, "一" * 5000 + "吨"]
)
def test_endless_numbers_never_overflow(text: str) -> None:
    for quantity in parse_quantities(text, "zh"):
        assert quantity.high is not None
        assert quantity.high < 1e70


@pytest.mark.parametrize(
    "unit", ["1,", "一点", "1-", "三至", "三分之", "不超过3%", "翻", "每", "US$", "\ud800万", "增至"]
)
def test_long_runs_come_back(unit: str) -> None:
    """How long they take is measured by ``kaozheng.eval.benchmarks.linearity``."""
    text = unit * (40_000 // len(unit))
    assert all(text[q.start : q.end] == q.text for q in parse_quantities(text, "zh"))
