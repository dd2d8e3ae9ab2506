"""Ranked search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kaozheng.data.store import ReferenceStore


@pytest.mark.parametrize(
    "query",
    [
        "俄罗斯稀土储量",
        "俄羅斯的稀土儲量是多少",
        "Russia rare earth reserves",
        "RESERVES of rare-earths in Russia",
    ],
)
def test_names_in_either_language(store: ReferenceStore, query: str) -> None:
    found = [record.id for record in store.search(query)]
    assert set(found[:3]) == {
        "usgs-mcs-2025/rare-earths/reserves/RUS",
        "usgs-mcs-2026/rare-earths/reserves/RUS",
        "rosnedra/rare-earths/reserves/RUS",
    }
    assert len(found) == 3


def test_year_ranks_first(store: ReferenceStore) -> None:
    assert store.search("gallium production 2025")[0].period == "2025"
    assert {record.period for record in store.search("2024年镓产量")[:2]} == {"2024"}


def test_source_narrows(store: ReferenceStore) -> None:
    found = store.search("USGS Russia rare earth reserves")
    assert [record.id for record in found] == ["usgs-mcs-2025/rare-earths/reserves/RUS"]


def test_exact_before_prefix_before_part(store: ReferenceStore) -> None:
    assert {record.subject for record in store.search("gallium")} == {"gallium"}
    assert {record.subject for record in store.search("galli")} == {"gallium"}
    assert {record.subject for record in store.search("earth")} == {"rare-earths"}


def test_start_of_an_id(store: ReferenceStore) -> None:
    assert [record.id for record in store.search("usgs-mcs-2025/gallium/")] == [
        "usgs-mcs-2025/gallium/production/CHN/2024"
    ]


def test_language_and_limit(store: ReferenceStore) -> None:
    assert store.search("gallium", lang="zh") == []
    assert len(store.search("gallium", lang="en")) == 4
    assert len(store.search("gallium", limit=2)) == 2


@pytest.mark.parametrize(
    "query", ["", "  ", "的", "zzz", "%", "'; drop table numeric; --", "俄罗斯 zzz", "\ud800"]
)
def test_nothing_to_find(store: ReferenceStore, query: str) -> None:
    assert isinstance(store.search(query), list)
    assert store.numeric("\ud800") == []
    assert len(store) == 9
