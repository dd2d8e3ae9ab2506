"""Units that a number leaves to its sentence.

Lists say the unit once (88,000 tons in 2024, followed by Chile with 49,000), and 日产2095万桶 says "a day" before the
number.
"""

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
_AGO = re.compile(r"\s+(?:a|one|the)\s+year\s+(?:earlier|ago|before|previously)\b", re.IGNORECASE)
_MASSES: Final = frozenset({"t", "kg", "g", "lb", "short_ton", "long_ton"})
_DAILY_REACH = 24
_DAILY_BEFORE = {
    "zh": re.compile(
        r"(?:日产量?|日均[^，。；\d]{0,6}|每日|每天|日出口量?|日消费量?)(?:约|近|达到?|为|升至|降至|增至|超过|约为|仅)*$"
    ),
    "en": re.compile(
        r"\b(?:daily\s+(?:output|production|exports?|consumption))[^.;\d]{0,16}$", re.IGNORECASE
    ),
}
_DAILY_AFTER = {
    "zh": re.compile(r"[/／每一](?:日|天)"),
    "en": re.compile(r"\s+(?:a|per|every|each)\s+day\b", re.IGNORECASE),
}


def with_shared_units(quantities: Sequence[Quantity], sentence: Sentence, lang: str) -> Iterator[Quantity]:
    """The quantities of a sentence; bare large numbers take the unit of the amount before them.

    Args:
        quantities: All quantities of the sentence in order.
        sentence: The sentence.
        lang: ``zh`` or ``en``.
    """
    amount: Quantity | None = None
    for found in quantities:
        quantity = _not_per_year(found, sentence)
        if quantity.kind in _SHARED:
            amount = quantity
        elif amount is not None and _is_bare(quantity, sentence, lang):
            quantity = replace(quantity, unit=amount.unit, kind=amount.kind)
        elif quantity.kind in ("money", "price", "count"):
            amount = None
        yield _per_day(quantity, sentence, lang)


def _not_per_year(quantity: Quantity, sentence: Sentence) -> Quantity:
    """19,000 tons a year earlier is an amount of another year and no rate."""
    unit, _, per = (quantity.unit or "").partition("/")
    if per != "a" or not _AGO.match(sentence.text[quantity.end - sentence.start :]):
        return quantity
    return replace(quantity, unit=unit, kind="mass" if unit in _MASSES else quantity.kind)


def _per_day(quantity: Quantity, sentence: Sentence, lang: str) -> Quantity:
    """The amount as a daily rate, where the clause says so."""
    if quantity.kind not in ("mass", "volume") or "/" in (quantity.unit or ""):
        return quantity
    begin, end = quantity.start - sentence.start, quantity.end - sentence.start
    before, after = (
        sentence.text[max(0, begin - _DAILY_REACH) : begin],
        sentence.text[end : end + _DAILY_REACH],
    )
    if _DAILY_BEFORE[lang].search(before) or _DAILY_AFTER[lang].match(after):
        return replace(quantity, unit=f"{quantity.unit}/d")
    return quantity


def _is_bare(quantity: Quantity, sentence: Sentence, lang: str) -> bool:
    """Whether it is a large count of nothing named."""
    if quantity.kind != "count" or quantity.counter or quantity.unit != "1":
        return False
    size = quantity.value if isinstance(quantity.value, (int, float)) else quantity.high or 0.0
    rest = sentence.text[quantity.end - sentence.start :]
    return size >= _LARGE and _AFTER[lang].match(rest) is not None
