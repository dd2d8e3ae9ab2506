"""Hedges, changes, ranges, orders of magnitude, fractions, multiples, ranks."""

from __future__ import annotations

import pytest

from kaozheng.model.quantities.en import scan_en


@pytest.mark.parametrize(
    ("text", "comparator", "hedge"),
    [
        ("more than 5 tonnes", "gt", "more than"),
        ("over 5 tonnes", "gt", "over"),
        ("nearly 5 tonnes", "approx", "nearly"),
        ("some 5 tonnes", "approx", "some"),
        ("roughly 5 tonnes", "approx", "roughly"),
        ("at least 5 tonnes", "ge", "at least"),
        ("no fewer than 5 tonnes", "ge", "no fewer than"),
        ("fewer than 5 ships", "lt", "fewer than"),
        ("up to 5 tonnes", "le", "up to"),
        ("as much as 5 tonnes", "le", "as much as"),
        ("no more than 5 tonnes", "le", "no more than"),
        ("5 tonnes or more", "ge", "or more"),
        ("5 tonnes or so", "approx", "or so"),
        ("100+ ships", "ge", "+"),
        ("~5 tonnes", "approx", "~"),
        ("≥5 tonnes", "ge", "≥"),
        ("just 5 tonnes", "eq", None),
        ("prices went up to $5", "eq", None),
        ("the zone extends over 5 km", "eq", None),
        ("over the past 11 years", "eq", None),
    ],
)
def test_hedges(text: str, comparator: str, hedge: str | None) -> None:
    found = scan_en(text)[0]
    assert (found.comparator, found.hedge and found.hedge.text) == (comparator, hedge)
    assert found.hedge is None or text[found.hedge.start : found.hedge.end] == hedge


@pytest.mark.parametrize(
    ("text", "kind", "mode", "direction"),
    [
        ("Output rose 5%", "change", "by", "up"),
        ("Output rose to 5%", "share", "to", "up"),
        ("Output fell by a third", "change", "by", "down"),
        ("It lost a third of its tanks", "share", None, None),
        ("an increase of 5%", "change", "by", "up"),
        ("a 5% drop in output", "change", "by", "down"),
        ("a 26% budget increase", "change", "by", "up"),
        ("prices are 5% higher", "change", "by", "up"),
        ("up 6.8%, led by", "change", "by", "up"),
        ("it grew at an annual rate of 5%", "change", "by", "up"),
        ("amounts to 7% of exports", "share", None, None),
        ("limited to 13 metres", "length", None, None),
        ("its share is 5%", "share", None, None),
        ("the quota was cut by 15,000 tonnes", "mass", "by", "down"),
        ("the quota was raised to 15,000 tonnes", "mass", "to", "up"),
        ("the fund raised $500 million", "money", None, None),
        ("according to 5% of them", "share", None, None),
        ("it shut down 12 mines", "count", None, None),
    ],
)
def test_changes(text: str, kind: str, mode: str | None, direction: str | None) -> None:
    (found,) = scan_en(text)
    assert (found.kind, found.mode, found.direction) == (kind, mode, direction)


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit"),
    [
        ("10-12 percent", "10-12 percent", 10, 12, "%"),
        ("between 3 and 5 million tonnes", "3 and 5 million tonnes", 3e6, 5e6, "t"),
        ("tariffs of 25% to 145%", "25% to 145%", 25, 145, "%"),
        ("tariffs range from 25% to 145%", "25% to 145%", 25, 145, "%"),
        ("$250–265", "$250–265", 250, 265, "USD"),
        ("$350-400 per kilogram", "$350-400", 350, 400, "USD/kg"),
        ("$3.5 billion to $4 billion", "$3.5 billion to $4 billion", 3.5e9, 4e9, "USD"),
        ("seven or eight mines", "seven or eight mines", 7, 8, "1"),
        ("zero to three families", "zero to three families", 0, 3, "1"),
        ("two or three hundred tonnes", "two or three hundred tonnes", 200, 300, "t"),
        ("a three-to-five-year plan", "three-to-five-year", 3, 5, "a"),
        ("tens of thousands of troops", "tens of thousands of troops", 1e4, 1e5, "1"),
        ("hundreds of millions of dollars", "hundreds of millions of dollars", 1e8, 1e9, "USD"),
        ("several hundred vessels", "several hundred vessels", 200, 1000, "1"),
        ("dozens of ships", "dozens of ships", 24, 100, "1"),
        ("a few thousand tonnes", "a few thousand tonnes", 2000, 10000, "t"),
    ],
)
def test_ranges(text: str, span: str, low: float, high: float, unit: str) -> None:
    (found,) = scan_en(text)
    assert (found.text, found.value, found.low, found.high, found.unit) == (span, None, low, high, unit)
    assert found.comparator == "range"


@pytest.mark.parametrize(
    "text",
    ["raised tariffs from 25% to 145%", "fell from 25 to 20 percent", "rose from 3 to 5 million tonnes"],
)
def test_a_change_from_and_to_is_two_quantities(text: str) -> None:
    first, second = scan_en(text)
    assert first.mode is None
    assert second.mode == "to"
    assert first.unit == second.unit


def test_the_first_of_two_takes_the_scale_of_the_second() -> None:
    assert [q.value for q in scan_en("rose from 3 to 5 million tonnes")] == [3e6, 5e6]


@pytest.mark.parametrize(
    ("text", "span", "value", "mode", "factor"),
    [
        ("prices doubled", "doubled", 2, "to", 2),
        ("output more than tripled", "tripled", 3, "to", 3),
        ("permits were halved", "halved", 0.5, "to", 0.5),
        ("wants to double its stock", "double", 2, "to", 2),
        ("a threefold increase", "threefold", 3, "to", 3),
        ("prices are three times higher than China's", "three times", 3, "by", 4),
        ("three times as high as", "three times", 3, "to", 3),
        ("five times the size", "five times", 5, "to", 5),
        ("twice what they were", "twice", 2, "to", 2),
        ("output rose 2.5 times", "2.5 times", 2.5, "to", 2.5),
        ("a 10x rise", "10x", 10, "to", 10),
    ],
)
def test_multiples(text: str, span: str, value: float, mode: str, factor: float) -> None:
    (found,) = scan_en(text)
    assert (found.text, found.value, found.mode, found.factor) == (span, value, mode, factor)
    assert (found.kind, found.unit) == ("multiple", "1")


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("the third-largest producer", "third", 3),
        ("the second highest share", "second", 2),
        ("Russia ranks fifth in reserves", "fifth", 5),
        ("it was ranked first in the survey", "first", 1),
        ("Brazil is second.", "second", 2),
        ("the No. 1 producer", "No. 1", 1),
        ("is number two in cobalt", "number two", 2),
        ("the 4th-largest economy", "4th", 4),
    ],
)
def test_ranks(text: str, span: str, value: float) -> None:
    (found,) = scan_en(text)
    assert (found.text, found.value, found.kind) == (span, value, "rank")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one-third of", 33.3333),
        ("two thirds of", 66.6667),
        ("half of it", 50),
        ("three-quarters", 75),
        ("a quarter of", 25),
    ],
)
def test_fractions(text: str, value: float) -> None:
    (found,) = scan_en(text)
    assert (found.value, found.unit, found.kind) == (value, "%", "share")
