"""Dates and periods in Chinese text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaozheng.data.text import fold
from kaozheng.model.quantities.dates import scan_dates

ANCHOR = "2025-10-26"


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("2023年8月1日", "2023年8月1日", "2023-08-01"),
        ("２０２３年８月１日", "２０２３年８月１日", "2023-08-01"),
        ("8月1日", "8月1日", "2025-08-01"),
        ("二〇二三年", "二〇二三年", "2023"),
        ("八月一日", "八月一日", "2025-08-01"),
        ("今年", "今年", "2025"),
        ("去年", "去年", "2024"),
        ("前年", "前年", "2023"),
        ("明年", "明年", "2026"),
        ("上半年", "上半年", "2025-H1"),
        ("去年下半年", "去年下半年", "2024-H2"),
        ("第三季度", "第三季度", "2025-Q3"),
        ("三季度", "三季度", "2025-Q3"),
        ("2025Q3", "2025Q3", "2025-Q3"),
        ("1-8月", "1-8月", ("2025-01", "2025-08")),
        ("前三季度", "前三季度", ("2025-01", "2025-09")),
        ("今年前8个月", "今年前8个月", ("2025-01", "2025-08")),
        ("本月", "本月", "2025-10"),
        ("上个月", "上个月", "2025-09"),
        ("上季度", "上季度", "2025-Q3"),
        ("上世纪80年代", "上世纪80年代", ("1980", "1989")),
        ("20世纪九十年代", "20世纪九十年代", ("1990", "1999")),
        ("2018—2020年", "2018—2020年", ("2018", "2020")),
        ("2018年至2020年", "2018年至2020年", ("2018", "2020")),
        ("2021年10月31日—11月12日", "2021年10月31日—11月12日", ("2021-10-31", "2021-11-12")),
        ("20日到21日", "20日到21日", ("2025-10-20", "2025-10-21")),
        ("民國113年", "民國113年", "2024"),
        ("101年8月失業率", "101年8月", "2012-08"),
        ("九十三年九月十七日", "九十三年九月十七日", "2004-09-17"),
        ("FY2024", "FY2024", "2024"),
        ("2024财年", "2024财年", "2024"),
        ("美国2024财年", "2024财年", ("2023-10", "2024-09")),
        ("2024年底", "2024年", "2024"),
        ("2025年1月至7月", "2025年1月至7月", ("2025-01", "2025-07")),
        ("2021.3.23", "2021.3.23", "2021-03-23"),
        ("昨天", "昨天", "2025-10-25"),
        ("路透社25日报道", "25日", "2025-10-25"),
    ],
)
def test_value(text: str, span: str, value: str | tuple[str, str]) -> None:
    found = scan_dates(text, fold(text), "zh", ANCHOR)
    assert [(q.text, q.value, q.kind, q.unit) for q in found] == [(span, value, "date", None)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "如今年轻人",
            "18岁以上年轻人",
            "日本年产量",
            "过去年份",
            "三个月",
            "2000年历史",
            "三年",
            "21世纪海上丝绸之路",
            "人民日报26日报纸",
        ),
        *(
            "10日内",
            "农历八月十五日",
            "一年四季",
            "每年三月",
            "纪录片第三季",
            "98年底",
            "个月",
            "半年",
            "见http://example.org/2023/08/01。",
        ),
    ],
)
def test_no_date(text: str) -> None:
    assert [(q.text, q.value) for q in scan_dates(text, fold(text), "zh", ANCHOR)] == []


@pytest.mark.parametrize("text", ["去年", "8月1日", "上半年", "第三季度", "本月", "1-8月", "26日", "年底"])
def test_relative_dates_need_the_articles_date(text: str) -> None:
    assert scan_dates(text, text, "zh", None) == []
    assert len(scan_dates(text, text, "zh", ANCHOR)) == 1


@pytest.mark.parametrize(
    ("text", "comparator", "hedge"),
    [
        ("自2023年8月1日起", "ge", "起"),
        ("2018年以来", "ge", "以来"),
        ("2030年之前", "le", "之前"),
        ("2030年底前", "le", "前"),
        ("2016年前后", "approx", "前后"),
        ("从2018年开始", "ge", "开始"),
        ("截至2024年", "eq", None),
        ("条约1968年签署", "eq", None),
        ("2023年前三季度", "range", None),
    ],
)
def test_comparators(text: str, comparator: str, hedge: str | None) -> None:
    (found,) = scan_dates(text, text, "zh", None)
    assert (found.comparator, found.hedge and found.hedge.text) == (comparator, hedge)


def test_a_deadline_lies_ahead_and_a_report_lies_behind() -> None:
    text = "路线图须在12月1日前完成。12月出口下降。计划于3月1日实施。"
    assert [q.value for q in scan_dates(text, text, "zh", "2025-11-09")] == [
        "2025-12-01",
        "2024-12",
        "2026-03-01",
    ]


def test_the_sentence_hands_its_year_on() -> None:
    text = "2023年7月3日发布公告,8月1日起施行。同年10月放宽。"
    assert [q.value for q in scan_dates(text, text, "zh", ANCHOR)] == ["2023-07-03", "2023-08-01", "2023-10"]


def test_the_same_period_is_the_one_named_before() -> None:
    text = "今年1-8月出口4.4万吨,去年同期为3.8万吨。"
    assert [q.value for q in scan_dates(text, text, "zh", ANCHOR)] == [
        ("2025-01", "2025-08"),
        ("2024-01", "2024-08"),
    ]


@given(
    st.text(
        st.sampled_from("0123456789年月日号季度前后上下半今去明本第一二十〇至—-/.世纪代财起")
        | st.characters(),
        max_size=40,
    ),
    st.sampled_from([None, "2024-02-29", "1000-01-01", "9000-12-31"]),
    st.sampled_from(["zh", "en"]),
)
def test_any_text_gives_exact_spans_in_order(text: str, anchor: str | None, lang: str) -> None:
    end = 0
    for found in scan_dates(text, fold(text), lang, anchor):
        assert text[found.start : found.end] == found.text != ""
        assert found.start >= end
        end = found.end
        assert found.hedge is None or text[found.hedge.start : found.hedge.end] == found.hedge.text
