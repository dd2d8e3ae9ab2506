"""Numbers of a list that leave out the unit of the first: 88,000 tons in 2024, followed by Chile with 49,000."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaozheng.model.protocols import Sentence
    from kaozheng.model.quantities.types import Quantity

__all__ = ["with_shared_units"]

_SHARED: Final = frozenset({"mass", "energy", "power", "volume", "area"})
# A count that goes on like this counts nothing of its own.
_AFTER = {
    "en": re.compile(
        r"\s*(?:$|[,.;:)]|(?:and|or|but|to|in|from|for|by|against|while|with|as|at)\b|(?:a|the|one)\s+(?:year|month|previous|prior))",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"\s*(?:$|[，。；、）)]|和|与|及|降|升|增|减|左右|以上)"),
}
_LARGE = 1000


def with_shared_units(quantities: Sequence[Quantity], sentence: Sentence, lang: str) -> Iterator[Quantity]:
    """The quantities of a sentence; bare large numbers take the unit of the amount before them.

    Args:
        quantities: All quantities of the sentence in order.
        sentence: The sentence.
        lang: ``zh`` or ``en``.
    """
    amount: Quantity | None = None
    for quantity in quantities:
        if quantity.kind in _SHARED:
            amount = quantity
        elif amount is not None and _is_bare(quantity, sentence, lang):
            quantity = replace(quantity, unit=amount.unit, kind=amount.kind)
        elif quantity.kind in ("money", "price", "count"):
            amount = None
        yield quantity


def _is_bare(quantity: Quantity, sentence: Sentence, lang: str) -> bool:
    """Whether it is a large count of nothing named."""
    if quantity.kind != "count" or quantity.counter or quantity.unit != "1":
        return False
    size = quantity.value if isinstance(quantity.value, (int, float)) else quantity.high or 0.0
    rest = sentence.text[quantity.end - sentence.start :]
    return size >= _LARGE and _AFTER[lang].match(rest) is not None
