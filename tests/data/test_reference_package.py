"""The shipped reference package: valid, sourced, with the records and names that the product is about."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kaozheng.data.curation.package import write_descriptor
from kaozheng.data.curation.sources import TABLES
from kaozheng.data.validate import validate_package
from kaozheng.data.validate.package import SHIPPED

_FILES = sorted(path.name for path in (SHIPPED / "records").glob("*.csv"))


def _table(name: str) -> list[dict[str, str]]:
    with (SHIPPED / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def records() -> dict[str, dict[str, str]]:
    return {row["id"]: row for name in _FILES for row in _table(f"records/{name}")}


def test_package_has_no_errors() -> None:
    assert [str(problem) for problem in validate_package(SHIPPED) if problem.severity == "error"] == []


def test_warnings_are_known_revisions_of_usgs() -> None:
    warnings = [problem for problem in validate_package(SHIPPED) if problem.severity == "warning"]
    assert {problem.code for problem in warnings} <= {"edition_jump", "nameless"}
    jumps = [problem for problem in warnings if problem.code == "edition_jump"]
    assert len(jumps) < 25, "a new jump between editions is more often a wrong unit than a revision"


@pytest.mark.slow
def test_frictionless_accepts_the_package() -> None:
    code = (
        "import sys; from frictionless import Package;"
        f"report = Package({str(SHIPPED / 'datapackage.json')!r}).validate();"
        "print(report.to_summary()); sys.exit(not report.valid)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_descriptor_is_the_one_that_the_build_writes(tmp_path: Path) -> None:
    write_descriptor(tmp_path, sorted(Path(name).stem for name in _FILES))
    written = (tmp_path / "datapackage.json").read_bytes()
    assert written == (SHIPPED / "datapackage.json").read_bytes()


def test_every_source_table_is_shipped_and_nothing_else() -> None:
    assert {Path(name).stem for name in _FILES} == {table.name for table in TABLES} | {"curated"}


def test_package_states_name_version_and_licences() -> None:
    descriptor = json.loads((SHIPPED / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["name"] == "kaozheng-reference"
    assert descriptor["version"].startswith("2026.")
    assert {licence["name"] for licence in descriptor["licenses"]} == {"Apache-2.0", "CC-BY-4.0"}


@pytest.mark.parametrize(
    ("record", "value", "unit", "published"),
    [
        ("usgs-mcs-2025/gallium/production/CHN/2024", "750000", "kg", "2025-01-31"),
        ("usgs-mcs-2026/gallium/production/CHN/2024", "839000", "kg", "2026-02-06"),
        ("usgs-mcs-2025/rare-earths/reserves/RUS", "3800000", "t", "2025-01-31"),
        ("usgs-mcs-2024/rare-earths/reserves/RUS", "10000000", "t", "2024-01-31"),
        ("usgs-mcs-2024/rare-earths/reserves/VNM", "22000000", "t", "2024-01-31"),
        ("usgs-mcs-2026/rare-earths/reserves/BRA", "21000000", "t", "2026-02-06"),
        ("usgs-mcs-2026-v1.3/rare-earths/reserves/BRA", "11000000", "t", "2026-05-27"),
        ("usgs-mcs-2026/copper/production/CHL/2024", None, "t", "2026-02-06"),
        ("usgs-mcs-2026/copper/production.refinery/CHN/2024", None, "t", "2026-02-06"),
        ("usgs-mcs-2025/aluminium/production/CHN/2024", "43000000", "t", "2025-01-31"),
        ("usgs-mcs-2025/iron-ore/reserves/AUS", "58000000000", "t", "2025-01-31"),
        ("usgs-mcs-2026/gallium/import_source_share/USA/CHN/2021--2024", "18", "%", "2026-02-06"),
        ("usgs-mcs-2026/gallium/consumption/USA/2023", "17800", "kg", "2026-02-06"),
        ("tass-rosnedra-2025/rare-earths/reserves/RUS/2025", "28500000", "t", "2025-05-22"),
        ("lm191/f-35/deliveries/USA/2023", "98", "1", "2026-01"),
        ("eia-statista/industrial-electricity/price/USA/2023", "0.0806", "USD/kWh", "2024"),
        ("usgs-ds140-ree/rare-earths/production/WLD/1950", None, "t", "2024"),
        ("cia-factbook-2026/gdp/gdp/CHN/2024", "18744000000000", "USD", "2026-02"),
        ("usitc-dataweb-v3/tungsten/import_source_share.hts-2611-8101/USA/CHN/2020", None, "%", "2026"),
    ],
)
def test_record_is_there(
    records: dict[str, dict[str, str]], record: str, value: str | None, unit: str, published: str
) -> None:
    row = records[record]
    assert row["value"] == value if value else float(row["value"]) > 0
    assert (row["unit"], row["published"]) == (unit, published)


def test_editions_are_chained(records: dict[str, dict[str, str]]) -> None:
    chain = ["usgs-mcs-2026-v1.3/rare-earths/reserves/BRA"]
    while records[chain[-1]]["supersedes"]:
        chain.append(records[chain[-1]]["supersedes"])
    assert [record.split("/")[0] for record in chain] == [
        "usgs-mcs-2026-v1.3",
        "usgs-mcs-2026",
        "usgs-mcs-2025",
    ]


def test_ranges_have_both_ends_and_no_value(records: dict[str, dict[str, str]]) -> None:
    row = records["fm-oct23/gallium/price/WLD/2023-10-04"]
    assert (row["value"], row["low"], row["high"], row["basis"]) == (
        "",
        "400",
        "450",
        "fastmarkets-rotterdam",
    )


def test_withheld_is_not_zero(records: dict[str, dict[str, str]]) -> None:
    withheld = [row for row in records.values() if "withheld" in row["qualifiers"]]
    zero = [row for row in records.values() if row["qualifiers"].startswith("zero")]
    assert len(withheld) > 100
    assert len(zero) > 100
    assert all(not row["value"] for row in withheld)
    assert all(row["value"] == "0" for row in zero)


def test_policy_dates_stand_in_printed_and_period(records: dict[str, dict[str, str]]) -> None:
    row = records["mofcom-2023-23/gallium-germanium-licensing/effective_date/CHN"]
    assert (row["period"], row["printed"], row["value"], row["unit"]) == (
        "2023-08-01",
        "2023-08-01",
        "",
        "date",
    )


def test_import_flows_name_the_other_country(records: dict[str, dict[str, str]]) -> None:
    flows = [row for row in records.values() if row["metric"] == "import_source_share"]
    assert len(flows) > 1000
    assert all(row["partner"] and row["place"] != row["partner"] for row in flows)


def test_nothing_unverified_is_shipped(records: dict[str, dict[str, str]]) -> None:
    sources = {row["id"]: row for row in _table("sources.csv")}
    assert not {"recalled", "bgs-wms", "cn-strategic-2016"} & set(sources)
    assert all(row["source_id"] in sources for row in records.values())
    assert all(source["licence"] for source in sources.values())


def test_sources_are_used(records: dict[str, dict[str, str]]) -> None:
    used = {row["source_id"] for row in records.values()} | {row["source_id"] for row in _table("events.csv")}
    lines = (SHIPPED / "causal.jsonl").read_text(encoding="utf-8").splitlines()
    used |= {source for line in lines for source in json.loads(line)["source_ids"]}
    used |= {row["source_id"] for row in _table("editions.csv")}
    quoted = " ".join(row["detail"] for row in records.values() if "secondary_quote" in row["qualifiers"])
    unused = {row["id"] for row in _table("sources.csv")} - used
    assert {source for source in unused if source not in quoted} == {"country-codes"}


@pytest.mark.parametrize(
    "entity", ["gallium", "rare-earths", "dysprosium-oxide", "polysilicon", "ndfeb-magnets", "lng"]
)
def test_entity_has_names_in_both_languages(entity: str) -> None:
    row = next(row for row in _table("entities.csv") if row["id"] == entity)
    assert row["names_en"]
    assert row["names_zh"]


def test_no_one_character_chinese_name_of_a_country() -> None:
    short = [
        row["id"] for row in _table("places.csv") if any(len(name) < 2 for name in row["names_zh"].split("|"))
    ]
    assert short == []


def _said(pattern: str) -> dict[str, int]:
    """Counts that the data card states."""
    card = (Path(__file__).parent.parent.parent / "docs" / "reference-data.md").read_text(encoding="utf-8")
    return {name: int(count.replace(",", "")) for name, count in re.findall(pattern, card)}


def test_data_card_counts_the_files(records: dict[str, dict[str, str]]) -> None:
    stated = _said(r"\| `([\w-]+\.csv)` \| ([\d,]+) \|")
    assert stated == {name: len(_table(f"records/{name}")) for name in _FILES}
    assert sum(stated.values()) == len(records) == 26_400


def test_data_card_counts_the_measures(records: dict[str, dict[str, str]]) -> None:
    stated = _said(r"`(\w+)` ([\d,]+)[,.]")
    found = Counter(row["metric"] for row in records.values())
    assert len(stated) > 10
    assert stated == {metric: found[metric] for metric in stated}
