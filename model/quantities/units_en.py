"""Units as English text writes them, in lower case, words separated by single spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.unit_form import UnitForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.model.quantities.types import Kind

__all__ = ["DENOMINATORS_EN", "UNITS_EN"]


def _rows(kind: Kind, *groups: tuple[str, float, str]) -> dict[str, UnitForm]:
    """Rows from (canonical unit, factor, surfaces separated by commas); ``ton(s)`` stands for both forms."""
    return {
        surface: UnitForm(unit, factor, kind)
        for unit, factor, surfaces in groups
        for written in surfaces.split(",")
        for surface in _forms(written.strip())
    }


def _forms(written: str) -> Iterator[str]:
    """A surface with an optional ending is two surfaces.

    >>> list(_forms("inch(es)"))
    ['inch', 'inches']
    """
    stem, bracket, ending = written.partition("(")
    yield stem
    if bracket:
        yield stem + ending.rstrip(")")


def _national(code: str, noun: str, *peoples: str) -> tuple[str, float, str]:
    """Currencies named after a country: Canadian dollar(s)."""
    return code, 1, ", ".join(f"{people} {noun}" for people in peoples)


UNITS_EN: dict[str, UnitForm] = {
    **_rows(
        "share",
        ("%", 1, "percent, per cent, pct, pc"),
        ("%", 0.1, "per mille, permille"),
        ("%", 0.0001, "parts per million"),
    ),
    **_rows(
        "change",
        ("pp", 1, "percentage point(s), percent point(s), % point(s), pct point(s), pp, ppt, ppts"),
        ("bp", 1, "basis point(s), bp, bps"),
    ),
    **_rows(
        "mass",
        ("t", 1, "ton(s), tonne(s), metric ton(s), metric tonne(s)"),
        ("t", 1e3, "kiloton(s), kilotonne(s)"),
        ("t", 1e6, "megaton(s), megatonne(s)"),
        ("t", 1e9, "gigaton(s), gigatonne(s)"),
        ("short_ton", 1, "short ton(s), u.s. ton(s), us ton(s)"),
        ("long_ton", 1, "long ton(s), imperial ton(s)"),
        ("kg", 1, "kilogram(s), kilogramme(s), kilo(s), kg, kgs"),
        ("g", 1, "gram(s), gramme(s)"),
        ("mg", 1, "milligram(s)"),
        ("lb", 1, "pound(s), lb(s)"),
        ("oz", 1, "ounce(s), oz"),
        ("ozt", 1, "troy ounce(s), fine ounce(s), troy oz"),
        ("ct", 1, "carat(s)"),
    ),
    **_rows(
        "length",
        ("km", 1, "kilometer(s), kilometre(s), km, kms"),
        ("m", 1, "meter(s), metre(s)"),
        ("cm", 1, "centimeter(s), centimetre(s)"),
        ("mm", 1, "millimeter(s), millimetre(s)"),
        ("nm", 1, "nanometer(s), nanometre(s)"),
        ("um", 1, "micron(s), micrometer(s), micrometre(s)"),
        ("nmi", 1, "nautical mile(s), sea mile(s)"),
        ("mi", 1, "mile(s), statute mile(s)"),
        ("ft", 1, "foot, feet, ft"),
        ("in", 1, "inch(es)"),
        ("yd", 1, "yard(s)"),
    ),
    **_rows(
        "area",
        ("km2", 1, "square kilometer(s), square kilometre(s), sq km, sq. km, square km"),
        ("m2", 1, "square meter(s), square metre(s), sq m, sq. m"),
        ("mi2", 1, "square mile(s), sq mi, sq. mi"),
        ("ft2", 1, "square foot, square feet, sq ft, sq. ft"),
        ("ha", 1, "hectare(s), ha"),
        ("acre", 1, "acre(s)"),
        ("mu", 1, "mu"),
    ),
    **_rows(
        "volume",
        ("m3", 1, "cubic meter(s), cubic metre(s), cu m, cubic m"),
        ("m3", 1e9, "bcm"),
        ("m3", 1e6, "mcm"),
        ("ft3", 1, "cubic foot, cubic feet, cu ft"),
        ("ft3", 1e12, "tcf"),
        ("ft3", 1e9, "bcf"),
        ("km3", 1, "cubic kilometer(s), cubic kilometre(s)"),
        ("l", 1, "liter(s), litre(s)"),
        ("gal", 1, "gallon(s)"),
        ("bbl", 1, "barrel(s), bbl, bbls, barrels of oil equivalent"),
        ("bu", 1, "bushel(s)"),
    ),
    **_rows("rate", ("bbl/d", 1, "bpd"), ("bbl/d", 1e6, "mbpd")),
    **_rows(
        "energy",
        ("Wh", 1, "watt hour(s)"),
        ("kWh", 1, "kilowatt hour(s), kilowatthour(s), kwh, kwhs"),
        ("MWh", 1, "megawatt hour(s), megawatthour(s), mwh"),
        ("GWh", 1, "gigawatt hour(s), gigawatthour(s), gwh"),
        ("TWh", 1, "terawatt hour(s), terawatthour(s), twh"),
        ("J", 1, "joule(s)"),
        ("MJ", 1, "megajoule(s)"),
        ("GJ", 1, "gigajoule(s)"),
        ("TJ", 1, "terajoule(s)"),
        ("PJ", 1, "petajoule(s)"),
        ("EJ", 1, "exajoule(s)"),
        ("MMBtu", 1, "mmbtu, million british thermal units, million btu"),
        ("BTU", 1, "british thermal unit(s), btu"),
    ),
    **_rows(
        "power",
        ("W", 1, "watt(s)"),
        ("kW", 1, "kilowatt(s), kw"),
        ("MW", 1, "megawatt(s), mw"),
        ("GW", 1, "gigawatt(s), gw"),
        ("TW", 1, "terawatt(s)"),
        ("hp", 1, "horsepower, hp"),
    ),
    **_rows(
        "speed",
        ("kn", 1, "knot(s)"),
        ("km/h", 1, "kph, km/h, kilometers per hour, kilometres per hour, kmh"),
        ("mi/h", 1, "mph, miles per hour, miles an hour"),
        ("m/s", 1, "meters per second, metres per second, m/s"),
    ),
    **_rows(
        "temperature",
        (
            "degC",
            1,
            "degree celsius, degrees celsius, degrees centigrade, degrees c",
        ),
        ("degF", 1, "degree fahrenheit, degrees fahrenheit, degrees f"),
    ),
    **_rows(
        "duration",
        ("a", 1, "year(s), yr(s)"),
        ("mo", 1, "month(s)"),
        ("wk", 1, "week(s)"),
        ("d", 1, "day(s)"),
        ("h", 1, "hour(s), hr(s)"),
        ("min", 1, "minute(s), min, mins"),
        ("s", 1, "second(s), sec, secs"),
        ("a", 10, "decade(s)"),
        ("a", 100, "century, centuries"),
    ),
    **_rows(
        "other",
        ("TEU", 1, "teu(s), twenty foot equivalent unit(s)"),
        ("kV", 1, "kilovolt(s)"),
        ("V", 1, "volt(s)"),
    ),
    **_rows(
        "money",
        ("USD", 1, "dollar(s), usd, greenback(s), buck(s)"),
        _national("USD", "dollar(s)", "us", "u.s.", "american", "united states"),
        _national("HKD", "dollar(s)", "hong kong"),
        _national("TWD", "dollar(s)", "taiwan", "new taiwan", "taiwanese", "nt"),
        _national("AUD", "dollar(s)", "australian"),
        _national("CAD", "dollar(s)", "canadian"),
        _national("SGD", "dollar(s)", "singapore"),
        _national("NZD", "dollar(s)", "new zealand"),
        ("USD", 0.01, "cent(s), us cent(s), u.s. cent(s), ¢"),
        ("EUR", 1, "euro(s), eur"),
        ("EUR", 0.01, "euro cent(s), eurocent(s)"),
        ("GBP", 1, "pounds sterling, british pound(s), sterling, gbp"),
        ("GBP", 0.01, "pence, penny"),
        ("CNY", 1, "yuan, renminbi, rmb, cny, chinese yuan, yuan renminbi"),
        ("JPY", 1, "yen, japanese yen, jpy"),
        ("KRW", 1, "south korean won, korean won, krw"),
        ("RUB", 1, "ruble(s), rouble(s), russian ruble(s), russian rouble(s), rub"),
        ("INR", 1, "rupee(s), indian rupee(s), inr"),
        ("PKR", 1, "pakistani rupee(s)"),
        ("LKR", 1, "sri lankan rupee(s)"),
        ("IDR", 1, "rupiah, indonesian rupiah"),
        ("VND", 1, "dong, vietnamese dong"),
        ("THB", 1, "baht, thai baht"),
        ("MYR", 1, "ringgit, malaysian ringgit"),
        _national("PHP", "peso(s)", "philippine"),
        _national("MXN", "peso(s)", "mexican"),
        _national("ARS", "peso(s)", "argentine"),
        _national("CLP", "peso(s)", "chilean"),
        ("CHF", 1, "swiss franc(s), chf"),
        ("SEK", 1, "swedish krona, swedish kronor, swedish crown(s)"),
        ("NOK", 1, "norwegian krone, norwegian kroner, norwegian crown(s)"),
        ("DKK", 1, "danish krone, danish kroner, danish crown(s)"),
        ("PLN", 1, "zloty, zlotys, polish zloty"),
        ("TRY", 1, "lira, liras, turkish lira"),
        ("UAH", 1, "hryvnia, hryvnias"),
        ("KZT", 1, "tenge"),
        ("BRL", 1, "reais, brazilian real(s), brazilian reais"),
        ("ZAR", 1, "rand"),
        ("NGN", 1, "naira"),
        ("ILS", 1, "shekel(s)"),
        ("SAR", 1, "saudi riyal(s)"),
        ("AED", 1, "dirham(s), uae dirham(s)"),
        # Several countries have these; XXX is ISO 4217 for money of no known currency.
        (
            "XXX",
            1,
            "franc(s), peso(s), dinar(s), riyal(s), krona, kronor, krone, kroner, shilling(s), deutsche mark(s), "
            "lev, leva, taka, kyat, birr, guilder(s)",
        ),
        ("HKD", 1, "hkd"),
        ("TWD", 1, "twd"),
        ("CAD", 1, "cad"),
        ("AUD", 1, "aud"),
        ("SGD", 1, "sgd"),
    ),
}

# What an amount may be counted per, besides the units above.
DENOMINATORS_EN: dict[str, str] = {
    surface: form.unit
    for surface, form in UNITS_EN.items()
    if form.factor == 1 and form.kind not in {"money", "share", "change", "speed", "rate"}
} | {
    "annum": "a",
    "t": "t",
    "lb": "lb",
    "l": "l",
    "m3": "m3",
    "km2": "km2",
    "yr": "a",
    "mt": "t",
    "mi": "mi",
    "d": "d",
    "h": "h",
}
