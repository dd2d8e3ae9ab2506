"""The public namespace, import costs and the direction of dependencies."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import kaozheng

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("model", "training", "data", "eval", "serve")
# What each folder may import from the others.
ALLOWED = {
    "data": set(),
    "model": {"data"},
    "training": {"data", "model"},
    "eval": {"data", "model", "training"},
    "serve": {"data", "model", "training", "eval"},
}


def test_exports_are_sorted_and_importable() -> None:
    assert kaozheng.__all__ == sorted(kaozheng.__all__)
    for name in kaozheng.__all__:
        assert getattr(kaozheng, name) is not None


def test_unknown_name_lists_what_there_is() -> None:
    with pytest.raises(AttributeError, match="Verifier"):
        _ = kaozheng.Nothing


@pytest.mark.parametrize(
    "statement", ["import kaozheng", "from kaozheng import Verifier; Verifier.from_pretrained()"]
)
def test_import_pulls_in_no_optional_package(statement: str) -> None:
    heavy = "{'torch', 'transformers', 'datasets', 'sklearn', 'ray', 'fastapi', 'uvicorn', 'frictionless'}"
    code = f"{statement}\nimport sys\nprint(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("folder", FOLDERS)
def test_dependencies_point_one_way(folder: str) -> None:
    for path in (ROOT / folder).rglob("*.py"):
        for module in _imported(path):
            other = module.split(".")[1] if module.startswith("kaozheng.") else None
            if other in FOLDERS and other != folder:
                assert other in ALLOWED[folder], f"{path.relative_to(ROOT)} imports {module}"


def test_folders_are_named_alike_everywhere() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    hatch = config["tool"]["hatch"]["build"]
    assert set(FOLDERS) <= set(hatch["only-include"])
    assert set(FOLDERS) <= set(hatch["targets"]["sdist"]["only-include"])
    assert {f"kaozheng/{folder}" for folder in FOLDERS} <= set(hatch["targets"]["wheel"]["sources"].values())
    assert set(config["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]) == set(FOLDERS)
    for folder in FOLDERS:
        assert (ROOT / "src" / "kaozheng" / folder).resolve() == ROOT / folder


def _imported(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
            names += [f"{node.module}.{alias.name}" for alias in node.names if node.module == "kaozheng"]
    return names
