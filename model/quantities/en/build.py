"""From amounts to quantities: values, written precision, comparators, changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.en.context import Change, change_after, hedge_after, read_context
from kaozheng.model.quantities.types import Hedge, Quantity

if TYPE_CHECKING:
    from kaozheng.model.quantities.en.amounts import Amount
    from kaozheng.model.quantities.en.context import Context
    from kaozheng.model.quantities.en.numerals import Numeral
    from kaozheng.model.quantities.en.source import Source
    from kaozheng.model.quantities.types import Comparator, Kind

__all__ = ["amount_quantity", "hedged", "plain_quantity", "scaled_value", "share_quantity"]

_POWERS = {10.0**exponent: exponent for exponent in range(-6, 16)}
_UNCHANGING = frozenset({"rank", "multiple", "date"})


def scaled_value(number: Numeral, factor: float = 1) -> tuple[float, float]:
    """Value and half a unit of the last written digit, without rounding errors of binary fractions.

    >>> from kaozheng.model.quantities.en.numerals import Numeral
    >>> scaled_value(Numeral(0, 285, 4)), scaled_value(Numeral(0, 806, -2), 0.01)
    ((2850000.0, 5000.0), (0.0806, 5e-05))
    """
    exponent, rest = number.exponent, 1.0
    if factor in _POWERS:
        exponent += _POWERS[factor]
    else:
        rest = factor
    value, half = _shift(number.mantissa, exponent), _shift(5, exponent - 1)
    return (value, half) if rest == 1 else (float(f"{value * rest:.12g}"), float(f"{half * rest:.12g}"))


def amount_quantity(src: Source, amount: Amount, context: Context | None = None) -> Quantity:
    """The quantity of one amount in its surroundings."""
    context = context or read_context(src.low, amount.start)
    comparator, hedge, left = hedged(src, amount.start, amount.tail, context)
    change = _change(src, amount, context, left)
    value, half = scaled_value(amount.number, amount.factor)
    if amount.negative:
        value = -value
    kind: Kind = "change" if change.mode == "by" and amount.kind == "share" else amount.kind
    return Quantity(
        amount.start,
        amount.end,
        src.raw[amount.start : amount.end],
        value,
        _tidy(value - half),
        _tidy(value + half),
        amount.unit or "1",
        comparator,
        kind,
        hedge,
        change.mode,
        change.direction,
        None,
        amount.counter,
    )


def share_quantity(src: Source, start: int, end: int, percent: float) -> Quantity:
    """A fraction as a share: a third, two-fifths, half."""
    context = read_context(src.low, start)
    comparator, hedge, left = hedged(src, start, end, context)
    change = context.change(left)
    if change.mode is None:
        change = change_after(src.low, end)
    if _is_part(src, end, context, left):
        change = Change()
    kind: Kind = "change" if change.mode == "by" else "share"
    value = round(float(percent), 4)
    return Quantity(
        start,
        end,
        src.raw[start:end],
        value,
        _tidy(value - 0.5),
        _tidy(value + 0.5),
        "%",
        comparator,
        kind,
        hedge,
        *change,
    )


def plain_quantity(
    src: Source,
    start: int,
    end: int,
    value: float,
    kind: Kind,
    *,
    mode: Change | None = None,
    factor: float | None = None,
) -> Quantity:
    """A rank or a multiple."""
    comparator, hedge, _ = hedged(src, start, end, read_context(src.low, start))
    half = 0.0 if kind == "rank" else 0.5
    mode = mode or Change()
    return Quantity(
        start,
        end,
        src.raw[start:end],
        value,
        value - half,
        value + half,
        "1",
        comparator,
        kind,
        hedge,
        *mode,
        factor,
    )


def hedged(src: Source, start: int, end: int, context: Context) -> tuple[Comparator, Hedge | None, int]:
    """Comparator and hedge before or behind, and how many words stand before the hedge."""
    comparator, hedge, left = context.hedge(src.low, start)
    if hedge is None and (after := hedge_after(src.low, end)):
        comparator, hedge = after
    if hedge is not None:
        hedge = Hedge(hedge.start, hedge.end, src.raw[hedge.start : hedge.end])
    return comparator, hedge, left


def _change(src: Source, amount: Amount, context: Context, left: int) -> Change:
    """The change that the words before or behind make of an amount."""
    if amount.kind in _UNCHANGING:
        return Change()
    change = context.change(left, money=amount.kind == "money")
    if change.mode is None and (
        amount.kind in {"share", "change", "money", "mass", "volume", "rate", "energy", "power"}
    ):
        change = change_after(src.low, amount.tail, points=amount.kind in {"share", "change"})
    if amount.kind == "share" and change.mode == "by" and _is_part(src, amount.end, context, left):
        return Change()
    if change.mode is None and amount.kind == "change":
        return Change("by", None)
    return change


_PART_OF = re.compile(r"[ ](?:of|the|its|their|his|her|our)[ ]")


def _is_part(src: Source, end: int, context: Context, left: int) -> bool:
    """Whether a share is the part that was lost or gained (lost a third of its tanks), and no rate of change."""
    return _PART_OF.match(src.low, end) is not None and not (left and context.words[left - 1] in {"by", "to"})


def _shift(mantissa: int, exponent: int) -> float:
    """``mantissa * 10 ** exponent``, correctly rounded."""
    return float(mantissa * 10**exponent) if exponent >= 0 else mantissa / 10**-exponent


def _tidy(value: float) -> float:
    """Without the noise of a subtraction."""
    return float(f"{value:.12g}")
