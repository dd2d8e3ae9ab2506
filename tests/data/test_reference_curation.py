"""From source tables to records: units, rounding, qualifiers, editions, and loud failures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaozheng.data.curation.names import period_id, place_code
from kaozheng.data.curation.numbers import parse_printed, rounding_step
from kaozheng.data.curation.rows import table_records
from kaozheng.data.curation.series import Series, load_series
from kaozheng.data.curation.sources import TABLES, SourceTable
from kaozheng.data.curation.supersede import link_editions
from kaozheng.data.curation.values import Amount, amount, qualifiers
from kaozheng.errors import ReferenceDataError

_TABLE = SourceTable("demo", "demo.csv", {"USGS_DEMO": "usgs-demo-2025"})
_KEY = ("demo", "gallium", "production", "Primary production", "thousand metric tons", "")
_SERIES = {_KEY: Series("gallium", "production", "", "primary", "", "t", "1000", "", "", "", "")}
_DATES = {"usgs-demo-2025": "2025-01-31"}


def _row(**cells: str) -> dict[str, str]:
    return {
        "subject": "gallium",
        "metric": "production",
        "metric_detail": "Primary production",
        "place_iso3": "CHN",
        "place_name": "China",
        "period": "2024",
        "value": "750",
        "value_text": "750",
        "unit": "thousand metric tons",
        "qualifier": "estimated",
        "source_id": "USGS_DEMO",
    } | cells


def test_thousand_tonnes_are_expanded_with_their_rounding() -> None:
    (record,) = table_records(_TABLE, [_row()], _SERIES, _DATES)
    assert record.id == "usgs-demo-2025/gallium/production/CHN/2024"
    assert (record.value, record.low, record.high) == (750_000, 745_000, 755_000)
    assert record.printed == "750 thousand metric tons"
    assert record.published == "2025-01-31"


def test_equal_figures_become_one_record() -> None:
    assert len(table_records(_TABLE, [_row(), _row(qualifier="")], _SERIES, _DATES)) == 1


def test_different_figures_for_one_series_are_an_error() -> None:
    with pytest.raises(ReferenceDataError, match=r"suffix in series\.csv"):
        table_records(_TABLE, [_row(), _row(value="839", value_text="839")], _SERIES, _DATES)


def test_series_without_a_decision_is_an_error() -> None:
    with pytest.raises(ReferenceDataError, match="no row for demo / gallium / stocks"):
        table_records(_TABLE, [_row(metric="stocks")], _SERIES, _DATES)


def test_dropped_series_and_misprints_are_left_out() -> None:
    dropped = {_KEY: Series("gallium", "production", "", "", "", "t", "1", "", "", "", "a joint total")}
    assert table_records(_TABLE, [_row()], dropped, _DATES) == []
    misprint = {"usgs-demo-2025/gallium/production/CHN/2024"}
    assert table_records(_TABLE, [_row()], _SERIES, _DATES, misprint) == []


def test_unknown_group_of_countries_is_an_error() -> None:
    with pytest.raises(ReferenceDataError, match="known groups"):
        place_code("", "Atlantis and Lemuria")


def test_newer_edition_supersedes_the_older() -> None:
    old = table_records(_TABLE, [_row(), _row(place_iso3="", place_name="Other countries")], _SERIES, _DATES)
    table = SourceTable("demo", "demo.csv", {"USGS_DEMO": "usgs-demo-2026"})
    dates = {"usgs-demo-2026": "2026-01-31"}
    rows = [_row(value="839", value_text="839"), _row(place_iso3="", place_name="Other countries")]
    new = table_records(table, rows, _SERIES, dates)
    linked = link_editions([*old, *new], {"usgs-demo": ["usgs-demo-2025", "usgs-demo-2026"]})
    assert [record.supersedes for record in linked] == [
        "",
        "",
        "usgs-demo-2025/gallium/production/CHN/2024",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("44,000,000", 43_500_000, 44_500_000),
        ("839,000", 838_500, 839_500),
        ("300,000", 295_000, 305_000),
        ("10", 9.5, 10.5),
        ("5.66", 5.655, 5.665),
        ("0", 0, 0.5),
    ],
)
def test_interval_of_a_printed_number(text: str, low: float, high: float) -> None:
    printed = parse_printed(text)
    assert (float(printed.low), float(printed.high)) == (low, high)


def test_percentages_are_rounded_to_one() -> None:
    assert rounding_step("90", percent=True) == 1
    assert rounding_step("100", percent=True) == 1


@given(st.integers(min_value=1, max_value=10**12))
def test_interval_holds_the_number_and_is_at_most_five_percent_wide(number: int) -> None:
    printed = parse_printed(f"{number:,}")
    assert printed.value == number
    assert printed.low <= number <= printed.high
    assert printed.step <= max(Decimal(1), Decimal(number) / 10)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("", "W", "withheld"), Amount()),
        (("", "E", "net_exporter"), Amount()),
        (("0", "—", "zero"), Amount(Decimal(0), Decimal(0), Decimal(0))),
        (("95", ">95", "greater_than"), Amount(Decimal(95), Decimal(95), None)),
        (("25", "<25", "less_than"), Amount(Decimal(25), Decimal(0), Decimal(25))),
        (("", "330 - 390", "range:330..390"), Amount(None, Decimal(330), Decimal(390))),
        (("", "s", "less_than_half_unit"), Amount(None, Decimal(0), Decimal("0.5"))),
    ],
)
def test_qualified_amounts(cells: tuple[str, str, str], expected: Amount) -> None:
    assert amount(*cells, Decimal(1), percent=False) == expected


def test_qualifiers_keep_what_bears_on_the_value() -> None:
    assert qualifiers(
        "estimated;third_party_data_as_published_by_USGS;us_critical_mineral_2025", "production"
    ) == (
        "estimated",
        "third_party",
    )
    assert qualifiers("production_quota", "price") == ()


def test_periods_become_iso() -> None:
    assert [period_id(text) for text in ("2021-24", "2024", "2025-07", "2025-01/2025-07")] == [
        "2021/2024",
        "2024",
        "2025-07",
        "2025-01/2025-07",
    ]


def test_every_decision_names_a_table_and_says_why_it_drops() -> None:
    decisions = load_series()
    assert {key[0] for key in decisions} == {table.name for table in TABLES}
    assert all(
        decided.drop or (decided.unit and Decimal(decided.factor) > 0) for decided in decisions.values()
    )
