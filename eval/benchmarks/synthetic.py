"""Synthetic reference packages of any size, with the same number of records behind every look-up."""

from __future__ import annotations

import csv
import json
from itertools import islice, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["METRICS", "PLACES", "YEARS", "record_id", "subjects", "write_package"]

METRICS = ("production", "reserves", "exports", "imports", "price")
PLACES = tuple(f"P{number:02}" for number in range(20))
YEARS = ("2021", "2022", "2023", "2024", "2025")
_EDITIONS = ("survey-2025", "survey-2026")
_PER_SUBJECT = len(METRICS) * len(PLACES) * len(YEARS) * len(_EDITIONS)
_COLUMNS = (
    *(
        "id",
        "subject",
        "metric",
        "stage",
        "basis",
        "detail",
        "place",
        "partner",
        "period",
        "value",
        "low",
        "high",
    ),
    *("unit", "qualifiers", "printed", "source_id", "edition", "published", "supersedes"),
)


def subjects(count: int) -> list[str]:
    """The subjects of a package of `count` records."""
    return [f"material-{number:05}" for number in range(-(-count // _PER_SUBJECT))]


def record_id(subject: str, metric: str, place: str, year: str, edition: str = _EDITIONS[0]) -> str:
    """The id of one record."""
    return f"{edition}/{subject}/{metric}/{place}/{year}"


def write_package(folder: Path, count: int) -> Path:
    """Write a package of `count` records and its registers."""
    (folder / "records").mkdir(parents=True, exist_ok=True)
    _write(folder / "records" / "survey.csv", _COLUMNS, islice(_records(count), count))
    entities = (
        (name, "material", f"{name}|{name} oxide", f"材料{name[-5:]}", "") for name in subjects(count)
    )
    _write(folder / "entities.csv", ("id", "kind", "names_en", "names_zh", "broader"), entities)
    _write(
        folder / "places.csv",
        ("id", "names_en", "names_zh", "members"),
        ((p, p, f"{p}国", "") for p in PLACES),
    )
    metrics = ((name, "mass", name, "", "", "") for name in METRICS)
    _write(
        folder / "metrics.csv", ("id", "kinds", "names_en", "names_zh", "confused_with", "additive"), metrics
    )
    editions = ((name, "survey", name, f"{name[-4:]}-01-31", name, "") for name in _EDITIONS)
    _write(
        folder / "editions.csv", ("id", "series", "title", "published", "source_id", "supersedes"), editions
    )
    paths = ("records/survey.csv", "entities.csv", "places.csv", "metrics.csv", "editions.csv")
    resources = [{"name": path.partition(".")[0].replace("/", "-"), "path": path} for path in paths]
    descriptor = {"name": "synthetic", "version": str(count), "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def _records(count: int) -> Iterator[tuple[str, ...]]:
    """Rows of ``records/*.csv``: every subject, metric and place in five years and two editions."""
    cells = product(subjects(count), METRICS, PLACES, YEARS, _EDITIONS)
    for number, (subject, metric, place, year, edition) in enumerate(cells):
        key = record_id(subject, metric, place, year, edition)
        value = str(1000 + number * 7 % 99991)
        detail = f"{metric} of {subject}, as printed"
        published = f"{edition[-4:]}-01-31"
        yield (
            *(key, subject, metric, "mine", "metal content", detail, place, "", year, value, "", "", "t"),
            *("estimated", value, edition, edition, published, ""),
        )


def _write(path: Path, header: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    """One CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
