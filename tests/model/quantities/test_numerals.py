"""Numerals of every written form, and those that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaozheng.data.text import fold
from kaozheng.model.quantities.numerals import parse_numeral, scale
from kaozheng.model.quantities.precision import interval
from kaozheng.model.quantities.rendering import FORMS, NumeralFormError, forms_of, render


def value(text: str) -> float | None:
    numeral = parse_numeral(fold(text))
    if numeral is None or numeral.top is not None:
        return None
    return scale(numeral.digits, numeral.exponent)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3万4000", 34_000),
        ("3万4千", 34_000),
        ("1.02万亿", 1.02e12),
        ("12,345.6亿", 1_234_560_000_000),
        ("9,774万6,000", 97_746_000),
        ("两千三百", 2300),
        ("二〇二三", 2023),
        ("壹贰叁", 123),
        ("壹億伍仟萬", 150_000_000),
        ("廿三", 23),
        ("卅", 30),
        ("三点五亿", 350_000_000),
        ("一百零五", 105),
        ("一百二", 120),
        ("三万二", 32_000),
        ("三万零二", 30_002),
        ("四十八亿五千万", 4_850_000_000),
        ("三万五千亿", 3.5e12),
        ("七万八千二百三十六亿", 7_823_600_000_000),
        ("１２．５", 12.5),
        ("百万", 1_000_000),
        ("6千2百余万", 62_000_000),
    ],
)
def test_reads_every_form(text: str, expected: float) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text", ["万一", "亿万", "五四三百", "百二", "三三百", "十百", "点五", "三点", "一亿二亿三"]
)
def test_malformed_numerals_have_no_value(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("数十", 10, 100),
        ("数十亿", 1e9, 1e10),
        ("几百", 100, 1000),
        ("十几万", 1e5, 2e5),
        ("二十几", 20, 30),
        ("三四百", 300, 400),
        ("两三千", 2000, 3000),
        ("十七八", 17, 18),
        ("三五", 3, 5),
        ("38万", 375_000, 385_000),
        ("3,800,000", 3_799_999.5, 3_800_000.5),
        ("1.36亿", 135_500_000, 136_500_000),
        ("两千三百", 2250, 2350),
        ("三十万", 295_000, 305_000),
        ("3.50", 3.495, 3.505),
    ],
)
def test_interval_of_vague_and_rounded_numbers(text: str, low: float, high: float) -> None:
    numeral = parse_numeral(text)
    assert numeral is not None
    assert interval(numeral) == (low, high)


@settings(derandomize=True, deadline=None, max_examples=400, database=None)
@given(number=st.integers(0, 10**16 - 1), decimals=st.integers(0, 3), form=st.sampled_from(FORMS))
def test_rendered_numbers_read_back(number: int, decimals: int, form: str) -> None:
    for possible in forms_of(number, decimals):
        if possible == form:
            assert value(render(number, possible, decimals)) == number / 10**decimals


def test_a_form_that_a_number_lacks_is_refused_with_those_it_has() -> None:
    with pytest.raises(NumeralFormError, match="34 with 0 decimals has no form 'digits'; it has: arabic"):
        render(34, "digits")
    with pytest.raises(NumeralFormError, match="it has: none"):
        render(-1, "arabic")
