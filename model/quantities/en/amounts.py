"""One amount: sign, currency, number, scale, unit, denominator, counted noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kaozheng.model.quantities.en.lexicon import IRREGULAR_PLURALS, NOT_NOUNS
from kaozheng.model.quantities.en.numerals import Numeral, read_digits, read_scale
from kaozheng.model.quantities.en.units import read_denominator, read_unit
from kaozheng.model.quantities.units_symbols import CURRENCY_SIGNS

if TYPE_CHECKING:
    from kaozheng.model.quantities.en.source import Source
    from kaozheng.model.quantities.types import Kind

__all__ = ["Amount", "amount_of", "counted_noun", "currency_after", "currency_before", "read_amount"]

_SIGNS = "$€£¥￥￡₽₹₩₺₴₪"
_CODES = (
    "USD|EUR|GBP|RMB|CNY|JPY|HKD|TWD|RUB|KRW|INR|CAD|AUD|CHF|SGD|NZD|BRL|SAR|AED|SEK|NOK|DKK|PLN|TRY|ZAR|"
    "MXN|THB|IDR|MYR|"
    "PHP|VND|KZT|UAH|ILS|QAR|KWD|EGP|NGN|PKR"
)
_PREFIX = (
    r"(?:(?:US|HK|NT|AU|CA|NZ|[ACSR])\$|["
    + re.escape(_SIGNS)
    + rf"])[ ]?|(?:{_CODES})[ ]?[$€£¥]?|(?:Rs|Rp)\.?[ ]?"
)
_BEFORE = re.compile(rf"(?:^|(?<=[^A-Za-z]))(?:{_PREFIX})$|[{re.escape(_SIGNS)}][ ]?$")
_AT = re.compile(_PREFIX)
_SUFFIXES = {"m": 6, "b": 9, "k": 3, "t": 12}
_NOUN = re.compile(r"([ ])([A-Za-z]+(?:-[a-z]+)*)")
_OF_NOUN = re.compile(r"[ ]of([ ])([A-Za-z]+(?:-[a-z]+)*)")
_HYPHENATED = re.compile(
    r"-(member|nation|country|seat|person|ship|strong|page|point|judge|vessel|aircraft)(?![a-z])"
)


class Amount(NamedTuple):
    """What stands in the text from `start` to `end`.

    Attributes:
        start: First code point, sign and currency included.
        end: One past the unit or the counted noun.
        number: The number, scale included.
        unit: Canonical unit with its denominator; None when the text gives none.
        factor: How many canonical units one written unit is.
        kind: What the unit measures.
        counter: The counted noun.
        tail: One past the denominator, or `end`.
        negative: Whether a minus sign stands before the number.
        prefix: Whether the currency stands before the number.
    """

    start: int
    end: int
    number: Numeral
    unit: str | None
    factor: float
    kind: Kind
    counter: str | None
    tail: int
    negative: bool = False
    prefix: bool = False


def read_amount(src: Source, start: int) -> Amount | None:
    """The amount whose digits begin at `start`; sign and currency are looked for before it.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> amount = read_amount(Source("at US$725/kg"), 6)
    >>> amount.start, amount.end, amount.unit, amount.kind
    (3, 9, 'USD/kg', 'price')
    """
    number = read_digits(src.low, start, src.text)
    if number is None:
        return None
    opening, currency = currency_before(src, start)
    negative = _minus(src.low, opening)
    return amount_of(src, opening - negative, number, currency, negative=negative)


def amount_of(
    src: Source, start: int, number: Numeral, currency: str | None, *, negative: bool = False
) -> Amount:
    """The amount whose number was read: scale, unit, denominator and noun follow."""
    number = _with_suffix(src, read_scale(src.low, number), currency)
    hit = read_unit(src, number.end, scaled=number.scaled, currency=currency is not None)
    if currency is not None:
        end = hit.end if hit else number.end
        return _priced(
            src.low, Amount(start, end, number, currency, 1, "money", None, end, negative, prefix=True)
        )
    if hit is None:
        return _counted(src, Amount(start, number.end, number, None, 1, "count", None, number.end, negative))
    form = hit.form
    return _priced(
        src.low, Amount(start, hit.end, number, form.unit, form.factor, form.kind, None, hit.end, negative)
    )


def currency_before(src: Source, start: int) -> tuple[int, str | None]:
    """Where the currency before a number begins, and which it is.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> currency_before(Source("RMB 40 billion"), 4), currency_before(Source("in 40"), 3)
    ((0, 'CNY'), (3, None))
    """
    text = src.text
    last = text[start - 1 : start]
    if not last or not (last in _SIGNS or last.isupper() or last in " .sp"):
        return start, None
    window = text[max(0, start - 6) : start]
    match = _BEFORE.search(window)
    if match is None:
        return start, None
    return start - len(window) + match.start(), _currency(src, match[0])


def currency_after(src: Source, position: int) -> tuple[int, str | None]:
    """Where the number begins after a currency at `position`, and which currency it is."""
    match = _AT.match(src.text, position)
    return (match.end(), _currency(src, match[0])) if match else (position, None)


def counted_noun(src: Source, end: int, pattern: re.Pattern[str] = _NOUN) -> tuple[int, str] | None:
    """The plural noun that directly follows a number, with its end.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> counted_noun(Source("150 aircraft"), 3), counted_noun(Source("200 were"), 3)
    ((12, 'aircraft'), None)
    """
    match = pattern.match(src.text, end)
    if match is None:
        return None
    word = match[2]
    if not _is_plural(word.lower()) or src.text[match.end() : match.end() + 1].isdigit():
        return None
    following = _NOUN.match(src.text, match.end())
    if following is not None and following[2].islower() and _is_plural(following[2]):  # 125 police officers
        return None
    return match.end(), word


def of_noun(src: Source, end: int) -> tuple[int, str] | None:
    """The noun after *of*: thousands of trucks."""
    return counted_noun(src, end, _OF_NOUN)


def _is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    if word in IRREGULAR_PLURALS:
        return True
    if len(word) < 4 or word in NOT_NOUNS or not word.endswith("s"):
        return False
    return not word.endswith(("ss", "ous", "'s", "is"))


def _counted(src: Source, amount: Amount) -> Amount:
    """With the counted noun, if there is one."""
    noun = counted_noun(src, amount.number.end)
    if noun is not None:
        return amount._replace(end=noun[0], tail=noun[0], counter=noun[1])
    hyphenated = _HYPHENATED.match(src.low, amount.number.end)
    if hyphenated is not None:
        return amount._replace(end=hyphenated.end(), tail=hyphenated.end(), counter=hyphenated[1])
    return amount


def _priced(low: str, amount: Amount) -> Amount:
    """With the denominator, which makes a price or a rate of it."""
    if amount.unit is None or amount.kind in {"share", "change", "speed", "temperature", "duration", "rate"}:
        return amount
    per = read_denominator(low, amount.end)
    if per is None:
        return amount
    kind: Kind = (
        "price"
        if amount.kind == "money"
        else "speed"
        if amount.kind == "length" and per[1] == "h"
        else "rate"
    )
    return amount._replace(unit=f"{amount.unit}/{per[1]}", kind=kind, tail=per[0])


def _with_suffix(src: Source, number: Numeral, currency: str | None) -> Numeral:
    """110.7m tonnes, $5M, 5k: a letter that means a scale where it cannot be a unit."""
    end = number.end
    touching = src.low[end : end + 1]
    gap = 0
    if touching == " " and currency is not None and src.low[end + 1 : end + 2] in _SUFFIXES:
        gap, touching = 1, src.low[end + 1]
    if (
        touching not in _SUFFIXES
        or touching == ""
        or number.scaled
        or src.low[end + gap + 1 : end + gap + 2].isalnum()
    ):
        return number
    power = _SUFFIXES[touching]
    scaled = Numeral(end + gap + 1, number.mantissa, number.exponent + power, power)
    if currency is not None or src.text[end] == "k" or (touching != "t" and _goes_on(src, scaled.end)):
        return scaled
    return number


def _goes_on(src: Source, end: int) -> bool:
    """Whether a unit or a counted noun follows, so that the letter before it is a scale."""
    return read_unit(src, end, scaled=True) is not None or counted_noun(src, end) is not None


def _minus(low: str, start: int) -> bool:
    """Whether a minus sign, and not a hyphen, stands before."""
    return low[start - 1 : start] == "-" and (start == 1 or low[start - 2] in " (\n\t[")


def _currency(src: Source, sign: str) -> str:
    """ISO code of a sign; ¥ is yen where the text speaks of Japan."""
    sign = sign.strip().rstrip(".")
    if sign in {"¥", "￥"}:
        return "JPY" if src.speaks_of_yen() else "CNY"
    if sign in {"Rs", "Rp"}:
        return "INR" if sign == "Rs" else "IDR"
    return CURRENCY_SIGNS.get(sign) or CURRENCY_SIGNS.get(sign.rstrip("$€£¥ ")) or sign[:3]
