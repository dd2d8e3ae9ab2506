"""The role cases of tests/cases/roles: nothing wrong on the tuned part, floors on the held-out part."""

from __future__ import annotations

import pytest

from tests.model.roles.scoring import ROLES, cases, score

# What the rules reach on cases that were not looked at while writing them; raise them, never lower them.
HELD_FLOORS = {
    "subject": 0.93,
    "metric": 0.92,
    "place": 0.90,
    "period": 0.95,
    "partner": 0.95,
    "source": 0.95,
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_enough_cases(lang: str) -> None:
    rows = list(cases(lang))
    assert len(rows) >= 150
    assert 0.3 < sum(row["split"] == "held" for row in rows) / len(rows) < 0.36
    assert len({row["text"] for row in rows}) == len(rows)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_tuned_cases(lang: str) -> None:
    total = score(lang, "dev")
    wrong = {role: total.wrong[role] for role in ROLES if total.wrong[role]}
    assert not wrong, total.remarks
    assert total.detection_precision >= 0.98, total.remarks
    assert total.detection_recall >= 0.98, total.remarks


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_held_out_cases(lang: str) -> None:
    total = score(lang, "held")
    assert total.detection_precision >= 0.95
    assert total.detection_recall >= 0.95
    for role, floor in HELD_FLOORS.items():
        assert total.accuracy(role) >= floor, role
        assert total.precision(role) >= 0.95, role
