"""What holds for any text: no crash, exact offsets, and numerals that are read back as they were written."""

from __future__ import annotations

import math
import random
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaozheng.model.quantities import Quantity, parse_quantities
from kaozheng.model.quantities.types import Comparator, Kind

ONE_MEGABYTE = 1_000_000
ANCHOR = "2025-10-26"
_PIECES = """
约 超过 不到 近 至少
以上 以下 左右 上 数 几 十 百 千 万 亿 兆 一 两 三 5 38 3.6 １２ 零 点 半 余 多 第 负 - — ~ 至 到 从
吨 公斤 元 美元 ¥ $ € 度 千瓦时 桶 % ％ 个百分点 百分之 分之 成 倍 番 折 翻 增长 增至 下降 降至 个 架 艘 名 /日 每公斤
年 月 日 2023年 8月1日 去年 上半年 第三季度 起 前 之前 截至 , . ， 。 ; ( ) [12] F-35 5G 一带一路 万一 萬 億 噸 餘
about more than at least up to between and from to million bn k m tonnes tons kg barrels per day a half third
two-thirds twenty hundred thousand dozen percent percentage points doubled times rose fell by to $3.6bn Q3 2025
August 1, 1980s last year ships F-35s No. third-largest
"""
PIECES = [*_PIECES.split(), "\n", "\t", " "]

any_text = st.text(st.characters(exclude_categories=()), max_size=80)
wild_text = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
spaced_text = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
texts = st.one_of(any_text, wild_text, spaced_text)
langs = st.sampled_from([None, "zh", "en"])
stable = settings(derandomize=True, deadline=None, max_examples=300, database=None)


def _check(text: str, found: list[Quantity]) -> None:
    wrong = [quantity for quantity in found if not _is_exact(text, quantity)]
    assert wrong == []  # names the quantities only: a megabyte of text in a message helps nobody
    overlapping = [pair for pair in pairwise(found) if pair[0].end > pair[1].start]
    assert overlapping == []
    for quantity in found:
        assert quantity.comparator in get_args(Comparator)
        assert quantity.kind in get_args(Kind)
        _check_value(quantity)


def _is_exact(text: str, quantity: Quantity) -> bool:
    hedge = quantity.hedge
    return (
        quantity.end <= len(text)  # a slice alone would forgive an end behind the text
        and text[quantity.start : quantity.end] == quantity.text == quantity.text.strip() != ""
        and (hedge is None or text[hedge.start : hedge.end] == hedge.text != "")
    )  # fmt: skip


def _check_value(quantity: Quantity) -> None:
    if quantity.kind == "date":
        assert isinstance(quantity.value, str | tuple)
        assert (quantity.unit, quantity.low, quantity.high) == (None, None, None)
        return
    assert quantity.low is not None
    assert quantity.high is not None
    assert quantity.unit
    assert math.isfinite(quantity.low)
    assert math.isfinite(quantity.high)
    if quantity.value is None:
        assert quantity.comparator == "range"
        assert quantity.low < quantity.high
    else:
        assert isinstance(quantity.value, float)
        assert quantity.comparator != "range"
        assert quantity.low <= quantity.value <= quantity.high


@stable
@given(texts, langs, st.sampled_from([None, ANCHOR]))
def test_any_text_gives_exact_separate_spans(text: str, lang: str | None, anchor: str | None) -> None:
    _check(text, list(parse_quantities(text, lang=lang, anchor=anchor)))


@pytest.mark.parametrize(
    "text", ["10吨", "0个", "38万平方公里", "三成", "去年", "12 tons", "98%—99%", "2023年"]
)
def test_a_unit_that_ends_the_text_ends_with_it(text: str) -> None:
    (quantity,) = parse_quantities(text, anchor=ANCHOR)
    assert (quantity.start, quantity.end) == (0, len(text))


@stable
@given(wild_text)
def test_a_sentence_is_read_the_same_way_twice_and_as_json(text: str) -> None:
    first = [quantity.to_dict() for quantity in parse_quantities(text)]
    assert first == [quantity.to_dict() for quantity in parse_quantities(text)]
    assert all(entry["text"] == text[entry["start"] : entry["end"]] for entry in first)


def _noise(errors: str) -> str:
    return random.Random(7).randbytes(ONE_MEGABYTE).decode("utf-8", errors)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n" * 1000,
        _noise("surrogateescape"),
        _noise("replace"),
        "\x00" * 10_000 + "38万吨" + "\x00" * 10_000,
        "\ud800" * 1000 + "38万吨\udfff",
        "俄罗斯稀土储量约为380万吨，较去年增长5%，" * (ONE_MEGABYTE // 66),
        "9" * 100_000,
        "三百" * 50_000,
        "1,000," * 20_000,
        "约超过" * 30_000,
        "1-2-3-" * 20_000,
        "million " * 20_000,
    ],
    ids=lambda text: f"{text[:8]!a}x{len(text)}",
)
@pytest.mark.parametrize("lang", [None, "zh", "en"])
def test_strange_and_long_input_comes_back(text: str, lang: str | None) -> None:
    _check(text, list(parse_quantities(text, lang=lang)))


def test_nuls_and_lone_surrogates_do_not_shift_offsets() -> None:
    text = "\x00\ud800出口38万吨\udfff，$3.6bn\x00"
    found = list(parse_quantities(text, lang="zh"))
    assert [(quantity.text, quantity.start) for quantity in found] == [("38万吨", 4), ("$3.6bn", 10)]
