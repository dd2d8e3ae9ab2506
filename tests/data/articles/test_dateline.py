"""Publication dates that articles state themselves, and dates that are none."""

from __future__ import annotations

import time

import pytest

from kaozheng.data.articles import find_published
from kaozheng.data.articles.dateline import iso_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("标题\n\n2025-10-26\n\n正文。", "2025-10-26"),
        ("搜狐 2025-11-09 08:41", "2025-11-09"),
        ("标题\n2025年11月9日 08:41 来源：新华网\n正文", "2025-11-09"),
        ("标题\n来源：人民日报　2025年3月5日", "2025-03-05"),
        ("2025/3/5 14:02:11", "2025-03-05"),
        ("2025.03.05", "2025-03-05"),
        ("发布时间：2025-03-05", "2025-03-05"),
        ("２０２５年３月５日", "2025-03-05"),
        ("新华社北京2025年11月9日电 商务部宣布", "2025-11-09"),
        ("（新华社北京2025年11月9日讯）商务部宣布", "2025-11-09"),
        ("Headline\nNovember 9, 2025\nBody.", "2025-11-09"),
        ("Published 9 Nov 2025 at 10:15 GMT", "2025-11-09"),
        ("By Reuters | Nov. 9, 2025, 8:41 a.m. EST", "2025-11-09"),
        ("The New York Times, 9 September 2025", "2025-09-09"),
        ("WASHINGTON, Nov. 9, 2025 /PRNewswire/ -- A company said", "2025-11-09"),
        ("正文。\n" * 2000 + "发布时间：2025-11-09", "2025-11-09"),
    ],
)
def test_found(text: str, day: str) -> None:
    assert find_published(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023年8月1日起，中国对镓、锗实施出口管制。",
        "中国2023年8月1日宣布管制。",
        "On August 1, 2023 China imposed export controls.",
        "新华社北京11月9日电 没有年份",
        "2025年",
        "2025-13-40",
        "2025-02-30",
        "Article 12025-11-091",
        "2025年11月9日：普京签署命令",
        "产量从2023-01-01到2024-01-01增长了三成",
        "正文。\n" * 20 + "2025-11-09\n" + "正文。\n" * 3000,
    ],
)
def test_not_found(text: str) -> None:
    """A date inside a sentence, an incomplete one and one in mid-text are no dateline."""
    assert find_published(text) is None


def test_first_dateline_counts() -> None:
    assert find_published("标题\n2025-10-26\n2023年8月1日\n") == "2025-10-26"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-09T08:41:00+08:00", "2025-11-09"),
        ("Sun, 09 Nov 2025 08:41:00 GMT", "2025-11-09"),
        ("20251109084100", "2025-11-09"),
        ("yesterday", None),
        ("20251332", None),
    ],
)
def test_dates_of_markup(text: str, day: str | None) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize("char", ["2", "1", "-", " ", "年", "a", "Jan "])
def test_long_lines_take_no_time(char: str) -> None:
    start = time.process_time()
    find_published(char * 2_000_000)
    assert time.process_time() - start < 1
