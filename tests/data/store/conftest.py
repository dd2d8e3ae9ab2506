"""A small package in the on-disk form of ``docs/architecture.md``."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from kaozheng.data.store import ReferenceStore

Rows = list[dict[str, Any]]

RECORD_COLUMNS = (
    "id,subject,metric,stage,basis,detail,place,partner,period,value,low,high,unit,qualifiers,printed,source_id,"
    "edition,published,supersedes"
).split(",")


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

TABLES: dict[str, Rows] = {
    "entities": [
        {"id": "rare-earths", "kind": "material", "names_en": "rare earths|rare earth", "names_zh": "稀土|稀土元素"},
        {"id": "gallium", "kind": "material", "names_en": "gallium|Ga", "names_zh": "镓|金属镓"},
        {"id": "gold", "kind": "material", "names_en": "gold", "names_zh": "黄金|金"},
        {"id": "f-35", "kind": "weapon", "names_en": "F-35|F-35 Lightning II", "names_zh": "F-35|F-35战斗机"},
        {"id": "refined-gallium", "kind": "material", "names_en": "refined gallium", "names_zh": "精炼镓", "broader": "gallium"},
    ],
    "places": [
        {"id": "CHN", "names_en": "China|PRC", "names_zh": "中国|中|华"},
        {"id": "RUS", "names_en": "Russia|Russian Federation", "names_zh": "俄罗斯|俄"},
        {"id": "USA", "names_en": "United States|US|U.S.", "names_zh": "美国|美"},
        {"id": "JPN", "names_en": "Japan", "names_zh": "日本|日"},
        {"id": "NLD", "names_en": "Netherlands", "names_zh": "荷兰"},
        {"id": "CIV", "names_en": "Côte d'Ivoire", "names_zh": "科特迪瓦"},
        {"id": "WLD", "names_en": "world", "names_zh": "全球|世界", "members": "CHN|RUS|USA|JPN|NLD"},
    ],
    "metrics": [
        {"id": "production", "kinds": "mass", "names_en": "production|output", "names_zh": "产量", "additive": "true"},
        {"id": "reserves", "kinds": "mass", "names_en": "reserves", "names_zh": "储量", "confused_with": "resources"},
        {"id": "capacity", "kinds": "mass", "names_en": "capacity", "names_zh": "产能"},
        {"id": "price", "kinds": "price", "names_en": "price", "names_zh": "价格"},
    ],
    "bases": [{"id": "REO", "kind": "basis", "names_en": "REO|rare earth oxide", "names_zh": "稀土氧化物"}],
    "concepts": [{"id": "export-control", "names_en": "export control", "names_zh": "出口管制", "opposite": ""}],
    "units": [
        {"id": "t", "kind": "mass", "names_en": "tonne|metric ton", "names_zh": "吨|公吨"},
        {"id": "kg", "kind": "mass", "names_en": "kilogram", "names_zh": "千克|公斤"},
        {"id": "USD", "kind": "money", "names_en": "US dollar", "names_zh": "美元"},
    ],
    "sources": [
        {"id": "usgs-mcs-2025", "publisher": "USGS", "title": "MCS 2025", "year": "2025", "published": "2025-01-31", "names": "USGS|美国地质调查局"},
        {"id": "usgs-mcs-2026", "publisher": "USGS", "title": "MCS 2026", "year": "2026", "published": "2026-02-06"},
        {"id": "rosnedra", "publisher": "Rosnedra", "title": "State balance", "year": "2025", "names": "Rosnedra"},
        {"id": "fastmarkets", "publisher": "Fastmarkets", "title": "Gallium", "year": "2024", "published": "2024-12-13"},
    ],
    "editions": [
        {"id": "usgs-mcs-2025", "series": "usgs-mcs", "published": "2025-01-31", "source_id": "usgs-mcs-2025"},
        {"id": "usgs-mcs-2026", "series": "usgs-mcs", "published": "2026-02-06", "source_id": "usgs-mcs-2026", "supersedes": "usgs-mcs-2025"},
    ],
    "events": [
        {"id": "e1", "date": "2023-07-03", "place": "CHN", "action": "announce", "subjects": "gallium|germanium", "source_id": "rosnedra"},
    ],
}  # fmt: skip

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
    **tables: Rows,
) -> Path:
    """A package; tables that are not given are left out."""
    paths = []
    for table, rows in tables.items():
        paths.append(write_csv(folder / f"{table}.csv", rows).name)
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
    return write_package(tmp_path_factory.mktemp("package"), records=RECORDS, causal=CAUSAL, **TABLES)


@pytest.fixture(scope="session")
def store(package: Path, tmp_path_factory: pytest.TempPathFactory) -> ReferenceStore:
    """The fixture package as a store."""
    return ReferenceStore.open(package, cache_dir=tmp_path_factory.mktemp("cache"))
