"""Look-ups by id, period and date."""

from __future__ import annotations

import dataclasses
import threading
from typing import TYPE_CHECKING

import pytest

from kaozheng.data.records import CausalRecord, NumericRecord
from kaozheng.data.store import ReferenceStore
from kaozheng.errors import RecordNotFoundError, ReferenceDataError

from .conftest import record, write_package

if TYPE_CHECKING:
    from pathlib import Path


def ids(records: list[NumericRecord]) -> list[str]:
    return [record.id for record in records]


def test_one_value_by_subject_metric_and_place(store: ReferenceStore) -> None:
    """Every value of a series is found, the official one beside the survey's."""
    found = store.numeric("rare-earths", "reserves", "RUS")
    assert ids(found) == [
        "rosnedra/rare-earths/reserves/RUS",
        "usgs-mcs-2025/rare-earths/reserves/RUS",
        "usgs-mcs-2026/rare-earths/reserves/RUS",
    ]
    assert found[1].value == 3_800_000
    assert found[0].qualifiers == ("official_claim", "rounded")


def test_record_without_date_has_that_of_its_edition_or_source(store: ReferenceStore) -> None:
    """Evidence must be able to say when a value was published."""
    assert store.numeric(edition="usgs-mcs-2026", metric="reserves")[0].published == "2026-02-06"
    assert store.numeric(source="fastmarkets")[0].published == "2024-12-13"


@pytest.mark.parametrize(
    ("as_of", "count"),
    [("2025-10-26", 2), ("2026-02-06", 3), ("2026-02-05", 2), ("2025-01-30", 0), ("2025-01", 2), ("2026", 3)],
)
def test_as_of_keeps_what_was_published(store: ReferenceStore, as_of: str, count: int) -> None:
    """A value dated to a month (Rosnedra, 2025-01) counts as known at the month's last day."""
    assert len(store.numeric("rare-earths", "reserves", "RUS", as_of=as_of)) == count


def test_year_finds_the_days_inside_it(store: ReferenceStore) -> None:
    assert ids(store.numeric("gallium", "price", period="2024")) == ["fastmarkets/gallium/price/2024-12"]
    assert store.numeric("gallium", "price", period="2024-12-12") == []


def test_month_does_not_find_the_year_around_it(store: ReferenceStore) -> None:
    assert store.numeric("gallium", "production", period="2024-08") == []


def test_several_ids_and_periods(store: ReferenceStore) -> None:
    found = store.numeric(("gallium", "rare-earths"), "production", ["CHN", "RUS"], period=("2024", "2025"))
    assert len(found) == 4
    assert store.numeric(subject=()) == []
    assert store.numeric(period=()) == []


@pytest.mark.parametrize(
    ("name", "value"), [("period", "last year"), ("as_of", "2025-13"), ("as_of", "2025/2026")]
)
def test_impossible_dates_are_errors(store: ReferenceStore, name: str, value: str) -> None:
    with pytest.raises(ReferenceDataError, match=f"{name} is '{value}'"):
        store.numeric(**{name: value})


def test_history_runs_through_editions_oldest_first(store: ReferenceStore) -> None:
    """Both editions give gallium 2024, in different words; the figure for 2025 is another period."""
    for edition in ("usgs-mcs-2025", "usgs-mcs-2026"):
        record = store.record(f"{edition}/gallium/production/CHN/2024")
        assert isinstance(record, NumericRecord)
        assert ids(store.history(record)) == [
            "usgs-mcs-2025/gallium/production/CHN/2024",
            "usgs-mcs-2026/gallium/production/CHN/2024",
        ]


def test_history_of_a_single_publication_is_itself(store: ReferenceStore) -> None:
    record = store.record("rosnedra/rare-earths/reserves/RUS")
    assert isinstance(record, NumericRecord)
    assert store.history(record) == [record]


def test_record_by_id(store: ReferenceStore) -> None:
    causal = store.record("causal/gallium-controls--f35")
    assert isinstance(causal, CausalRecord)
    assert causal.cause_concepts == ("export-control",)
    assert causal.documented_cause == ""


def test_unknown_id_names_near_ones(store: ReferenceStore) -> None:
    with pytest.raises(RecordNotFoundError, match=r"near ids: usgs-mcs-2025/rare-earths/reserves/RUS"):
        store.record("usgs-mcs-2025/rare-earths/reserve/RUS")
    with pytest.raises(RecordNotFoundError, match=r"near ids: .*usgs-mcs-2025/gallium/production/CHN/2024"):
        store.record("usgs-mcs-2052/gallium/production/CHN/2024")
    with pytest.raises(RecordNotFoundError, match="no id comes near"):
        store.record("nonsense")


def test_registers(store: ReferenceStore) -> None:
    assert store.entities["refined-gallium"].broader == ("gallium",)
    assert store.places["WLD"].members[:2] == ("CHN", "RUS")
    assert store.metrics["production"].additive
    assert not store.metrics["reserves"].additive
    assert store.bases["REO"].kind == "basis"
    assert store.sources["usgs-mcs-2025"].year == 2025
    assert store.editions["usgs-mcs-2026"].supersedes == "usgs-mcs-2025"
    assert store.concepts["export-control"].names_zh == ("出口管制",)
    assert store.events[0].subjects == ("gallium", "germanium")
    assert next(iter(store.entities)) == "rare-earths"
    assert len(store) == 9


def test_registers_cannot_be_changed(store: ReferenceStore) -> None:
    with pytest.raises(TypeError):
        store.entities["x"] = store.entities["gallium"]  # type: ignore[index] # the point of the test
    with pytest.raises(dataclasses.FrozenInstanceError):
        store.entities["gallium"].kind = "x"  # type: ignore[misc] # the point of the test


def test_threads_share_a_store(store: ReferenceStore) -> None:
    found: list[int] = []
    work = [threading.Thread(target=lambda: found.append(len(store.numeric("gallium")))) for _ in range(8)]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    assert found == [4] * 8


def test_history_follows_what_supersedes_what(tmp_path: Path) -> None:
    """A correction of another period and wording belongs to the history through its `supersedes`."""
    first, second, third = "a/x/reserves/BRA", "b/x/reserves/BRA/2025", "c/x/reserves/BRA"
    records = [
        record(third, published="2026-05", supersedes=second),
        record(first, published="2025", edition=""),
        record(second, published="2026-02-06", period="2025", supersedes=first, edition=""),
    ]
    store = ReferenceStore.open(write_package(tmp_path / "package", records=records), cache_dir=tmp_path)
    for one in store.numeric():
        assert ids(store.history(one)) == [first, second, third]


def test_wording_tells_series_of_one_edition_apart(tmp_path: Path) -> None:
    """Metal and compounds stay apart as soon as an edition has both."""
    editions = [{"id": one, "series": "survey", "published": f"20{one[1:]}"} for one in ("s25", "s26")]
    records = [
        record("s25/x/imports.metal/USA/2024", period=2024, detail="metal"),
        record("s26/x/imports.metal/USA/2024", period=2024, detail="metal"),
        record("s26/x/imports.compounds/USA/2024", period=2024, detail="compounds"),
    ]
    package = write_package(tmp_path / "package", records=records, editions=editions)
    store = ReferenceStore.open(package, cache_dir=tmp_path)
    histories = {one.id: ids(store.history(one)) for one in store.numeric()}
    assert histories["s25/x/imports.metal/USA/2024"] == [records[0]["id"], records[1]["id"]]
    assert histories["s26/x/imports.compounds/USA/2024"] == [records[2]["id"]]
