"""中国和美国的产量分别为750吨和20吨: the first name has the first number, the second name the second."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.data.store import Mention
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["respective_names"]

_FLOW = {
    "zh": re.compile(r"[对自从向与]$"),
    "en": re.compile(r"\b(?:to|from|with)\s+(?:the\s+)?$", re.IGNORECASE),
}
_WORD = {"zh": re.compile("分别|依次"), "en": re.compile(r"\brespectively\b", re.IGNORECASE)}


def respective_names(context: Context, quantity: Quantity) -> dict[str, str]:
    """Which place or entity a number belongs to by its position in the list; empty without such a list."""
    word = _WORD[context.lang].search(context.sentence.text)
    if word is None:
        return {}
    numbers = [q for q in context.quantities if q.kind == quantity.kind and q.unit == quantity.unit]
    if quantity not in numbers or len(numbers) < 2:
        return {}
    position = numbers.index(quantity)
    out = {}
    for kind in ("place", "entity"):
        names = _listed(context, kind, numbers[0].start)
        if len(names) == len(numbers):
            out["partner" if _is_flow(context, names[0]) else kind] = names[position].id
    return out


def _is_flow(context: Context, first: Mention) -> bool:
    """Whether a list of countries is the other end of a flow (对欧盟、美国分别出口)."""
    clause, _ = context.clauses[context.clause_of(first.start)]
    return first.kind == "place" and _FLOW[context.lang].search(context.text(clause, first.start)) is not None


def _listed(context: Context, kind: str, before: int) -> Sequence[Mention]:
    """The distinct names of one kind before the first number, in order."""
    seen: dict[str, Mention] = {}
    for mention in context.named(kind, end=before):
        seen.setdefault(mention.id, mention)
    return [mention for mention in seen.values() if mention.id != "WLD"]
