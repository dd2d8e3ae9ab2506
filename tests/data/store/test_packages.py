"""Packages: how they merge, and what is said of broken ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kaozheng.data.store import ReferenceStore
from kaozheng.errors import ReferenceDataError

from .conftest import CAUSAL, RECORDS, TABLES, record, write_package

if TYPE_CHECKING:
    from pathlib import Path

RUSSIA = "usgs-mcs-2025/rare-earths/reserves/RUS"


def test_later_package_overrides_and_says_so(package: Path, tmp_path: Path) -> None:
    """One record and one entity are replaced; both are on record."""
    changed = [record(RUSSIA, value=3700000, period="2024")]
    entities = [{"id": "gallium", "kind": "metal", "names_en": "gallium", "names_zh": "镓"}]
    later = write_package(tmp_path / "later", name="later", version="2", records=changed, entities=entities)
    store = ReferenceStore.open(package, later, cache_dir=tmp_path)
    assert store.record(RUSSIA).value == 3_700_000  # type: ignore[union-attr] # a numeric record
    assert store.entities["gallium"].kind == "metal"
    assert set(store.overrides) == {RUSSIA, "entities/gallium"}
    assert (store.name, store.version) == ("fixture + later", "1.0 + 2")
    assert len(store) == len(RECORDS)


def test_order_of_packages_counts(package: Path, tmp_path: Path) -> None:
    later = write_package(tmp_path / "later", records=[record(RUSSIA, value=1)])
    first, second = (
        ReferenceStore.open(*pair, cache_dir=tmp_path) for pair in ((package, later), (later, package))
    )
    assert first.record(RUSSIA).value == 1  # type: ignore[union-attr] # a numeric record
    assert second.record(RUSSIA).value == 3_800_000  # type: ignore[union-attr] # a numeric record
    assert first.sha256 != second.sha256


def test_same_package_twice_overrides_without_harm(package: Path, tmp_path: Path) -> None:
    store = ReferenceStore.open(package, package, cache_dir=tmp_path)
    assert len(store) == len(RECORDS)


def test_hash_follows_the_content(package: Path, tmp_path: Path) -> None:
    copies = [
        write_package(tmp_path / str(number), records=[record(RUSSIA, value=value)])
        for number, value in enumerate((1, 1, 2))
    ]
    hashes = [ReferenceStore.open(copy, cache_dir=tmp_path / "cache").sha256 for copy in copies]
    assert hashes[0] == hashes[1] != hashes[2]
    assert len(hashes[0]) == 64


def test_descriptor_may_be_named_itself(package: Path, tmp_path: Path) -> None:
    assert len(ReferenceStore.open(str(package / "datapackage.json"), cache_dir=tmp_path)) == len(RECORDS)


def test_resources_without_use_are_listed(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package", records=RECORDS, notes=[{"id": "1"}])
    assert ReferenceStore.open(folder, cache_dir=tmp_path).ignored == ("fixture: notes.csv",)


def test_store_of_a_package_without_records(tmp_path: Path) -> None:
    store = ReferenceStore.open(write_package(tmp_path / "package", causal=CAUSAL), cache_dir=tmp_path)
    assert store.numeric() == []
    assert store.find_names("镓") == []
    assert len(store.causal) == 1


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"value": "38万"}, "records/all.csv, row 2: column 'value' is '38万'; allowed: a finite number"),
        ({"value": "nan"}, "row 2: column 'value' is 'nan'"),
        ({"value": "1e999"}, "row 2: column 'value' is '1e999'"),
        ({"period": "last year"}, "column 'period' is 'last year'; allowed: a period such as 2024"),
        ({"period": "2024-13"}, "column 'period' is '2024-13'"),
        ({"period": "2025/2024"}, "column 'period' is '2025/2024'"),
        ({"published": "2025-02-30"}, "column 'published' is '2025-02-30'; allowed: a date"),
        ({"subject": ""}, "column 'subject' is ''"),
        ({"unit": " "}, "column 'unit' is ' '"),
        ({"id": ""}, "column 'id' is ''"),
    ],
)
def test_bad_cells_are_named(tmp_path: Path, cells: dict[str, str], message: str) -> None:
    folder = write_package(tmp_path / "package", records=[record(RUSSIA) | cells])
    with pytest.raises(ReferenceDataError) as caught:
        ReferenceStore.open(folder, cache_dir=tmp_path)
    assert message in str(caught.value)


def test_same_id_twice_in_a_package(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package", records=[*RECORDS, record(RUSSIA)])
    with pytest.raises(ReferenceDataError) as caught:
        ReferenceStore.open(folder, cache_dir=tmp_path)
    assert f"row 11: id '{RUSSIA}' is already used in records/all.csv, row 2" in str(caught.value)


def test_same_id_twice_in_a_register(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package", places=TABLES["places"] + TABLES["places"][:1])
    with pytest.raises(ReferenceDataError, match=r"places.csv, row 9: column 'id' is 'CHN'"):
        ReferenceStore.open(folder, cache_dir=tmp_path)


def test_causal_words_are_checked(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package", causal=[CAUSAL[0] | {"status": "maybe"}])
    with pytest.raises(
        ReferenceDataError, match="'status' is 'maybe'; allowed: established, refuted, contested, none"
    ):
        ReferenceStore.open(folder, cache_dir=tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id,id\n1,2\n", "columns named twice in the header: 'id'"),
        (b"id,kind\na\n", "row 2: found 1 cells where the header has 2 columns"),
        (b"", "no header row"),
        (b'id,kind\n"a,b\n', "not valid CSV"),
        ("id,kind\n镓,material\n".encode("gb18030"), "byte 8 is not UTF-8"),
        (b"id,kind\n" + b"a,b\n" * 9 + b"\xff,b\n", "byte 44 is not UTF-8"),
    ],
)
def test_broken_tables(tmp_path: Path, content: bytes, message: str) -> None:
    folder = write_package(tmp_path / "package", entities=[{"id": "x"}])
    (folder / "entities.csv").write_bytes(content)
    with pytest.raises(ReferenceDataError, match=r"entities.csv") as caught:
        ReferenceStore.open(folder, cache_dir=tmp_path)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "row 1: not valid JSON"),
        (r'{"id": "\ud800"}', "row 1: not valid JSON"),
        ("[1]", "allowed: one JSON object per line"),
        ("[" * 100000, "not valid JSON"),
    ],
)
def test_broken_lines_of_json(tmp_path: Path, line: str, message: str) -> None:
    folder = write_package(tmp_path / "package", causal=[])
    (folder / "causal.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(ReferenceDataError) as caught:
        ReferenceStore.open(folder, cache_dir=tmp_path)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("descriptor", "message"),
    [
        ({}, "'resources' must be a list"),
        ({"resources": [{"name": "x", "data": []}]}, "resource 'x' has 'path' None"),
        ({"resources": [{"path": "../places.csv"}]}, "leads out of the package"),
        ({"resources": [{"path": "/etc/places.csv"}]}, "leads out of the package"),
        ({"resources": [{"path": "https://example.org/places.csv"}]}, "leads out of the package"),
        ({"resources": [{"path": "places.csv"}]}, "cannot read places.csv: No such file"),
        ([], "'resources' must be a list"),
    ],
)
def test_broken_descriptors(tmp_path: Path, descriptor: Any, message: str) -> None:
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    with pytest.raises(ReferenceDataError) as caught:
        ReferenceStore.open(tmp_path, cache_dir=tmp_path / "cache")
    assert message in str(caught.value)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="there is no such file or directory"):
        ReferenceStore.open(tmp_path / "missing")
    with pytest.raises(ReferenceDataError, match=r"has no datapackage.json"):
        ReferenceStore.open(tmp_path)
    (tmp_path / "own.xlsx").write_bytes(b"PK")
    with pytest.raises(ReferenceDataError, match=r"found a .xlsx file; allowed: a directory"):
        ReferenceStore.open(tmp_path / "own.xlsx")


def test_a_failed_build_leaves_nothing_in_the_cache(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package", records=[record(RUSSIA, value="x")])
    with pytest.raises(ReferenceDataError):
        ReferenceStore.open(folder, cache_dir=tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []
