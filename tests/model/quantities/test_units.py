"""The table of units and conversion between them."""

from __future__ import annotations

import subprocess
import sys
from itertools import permutations

import pytest

from kaozheng.model.quantities.conversion import EVERYDAY, pint_ratio, ratio
from kaozheng.model.quantities.units import SYMBOLS, UNITS_ZH, UnitError, convert, unit_kind

EVERYDAY_PAIRS = [
    (one, other)
    for one, other in permutations(EVERYDAY, 2)
    if EVERYDAY[one][0] == EVERYDAY[other][0] != "difference"  # percentage points are no unit of Pint's
]


def test_the_table_agrees_exactly_with_pint() -> None:
    wrong = [pair for pair in EVERYDAY_PAIRS if ratio(*pair) != pint_ratio(*pair)]
    assert wrong == []
    assert len(EVERYDAY_PAIRS) > 100


@pytest.mark.parametrize(
    ("value", "from_unit", "to_unit", "expected"),
    [
        (38, "t", "kg", 38_000),
        (1, "short_ton", "t", 0.90718474),
        (350, "USD/kg", "USD/t", 350_000),
        (8, "USD/kWh", "USD/MWh", 8000),
        (3, "kWh/kg", "kWh/t", 3000),
        (1.36e9, "kWh", "TWh", 1.36),
        (15, "mu", "ha", 1.0),
        (1, "bbl/d", "bbl/h", 1 / 24),
        (100, "degC", "degF", 212),
        (-40, "degF", "degC", -40),
        (30, "kn", "km/h", 55.56),
        (25, "bp", "pp", 0.25),
        (5, "GW", "kW", 5e6),
        (7, "USD", "USD", 7),
    ],
)
def test_converts_exactly(value: float, from_unit: str, to_unit: str, expected: float) -> None:
    assert convert(value, from_unit, to_unit) == expected


@pytest.mark.parametrize(
    ("from_unit", "to_unit", "reason"),
    [
        ("USD", "CNY", "dated exchange rate"),
        ("USD/kg", "CNY/kg", "dated exchange rate"),
        ("USD", "t", "dated exchange rate"),
        ("t", "kWh", "different things"),
        ("degC", "t", "different things"),
        ("t", "t/a", "different things"),
        ("TEU", "t", "TEU"),
        ("pp", "%", "pp"),
        ("parsecs?", "t", "parsecs"),
    ],
)
def test_incomparable_units_are_refused(from_unit: str, to_unit: str, reason: str) -> None:
    with pytest.raises(UnitError, match=reason):
        convert(1, from_unit, to_unit)


def test_every_unit_of_the_tables_has_its_kind() -> None:
    for form in (*SYMBOLS.values(), *UNITS_ZH.values()):
        assert unit_kind(form.unit) in {form.kind, "count", "share"}, form


def test_kinds_of_compound_units() -> None:
    assert [unit_kind(unit) for unit in ("CNY/kWh", "kWh/t", "km/h", "1/a", "t/a")] == [
        "price",
        "rate",
        "speed",
        "rate",
        "rate",
    ]
    with pytest.raises(UnitError, match="'furlong/fortnight' is not known"):
        unit_kind("furlong/fortnight")


def test_everyday_conversion_does_not_load_pint() -> None:
    code = (
        "import sys; from kaozheng.model.quantities.units import convert; convert(1, 'USD/kg', 'USD/t'); "
        "convert(1, 'mu', 'ha'); convert(1, 'degC', 'degF'); sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
