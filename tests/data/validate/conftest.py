"""A small package cut out of the shipped one, for tests to corrupt."""

from __future__ import annotations

import csv
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from kaozheng.data.validate import validate_package
from kaozheng.data.validate.package import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_KEPT = ("rare-earths", "gallium", "kaolin", "antimony")


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Registers, curated records and the two USGS editions of a few subjects."""
    folder = tmp_path_factory.mktemp("package") / "small"
    shutil.copytree(SHIPPED, folder)
    for path in sorted((folder / "records").glob("*.csv")):
        if path.stem not in ("curated", "usgs-mcs-2025", "usgs-mcs-2026"):
            path.unlink()
        elif path.stem != "curated":
            _cut(path)
    _list_files(folder)
    return folder


def _cut(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines[1:] if line.split("/")[1] in _KEPT]
    path.write_text("".join([lines[0], *kept]), encoding="utf-8")


def _list_files(folder: Path) -> None:
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["resources"] = [item for item in descriptor["resources"] if (folder / item["path"]).is_file()]
    path.write_text(json.dumps(descriptor), encoding="utf-8")


@pytest.fixture(scope="session")
def known_problems(pristine: Path) -> frozenset[str]:
    """What is reported before anything is corrupted: revisions between editions."""
    return frozenset(str(problem) for problem in validate_package(pristine))


@pytest.fixture
def package(pristine: Path, tmp_path: Path) -> Path:
    """A copy that a test may corrupt."""
    return shutil.copytree(pristine, tmp_path / "package")


@pytest.fixture
def edit(package: Path) -> Callable[[str, str, str, str], Path]:
    """Set one cell of one row of a CSV file."""

    def set_cell(file: str, row_id: str, column: str, value: str) -> Path:
        path = package / file
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        (row,) = [row for row in rows if row["id"] == row_id]
        row[column] = value
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return package

    return set_cell
