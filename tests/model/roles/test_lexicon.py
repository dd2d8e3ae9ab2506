"""The lexicons: every frame compiles, every class and metric in them exists."""

from __future__ import annotations

import re

import pytest

from kaozheng.model.detect.cues import cues_in
from kaozheng.model.lexicon import cells, read_rows
from kaozheng.model.roles import frames
from tests.model.roles.scoring import store

# Metrics that claims state and the shipped reference does not hold.
UNHELD = {
    "aid", "capacity_share", "cost", "gdp_per_capita", "interest_rate", "inventory", "orders", "power", "range",
    "recycled_share", "self_sufficiency", "speed", "start_date", "suspended_date", "tariff_rate", "trade_balance",
    "unemployment", "utilization",
}  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_frame_compiles(lang: str) -> None:
    rows = [row for row in read_rows("metric-frames") if row["lang"] == lang]
    assert len(frames._frames(lang)) == len(rows)


@pytest.mark.parametrize("name", ["metric-cues", "metric-frames", "date-cues", "metric-subjects"])
def test_metrics_are_known(name: str) -> None:
    used = {row["metric"] for row in read_rows(name)} - {"", "*"}
    assert used - UNHELD <= set(store().metrics)


def test_every_cue_is_found_in_itself() -> None:
    for row in read_rows("metric-cues"):
        for lang in ("zh", "en"):
            for word in cells(row[lang]):
                plain = re.sub(r"\W*\*", "", word).replace("…", "")
                found = {cue.metric for cue in cues_in(plain, lang)}
                assert (row["metric"] in found) if row["metric"] else not found or len(plain) > 2


def test_subjects_of_cues_are_entities() -> None:
    named = {row["subject"] for name in ("metric-cues", "metric-subjects") for row in read_rows(name)} - {""}
    assert named <= set(store().entities)
