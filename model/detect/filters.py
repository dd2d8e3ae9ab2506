"""Quantities that state nothing worth checking: questions, counts of points, ages, reading times, page numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kaozheng.model.lexicon import words

if TYPE_CHECKING:
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["is_claimable", "is_question"]

_QUESTION = re.compile(r"[？?][”’」』\"')）]*$")
_SMALL = 5
_NEARBY = 40
_NOISE = {
    "zh": re.compile(
        r"阅读量|阅读时间|阅读需|预计阅读|点击量|浏览量|播放量|点赞|转发|评论\d|评论数|责任编辑|责编|编辑：|记者：|联系电话|电话：|"
        r"邮编|图源|来源：|作者：|文/|^\s*第?[\d一二三四五六七八九十]+[页章节]|如图|见图|见表|下表|上图|热度|粉丝|扫码"
    ),
    "en": re.compile(
        r"\bmin(?:ute)?s?\s+read\b|\breading time\b|\b(?:views|likes|shares|comments|followers|subscribers)\s*$|"
        r"\bread time\b|^\s*(?:page|figure|fig\.|table|chapter|section)\s+\d|"
        r"\bISBN\b|\bphoto\s*:|\bcopyright\b|\bUpdated:|\bPublished:|\bposted on\b",
        re.IGNORECASE,
    ),
}
_LABEL_BEFORE = {
    "zh": re.compile(r"(?:图|表|第|附件|附表|注|步骤|编号|例)\s*$"),
    "en": re.compile(
        r"\b(?:page|pages|pp?\.|figure|fig\.|table|chapter|section|article|annex|"
        r"appendix|step|item|number|no\.|part|title|phase|tier|level|category|world war|"
        r"grade|class|group of|version|footnote)\s*$",
        re.IGNORECASE,
    ),
}
# 5000吨级船舶, a 10,000-ton-class ship: a size class.
_CLASS_AFTER = {"zh": re.compile(r"^级"), "en": re.compile(r"^[\s-]class\b")}
_AGE_AFTER = {
    "zh": re.compile(r"^\s*岁"),
    "en": re.compile(r"^[\s-]*(?:years?[\s-]old|year-olds?)\b", re.IGNORECASE),
}
# 每1吨, 生产1吨镓: the unit that another number is counted by.
_PER_BEFORE = {
    "zh": re.compile(
        r"(?:每(?:生产|冶炼|提炼|提取|进口|出口|消费)?|(?:生产|冶炼|提炼|提取|制取|炼制|产出|得到))$"
    ),
    "en": re.compile(
        r"\b(?:per|every|each|for\s+every|produc\w+|mak\w+|smelt\w+|refin\w+|extract\w+)\s*$", re.IGNORECASE
    ),
}
_HEAD = re.compile(r"^\s*(?:[a-z]+(?:al|ic|ous|ive|ed|ing|or|er|est|ent|ant|key|main|major)\s+)?([a-z]+)")


def is_question(text: str) -> bool:
    """Whether a sentence asks.

    >>> is_question("产量真有750吨吗？"), is_question("产量为750吨。")
    (True, False)
    """
    return _QUESTION.search(text) is not None


def is_claimable(context: Context, quantity: Quantity) -> bool:
    """Whether a quantity (no date) may be what a claim states."""
    lang = context.lang
    before = context.text(max(context.sentence.start, quantity.start - _NEARBY), quantity.start)
    after = context.text(quantity.end, min(context.sentence.end, quantity.end + _NEARBY))
    return not (
        is_question(context.sentence.text)
        or _NOISE[lang].search(context.sentence.text)
        or _LABEL_BEFORE[lang].search(before)
        or _CLASS_AFTER[lang].match(after)
        or _AGE_AFTER[lang].match(after)
        or _is_per(context, quantity, before)
        or _is_structural(context, quantity, after)
    )


def _is_per(context: Context, quantity: Quantity, before: str) -> bool:
    """Whether it is the one tonne that the sentence counts another amount by."""
    if quantity.value != 1 or quantity.kind in ("date", "duration", "share"):
        return False
    return _PER_BEFORE[context.lang].search(before) is not None and any(
        other.start > quantity.end for other in context.quantities
    )


def _is_structural(context: Context, quantity: Quantity, after: str) -> bool:
    """三个方面, two countries: a small count of things that only orders the text."""
    if quantity.kind != "count" or not isinstance(quantity.value, (int, float)) or quantity.value > _SMALL:
        return False
    nouns = _structural(context.lang)
    if context.lang == "zh":
        tail = context.text(quantity.start, quantity.end) + after[:4]
        return any(noun in tail for noun in nouns if len(noun) > 1) or (quantity.counter or "") in nouns
    head = _HEAD.match(after)
    return (quantity.counter or "").lower() in nouns or (head is not None and head[1] in nouns)


@cache
def _structural(lang: str) -> frozenset[str]:
    return frozenset(words("structural", lang=lang))
