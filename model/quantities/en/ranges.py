"""Two amounts that make one range: 10-12 percent, $250 to $265, between 3 and 5 million, seven or eight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.en.amounts import Amount, amount_of, currency_after
from kaozheng.model.quantities.en.build import scaled_value
from kaozheng.model.quantities.en.context import Change, read_context
from kaozheng.model.quantities.en.multiples import times
from kaozheng.model.quantities.en.numerals import Numeral, read_digits, read_words
from kaozheng.model.quantities.types import Hedge, Quantity

if TYPE_CHECKING:
    from kaozheng.model.quantities.en.source import Source

__all__ = ["Pair", "read_second", "unit_from"]

_DASH = re.compile(r"[ ]?(?:-|–|~)[ ]?|—|--")
_TO = re.compile(
    r"[ -]to[ -](?:(?:as[ ](?:much|many|high)[ ]as|about|around|over|nearly|almost|more[ ]than|perhaps|"
    r"even|up[ ]to|roughly|some)[ ])?"
)
_OR = re.compile(r"[ ]or[ ](?:even[ ])?")
_AND = re.compile(r"[ ]and[ ](?:about[ ]|around[ ]|over[ ])?")


class Pair:
    """Two amounts joined by a dash, *to*, *or*, *and*."""

    __slots__ = ("first", "second", "word")

    def __init__(self, first: Amount, second: Amount, word: str) -> None:
        self.first = first
        self.second = second
        self.word = word

    def is_range(self, src: Source) -> bool:
        """Whether the two are the ends of one range."""
        first, second = self.first, self.second
        if not _same_unit(first, second):
            return False
        low, high = self._ends()
        if low >= high:
            return False
        words = read_context(src.low, first.start)
        _, _, left = words.hedge(src.low, first.start)
        before = words.words[left - 1] if left else ""
        if self.word == "and":
            return before == "between"
        if self.word == "or":
            return first.unit is None and first.counter is None and high <= 3 * low
        if self.word == "to" and before == "from":
            return words.change(left - 1).mode is None and not _verb_before(words.words, left - 1)
        if self.word == "-" and first.unit is None and second.unit is None and high > 100 * max(low, 1):
            return False
        return not (self.word == "-" and first.unit is None and first.counter is not None)

    def quantity(self, src: Source) -> Quantity:
        """The range as one quantity."""
        low, high = self._ends()
        first, second = self.first, self.second
        unit = second.unit or first.unit
        kind = second.kind if second.unit else first.kind
        context = read_context(src.low, first.start)
        _, hedge, left = context.hedge(src.low, first.start)
        change = context.change(left)
        if kind == "share" and change.mode == "by":
            kind = "change"
        if hedge is not None:
            hedge = Hedge(hedge.start, hedge.end, src.raw[hedge.start : hedge.end])
        end = max(first.end, second.end)
        if second.counter == "times" and (multiple := times(src, first.start, second.number)):
            kind, change = "multiple", Change(multiple.mode, multiple.direction)
            second = second._replace(counter=None)
        return Quantity(
            first.start, end, src.raw[first.start : end], None, low, high, unit or "1", "range", kind, hedge,
            change.mode, change.direction, None, second.counter or first.counter,
        )  # fmt: skip

    def _ends(self) -> tuple[float, float]:
        """Both values in the common unit; the first borrows the scale of the second where it has none."""
        first, second = self.first, self.second
        number = borrowed(first.number, second.number, dash=self.word == "-")
        factor = first.factor if first.unit is not None else second.factor
        low = scaled_value(number, factor)[0]
        high = scaled_value(second.number, second.factor if second.unit is not None else first.factor)[0]
        return (-low if first.negative else low), (-high if second.negative else high)


def read_second(src: Source, first: Amount) -> Pair | None:
    """The amount joined to `first`, if there is one.

    >>> from kaozheng.model.quantities.en.amounts import read_amount
    >>> from kaozheng.model.quantities.en.source import Source
    >>> source = Source("3 to 5 million barrels")
    >>> pair = read_second(source, read_amount(source, 0))
    >>> pair.word, pair.is_range(source), pair.quantity(source).high
    ('to', True, 5000000.0)
    """
    following = src.low[first.end : first.end + 4]
    if not following or following[0] not in " -–~—":
        return None
    for word, pattern in (("-", _DASH), ("to", _TO), ("or", _OR), ("and", _AND)):
        match = pattern.match(src.low, first.end)
        if match is None:
            continue
        second = _amount_at(src, match.end(), first, dash=word == "-")
        if second is not None:
            return Pair(first, second, word)
    return None


def borrowed(first: Numeral, second: Numeral, *, dash: bool = False) -> Numeral:
    """The first number with the scale of the second, as in 3 to 5 million."""
    if first.scaled or first.mantissa >= 1000:
        return first
    if not second.scaled:
        thousands = dash and second.exponent == 0 and second.mantissa % 1000 == 0 and first.exponent == 0
        if thousands and 10 * first.mantissa * 1000 > second.mantissa > first.mantissa * 1000:  # 35-40,000
            return Numeral(first.end, first.mantissa, 3, 3)
        return first
    if first.mantissa * 10.0**first.exponent >= second.mantissa * 10.0 ** (second.exponent - second.scale):
        return first
    return Numeral(first.end, first.mantissa, first.exponent + second.scale, second.scale)


def unit_from(first: Amount, second: Amount) -> Amount:
    """The first of *from 25 to 145 percent* takes unit and scale from the second."""
    if first.unit is not None or first.counter is not None or second.unit is None:
        return first
    return first._replace(
        number=borrowed(first.number, second.number), unit=second.unit, factor=second.factor, kind=second.kind
    )


def _amount_at(src: Source, position: int, first: Amount, *, dash: bool) -> Amount | None:
    """An amount that begins at `position` with its sign, currency, digits or words."""
    start, currency = currency_after(src, position)
    if src.low[start : start + 1].isdigit() and src.low[start : start + 1].isascii():
        number = read_digits(src.low, start, src.text)
    elif currency is None and not dash:
        number = read_words(src.low, start)
    else:
        return None
    if number is None:
        return None
    amount = amount_of(src, position, number, currency)
    if first.prefix and amount.unit is None and amount.counter is None and first.unit is not None:
        return amount_of(src, position, number, first.unit)
    return amount


def _same_unit(first: Amount, second: Amount) -> bool:
    """Whether the units agree, or one of them is left out."""
    if first.unit is None:
        return first.counter is None or second.unit is None
    if second.unit is None:
        return first.prefix and second.counter is None
    if first.unit == second.unit:
        return True
    return second.unit.startswith(first.unit + "/") or (
        first.prefix and second.unit.split("/")[0] == first.unit
    )


def _verb_before(words: list[str], left: int) -> bool:
    """Whether a verb of change governs *from A to B*."""
    from kaozheng.model.quantities.en.lexicon import direction_of

    reach = words[max(0, left - 10) : left]
    return not {"range", "ranges", "ranged", "ranging", "varying", "varies"} & set(reach) and any(
        direction_of(word) for word in reach
    )
