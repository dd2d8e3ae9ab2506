"""A small package in the on-disk form of ``docs/architecture.md``."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from kaozheng.data.store import ReferenceStore

if TYPE_CHECKING:
    from pathlib import Path

Rows = list[dict[str, Any]]

RECORD_COLUMNS = (
    *("id", "subject", "metric", "stage", "basis", "detail", "place", "partner", "period", "value", "low"),
    *("high", "unit", "qualifiers", "printed", "source_id", "edition", "published", "supersedes"),
)


def record(id: str, **cells: Any) -> dict[str, Any]:  # noqa: A002 - the column's name
    """A row of ``records/*.csv``; what is not given follows from the id or is empty."""
    edition, subject, metric, place = (*id.split("/"), "", "", "")[:4]
    row = dict.fromkeys(RECORD_COLUMNS, "")
    row |= {"id": id, "subject": subject, "metric": metric.partition(".")[0], "place": place, "unit": "t"}
    row |= {"source_id": edition, "edition": edition, "value": "1"}
    return row | {name: str(cell) for name, cell in cells.items()}


RECORDS: Rows = [
    record("usgs-mcs-2025/rare-earths/reserves/RUS", value=3800000, basis="REO", period="2024"),
    record("usgs-mcs-2025/rare-earths/reserves/CHN", value=44000000, basis="REO", period="2024"),
    record("usgs-mcs-2025/rare-earths/production/CHN/2024", value=270000, basis="REO", period="2024"),
    record(
        "usgs-mcs-2025/gallium/production/CHN/2024", value=750, period="2024", detail="primary, low-purity"
    ),
    record(
        "usgs-mcs-2026/gallium/production/CHN/2024", value=839, period="2024", detail="Primary production"
    ),
    record(
        "usgs-mcs-2026/gallium/production/CHN/2025", value=860, period="2025", detail="Primary production"
    ),
    record("usgs-mcs-2026/rare-earths/reserves/RUS", value=3800000, basis="REO", period="2025"),
    record(
        "rosnedra/rare-earths/reserves/RUS",
        value=28500000,
        edition="",
        published="2025-01",
        qualifiers="official_claim|rounded",
    ),
    record(
        "fastmarkets/gallium/price/2024-12",
        place="NLD",
        period="2024-12-13",
        value=595,
        unit="USD/kg",
        edition="",
    ),
]


def table(text: str) -> Rows:
    """Rows out of lines of cells separated by commas, under a header."""
    return list(csv.DictReader(text.strip().split("\n")))


TABLES: dict[str, Rows] = {
    "entities": table("""
id,kind,names_en,names_zh,broader
rare-earths,material,rare earths|rare earth,稀土|稀土元素,
gallium,material,gallium|Ga,镓|金属镓,
gold,material,gold,黄金|金,
f-35,weapon,F-35|F-35 Lightning II,F-35|F-35战斗机,
refined-gallium,material,refined gallium,精炼镓,gallium
"""),
    "places": table("""
id,names_en,names_zh,members
CHN,China|PRC,中国|中|华,
RUS,Russia|Russian Federation,俄罗斯|俄|对俄,
USA,United States|US|U.S.,美国|美,
JPN,Japan,日本|日,
NLD,Netherlands,荷兰,
CIV,Côte d'Ivoire,科特迪瓦,
WLD,world,全球|世界,CHN|RUS|USA|JPN|NLD
"""),
    "metrics": table("""
id,kinds,names_en,names_zh,confused_with,additive
production,mass,production|output,产量,,true
reserves,mass,reserves,储量,resources,
capacity,mass,capacity,产能,,
price,price,price,价格,,
"""),
    "bases": table("""
id,kind,names_en,names_zh,incomparable_with
REO,basis,REO|rare earth oxide,稀土氧化物,
"""),
    "concepts": table("""
id,names_en,names_zh,opposite
export-control,export control,出口管制,
"""),
    "units": table("""
id,kind,names_en,names_zh
t,mass,tonne|metric ton,吨|公吨
kg,mass,kilogram,千克|公斤
USD,money,US dollar,美元
"""),
    "sources": table("""
id,publisher,title,year,published,names
usgs-mcs-2025,USGS,MCS 2025,2025,2025-01-31,USGS|美国地质调查局
usgs-mcs-2026,USGS,MCS 2026,2026,2026-02-06,
rosnedra,Rosnedra,State balance,2025,,Rosnedra
fastmarkets,Fastmarkets,Gallium,2024,2024-12-13,
"""),
    "editions": table("""
id,series,published,source_id,supersedes
usgs-mcs-2025,usgs-mcs,2025-01-31,usgs-mcs-2025,
usgs-mcs-2026,usgs-mcs,2026-02-06,usgs-mcs-2026,usgs-mcs-2025
"""),
    "events": table("""
id,date,place,action,subjects,source_id
e1,2023-07-03,CHN,announce,gallium|germanium,rosnedra
"""),
}

CAUSAL: Rows = [
    {
        "id": "causal/gallium-controls--f35",
        "cause_en": "gallium export controls",
        "cause_zh": "镓出口管制",
        "effect_en": "fall of F-35 deliveries",
        "effect_zh": "F-35交付下降",
        "polarity": "decrease",
        "status": "refuted",
        "cause_concepts": ["export-control"],
        "cause_date": "2023-07-03",
        "source_ids": ["rosnedra"],
    }
]


def write_csv(path: Path, rows: Rows) -> Path:
    """A CSV file whose columns are all keys of the rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_package(
    folder: Path,
    *,
    name: str = "fixture",
    version: str = "1.0",
    records: Rows | None = None,
    causal: Rows | None = None,
    tables: dict[str, Rows] | None = None,
    **more: Rows,
) -> Path:
    """A package; tables that are not given are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for stem, rows in ((tables or {}) | more).items():
        paths.append(write_csv(folder / f"{stem}.csv", rows).name)
    if records is not None:
        write_csv(folder / "records" / "all.csv", records)
        paths.append("records/all.csv")
    if causal is not None:
        lines = [json.dumps(row, ensure_ascii=False) for row in causal]
        (folder / "causal.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        paths.append("causal.jsonl")
    resources = [{"name": path.replace("/", "-").partition(".")[0], "path": path} for path in paths]
    descriptor = {"name": name, "version": version, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixture package on disk."""
    return write_package(tmp_path_factory.mktemp("package"), records=RECORDS, causal=CAUSAL, tables=TABLES)


@pytest.fixture(scope="session")
def store(package: Path, tmp_path_factory: pytest.TempPathFactory) -> ReferenceStore:
    """The fixture package as a store."""
    return ReferenceStore.open(package, cache_dir=tmp_path_factory.mktemp("cache"))
