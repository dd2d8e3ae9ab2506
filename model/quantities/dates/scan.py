"""From hits to quantities of kind ``date``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.dates.anchor import Anchor
from kaozheng.model.quantities.dates.chinese import find_chinese
from kaozheng.model.quantities.dates.english import find_english
from kaozheng.model.quantities.dates.hedges import chinese_hedge, english_hedge
from kaozheng.model.quantities.types import Hedge, Quantity

if TYPE_CHECKING:
    from kaozheng.model.quantities.dates.hit import Hit
    from kaozheng.model.quantities.types import Comparator

__all__ = ["scan_dates"]


def scan_dates(text: str, folded: str, lang: str, anchor: str | None) -> list[Quantity]:
    """Dates and periods, in order of appearance.

    Args:
        text: The text as submitted; spans and `Quantity.text` refer to it.
        folded: The same text in simplified, half-width characters, of the same length.
        lang: ``zh`` or ``en``.
        anchor: The article's date (ISO). Without it, dates that do not name their year are left out.

    Raises:
        PeriodError: `anchor` is not an ISO period.

    >>> text = "自2023年8月1日起，今年上半年出口降至40%"
    >>> [(q.text, q.value, q.comparator) for q in scan_dates(text, text, "zh", "2025-10-26")]
    [('2023年8月1日', '2023-08-01', 'ge'), ('今年上半年', '2025-H1', 'eq')]
    >>> text = "Deliveries fell by the end of 2023; output in the third quarter of 2025 rose."
    >>> [(q.text, q.value, q.comparator) for q in scan_dates(text, text, "en", None)]
    [('2023', '2023', 'le'), ('third quarter of 2025', '2025-Q3', 'eq')]
    """
    day = Anchor.of(anchor) if anchor else None
    if lang == "zh":
        return [
            _quantity(text, hit, *chinese_hedge(folded, hit.start, hit.end))
            for hit in find_chinese(folded, day)
        ]
    return [
        _quantity(text, hit, *english_hedge(folded, hit.start, hit.end)) for hit in find_english(folded, day)
    ]


def _quantity(text: str, hit: Hit, comparator: Comparator, hedge: Hedge | None) -> Quantity:
    """A pair is a range whatever stands around it."""
    if isinstance(hit.value, tuple):
        comparator = "range"
    if hedge is not None:
        hedge = Hedge(hedge.start, hedge.end, text[hedge.start : hedge.end])
    return Quantity(
        hit.start, hit.end, text[hit.start : hit.end], hit.value, None, None, None, comparator, "date", hedge
    )
