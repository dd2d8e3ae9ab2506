"""Docs and code do not part: exports, config keys, links, examples."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

import kaozheng
from kaozheng.training.pretrain import PretrainConfig, load_config
from tests.readme import README, filled

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


def test_api_page_lists_exactly_the_exports() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert sorted(listed) == sorted(kaozheng.__all__)


def test_training_page_lists_exactly_the_config_keys_with_their_defaults() -> None:
    page = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `(\w+)` \|\s*`?([^`|]*?)`?\s*\|", page, re.MULTILINE))
    known = {f.name: "" if f.default is MISSING else str(f.default) for f in fields(PretrainConfig)}
    assert listed == known


@pytest.mark.parametrize(
    "path", sorted((ROOT / "training" / "configs").glob("*.toml")), ids=lambda path: path.name
)
def test_shipped_configs_load(path: Path) -> None:
    assert load_config(path).steps > 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_module_map_is_complete_and_true() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = page.split("## The store")[0]
    named = [
        name
        for cell in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for name in re.findall(r"`([^`]+)`", cell)
    ]
    assert [name for name in named if not (ROOT / name).exists()] == []
    packages = {
        f"{folder}/{path.name}/"
        for folder in ("data", "model")
        for path in (ROOT / folder).iterdir()
        if path.is_dir() and any(path.glob("*.*"))
    }
    assert packages - set(named) - {f"{folder}/__pycache__/" for folder in ("data", "model")} == set()


def test_examples_of_the_readme_are_real_output() -> None:
    assert README.read_text(encoding="utf-8") == filled()
