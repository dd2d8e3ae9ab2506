"""From number, unit and surroundings to a `Quantity`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.precision import interval, value_of
from kaozheng.model.quantities.types import Hedge, Quantity
from kaozheng.model.quantities.unit_form import UnitForm
from kaozheng.model.quantities.units import CURRENCY_SIGNS, unit_kind
from kaozheng.model.quantities.zh import changes, hedges
from kaozheng.model.quantities.zh.context import LICENCE, is_lone_figure, minus_before
from kaozheng.model.quantities.zh.forms import DENOMINATORS, unit_at
from kaozheng.model.quantities.zh.gates import is_bare_magnitude
from kaozheng.model.quantities.zh.multiples import multiple_factor, multiple_mode
from kaozheng.model.quantities.zh.surroundings import look_around

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Comparator, Direction, Kind, Mode
    from kaozheng.model.quantities.zh.amounts import Amount
    from kaozheng.model.quantities.zh.numbers import Number
    from kaozheng.model.quantities.zh.surroundings import Surroundings

__all__ = ["build", "change_of", "settle"]

_CURRENCY_WORDS = {
    "人民币": "CNY",
    "新台币": "TWD",
    "台币": "TWD",
    "港币": "HKD",
    "港元": "HKD",
    "美元": "USD",
    "美金": "USD",
    "欧元": "EUR",
    "日元": "JPY",
    "英镑": "GBP",
    "卢布": "RUB",
}
_BARE = UnitForm("1", 1, "count")
_NO_RATE = frozenset(("count", "share", "change", "multiple", "duration", "temperature", "other"))


def build(
    text: str, folded: str, amount: Amount, start: int, sign: str, previous: Quantity | None
) -> Quantity | None:
    """The quantity that an amount is in its context; None when the number turns out to be a name or code.

    Args:
        text: The text as submitted.
        folded: The same, folded.
        amount: Number and unit.
        start: Where the number or its currency sign begins.
        sign: Currency sign, or nothing.
        previous: The quantity before this one.
    """
    form = amount.found.form if amount.found is not None else _BARE
    negative = folded[amount.start - 1 : amount.start] == "-" if sign else False
    if sign:
        form = UnitForm(_signed_currency(folded, start, sign), 1, "money")
    else:
        number_start = start
        start = minus_before(folded, start)
        negative = start < number_start
        start, form = _currency_word(folded, start, amount, form)
    if form is _BARE and _is_code(folded, start, amount.number):
        return None
    around = look_around(
        folded, start, amount.end, form.kind, bare=is_bare_magnitude(amount.number), previous=previous
    )
    if form is _BARE and not is_lone_figure(
        folded, amount.number, licensed=around.left is not None or around.change is not None
    ):
        return None
    form, end_of_rate = _rate(folded, amount.end, form, around.per)
    if end_of_rate > amount.end:
        around = look_around(folded, start, end_of_rate, form.kind, previous=previous)
    return _quantity(text, folded, amount, start, form, around, negative=negative)


_INTRODUCERS = hedges.LAST_CHARACTERS | changes.LAST_CHARACTERS | LICENCE | {" "}


def _is_code(folded: str, start: int, number: Number) -> bool:
    """A quick no to the many figures in dates, names and codes that nothing introduces as a quantity."""
    if number.text[-1] in "万亿兆" or "," in number.text:
        return False
    return folded[start - 1 : start] not in _INTRODUCERS


def _signed_currency(folded: str, start: int, sign: str) -> str:
    """ISO code of a currency sign; ¥ is yen where the text speaks of Japan just before."""
    if sign in "¥￥" and any(word in folded[max(0, start - 24) : start] for word in ("日本", "日元", "东京")):
        return "JPY"
    return CURRENCY_SIGNS[sign]


def _currency_word(folded: str, start: int, amount: Amount, form: UnitForm) -> tuple[int, UnitForm]:
    """人民币45亿元, 港币50亿: the currency named before the number."""
    for length in (3, 2):
        code = _CURRENCY_WORDS.get(folded[start - length : start]) if start >= length else None
        if code is None:
            continue
        surface = amount.found.surface if amount.found is not None else ""
        if surface in ("元", "圆") or (not surface and amount.number.text[-1] in "万亿"):
            return start - length, UnitForm(code, 1, "money")
    return start, form


def _rate(folded: str, end: int, form: UnitForm, before: UnitForm | None) -> tuple[UnitForm, int]:
    """The unit with its denominator, and where the denominator ends: 350美元/公斤, 每公斤350美元."""
    if form.kind in _NO_RATE and form.kind != "count":
        return form, end
    after, end_of_rate = _per_after(folded, end, form)
    per = after or (before if form.kind != "count" else None)
    if per is None or per.unit == form.unit or "/" in form.unit:
        return form, end
    unit = f"{form.unit}/{per.unit}"
    return UnitForm(unit, form.factor / per.factor, unit_kind(unit)), end_of_rate if after else end


def _per_after(folded: str, end: int, form: UnitForm) -> tuple[UnitForm | None, int]:
    """The denominator that begins at `end`: /吨, 每吨, and 一公斤 behind money."""
    mark = folded[end : end + 1]
    start = end + 1
    if mark == " " and folded[end + 1 : end + 2] == "/":
        start = end + 2
    elif mark == "一" and form.kind == "money":
        start = end + 1
    elif mark not in ("/", "每"):
        return None, end
    if mark != "一" and folded[start : start + 1] in ("一", " "):
        start += 1
    found = unit_at(folded, start)
    surface = found.surface if found is not None else folded[start : start + 1]
    per = DENOMINATORS.get(surface)
    if per is None or (mark == "一" and per.kind == "duration"):
        return None, end
    return per, found.end if found is not None else start + 1


def _quantity(
    text: str,
    folded: str,
    amount: Amount,
    start: int,
    form: UnitForm,
    around: Surroundings,
    *,
    negative: bool,
) -> Quantity:
    """Puts the parts together."""
    is_range = amount.high is not None or amount.low.top is not None
    surplus = amount.low.surplus or (amount.found.surplus if amount.found is not None else "")
    comparator, hedge = settle(text, around, is_range=is_range)
    if surplus and not is_range:
        place = folded.rfind(surplus, start, amount.end)
        comparator, hedge = "gt", Hedge(place, place + 1, text[place : place + 1])
    low, high = interval(amount.low, amount.high, form.factor, negative=negative)
    value = None if is_range else value_of(amount.low, form.factor, negative=negative)
    mode, direction, kind = change_of(around, form.kind)
    factor = None
    if kind == "multiple":
        mode, direction = multiple_mode(around)
        factor = multiple_factor(value, mode, direction)
    return Quantity(
        start,
        amount.end,
        text[start : amount.end],
        value,
        low,
        high,
        form.unit,
        comparator,
        kind,
        hedge,
        mode,
        direction,
        factor,
        form.counter,
    )


def settle(text: str, around: Surroundings, *, is_range: bool) -> tuple[Comparator, Hedge | None]:
    """Comparator and hedge; a bound behind the number (以上) says more than 约 before it."""
    hit = around.left or around.right
    if around.left is not None and around.right is not None and around.left.comparator == "approx":
        hit = around.right
    if hit is None:
        return ("range" if is_range else "eq"), None
    return ("range" if is_range else hit.comparator), hit.hedge(text)


def change_of(around: Surroundings, kind: Kind) -> tuple[Mode | None, Direction | None, Kind]:
    """Mode, direction and kind: a percentage by which something changes is a change and no share."""
    if around.change is None:
        return None, None, kind
    if kind == "share" and around.change.mode == "by":
        kind = "change"
    return around.change.mode, around.change.direction, kind
