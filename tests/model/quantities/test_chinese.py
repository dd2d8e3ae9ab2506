"""Phenomena of Chinese text that the files of cases do not single out."""

from __future__ import annotations

import pytest

from kaozheng.model.quantities import Quantity, parse_quantities


def read(text: str) -> list[tuple[str, float | str | tuple[str, str] | None, str | None, str]]:
    return [(q.text, q.value, q.unit, q.comparator) for q in parse_quantities(text, "zh")]


def only(text: str) -> Quantity:
    found = parse_quantities(text, "zh")
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产量为3万4000吨", ("3万4000吨", 34_000, "t", "eq")),
        ("税率是万分之五", ("万分之五", 0.05, "%", "eq")),
        ("编列9,774万6,000元", ("9,774万6,000元", 97_746_000, "CNY", "eq")),
        ("达500万千瓦", ("500万千瓦", 5e6, "kW", "eq")),
        ("压力为3兆帕", ("3兆帕", 3, "MPa", "eq")),
        ("海拔三千米", ("三千米", 3000, "m", "eq")),
        ("全长2万千米", ("2万千米", 20_000, "km", "eq")),
        ("拖了一年半", ("一年半", 1.5, "a", "eq")),
        ("要两个半月", ("两个半月", 2.5, "mo", "eq")),
        ("用了三个多小时", ("三个多小时", 3, "h", "gt")),
        ("单价3元5角", ("3元5角", 3.5, "CNY", "eq")),
        ("约占全球的1/3", ("1/3", 33.3333, "%", "approx")),
        ("周转量1188.3亿吨公里", ("1188.3亿吨公里", 1.1883e11, "tkm", "eq")),
        ("每斤5元", ("5元", 10, "CNY/kg", "eq")),
        ("投资超百亿美元", ("百亿美元", 1e10, "USD", "gt")),
        ("约增长5%", ("5%", 5, "%", "approx")),
        ("约占全球产量的98%", ("98%", 98, "%", "approx")),
        ("温度为零下20℃", ("零下20℃", -20, "degC", "eq")),
        ("增长-5.3%", ("-5.3%", -5.3, "%", "eq")),
        ("港币50亿元", ("港币50亿元", 5e9, "HKD", "eq")),
        ("惠及1.77亿农民", ("1.77亿", 1.77e8, "1", "eq")),
    ],
)
def test_reads(text: str, expected: tuple[str, float, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "歼-20与东风-41",
        "参见图3、表4和附件2",
        "会议于16:30开始，比分3比2",
        "拨打12345热线",
        "成千上万的难民",
        "坚持四项基本原则和两个维护",
        "第二次世界大战期间的三方会谈",
        "十二届三次会议",
        "7/5的比例不是份额，9/11也不是",
        "乘坐K101次列车，住8号楼",
        "这一年，每一座工厂都一成不变",
        "版本号2.0.1，地址10.0.0.1",
    ],
)
def test_names_codes_and_idioms_are_no_quantities(text: str) -> None:
    assert read(text) == []


def test_a_full_width_comma_between_half_width_digits_ends_the_number() -> None:
    assert [q[0] for q in read("共出口5亿，200吨退回")] == ["5亿", "200吨"]
    assert [q[0] for q in read("共出口３，８００吨")] == ["３，８００吨"]


def test_changes_by_and_to() -> None:
    found = parse_quantities("价格从350美元涨至725美元，涨幅达107.1%", "zh")
    assert [(q.mode, q.direction, q.kind) for q in found] == [
        (None, None, "money"),
        ("to", "up", "money"),
        ("by", "up", "change"),
    ]


def test_the_verb_of_a_list_is_that_of_every_member() -> None:
    found = parse_quantities("同比分别增长98.3%、146.1%和21%", "zh")
    assert [(q.kind, q.mode, q.direction) for q in found] == [("change", "by", "up")] * 3


@pytest.mark.parametrize(
    ("text", "mode", "factor"),
    [
        ("增长两倍", "by", 3),
        ("增至两倍", "to", 2),
        ("是邻国的三倍", "to", 3),
        ("高出去年同期1.3倍", "by", 2.3),
        ("比去年高两倍", "by", 3),
        ("增加到战前的6倍", "to", 6),
        ("翻了三倍", "by", 4),
        ("翻两番", "to", 4),
        ("减半", "to", 0.5),
        ("减少两倍", "by", None),
    ],
)
def test_factor_of_multiples(text: str, mode: str, factor: float | None) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.mode, quantity.factor) == ("multiple", mode, factor)


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("3到5万吨", "3到5万吨", 30_000, 50_000),
        ("500到1万人", "500到1万人", 500, 10_000),
        ("三、四百人", "三、四百人", 300, 400),
        ("8℃—12℃", "8℃—12℃", 8, 12),
        ("$3-5亿", "$3-5亿", 3e8, 5e8),
        ("百分之三至百分之五", "百分之三至百分之五", 3, 5),
        ("数以万计", "数以万计", 10_000, 100_000),
    ],
)
def test_ranges(text: str, span: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.value, quantity.low, quantity.high) == (span, None, low, high)
    assert quantity.comparator == "range"


def test_hedges_have_their_own_span() -> None:
    quantity = only("库存约为38万吨")
    assert quantity.hedge is not None
    assert (quantity.hedge.start, quantity.hedge.end, quantity.hedge.text) == (2, 3, "约")


def test_ranks_are_told_from_names() -> None:
    assert [(q.text, q.kind) for q in parse_quantities("第三季度产量居世界第三，第五舰队未动", "zh")] == [
        ("第三", "rank")
    ]


def test_unit_readings_follow_their_surroundings() -> None:
    assert read("航速30节，挂车厢30节")[0][2] == "kn"
    assert [q[2] for q in read("耗电20度，气温20度，转过20度")] == ["kWh", "degC"]
    assert [q[0] for q in read("沪指收报3421.5点，下午3点休市")] == ["3421.5点"]
