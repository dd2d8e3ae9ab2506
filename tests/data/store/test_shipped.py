"""The shipped package, as users meet it."""

from __future__ import annotations

import pytest

from kaozheng.data.store import ReferenceStore


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> ReferenceStore:
    return ReferenceStore.open(cache_dir=tmp_path_factory.mktemp("cache"))


def test_everything_is_there(shipped: ReferenceStore) -> None:
    assert len(shipped) > 20_000
    assert min(map(len, (shipped.entities, shipped.places, shipped.causal, shipped.concepts))) > 50
    assert shipped.overrides == ()
    assert shipped.ignored == ()


@pytest.mark.parametrize("query", ["俄罗斯稀土储量", "俄羅斯稀土儲量", "Russia rare earth reserves"])
def test_russian_reserves_are_among_the_first(shipped: ReferenceStore, query: str) -> None:
    found = [record.id for record in shipped.search(query, limit=5)]
    assert "usgs-mcs-2025/rare-earths/reserves/RUS" in found


def test_gallium_through_editions(shipped: ReferenceStore) -> None:
    """The 2026 edition revised China's output of 2024; an article of 2025 could not know it."""
    found = shipped.numeric("gallium", "production", "CHN", period="2024", as_of="2025-10-26")
    assert [record.edition for record in found] == ["usgs-mcs-2025"]
    editions = [record.edition for record in shipped.history(found[0])]
    assert editions == ["usgs-mcs-2025", "usgs-mcs-2026"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("内蒙古的稀土产量", {"rare-earths", "production"}),
        ("对俄罗斯出口镓", {"RUS", "exports", "gallium"}),
        ("中國商務部宣布對鎵實施出口管制", {"CHN", "gallium", "exports", "export-control"}),
        ("The South China Sea is not about gallium", {"gallium"}),
    ],
)
def test_names(shipped: ReferenceStore, text: str, ids: set[str]) -> None:
    kinds = ("entity", "place", "metric", "concept")
    found = {one.id for one in shipped.find_names(text) if one.kind in kinds}
    places = {one for one in found if one in shipped.places}
    assert ids <= found
    assert places == {one for one in ids if one in shipped.places}
