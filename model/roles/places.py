"""Whose number it is, and the other end of a flow or a comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaozheng.model.roles.sources import speaks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaozheng.data.store import Mention
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["PlaceChoice", "choose_place", "is_partner", "owners", "world_is_owner"]

WORLD = "WLD"
_NEARBY = 60
_NOWHERE = frozenset({WORLD, "ROW"})

# What stands right before or right after a country that is only the other end of something.
_ZH_PARTNER_BEFORE = re.compile(
    r"(?:自|从|来自|源自|由|对|向|输往|运往|销往|出口至|出口到|赴|比|较|与|跟|同|相比|相当于|高于|低于|超过|不及|仅次于|依赖|是|为|援)$"
)
_ZH_TRADE_AFTER = re.compile(
    r"^.{0,10}?(?:进口|购买|采购|运来|输入|出口|依赖|依存|供应|订购|供货|加征|征收|实施|的出口|的关税|关税|的依赖|销售|军售|提供|援助|相比|贸易|投资|制裁)"
)
_ZH_COMPARED_AFTER = re.compile(
    r"^(?:的)?(?:[^，。]{0,6}?)(?:倍|\ue000)|^(?:更|要|还|高|低|多|少|大|相比|同期)"
)
_ALWAYS_PARTNER = re.compile(r"(?:来自|源自|输往|运往|销往|出口至|出口到|仅次于|相当于|依赖)$")
_COMPARED = re.compile(r"(?:比|较|相比|高于|低于|不及|超过|是|为|相当于)$")
_EN_PARTNER_BEFORE = re.compile(
    r"\b(?:from|to|than|with|against|versus|vs\.?|on|times|compared\s+(?:to|with)|sourced\s+in|twice|double|like|into|after|behind|as\s+\w+\s+as)"
    r"(?:\s+(?:the|that\s+of|that\s+in|those\s+of|those\s+in|mainland|neighbouring|neighboring|both))*\s*$",
    re.IGNORECASE,
)
# The highest in the EU: where it is compared, not whose it is.
_EN_SUPERLATIVE = re.compile(
    r"\b(?:\w+est|most|least|first|second|third)\b[^,;]{0,30}\b(?:in|of|among)\s+(?:the\s+)?$", re.IGNORECASE
)
_EN_WITH_OWNER = re.compile(
    r"\b(?:demand|consumption|output|production|supply)\s+(?:from|by)\s*$|\b(?:produced|mined|held|owned|consumed|used|operated)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# 对华, 访美: the name comes with its preposition.
_ZH_JOINED_VERBS = frozenset("对访赴驻援反亲输涉制遏")
_ZH_WHOLE_BEFORE = re.compile(r"(?:占|占了|占据|占到|占全)$")
_JOINED = {
    "zh": re.compile(r"^(?:、|和|与|及|以及|跟|,)$"),
    "en": re.compile(r"^(?:['’]s)?(?:,|,?\s+and|,?\s+or)\s+(?:the\s+)?$", re.IGNORECASE),
}
_WORLD_WHOLE = {
    "zh": re.compile(r"(?:占|在|居|约占|供应)(?:了|据|到)?[^，。]{0,4}$"),
    "en": re.compile(r"\bof\s+(?:the\s+)?$", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """Where a number belongs.

    Attributes:
        place: Place code.
        partner: The other end, or what is compared with.
        near: Whether the place stands in the clause of the quantity.
    """

    place: str | None = None
    partner: str | None = None
    near: bool = True


def choose_place(
    context: Context,
    quantity: Quantity,
    taken: Iterable[tuple[int, int]] = (),
    extent: tuple[int, int] | None = None,
) -> PlaceChoice:
    """Place and partner of a quantity from its clause, else the place from earlier clauses of the sentence.

    Args:
        context: The sentence.
        quantity: The quantity.
        taken: Spans of mentions that a frame has already given a part.
        extent: The stretch to look in first; the clause of the quantity when None.
    """
    number = context.clause_of(quantity.start)
    start, end = extent or context.clauses[number]
    taken = set(taken)
    partner = _partner(context, start, end, taken)
    own = owners(context, start, end, taken)
    if own:
        return PlaceChoice(_pick(context, own, quantity), partner)
    for left, right in context.clauses_before(number):
        earlier = owners(context, left, right, taken)
        if earlier:
            return PlaceChoice(_only(context, earlier), partner, near=False)
    return PlaceChoice(None, partner)


def owners(context: Context, start: int, end: int, taken: Iterable[tuple[int, int]] = ()) -> list[Mention]:
    """Countries in a span that can own a number: no partners, no sources, not the world as a whole."""
    skip = set(taken)
    return [
        mention
        for mention in _places(context, start, end)
        if (mention.start, mention.end) not in skip
        and mention.id not in _NOWHERE
        and not is_partner(context, mention, start, end)
        and not (context.lang == "en" and _EN_SUPERLATIVE.search(_before(context, mention, start)))
        and not (context.lang == "zh" and _ZH_WHOLE_BEFORE.search(_before(context, mention, start)))
    ]


def world_is_owner(context: Context, quantity: Quantity) -> bool:
    """Whether the clause speaks of the world's own number (全球产量为...), not of a share of it."""
    start, end = context.clauses[context.clause_of(quantity.start)]
    worlds = [m for m in _places(context, start, end) if m.id == WORLD and m.end <= quantity.start]
    if not worlds or quantity.kind in ("share", "rank"):
        return False
    before = context.text(start, worlds[-1].start)
    return _WORLD_WHOLE[context.lang].search(before) is None


def _places(context: Context, start: int, end: int) -> list[Mention]:
    """Countries in a span outside the words that attribute."""
    said = context.attribution
    sources = [m for m in context.mentions if m.kind == "source" and speaks(context, m)]
    return [
        mention
        for mention in context.named("place", start, end)
        if not (said is not None and _attributes(context, mention))
        and not any(s.start <= mention.start and mention.end <= s.end for s in sources)
    ]


def _attributes(context: Context, mention: Mention) -> bool:
    """Whether a place belongs to the words that say who speaks: 据俄罗斯媒体报道.

    The speaker's own country stays when it speaks of itself: 俄方宣称本国储量.
    """
    said = context.attribution
    if said is None or not said.start <= mention.start < said.end:
        return False
    return not (said.holder_start <= mention.start and said.holder_end <= mention.end + 2)


def is_partner(context: Context, mention: Mention, start: int, end: int) -> bool:
    """Whether the words around a country make it the other end of a flow or a comparison."""
    before = _before(context, mention, start)
    after = context.text(mention.end, min(end, mention.end + _NEARBY))
    if context.lang == "en":
        return _is_partner_en(before)
    if (
        context.text(mention.start, mention.start + 1) in _ZH_JOINED_VERBS
        and mention.end - mention.start == 2
    ):
        return True
    return _is_partner_zh(before, after)


def _before(context: Context, mention: Mention, start: int) -> str:
    """The few words before a mention that can bear on it."""
    return context.text(max(start, mention.start - _NEARBY), mention.start)


def _is_partner_zh(before: str, after: str) -> bool:
    marker = _ZH_PARTNER_BEFORE.search(before)
    if marker is None:
        return False
    if _ALWAYS_PARTNER.search(before):
        return True
    if _COMPARED.search(before):
        return _ZH_COMPARED_AFTER.search(after) is not None or marker[0] in (
            "比",
            "较",
            "高于",
            "低于",
            "不及",
        )
    return _ZH_TRADE_AFTER.search(after) is not None


def _is_partner_en(before: str) -> bool:
    if _EN_WITH_OWNER.search(before):
        return False
    return _EN_PARTNER_BEFORE.search(before) is not None


def _partner(context: Context, start: int, end: int, taken: set[tuple[int, int]]) -> str | None:
    """The one other country in the clause, when there is exactly one."""
    partners = {
        mention.id
        for mention in _places(context, start, end)
        if (mention.start, mention.end) not in taken
        and mention.id != WORLD
        and is_partner(context, mention, start, end)
    }
    return partners.pop() if len(partners) == 1 else None


def _pick(context: Context, own: list[Mention], quantity: Quantity) -> str | None:
    """Which of the countries in the clause has the number: the last before it, else the first after it."""
    lower = max(
        (q.end for q in context.quantities if q.end <= quantity.start and q.kind == quantity.kind), default=0
    )
    before = [mention for mention in own if mention.end <= quantity.start]
    close = [mention for mention in before if mention.start >= lower] or before
    chosen = close[-1] if close else own[0]
    return None if _coordinated(context, chosen, own) else chosen.id


def _only(context: Context, own: list[Mention]) -> str | None:
    """The subject of an earlier clause: its first country unless several are joined."""
    return None if _coordinated(context, own[0], own) else own[0].id


def _coordinated(context: Context, chosen: Mention, own: list[Mention]) -> bool:
    """Whether the country is one of several named together (中国和美国)."""
    joined = _JOINED[context.lang]
    return any(
        other is not chosen
        and other.id != chosen.id
        and joined.match(context.text(min(chosen.end, other.end), max(chosen.start, other.start)))
        for other in own
    )
