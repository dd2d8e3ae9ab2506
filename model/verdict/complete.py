"""Units that the text leaves half unsaid: "to $725" after "$350 per kilogram"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kaozheng.model.link.nature import is_price
from kaozheng.model.link.units import currency_of

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.verdict.case import Case

__all__ = ["complete_unit"]

_PER_TONNE = re.compile(
    r"每吨|1吨|一吨|/吨|吨[^，。；]{0,8}(?:需|耗)|\b(?:per|a|one|each|every|1) (?:metric )?ton", re.IGNORECASE
)

# How far back, in characters, a reader remembers the unit of a price.
_BACK = 2000


def complete_unit(case: Case, quantity: Quantity) -> str | None:
    """The unit of a quantity, with the denominator that the article or the reference supplies."""
    unit = quantity.unit
    if unit is None or "/" in unit:
        return unit
    if is_price(case.roles.metric or "") and currency_of(unit):
        return _said_before(case, quantity, unit) or _on_record(case, unit) or unit
    if (
        case.roles.metric == "energy_intensity"
        and unit in ("kWh", "MWh")
        and _PER_TONNE.search(case.sentence)
    ):
        return f"{unit}/t"
    return unit


def _said_before(case: Case, quantity: Quantity, currency: str) -> str | None:
    """The unit of the nearest earlier price in the same currency."""
    before = case.quantities_between(max(0, quantity.start - _BACK), quantity.start)
    earlier = [other.unit for other in before if other.unit and other.unit.startswith(f"{currency}/")]
    known = {
        record.unit for record in case.store.numeric(subject=case.roles.subject, metric=case.roles.metric)
    }
    return next((unit for unit in reversed(earlier) if unit in known), None)


def _on_record(case: Case, currency: str) -> str | None:
    """The unit that the subject's price is usually recorded in."""
    records = case.store.numeric(subject=case.roles.subject, metric=case.roles.metric)
    units = Counter(record.unit for record in records if record.unit.startswith(f"{currency}/"))
    return units.most_common(1)[0][0] if units else None
