"""Names in text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from kaozheng.data.store import ReferenceStore


def found(store: ReferenceStore, text: str) -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], one.kind, one.id) for one in store.find_names(text)]


CASES = """
俄罗斯稀土储量 = 俄罗斯 place RUS; 稀土 entity rare-earths; 储量 metric reserves
俄羅斯稀土儲量 = 俄羅斯 place RUS; 稀土 entity rare-earths; 儲量 metric reserves
Russia's rare-earth reserves = Russia place RUS; rare-earth entity rare-earths; reserves metric reserves
98 F-35s and 3 F35 = F-35s entity f-35; F35 entity f-35
an F-350 truck, AF-35 =
F-35战斗机 = F-35战斗机 entity f-35
capacities and prices = capacities metric capacity; prices metric price
US output, let us go, USS Ford = US place USA; output metric production
U.S. Ga prices, GA, ga = U.S. place USA; Ga entity gallium; prices metric price
Chinatown, non-China, CHINA = China place CHN; CHINA place CHN
Cote d’Ivoire = Cote d’Ivoire place CIV
Ｆ－３５ = Ｆ－３５ entity f-35
rare\\nearth = rare\\nearth entity rare-earths
rare\\n\\nearth =
对俄罗斯出口 = 俄罗斯 place RUS
South China Sea, Sea of Japan, Japan's sea = Japan place JPN
对俄出口 = 对俄 place RUS
据美国地质调查局 = 美国 place USA; 美国地质调查局 source usgs-mcs-2025
稀土氧化物 = 稀土 entity rare-earths; 稀土氧化物 basis REO
精炼镓 = 精炼镓 entity refined-gallium
对镓实施出口管制 = 镓 entity gallium; 出口管制 concept export-control
"""


def cases() -> list[tuple[str, list[tuple[str, ...]]]]:
    """Text, and the names in it with kind and id."""
    pairs = (line.split("=") for line in CASES.strip().split("\n"))
    return [
        (
            text.strip().replace("\\n", "\n"),
            [
                tuple(name.strip().replace("\\n", "\n").rsplit(" ", 2))
                for name in names.split(";")
                if name.strip()
            ],
        )
        for text, names in pairs
    ]


@pytest.mark.parametrize(("text", "names"), cases())
def test_names(store: ReferenceStore, text: str, names: list[tuple[str, ...]]) -> None:
    assert found(store, text) == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("中美贸易", ["CHN", "USA"]),
        ("美方表示", ["USA"]),
        ("对俄制裁", ["RUS"]),
        ("其中美国占一半", ["USA"]),
        ("发展中国家", []),
        ("美丽的日子", []),
        ("今日本报讯", []),
        ("当日本部门会议上", []),
        ("对华出口", ["CHN"]),
        ("华为公司", []),
        ("对中小企业", []),
    ],
)
def test_one_character_countries_need_a_reason(store: ReferenceStore, text: str, places: list[str]) -> None:
    assert [one.id for one in store.find_names(text) if one.kind == "place"] == places


@pytest.mark.parametrize(
    ("text", "count"),
    [("资金", 0), ("金融机构", 0), ("金价格上涨", 1), ("黄金", 1), ("金和镓", 2), ("有色金属", 0)],
)
def test_one_character_materials_are_not_parts_of_words(store: ReferenceStore, text: str, count: int) -> None:
    assert sum(one.kind == "entity" for one in store.find_names(text)) == count


@given(
    st.text(alphabet=st.characters(), max_size=80)
    | st.text("俄美中日金镓稀土储量USF-35s' İßΣ\ud800\x00", max_size=60)
)
@settings(max_examples=300, deadline=None)
def test_offsets_hold_for_any_text(store: ReferenceStore, text: str) -> None:
    """Offsets stay inside the text and no two names of a kind overlap, unless they are the same span."""
    last: dict[str, tuple[int, int]] = {}
    for one in store.find_names(text):
        assert 0 <= one.start < one.end <= len(text)
        start, end = last.get(one.kind, (0, 0))
        assert one.start >= end or (one.start, one.end) == (start, end)
        last[one.kind] = (one.start, one.end)


def test_offsets_after_letters_that_fold_to_two(store: ReferenceStore) -> None:
    assert found(store, "Straße İstanbul 镓") == [("镓", "entity", "gallium")]
