"""Arithmetic on ISO periods."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaozheng.errors import KaozhengError, PeriodError
from kaozheng.model.quantities.dates import (
    as_period,
    comparison_period,
    period_bounds,
    period_contains,
    periods_overlap,
    scan_dates,
    shift_period,
)

periods = st.builds(
    lambda year, part: f"{year}{part}",
    st.integers(1900, 2100),
    st.sampled_from(["", "-01", "-12", "-02", "-Q1", "-Q4", "-H1", "-H2", "-08-15", "-02-28"]),
)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-Q3", "2025-07-01", "2025-09-30"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-01/2025-07", "2025-01-01", "2025-07-31"),
        ("2024-03-05", "2024-03-05", "2024-03-05"),
        ("2018/2020", "2018-01-01", "2020-12-31"),
    ],
)
def test_bounds(period: str, first: str, last: str) -> None:
    assert period_bounds(period) == (first, last)


@pytest.mark.parametrize(
    "period",
    ["", "24", "2024-13", "2024-Q5", "2024-02-30", "2025/2024", "2024/", "next year", "２０２４", "0000"],
)
def test_what_is_no_period(period: str) -> None:
    with pytest.raises(PeriodError, match="is not a period") as caught:
        period_bounds(period)
    assert isinstance(caught.value, KaozhengError)


@pytest.mark.parametrize("anchor", ["yesterday", "2025-02-30", "0001-01-01"])
def test_an_anchor_must_be_a_date(anchor: str) -> None:
    with pytest.raises(PeriodError):
        scan_dates("今年", "今年", "zh", anchor)


@given(periods, periods)
def test_containing_implies_overlapping(outer: str, inner: str) -> None:
    assert period_contains(outer, outer)
    assert periods_overlap(outer, inner) == periods_overlap(inner, outer)
    if period_contains(outer, inner):
        assert periods_overlap(outer, inner)


@given(periods, st.integers(-240, 240))
def test_shifting_by_years_keeps_the_form(period: str, years: int) -> None:
    shifted = shift_period(period, 12 * years)
    assert shifted[4:] == period[4:]
    assert int(shifted[:4]) - int(period[:4]) == years


@pytest.mark.parametrize(
    ("marker", "period", "compared"),
    [
        ("同比", "2025-Q3", "2024-Q3"),
        ("year-on-year", "2025-08", "2024-08"),
        ("Year-over-Year", "2025", "2024"),
        ("同比", "2025-01/2025-08", "2024-01/2024-08"),
        ("环比", "2025-01", "2024-12"),
        ("quarter-on-quarter", "2025-Q1", "2024-Q4"),
        ("环比", "2025-H1", "2024-H2"),
        ("环比", "2025-01/2025-03", "2024-10/2024-12"),
        ("环比", "2025-08-01", None),
        ("whatever", "2025", None),
    ],
)
def test_comparison(marker: str, period: str, compared: str | None) -> None:
    assert comparison_period(marker, period) == compared


def test_a_pair_becomes_one_period() -> None:
    assert as_period(("2025-01", "2025-08")) == "2025-01/2025-08"
    assert period_bounds(as_period(("1980", "1989"))) == ("1980-01-01", "1989-12-31")
