"""Every quantity in Chinese text, in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.zh.amounts import Skip, read_amount
from kaozheng.model.quantities.zh.build import build
from kaozheng.model.quantities.zh.forms import FIRST_CHARACTERS
from kaozheng.model.quantities.zh.fractions import read_fraction, read_half, read_ratio
from kaozheng.model.quantities.zh.numbers import STARTS, candidate_pattern
from kaozheng.model.quantities.zh.ordinals import read_ordinal
from kaozheng.model.quantities.zh.special import read_fold, read_idiom

if TYPE_CHECKING:
    import re

    from kaozheng.model.quantities.types import Quantity

__all__ = ["scan_zh"]

_CANDIDATE = candidate_pattern(FIRST_CHARACTERS)


def scan_zh(text: str, folded: str) -> list[Quantity]:
    """Quantities of Chinese text, dates excepted, in order of appearance.

    Args:
        text: The text as submitted; spans and `Quantity.text` refer to it.
        folded: The same text in simplified, half-width characters, of the same length.

    >>> text = "储量从38万吨增至380万吨，占近三成"
    >>> [(q.text, q.value, q.comparator, q.mode) for q in scan_zh(text, text)]
    [('38万吨', 380000.0, 'eq', None), ('380万吨', 3800000.0, 'eq', 'to'), ('三成', 30.0, 'approx', None)]
    """
    found: list[Quantity] = []
    done = 0
    for run in STARTS.finditer(folded):
        pos, stop = run.span()
        pos = max(pos, done)
        while pos < stop:
            match = _CANDIDATE.match(folded, pos)
            if match is None:
                pos += 1
                continue
            quantity, done = _read(text, folded, match, found[-1] if found else None)
            if quantity is not None:
                found.append(quantity)
            pos = max(done, pos + 1)
    return found


def _read(
    text: str, folded: str, match: re.Match[str], previous: Quantity | None
) -> tuple[Quantity | None, int]:
    """The quantity at a candidate, and where to go on."""
    group = match.lastgroup
    if group in ("arabic", "chinese", "signed"):
        return _read_number(text, folded, match, previous)
    if group == "ordinal":
        return read_ordinal(text, folded, match), match.end()
    if group == "half":
        quantity = read_half(text, folded, match)
    elif group == "fraction":
        quantity = read_fraction(text, folded, match)
    elif group == "ratio":
        quantity = read_ratio(text, folded, match)
    else:
        quantity = read_fold(text, match) if group == "fold" else read_idiom(text, match)
        if quantity is None and group == "fold":
            return None, match.start() + 1
    return quantity, quantity.end if quantity is not None else match.end()


def _read_number(
    text: str, folded: str, match: re.Match[str], previous: Quantity | None
) -> tuple[Quantity | None, int]:
    """Number and unit, with the sign of a currency or without."""
    sign = match.group().strip() if match.lastgroup == "signed" else ""
    pos = match.end() if sign else match.start()
    if sign and folded[pos] == "-":
        pos += 1
    amount = read_amount(text, folded, pos, money=bool(sign))
    if isinstance(amount, Skip):
        return None, amount.end
    quantity = build(text, folded, amount, match.start() if sign else pos, sign, previous)
    return quantity, quantity.end if quantity is not None else amount.number.end
