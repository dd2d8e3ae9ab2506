"""Linking: which records bear on a claim, and in which role."""

from __future__ import annotations

import pytest

from kaozheng.model.link import Link, link, scope_of
from kaozheng.model.protocols import Roles
from tests.model.verdict.bench import store


def _link(roles: Roles, unit: str, as_of: str = "2025-06-01") -> Link:
    scope = scope_of(roles, store())
    assert scope is not None
    return link(scope, unit, store(), as_of)


def _ids(facts: object) -> set[str]:
    return {fact.record.id for fact in facts}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("as_of", "decides", "replaced"),
    [("2025-06-01", "usgs-mcs-2025", None), ("2026-06-01", "usgs-mcs-2026", "usgs-mcs-2025")],
)
def test_the_edition_of_the_day_decides(as_of: str, decides: str, replaced: str | None) -> None:
    linked = _link(Roles("gallium", "production", "CHN", "2024"), "t", as_of)
    assert _ids(linked.deciding) == {f"{decides}/gallium/production/CHN/2024"}
    assert {fact.record.edition for fact in linked.superseded} == ({replaced} if replaced else set())


def test_later_editions_are_kept_apart() -> None:
    linked = _link(Roles("gallium", "production", "CHN", "2024"), "t")
    assert _ids(linked.later) == {"usgs-mcs-2026/gallium/production/CHN/2024"}
    assert not linked.late_only


def test_a_past_period_known_only_later_still_decides() -> None:
    linked = _link(Roles("f-35", "deliveries", None, "2024"), "1")
    assert linked.late_only
    assert _ids(linked.deciding) == {"lm-191/f-35/deliveries/USA/2024"}


def test_values_come_in_the_unit_of_the_claim() -> None:
    linked = _link(Roles("gallium", "production", "CHN", "2024"), "t")
    assert linked.deciding[0].value == 750.0


def test_without_a_period_the_latest_years_decide() -> None:
    linked = _link(Roles("gallium", "consumption", "USA"), "kg")
    assert {fact.year for fact in linked.deciding} == {2022, 2023, 2024}
    assert {fact.year for fact in linked.elsewhen} == {2021}


def test_a_month_does_not_answer_for_a_year() -> None:
    linked = _link(Roles("gallium", "exports", "CHN", "2023"), "t")
    assert linked.empty
    assert {fact.fit for fact in linked.elsewhen} == {"part", "other"}


def test_reserves_of_the_year_before_answer() -> None:
    linked = _link(Roles("rare-earths", "reserves", "CHN", "2025"), "t")
    assert [fact.fit for fact in linked.deciding] == ["near"]


def test_plans_do_not_decide() -> None:
    linked = _link(Roles("f-35", "deliveries", "USA", "2023"), "1", "2026-03-01")
    assert _ids(linked.plans) == {"janes-2023/f-35/deliveries.plan/USA/2023"}
    assert _ids(linked.deciding) == {"lm-191/f-35/deliveries/USA/2023"}


@pytest.mark.parametrize(
    ("roles", "unit", "reason"),
    [
        (Roles("lithium", "production", "AUS", "2024", basis="LCE"), "t", "basis"),
        (Roles("rare-earths", "production", "CHN", "2024", stage="refinery"), "t", "stage"),
        (Roles("industrial-electricity", "price", "USA"), "CNY/kWh", "currency"),
    ],
)
def test_incomparable_records_are_named_and_not_used(roles: Roles, unit: str, reason: str) -> None:
    linked = _link(roles, unit)
    assert not linked.deciding
    assert {why for _, why in linked.incomparable} == {reason}


def test_a_material_known_from_one_country_does_not_settle_the_place() -> None:
    scope = scope_of(Roles("gallium", "consumption"), store())
    assert scope is not None
    assert not scope.place_known


def test_a_weapon_settles_the_place() -> None:
    scope = scope_of(Roles("f-35", "deliveries"), store())
    assert scope is not None
    assert scope.places == ("USA",)
    assert scope.place_known


def test_a_named_publisher_stands_for_all_its_editions() -> None:
    scope = scope_of(Roles("rare-earths", "reserves", "RUS", source="usgs-mcs-2025"), store())
    assert scope is not None
    assert scope.sources == {"usgs-mcs-2024", "usgs-mcs-2025", "usgs-mcs-2026"}
