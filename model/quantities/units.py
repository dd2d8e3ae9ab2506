"""Canonical units: what kind of thing each measures, and values in another unit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kaozheng.model.quantities.conversion import UnitError, ratio
from kaozheng.model.quantities.unit_form import UnitForm
from kaozheng.model.quantities.units_en import UNITS_EN
from kaozheng.model.quantities.units_symbols import CURRENCY_SIGNS, SYMBOLS
from kaozheng.model.quantities.units_zh import UNITS_ZH

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Kind

__all__ = [
    "CURRENCIES",
    "CURRENCY_SIGNS",
    "SYMBOLS",
    "UNITS_ZH",
    "UnitError",
    "UnitForm",
    "convert",
    "unit_kind",
]

CURRENCIES: frozenset[str] = frozenset(CURRENCY_SIGNS.values()) | {
    form.unit for table in (SYMBOLS, UNITS_ZH, UNITS_EN) for form in table.values() if form.kind == "money"
}

_KINDS: dict[str, Kind] = {
    **dict.fromkeys(CURRENCIES, "money"),
    **{form.unit: form.kind for table in (SYMBOLS, UNITS_ZH, UNITS_EN) for form in table.values()},
    "%": "share",
    "1": "count",
    "pp": "change",
    "bp": "change",
    **dict.fromkeys(("km/h", "m/s", "km/s", "mi/h", "m/h"), "speed"),
}


def unit_kind(unit: str) -> Kind:
    """What a canonical unit measures.

    >>> unit_kind("USD/kg"), unit_kind("t"), unit_kind("km/h"), unit_kind("bbl/d")
    ('price', 'mass', 'speed', 'rate')

    Raises:
        UnitError: The unit is not in the table.
    """
    known = _KINDS.get(unit)
    if known is not None:
        return known
    top, _, bottom = unit.partition("/")
    if top not in _KINDS or bottom not in _KINDS:
        raise UnitError(
            f"unit {unit!r} is not known; canonical units are t, kg, kWh, USD, USD/kg and the like"
        )
    return "price" if top in CURRENCIES else "rate"


def convert(value: float, from_unit: str, to_unit: str) -> float:
    """A value in another unit of the same dimension; money never changes its currency.

    >>> convert(38, "t", "kg"), convert(350, "USD/kg", "USD/t"), convert(1.36e9, "kWh", "TWh")
    (38000.0, 350000.0, 1.36)
    >>> convert(1, "t", "kWh")
    Traceback (most recent call last):
    ...
    kaozheng.errors.UnitError: cannot convert t to kWh: they measure different things

    Raises:
        UnitError: The dimensions or the currencies differ, or a unit is unknown.
    """
    if from_unit == to_unit:
        return value
    one, _, per_one = from_unit.partition("/")
    other, _, per_other = to_unit.partition("/")
    if one != other and CURRENCIES & {one, other}:
        raise UnitError(f"cannot convert {from_unit} to {to_unit}: money needs a dated exchange rate")
    if from_unit in _THERMOMETERS or to_unit in _THERMOMETERS:
        return _temperature(value, from_unit, to_unit)
    if per_one and per_other:
        return float(Fraction(value) * ratio(one, other) / ratio(per_one, per_other))
    return float(Fraction(value) * ratio(from_unit, to_unit))


# Unit -> (kelvins per degree, kelvins at zero degrees).
_THERMOMETERS = {
    "degC": (Fraction(1), Fraction("273.15")),
    "degF": (Fraction(5, 9), Fraction("459.67") * Fraction(5, 9)),
    "K": (Fraction(1), Fraction(0)),
}


def _temperature(value: float, from_unit: str, to_unit: str) -> float:
    """A reading on another thermometer: scales with different zeros have no ratio."""
    if from_unit not in _THERMOMETERS or to_unit not in _THERMOMETERS:
        raise UnitError(f"cannot convert {from_unit} to {to_unit}: they measure different things")
    size, zero = _THERMOMETERS[from_unit]
    other_size, other_zero = _THERMOMETERS[to_unit]
    return float((Fraction(value) * size + zero - other_zero) / other_size)
