"""What looks like a number and is none; and inputs nobody wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaozheng.model.quantities.en import scan_en

NEGATIVES = """
F-35 and MH-60R flew | the B-21, the Su-57 and the Boeing 737 | the iPhone 15 | 5G and 3D | COVID-19
the G7 | see [12] and [3, 4] | section 232 | Sections 201, 232 and 301 | Resolution 1929 (2010)
resolutions 686 (1991) and 687 (1991) | Article 5 | Route 66 | page 12 | pp. 12-14 | call 202-555-0147
call (202) 456-1414 | call +1 202-555-0147 | order no. 7 | ID 88-1204-X
https://example.org/2023/08/12345.html | desk2024@example.org | version 2.0.1 | 10.0.0.1
one of the ministers | at one point | no one knew | on the one hand | the two sides agreed
both of the two leaders | two-faced | a zero-sum game | the third party | half-hearted | the first half
second thoughts | double standards | doubled down | double-digit | Five Eyes | the Big Four
the Three Gorges Dam | Phase One | Group of Seven | the Group of 77 | World War II | 10 Downing Street
132 North Loudoun Street | at 10:30 a.m. | 3 p.m. | 9/11 | 24/7 | a 52-48 vote | 7 U.S.C. 8102
42 CFR 411.15 | the fifty-second session | the 20th century | (1) first | HS 2805309000 | the 2030 Agenda
in 2023 | on August 1 | 3 July 2023 | twice a year | Tons of paperwork | about 4000 BCE | rated 3.5/5
Exercise '83 | billionaires | money and honesty | often | weights
the year of our Lord two thousand twenty-two
"""


@pytest.mark.parametrize(
    "text", [part.strip() for line in NEGATIVES.strip().splitlines() for part in line.split("|")]
)
def test_no_quantity(text: str) -> None:
    assert [(q.text, q.value) for q in scan_en(text)] == []


@given(st.text(st.sampled_from("019,.%$€-–/ \n()'aeot½３\x00\ud800İ") | st.characters(), max_size=60))
def test_any_text_gives_exact_spans_in_order(text: str) -> None:
    end = 0
    for found in scan_en(text):
        assert text[found.start : found.end] == found.text != ""
        assert found.start >= end
        end = found.end
        assert found.hedge is None or text[found.hedge.start : found.hedge.end] == found.hedge.text


WORDS = [
    "1",
    "12",
    "3,800",
    "2.5",
    "$",
    "%",
    "-",
    "to",
    "and",
    "or",
    "of",
    "between",
    "from",
    "half",
    "third",
    "million",
    "tonnes",
    "percent",
    "one",
    "twenty-one",
    "hundred",
    "rose",
    "by",
    "a",
    "the",
    ",",
    ".",
    "times",
    "as",
    "twice",
    "doubled",
    "US$",
    "RMB",
    "per",
    "kg",
    "dozens",
    "several",
    "½",
    "°",
    "no.",
    "or",
    "more",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_words_give_values_inside_their_precision(words: list[str]) -> None:
    text = " ".join(words)
    for found in scan_en(text):
        assert found.low is not None
        assert found.high is not None
        assert found.low <= found.high
        if found.value is not None:
            assert isinstance(found.value, float)
            assert found.low <= found.value <= found.high < float("inf")


@pytest.mark.parametrize(
    "unit", ["9", " ", "one ", "1,", "1,000,", "1 to ", "1-", "million ", "$1", "a@", "(1)", "rose to "]
)
def test_long_runs_come_back(unit: str) -> None:
    """How long they take is measured by ``kaozheng.eval.benchmarks.linearity``."""
    text = (unit * 32_000)[:32_000]
    assert all(text[q.start : q.end] == q.text for q in scan_en(text))


def test_huge_numbers_are_dropped() -> None:
    assert scan_en("9" * 400 + " tonnes and 1" + "0" * 30 + ".5%") == []
