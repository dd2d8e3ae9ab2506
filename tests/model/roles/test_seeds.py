"""The numeric claims N1 to N15 of the retold seed articles: flagged, with the right roles, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.model.roles.scoring import read

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
DATES = {"gallium-f35": "2025-10-26", "russia-rare-earths": "2025-11-09"}
# Article, quantity in Chinese and English, subjects that will do, metric, place, partner.
CLAIMS = [
    (
        "russia-rare-earths",
        "12月1日",
        "December 1",
        {"rare-earths", "rare-earth-road-map"},
        "deadline",
        "RUS",
        None,
    ),
    ("russia-rare-earths", "285万吨", "2.85 million tons", {"rare-earths"}, "reserves", "RUS", None),
    ("russia-rare-earths", "38万吨", "380,000 tons", {"rare-earths"}, "reserves", "RUS", None),
    ("russia-rare-earths", "98%", "98%", {"rare-earths"}, "import_reliance", "RUS", None),
    ("gallium-f35", "700架", "700", {"f-35"}, None, None, None),
    (
        "gallium-f35",
        "2023年8月1日",
        "August 1, 2023",
        {"gallium", "gallium-germanium-licensing"},
        "effective_date",
        "CHN",
        None,
    ),
    ("gallium-f35", "150架", "150 aircraft", {"f-35"}, "deliveries", None, None),
    ("gallium-f35", "100架", "100", {"f-35"}, "deliveries", None, None),
    ("gallium-f35", "350美元", "$350", {"gallium"}, "price", None, None),
    ("gallium-f35", "725美元", "$725", {"gallium"}, "price", None, None),
    ("gallium-f35", "595美元", "$595", {"gallium"}, "price", None, None),
    ("gallium-f35", "2100亿美元", "$210 billion", {"aluminium-smelter"}, "capex", "USA", None),
    ("gallium-f35", "13.6亿度", "1.36 billion kilowatt-hours", {"gallium"}, "energy_intensity", None, None),
    ("gallium-f35", "三倍", "three times", {"industrial-electricity"}, "price", "USA", "CHN"),
    ("gallium-f35", "2023年7月", "July 2023", {"gallium"}, "start_date", "USA", None),
    ("gallium-f35", "98%", "98%", {"gallium"}, "production_share", "CHN", None),
    ("gallium-f35", "20%", "20%", {"gallium"}, "recovery_rate", "USA", None),
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim[2])
def test_seed_claim(claim: tuple[Any, ...], lang: str) -> None:
    article, zh, en, subjects, metric, place, partner = claim
    text = (EXAMPLES / f"{article}.{lang}.txt").read_text(encoding="utf-8")
    _, found, roles = read(text, lang, DATES[article])
    quantity = zh if lang == "zh" else en
    matching = [r for c, r in zip(found, roles, strict=True) if c.quantities[0].text.startswith(quantity)]
    assert matching, f"{quantity} is not flagged"
    assert matching[0].subject in subjects
    assert (matching[0].metric, matching[0].place, matching[0].partner) == (metric, place, partner)
