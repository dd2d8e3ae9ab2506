"""Numbers, scales, units, currencies and denominators."""

from __future__ import annotations

import pytest

from kaozheng.model.quantities.en import scan_en


def _one(text: str) -> tuple[str, object, str | None]:
    found = scan_en(text)
    assert len(found) == 1, [(q.text, q.value) for q in found]
    return found[0].text, found[0].value, found[0].unit


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("reserves of 2.85 million tons", "2.85 million tons", 2_850_000, "t"),
        ("requires 1.36 billion kilowatt-hours", "1.36 billion kilowatt-hours", 1.36e9, "kWh"),
        ("raised $3.6bn", "$3.6bn", 3.6e9, "USD"),
        ("at US$725/kg", "US$725", 725, "USD/kg"),
        ("from $350 per kilogram", "$350", 350, "USD/kg"),
        ("shipped 110.7m tonnes", "110.7m tonnes", 110_700_000, "t"),
        ("about 5k", "5k", 5000, "1"),
        ("twenty-five percent", "twenty-five percent", 25, "%"),
        ("two hundred and fifty thousand tonnes", "two hundred and fifty thousand tonnes", 250_000, "t"),
        ("a million people", "a million people", 1_000_000, "1"),
        ("half a million dollars", "half a million dollars", 500_000, "USD"),
        ("two and a half million barrels", "two and a half million barrels", 2_500_000, "bbl"),
        ("a 1.9-million-tonne smelter", "1.9-million-tonne", 1_900_000, "t"),
        ("a 40-year lease", "40-year", 40, "a"),
        ("150 aircraft", "150 aircraft", 150, "1"),
        ("98 F-35s", "98", 98, "1"),
        ("12 new smelters", "12", 12, "1"),
        ("a 500,000-barrel-a-day field", "500,000-barrel", 500_000, "bbl/d"),
        ("137,000 b/d", "137,000 b/d", 137_000, "bbl/d"),
        ("8.06 cents per kWh", "8.06 cents", 0.0806, "USD/kWh"),
        ("NT$1.3 trillion", "NT$1.3 trillion", 1.3e12, "TWD"),
        ("A$9.8 billion", "A$9.8 billion", 9.8e9, "AUD"),
        ("RMB 350 million", "RMB 350 million", 350_000_000, "CNY"),
        ("Tokyo spent ¥500 billion", "¥500 billion", 5e11, "JPY"),
        ("Beijing spent ¥500 billion", "¥500 billion", 5e11, "CNY"),
        ("5 million pounds of uranium", "5 million pounds", 5_000_000, "lb"),
        ("5 million pounds sterling", "5 million pounds sterling", 5_000_000, "GBP"),
        ("26 trillion won", "26 trillion won", 2.6e13, "KRW"),
        ("11,000 short tons", "11,000 short tons", 11_000, "short_ton"),
        ("600 long tons", "600 long tons", 600, "long_ton"),
        ("38 bcm", "38 bcm", 3.8e10, "m3"),
        ("7 tcf of gas", "7 tcf", 7e12, "ft3"),
        ("three troy ounces", "three troy ounces", 3, "ozt"),
        ("6 Mt of copper", "6 Mt", 6e6, "t"),
        ("60 000 tonnes", "60 000 tonnes", 60_000, "t"),
        ("-3.2%", "-3.2%", -3.2, "%"),
        ("5\u00a0000 tonnes", "5\u00a0000 tonnes", 5000, "t"),
        ("９８％ of it", "９８％", 98, "%"),
        ("1.5 degrees Celsius", "1.5 degrees Celsius", 1.5, "degC"),
        ("five consecutive years", "five consecutive years", 5, "a"),
        ("170 million francs", "170 million francs", 170_000_000, "XXX"),
        ("2/3 of the vote", "2/3", 66.6667, "%"),
        ("one in five firms", "one in five", 20, "%"),
    ],
)
def test_value_and_unit(text: str, span: str, value: float, unit: str) -> None:
    got = _one(text)
    assert (got[0], got[2]) == (span, unit)
    assert got[1] == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2.85 million tons", 2_845_000, 2_855_000),
        ("98%", 97.5, 98.5),
        ("3,800,000 tonnes", 3_799_999.5, 3_800_000.5),
        ("$3.6bn", 3.55e9, 3.65e9),
        ("five million", 4.5e6, 5.5e6),
        ("more than 5 tonnes", 4.5, 5.5),
    ],
)
def test_written_precision(text: str, low: float, high: float) -> None:
    (found,) = scan_en(text)
    assert (found.low, found.high) == (low, high)


def test_kinds() -> None:
    text = (
        "5 t, $5, $5/kg, 5%, 5 pp, 5 bp, 5 ships, 5 km, 5 ha, 5 m3, 5 GWh, 5 GW, 5 days, 5 knots, 5 °C, 5 bpd"
    )
    assert [q.kind for q in scan_en(text)] == [
        *("mass", "money", "price", "share", "change", "change", "count", "length", "area", "volume"),
        *("energy", "power", "duration", "speed", "temperature", "rate"),
    ]
