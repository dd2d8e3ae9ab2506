"""Every rule finds the corruption it is there for, in the row where it was made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kaozheng.data.validate import RULES, validate_package
from kaozheng.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kaozheng.data.validate import Problem

    Edit = Callable[[str, str, str, str], Path]

_MCS = "records/usgs-mcs-2025.csv"
_NEW = "records/usgs-mcs-2026.csv"
_CURATED = "records/curated.csv"
_GALLIUM = "usgs-mcs-2025/gallium/production/CHN/2024"
_RESERVES = "usgs-mcs-2025/rare-earths/reserves/RUS"
_QUOTE = "bbg-dec24/gallium/price/WLD/2024-12-13"

CORRUPTIONS = [
    (_MCS, _GALLIUM, "value", "750,000", "not_a_number"),
    (_MCS, _GALLIUM, "value", "", "unexplained_gap"),
    (_MCS, _GALLIUM, "value", "1e9", "disordered_interval"),
    (_MCS, _GALLIUM, "low", "760000", "disordered_interval"),
    (_MCS, _GALLIUM, "qualifiers", "withheld", "withheld_value"),
    (_MCS, _GALLIUM, "unit", "kilos", "unknown_unit"),
    (_MCS, _GALLIUM, "unit", "USD/furlong", "unknown_unit"),
    (_MCS, _GALLIUM, "unit", "", "missing_value"),
    (_MCS, _GALLIUM, "subject", "galium", "unknown_id"),
    (_MCS, _GALLIUM, "metric", "output", "unknown_id"),
    (_MCS, _GALLIUM, "stage", "mining", "unknown_id"),
    (_MCS, _GALLIUM, "basis", "LiCoO2", "unknown_id"),
    (_MCS, _GALLIUM, "place", "CHI", "unknown_id"),
    (_MCS, _GALLIUM, "partner", "Mars", "unknown_id"),
    (_MCS, _GALLIUM, "source_id", "usgs", "unknown_id"),
    (_MCS, _GALLIUM, "edition", "usgs-mcs-2035", "unknown_id"),
    (_MCS, _GALLIUM, "supersedes", "usgs-mcs-1925/gallium/production/CHN/2024", "unknown_id"),
    (_MCS, _GALLIUM, "period", "FY24", "bad_date"),
    (_MCS, _GALLIUM, "period", "2024-13", "bad_date"),
    (_MCS, _GALLIUM, "published", "31.1.2025", "bad_date"),
    (_MCS, _GALLIUM, "published", "2023-12-31", "published_too_early"),
    (_MCS, _GALLIUM, "period", "2023", "id_form"),
    (_MCS, _GALLIUM, "id", "china-gallium", "id_form"),
    (_MCS, _GALLIUM, "id", "usgs-mcs-2025/gallium/production/CHN/2023", "repeated_id"),
    (_MCS, _RESERVES, "value", "380000", "disordered_interval"),
    (_NEW, "usgs-mcs-2026/gallium/production/CHN/2024", "value", "7500000", "edition_jump"),
    (
        _NEW,
        "usgs-mcs-2026/gallium/import_source_share/USA/CHN/2021--2024",
        "value",
        "180",
        "impossible_share",
    ),
    (_NEW, "usgs-mcs-2026/gallium/production/WLD/2024", "value", "84800000", "parts_against_total"),
    (_CURATED, _QUOTE, "published", "2024-12-12", "published_too_early"),
    ("entities.csv", "gallium", "names_zh", "", "nameless"),
    ("entities.csv", "gallium", "names_en", "germanium", "shared_name"),
    ("entities.csv", "gallium", "broader", "minor metal", "unknown_id"),
    ("entities.csv", "gallium", "kind", "", "missing_value"),
    ("places.csv", "CHN", "id", "China", "id_form"),
    ("places.csv", "G7", "members", "CAN|FRA|XXX", "unknown_id"),
    ("metrics.csv", "reserves", "confused_with", "supplies", "unknown_id"),
    ("bases.csv", "REO", "incomparable_with", "metal", "unknown_id"),
    ("sources.csv", "usgs-mcs2025", "published", "January 2025", "bad_date"),
    ("editions.csv", "usgs-mcs-2026", "supersedes", "usgs-mcs-2020", "unknown_id"),
]


def _codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems}


def test_pristine_package_has_no_errors(package: Path) -> None:
    assert [str(problem) for problem in validate_package(package) if problem.severity == "error"] == []


@pytest.mark.parametrize(("file", "row_id", "column", "value", "code"), CORRUPTIONS)
def test_corrupted_cell_is_found(
    edit: Edit, known_problems: frozenset[str], file: str, row_id: str, column: str, value: str, code: str
) -> None:
    after = validate_package(edit(file, row_id, column, value))
    fresh = [problem for problem in after if str(problem) not in known_problems]
    found = [problem for problem in fresh if problem.code == code]
    assert found, f"{code} not found; got {_codes(fresh)}"
    assert found[0].file == file
    assert found[0].row > 1
    assert found[0].message


def test_same_series_with_two_values_is_found(package: Path) -> None:
    path = package / _MCS
    text = path.read_text(encoding="utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith(f"{_GALLIUM},")]
    copy = line.replace("/gallium/production/CHN/2024", "/gallium/production.again/CHN/2024").replace(
        "750000", "570000"
    )
    path.write_text(f"{text}{copy}\n", encoding="utf-8")
    assert "repeated_series" in _codes(validate_package(package))


def test_row_with_too_many_cells_is_found(package: Path) -> None:
    with (package / _MCS).open("a", encoding="utf-8") as handle:
        handle.write("usgs-mcs-2025/gallium/production/JPN/2024,a,b\n")
    problem = next(problem for problem in validate_package(package) if problem.code == "cell_count")
    assert "3 cells" in problem.message


def test_missing_and_unknown_columns_are_found(package: Path) -> None:
    path = package / "units.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("si_factor", "si-factor", 1), encoding="utf-8")
    found = {(problem.code, problem.column, problem.severity) for problem in validate_package(package)}
    assert ("missing_column", "si_factor", "error") in found
    assert ("unknown_column", "si-factor", "warning") in found


def test_file_that_is_not_utf8_is_an_error_and_stops_nothing(package: Path) -> None:
    (package / "places.csv").write_bytes("id,names_zh\nCHN,中国\n".encode("gb18030"))
    found = validate_package(package)
    assert any(problem.code == "unreadable" and problem.file == "places.csv" for problem in found)


def test_descriptor_and_files_must_agree(package: Path) -> None:
    (package / "records" / "extra.csv").write_text("id\n", encoding="utf-8")
    (package / "units.csv").unlink()
    messages = [problem.message for problem in validate_package(package) if problem.code == "descriptor"]
    assert any("records/extra.csv" in message for message in messages)
    assert any("units.csv" in message for message in messages)


def test_broken_descriptor_is_reported(package: Path) -> None:
    (package / "datapackage.json").write_text("{", encoding="utf-8")
    assert "unreadable" in _codes(validate_package(package))


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("polarity", "boost", "causal_word"),
        ("status", "maybe", "causal_word"),
        ("source_ids", [], "no_source"),
        ("cause_concepts", [], "no_concepts"),
        ("effect_concepts", ["gravity"], "unknown_id"),
        ("documented_cause", "causal/nowhere--nothing", "unknown_id"),
        ("cause_date", "last summer", "bad_date"),
        ("id", "Gallium controls", "id_form"),
    ],
)
def test_corrupted_causal_record_is_found(package: Path, key: str, value: object, code: str) -> None:
    path = package / "causal.jsonl"
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    record = json.loads(first) | {key: value}
    path.write_text("\n".join([json.dumps(record, ensure_ascii=False), *rest]), encoding="utf-8")
    assert any(problem.code == code and problem.row == 1 for problem in validate_package(package))


def test_plain_file_is_checked_against_the_shipped_registers(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    header = "id,subject,metric,place,period,value,unit,source_id,published"
    good = "mine-1,gallium,production,CHN,2024,5,t,usgs-mcs2025,2025-01-31"
    bad = "mine-2,unobtainium,production,CHN,2024,5,t,usgs-mcs2025,2025-01-31"
    path.write_text(f"{header}\n{good}\n{bad}\n", encoding="utf-8")
    found = [(problem.row, problem.code) for problem in validate_package(path) if problem.severity == "error"]
    assert found == [(3, "unknown_id")]


def test_no_package_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="no package at"):
        validate_package(tmp_path / "absent")


def test_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert "empty_package" in _codes(validate_package(tmp_path))


def test_every_rule_says_what_it_checks() -> None:
    assert all(rule.__doc__ for rule in RULES)
