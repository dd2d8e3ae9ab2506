"""Clauses whose number looks like an item of what was said before and is not.

A wrong period, place or stage makes a true figure look false, so these roles are corrected or left open.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.model.detect.context import WORLD

if TYPE_CHECKING:
    from kaozheng.model.detect.context import Context
    from kaozheng.model.protocols import Roles
    from kaozheng.model.quantities.types import Quantity

__all__ = ["cautious"]

_FROM = {"zh": re.compile(r"(?:从|由)$"), "en": re.compile(r"\bfrom\s+$", re.IGNORECASE)}
_TO = {
    "zh": re.compile(r"(?:到|至|为|成)(?:了|约)?$"),
    "en": re.compile(r"\bto\s+(?:about\s+|some\s+)?$", re.IGNORECASE),
}
_OUT_OF = re.compile(r"\d[\w\s.,-]{0,24}\s(?:of|out\s+of)\s+(?:the|some|about)\s+$", re.IGNORECASE)
_EACH = {"zh": re.compile(r"各(?:为|有|达|约)?$"), "en": re.compile(r"\beach\b", re.IGNORECASE)}
_REFINED = {
    "zh": re.compile(r"精炼|电解(?!铝)|冶炼"),
    "en": re.compile(r"\b(?:refined|refinery|smelter|smelted)\b", re.IGNORECASE),
}
_STAGED = frozenset({"production", "production_share", "capacity"})


def cautious(context: Context, quantity: Quantity, roles: Roles) -> Roles:
    """The roles without what the clause does not bear out."""
    start, end = context.clauses[context.clause_of(quantity.start)]
    hedge = quantity.hedge
    opening = hedge.start if hedge is not None and hedge.end <= quantity.start else quantity.start
    before, lang = context.text(start, opening), context.lang
    if _FROM[lang].search(before) and _moves_on(context, quantity, end):
        roles = replace(
            roles, period=None
        )  # 2024年...从14.9万吨减少到11万吨: the start has no date of its own
    if lang == "en" and _OUT_OF.search(before):
        roles = replace(roles, place=WORLD, inherited=_with(roles, "place", "subject"))
    if _EACH[lang].search(before if lang == "zh" else context.text(start, end)):
        roles = replace(roles, place=None, inherited=_with(roles, "place", "subject"))
    if roles.stage in (None, "mine") and roles.metric in _STAGED and _REFINED[lang].search(before):
        roles = replace(roles, stage="refinery")
    return roles


def _moves_on(context: Context, quantity: Quantity, end: int) -> bool:
    """Whether a later number of the clause is the end of the move."""
    return any(
        quantity.end <= other.start < end
        and other.unit == quantity.unit
        and _TO[context.lang].search(context.text(quantity.end, other.start))
        for other in context.quantities
    )


def _with(roles: Roles, *names: str) -> tuple[str, ...]:
    return tuple(sorted({*roles.inherited, *names}))
