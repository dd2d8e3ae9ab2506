"""Quantities of a text in either language, or of a text that mixes them."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from kaozheng.data.text import fold
from kaozheng.model.quantities.dates import scan_dates
from kaozheng.model.quantities.en import scan_en
from kaozheng.model.quantities.script import blocks, foreign_stretches
from kaozheng.model.quantities.zh.scan import scan_zh

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Hedge, Quantity

__all__ = ["parse_quantities"]


def parse_quantities(text: str, lang: str | None = None, anchor: str | None = None) -> list[Quantity]:
    """Every quantity of a text, in order of appearance; spans do not overlap.

    Args:
        text: The text; offsets refer to it.
        lang: ``zh`` or ``en``; None decides line by line from the script.
        anchor: Date of the article (ISO 8601), against which 去年 or "last month" are resolved.

    >>> [(q.text, q.value, q.unit) for q in parse_quantities("俄罗斯稀土储量约380万吨，占全球的百分之二。")]
    [('380万吨', 3800000.0, 't'), ('百分之二', 2.0, '%')]
    """
    folded = fold(text)
    found: list[Quantity] = []
    for start, end, script in blocks(text, lang):
        found.extend(_block(text[start:end], folded[start:end], script, anchor, start))
    return found


def _block(text: str, folded: str, script: str, anchor: str | None, offset: int) -> list[Quantity]:
    """Quantities of lines in one script, shifted to their place."""
    amounts = _zh(text, folded) if script == "zh" else _en(text, folded)
    dates = scan_dates(text, folded, script, anchor)
    kept = resolve(amounts, dates) if dates else amounts
    return [shifted(quantity, offset) for quantity in kept] if offset else kept


def _zh(text: str, folded: str) -> list[Quantity]:
    """Chinese lines, and the English phrases in them."""
    found = scan_zh(text, folded)
    stretches = foreign_stretches(text, "zh")
    if not stretches:
        return found
    extra = [shifted(q, start) for start, end in stretches for q in scan_en(text[start:end])]
    return resolve([*found, *extra], []) if extra else found


def _en(text: str, folded: str) -> list[Quantity]:
    """English lines, and the Chinese phrases in them."""
    found = scan_en(text)
    stretches = foreign_stretches(text, "en")
    extra = [
        shifted(q, start) for start, end in stretches for q in scan_zh(text[start:end], folded[start:end])
    ]
    return resolve([*found, *extra], []) if extra else found


def resolve(amounts: list[Quantity], dates: list[Quantity]) -> list[Quantity]:
    """Without overlaps: dates win, then the longest, then the first found.

    >>> from kaozheng.model.quantities.types import Quantity
    >>> short = Quantity(0, 2, "12", 12.0, 11.5, 12.5, "1", "eq", "count")
    >>> long = Quantity(0, 4, "12km", 12.0, 11.5, 12.5, "km", "eq", "length")
    >>> [q.text for q in resolve([short, long], [])]
    ['12km']
    """
    ranked = [*sorted(dates, key=_length, reverse=True), *sorted(amounts, key=_length, reverse=True)]
    ranked.sort(key=attrgetter("start"))
    kept: list[Quantity] = []
    for quantity in ranked:
        while kept and quantity.start < kept[-1].end and _beats(quantity, kept[-1]):
            kept.pop()
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


def _length(quantity: Quantity) -> int:
    return quantity.end - quantity.start


def _beats(one: Quantity, other: Quantity) -> bool:
    """Whether `one` replaces `other`, which it overlaps."""
    if (one.kind == "date") != (other.kind == "date"):
        return one.kind == "date"
    return _length(one) > _length(other)


def shifted(quantity: Quantity, offset: int) -> Quantity:
    """The same quantity in a text in front of which `offset` code points stand."""
    if not offset:
        return quantity
    return replace(
        quantity,
        start=quantity.start + offset,
        end=quantity.end + offset,
        hedge=_shifted_hedge(quantity.hedge, offset),
    )


def _shifted_hedge(hedge: Hedge | None, offset: int) -> Hedge | None:
    return replace(hedge, start=hedge.start + offset, end=hedge.end + offset) if hedge is not None else None
