"""Orders of magnitude: dozens, several hundred, tens of thousands, hundreds of millions of dollars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kaozheng.model.quantities.en.amounts import counted_noun, of_noun
from kaozheng.model.quantities.en.context import read_context
from kaozheng.model.quantities.en.numerals import SCALES
from kaozheng.model.quantities.en.units import read_denominator, read_unit
from kaozheng.model.quantities.types import Quantity

if TYPE_CHECKING:
    from kaozheng.model.quantities.en.source import Source
    from kaozheng.model.quantities.types import Kind

__all__ = ["plural_magnitude", "several"]

_PLURALS: dict[str, tuple[float, float]] = {
    "tens": (1e1, 1e2),
    "dozens": (24, 100),
    "scores": (40, 100),
    "hundreds": (1e2, 1e3),
    "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7),
    "billions": (1e9, 1e10),
    "trillions": (1e12, 1e13),
}
_PLURAL = re.compile(
    r"(tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?:[ ]of[ ](thousands|millions|"
    r"billions|trillions))?(?![a-z-])"
)
_SEVERAL = re.compile(r"(?:several|a few|some few|a couple|a couple of|many|multiple)[ ]$")
_SCALE = re.compile(
    r"(hundred|thousand|million|billion|trillion|dozen)(?:[ ](thousand|million|billion|trillion))?(?![a-z-])"
)
_OF_UNIT = re.compile(r"[ ]of(?=[ ])")


class _Span(NamedTuple):
    """What follows a magnitude: where it ends, unit, factor, kind, counter."""

    end: int
    unit: str = "1"
    factor: float = 1
    kind: Kind = "count"
    counter: str | None = None


def plural_magnitude(src: Source, start: int) -> Quantity | None:
    """Hundreds of millions of dollars.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> quantity = plural_magnitude(Source("tens of thousands of troops"), 0)
    >>> quantity.text, quantity.low, quantity.high
    ('tens of thousands of troops', 10000.0, 100000.0)
    """
    match = _PLURAL.match(src.low, start)
    if match is None or (match[1] == "tens" and match[2] is None):
        return None
    low, high = _PLURALS[match[1]]
    size = _PLURALS[match[2]][0] if match[2] else 1
    span = _followed(src, match.end())
    if match[1] == "scores" and span.end == match.end():
        return None
    return _quantity(src, start, span, low * size, high * size)


def several(src: Source, start: int) -> Quantity | None:
    """Several hundred, a few thousand: `start` is at the scale word.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> quantity = several(Source("several hundred vessels"), 8)
    >>> quantity.text, quantity.low, quantity.high
    ('several hundred vessels', 200.0, 1000.0)
    """
    before = _SEVERAL.search(src.low, max(0, start - 14), start)
    match = _SCALE.match(src.low, start) if before else None
    if before is None or match is None or src.low[before.start() - 1 : before.start()].isalnum():
        return None
    size = 12.0 if match[1] == "dozen" else 10.0 ** SCALES[match[1]]
    high = 100.0 if match[1] == "dozen" else size * 10
    more = 10.0 ** SCALES[match[2]] if match[2] else 1.0
    return _quantity(src, before.start(), _followed(src, match.end()), 2 * size * more, high * more)


def _followed(src: Source, end: int) -> _Span:
    """Unit or counted noun, with *of* or without."""
    of = _OF_UNIT.match(src.low, end)
    hit = read_unit(src, of.end() if of else end, scaled=True)
    if hit is not None:
        per = (
            read_denominator(src.low, hit.end)
            if hit.form.kind in {"money", "mass", "volume", "energy"}
            else None
        )
        if per is not None:
            return _Span(
                hit.end,
                f"{hit.form.unit}/{per[1]}",
                hit.form.factor,
                "price" if hit.form.kind == "money" else "rate",
            )
        return _Span(hit.end, hit.form.unit, hit.form.factor, hit.form.kind)
    noun = of_noun(src, end) or counted_noun(src, end)
    return _Span(noun[0], counter=noun[1]) if noun else _Span(end)


def _quantity(src: Source, start: int, span: _Span, low: float, high: float) -> Quantity:
    """A range with its surroundings."""
    context = read_context(src.low, start)
    _, hedge, left = context.hedge(src.low, start)
    change = context.change(left, money=span.kind == "money")
    return Quantity(
        start, span.end, src.raw[start : span.end], None, low * span.factor, high * span.factor, span.unit, "range",
        span.kind, hedge, change.mode, change.direction, None, span.counter,
    )  # fmt: skip
