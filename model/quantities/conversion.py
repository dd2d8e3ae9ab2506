"""Exact conversion between canonical units.

The units of nearly every article are in a small table of exact ratios; everything else goes through Pint,
which is imported only then because loading it takes longer than checking an article. A test compares every
row of the table with Pint.
"""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import Any

from kaozheng.errors import UnitError

__all__ = ["EVERYDAY", "UnitError", "pint_ratio", "ratio"]

_SIZES: dict[str, str] = {
    "mass": "t 1000 kg 1 g 0.001 mg 0.000001 lb 0.45359237 short_ton 907.18474 long_ton 1016.0469088 "
    "oz 0.028349523125 ozt 0.0311034768 ct 0.0002",
    "length": "km 1000 m 1 cm 0.01 mm 0.001 nmi 1852 mi 1609.344",
    "area": "km2 1000000 m2 1 ha 10000 mu 2000/3",
    "volume": "m3 1 l 0.001 bbl 0.158987294928",
    "energy": "TWh 1000000000 GWh 1000000 MWh 1000 kWh 1 Wh 0.001",
    "power": "GW 1000000 MW 1000 kW 1 W 0.001",
    "time": "wk 168 d 24 h 1 min 1/60 s 1/3600",
    "years": "a 12 mo 1",
    "ratio": "1 100 % 1",
    "difference": "pp 1 bp 1/100",
}

# Canonical unit -> (dimension, size in the base of that dimension).
EVERYDAY: dict[str, tuple[str, Fraction]] = {
    unit: (dimension, Fraction(size))
    for dimension, sizes in _SIZES.items()
    for unit, size in zip(sizes.split()[::2], sizes.split()[1::2], strict=True)
}

_PINT_NAMES = {
    "t": "metric_ton",
    "ct": "carat",
    "ozt": "troy_ounce",
    "bbl": "oil_bbl",
    "a": "julian_year",
    "mo": "month",
    "wk": "week",
    "mu": "chinese_mu",
    "ha": "hectare",
    "kn": "knot",
    "nmi": "nautical_mile",
    "au": "astronomical_unit",
    "ly": "light_year",
    "um": "micrometer",
    "ug": "microgram",
    "gal": "gallon",
    "hp": "horsepower",
    "in": "inch",
    "MMBtu": "megaBtu",
    "BTU": "Btu",
    "m2": "meter**2",
    "cm2": "centimeter**2",
    "km2": "kilometer**2",
    "mi2": "mile**2",
    "ft2": "foot**2",
    "m3": "meter**3",
    "km3": "kilometer**3",
    "ft3": "foot**3",
    "%": "percent",
    "1": "dimensionless",
}


def ratio(one: str, other: str) -> Fraction:
    """How many of the other unit one unit is, exactly.

    >>> ratio("lb", "kg"), ratio("kWh", "MWh")
    (Fraction(45359237, 100000000), Fraction(1, 1000))

    Raises:
        UnitError: The dimensions differ, or a unit has no known physical size.
    """
    if one == other:
        return Fraction(1)
    known, wanted = EVERYDAY.get(one), EVERYDAY.get(other)
    if known and wanted and known[0] == wanted[0]:
        return known[1] / wanted[1]
    return pint_ratio(one, other)


def pint_ratio(one: str, other: str) -> Fraction:
    """The same, always asked of Pint.

    Raises:
        UnitError: The dimensions differ, or a unit has no known physical size.
    """
    import pint

    registry = _registry()
    try:
        result = registry.Quantity(Fraction(1), _expression(one)).to(_expression(other)).magnitude
    except pint.UndefinedUnitError as error:
        raise UnitError(f"cannot convert {one} to {other}: {error}") from error
    except (pint.DimensionalityError, pint.OffsetUnitCalculusError) as error:
        raise UnitError(f"cannot convert {one} to {other}: they measure different things") from error
    return Fraction(result)


def _expression(unit: str) -> str:
    """A canonical unit as Pint spells it."""
    return " / ".join(_PINT_NAMES.get(part, part) for part in unit.split("/"))


@functools.cache
def _registry() -> Any:  # noqa: ANN401 - Pint's class, imported only here
    """Pint's units in exact arithmetic."""
    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    registry.define("chinese_mu = 2000 / 3 * meter ** 2")
    return registry
