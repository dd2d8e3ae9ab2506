"""The source that a text names for a figure, and the stage and basis words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kaozheng.data.records import Source
    from kaozheng.data.store import Mention
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["choose_basis", "choose_source", "speaks"]

# Verbs by which an institution gives a figure of its own without "said".
_GIVES = {
    "zh": re.compile(
        r"^[^，。；]{0,30}?(?:下调|上调|调低|调高|估计|评估|统计|列为|列出|公布|发布|修订|给出|认为|的数据|的统计|的估计|的评估)"
    ),
    "en": re.compile(
        r"^(?:['’]s)?\s+(?:\w+\s+){0,3}?(?:cut|lowered|raised|revised|estimate\w*|put|puts|lists?|listed|counts?|counted|downgraded|upgraded|"
        r"reckons|says|said|report\w*|data|figures?|slashed|assess\w*)",
        re.IGNORECASE,
    ),
}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def choose_source(
    context: Context, quantity: Quantity, sources: Mapping[str, Source], published: str | None
) -> str | None:
    """Id of the source that the sentence names for a number.

    Where several publications share the name (USGS), that of a year in the sentence, else the latest one before the
    article, else the earliest.
    """
    named = [
        mention
        for mention in context.named("source")
        if mention.end <= _reach(context, quantity) and speaks(context, mention)
    ]
    if not named:
        return None
    last = named[-1]
    same = [mention.id for mention in named if mention.start == last.start]
    return _edition(context, [key for key in same if key in sources], sources, published)


def _reach(context: Context, quantity: Quantity) -> int:
    """A source may be named anywhere in the sentence when words attribute to it, else before the number."""
    said = context.attribution
    return max(quantity.start, said.end) if said is not None else quantity.start


def speaks(context: Context, mention: Mention) -> bool:
    """Whether a source gives a figure here and is not merely named (中国商务部宣布管制 acts for its country)."""
    said = context.attribution
    if said is not None and said.start <= mention.start and mention.end <= said.end:
        return True
    after = context.text(mention.end, context.sentence.end)
    return _GIVES[context.lang].match(after) is not None


def _edition(
    context: Context, ids: Sequence[str], sources: Mapping[str, Source], published: str | None
) -> str | None:
    """Which of the publications of one name is meant."""
    if len({sources[key].publisher for key in ids}) != 1:
        return None  # a news agency quoted by several publications names none of them
    years = {int(match[0]) for match in _YEAR.finditer(context.sentence.text)}
    ordered = sorted(ids, key=lambda key: (sources[key].published, key))
    of_year = [key for key in ordered if sources[key].year in years]
    before = [key for key in ordered if published is None or sources[key].published <= published]
    chosen = of_year or before or ordered[:1]
    return chosen[-1] if chosen else None


def choose_basis(context: Context, quantity: Quantity, kinds: Mapping[str, str], kind: str) -> str | None:
    """Stage or basis named in the clause of a number.

    Args:
        context: The sentence.
        quantity: The number.
        kinds: Basis id to its kind (``stage``, ``basis``, ``series``).
        kind: Which kind is asked for.
    """
    start, end = context.clauses[context.clause_of(quantity.start)]
    named = {m.id for m in context.named("basis", start, end) if kinds.get(m.id) == kind}
    return named.pop() if len(named) == 1 else None
