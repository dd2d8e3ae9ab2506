"""A user's own facts in plain files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kaozheng.data.records import NumericRecord
from kaozheng.data.store import ReferenceStore
from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "subject,metric,place,period,value,unit\n"


def opened(
    package: Path, folder: Path, content: str, name: str = "own.csv", encoding: str = "utf-8"
) -> ReferenceStore:
    """The fixture package with a file of own facts."""
    own = folder / name
    own.write_bytes(content.encode(encoding))
    return ReferenceStore.open(package, own, cache_dir=folder / "cache")


def test_six_columns_are_enough(package: Path, tmp_path: Path) -> None:
    """Everything else is made up, from the row and from the file's name."""
    store = opened(package, tmp_path, HEADER + "gallium,production,CHN,2023,610,t\n")
    record = store.record("own/gallium/production/CHN/2023")
    assert isinstance(record, NumericRecord)
    assert (record.value, record.unit, record.source_id, record.published) == (610, "t", "own.csv", "")
    assert store.sources["own.csv"].title == "own.csv"
    assert record in store.numeric("gallium", as_of="2000")
    assert store.name == "fixture + own"


def test_names_of_both_languages_mean_the_entity(package: Path, tmp_path: Path) -> None:
    rows = "金屬鎵,產量,中國,2023,610,公吨\nRare Earths,Output,Russia,2023,2500,metric tons\n"
    store = opened(package, tmp_path, HEADER + rows)
    found = store.numeric(source="own.csv")
    assert [(one.subject, one.metric, one.place, one.unit) for one in found] == [
        ("gallium", "production", "CHN", "t"),
        ("rare-earths", "production", "RUS", "t"),
    ]


def test_unknown_subject_becomes_an_entity(package: Path, tmp_path: Path) -> None:
    store = opened(package, tmp_path, HEADER + "氦气,产量,美国,2023,1,t\nUnobtainium,output,US,2023,2,kg\n")
    assert store.entities["氦气"].names_zh == ("氦气",)
    assert store.entities["Unobtainium"].names_en == ("Unobtainium",)
    text = "美国的氦气与unobtainium"
    assert [one.id for one in store.find_names(text)] == ["USA", "氦气", "Unobtainium"]


def test_magnitudes_separators_and_compounds(package: Path, tmp_path: Path) -> None:
    rows = '稀土,储量,俄罗斯,,380,万吨\n稀土,储量,中国,,"44,000,000",吨\n'
    rows += "镓,价格,美国,2024,350,美元/千克\n镓,产量,美国,,5,千克\n"
    found = opened(package, tmp_path, HEADER + rows).numeric(source="own.csv")
    values = {(one.subject, one.place, one.unit): one.value for one in found}
    assert values == {
        ("rare-earths", "RUS", "t"): 3_800_000,
        ("rare-earths", "CHN", "t"): 44_000_000,
        ("gallium", "USA", "USD/kg"): 350,
        ("gallium", "USA", "kg"): 5,
    }
    assert next(one.printed for one in found if one.place == "RUS") == "380 万吨"


def test_own_sources_are_registered(package: Path, tmp_path: Path) -> None:
    """Evidence can always say where a figure comes from."""
    rows = "gallium,production,CHN,2023,610,t,our desk\ngallium,production,CHN,2022,600,t,rosnedra\n"
    store = opened(package, tmp_path, HEADER.strip() + ",source_id\n" + rows)
    assert store.sources["our desk"].title == "own.csv"
    assert store.sources["rosnedra"].publisher == "Rosnedra"


def test_repeated_rows_get_ids_of_their_own(package: Path, tmp_path: Path) -> None:
    rows = "gallium,production,CHN,2023,610,t\ngallium,production,CHN,2023,620,t\n"
    found = opened(package, tmp_path, HEADER + rows).numeric(source="own.csv")
    assert [one.id for one in found] == [
        "own/gallium/production/CHN/2023",
        "own/gallium/production/CHN/2023/2",
    ]


def test_own_file_overrides_by_id(package: Path, tmp_path: Path) -> None:
    key = "usgs-mcs-2025/gallium/production/CHN/2024"
    store = opened(package, tmp_path, "id," + HEADER + f"{key},gallium,production,CHN,2024,760,t\n")
    assert store.record(key).value == 760  # type: ignore[union-attr] # a numeric record
    assert store.overrides == (key,)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_encodings_of_spreadsheet_programs(package: Path, tmp_path: Path, encoding: str) -> None:
    store = opened(package, tmp_path, HEADER + "金属镓,产量,中国,2023,610,吨\n", encoding=encoding)
    assert store.numeric(source="own.csv")[0].subject == "gallium"


def test_lines_of_json_hold_numeric_and_causal_records(package: Path, tmp_path: Path) -> None:
    rows = [
        {"subject": "镓", "metric": "产量", "place": "CHN", "period": "2023", "value": 610, "unit": "t"},
        {"cause_zh": "出口管制", "effect_zh": "镓价上涨", "polarity": "increase", "status": "established"},
    ]
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    store = opened(package, tmp_path, content, "own.jsonl")
    assert store.numeric(source="own.jsonl")[0].value == 610
    assert store.causal[-1].id == "own/causal/2"
    assert store.causal[-1].source_ids == ("own.jsonl",)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "gallium,prodution,CHN,2023,1,t",
            "row 2: column 'metric' is 'prodution'; allowed: did you mean production?",
        ),
        ("gallium,production,Chna,2023,1,t", "column 'place' is 'Chna'; allowed: did you mean CHN"),
        ("gallium,production,CHN,2023,1,furlong", "column 'unit' is 'furlong'"),
        ("gallium,production,CHN,2023,,t", "column 'value' is ''; allowed: a number"),
        ("gallium,production,CHN,2023,many,t", "column 'value' is 'many'"),
        (",production,CHN,2023,1,t", "column 'subject' is ''"),
        ("gallium,production,CHN,23,1,t", "column 'period' is '23'"),
    ],
)
def test_bad_cells_are_named(package: Path, tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(ReferenceDataError) as caught:
        opened(package, tmp_path, HEADER + row + "\n")
    assert message in str(caught.value)


def test_missing_columns_are_named(package: Path, tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="missing: place, unit; needed: subject"):
        opened(package, tmp_path, "subject,metric,period,value\ngallium,production,2023,1\n")


@pytest.mark.parametrize("name", ["own.csv", "own.jsonl"])
def test_file_without_records_is_an_error(package: Path, tmp_path: Path, name: str) -> None:
    """A file that was named on purpose and adds nothing must not pass unnoticed."""
    with pytest.raises(ReferenceDataError, match=r"holds no records; needed: rows with the columns subject"):
        opened(package, tmp_path, HEADER if name == "own.csv" else "\n", name)


def test_binary_file_is_refused(package: Path, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_bytes(bytes(range(256)) * 4)
    with pytest.raises(ReferenceDataError, match=r"own.csv is not readable as text: byte 128"):
        ReferenceStore.open(package, tmp_path / "own.csv", cache_dir=tmp_path)


def test_own_file_alone_uses_the_registers_of_the_shipped_package(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Instead of the shipped records, but with its names."""
    monkeypatch.setattr("kaozheng.data.store.packages.files", lambda _: _Resources(package))
    own = tmp_path / "own.csv"
    own.write_text(HEADER + "镓,产量,中国,2023,610,吨\n", encoding="utf-8")
    store = ReferenceStore.open(own, cache_dir=tmp_path)
    assert [one.id for one in store.numeric()] == ["own/gallium/production/CHN/2023"]
    assert store.causal == ()
    assert store.places["RUS"].names_zh[0] == "俄罗斯"
    both = ReferenceStore.open(ReferenceStore.SHIPPED, own, cache_dir=tmp_path)
    assert len(both) == len(ReferenceStore.open(cache_dir=tmp_path)) + 1


class _Resources:
    """Stands in for the installed package's files."""

    def __init__(self, package: Path) -> None:
        self._package = package

    def joinpath(self, name: str) -> Path:
        assert name == "reference"
        return self._package
