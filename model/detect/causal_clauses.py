"""Clauses of a sentence, and what can be trimmed from their ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.model.detect.causal_types import Range

__all__ = ["clause_at", "clauses", "is_frame_clause", "tighten"]

_BREAKS = {
    "zh": re.compile(r"[,;:。!?]+|——|(?<=\s)[-–—]+(?=\s)|[\n]"),
    "en": re.compile(r",(?!\d{3}\b)|[;:!?\n]|\s[-–—]+\s|—|[()]"),
}
# The comma of August 1, 2023.
_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}$")
_YEAR = re.compile(r" \d{4}\b")
_EDGE = " \t\r\n,;:，；：、。.!?！？“”\"'‘’「」『』()（）[]【】《》"

_FRAME_ZH = re.compile(
    r"(?:但|而|不过|然而|此外|另外|同时|与此同时|其中|据悉|据了解|事实上|实际上|当然|显然|"
    r"目前|如今|眼下|近年来|近期"
    r"|今年以来|今年|去年|明年|当年|当时|当月|同年|随后|此后|之后|其后|后来|最近|最终|结果|"
    r"一方面|另一方面|总体来看|短期内|长期来看|短期来看"
    r"|(?:到|至|自|从|截至|于|"
    r"在)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:\d{4}年代)?(?:[上下]半年|"
    r"[年月]?[初底末中]|年[初底末中]|春季|夏季|秋季|冬季|第?[一二三四]季度)?"
    r"(?:期间|以来|起|后|前|之前|之后|左右)?"
    r"|(?:自|从)[^,]{1,12}(?:以来|起|后|开始)|截至[^,]{1,12}|对此|在[^,]{1,10}(?:期间|方面|上|中|后))$"
)
_FRAME_EN = re.compile(
    r"(?:meanwhile|however|but|and|yet|moreover|furthermore|in addition|also|then|now|today|"
    r"recently|currently|instead"
    r"|in turn|in fact|indeed|overall|for example|for instance|of course|still|later|"
    r"afterwards|subsequently|on balance"
    r"|(?:(?:in|by|on|since|during|until|from|at|after|before|around|over|through|"
    r"between)\s)?(?:the\s)?(?:late\s|early\s|mid-?\s?|end of\s|start of\s|"
    r"spring\s|summer\s|autumn\s|fall\s|winter\s|first half of\s|second half of\s|months? of\s|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\s?|\d{1,2}(?:st|nd|rd|"
    r"th)?\s?|\d{4}s?\s?|and\s|to\s|this\s|last\s|that\s|same\s|next\s|years?\s?|months?\s?|"
    r"week\s?)+)$",
    re.IGNORECASE,
)


def clauses(folded: str, lang: str) -> list[Range]:
    """The stretches between punctuation marks, untrimmed, empty ones left out.

    >>> clauses("受管制影响,镓价上涨。", "zh")
    [(0, 5), (6, 10)]
    """
    found: list[Range] = []
    start = 0
    for match in _BREAKS[lang].finditer(folded):
        if _DAY.search(folded[max(0, match.start() - 14) : match.start()]) and _YEAR.match(
            folded, match.end()
        ):
            continue
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(folded)))
    return [(left, right) for left, right in found if folded[left:right].strip(_EDGE)]


def clause_at(found: list[Range], position: int) -> int:
    """Index of the clause that holds a position, or of the last one before it."""
    for index, (_, end) in enumerate(found):
        if position < end or (position == end and index == len(found) - 1):
            return index
    return len(found) - 1


def is_frame_clause(text: str, lang: str) -> bool:
    """Whether a clause only sets time or connects: 2023年8月; meanwhile.

    >>> is_frame_clause("2023年8月", "zh"), is_frame_clause("Since August 2023", "en")
    (True, True)
    >>> is_frame_clause("镓价上涨", "zh")
    False
    """
    pattern = _FRAME_ZH if lang == "zh" else _FRAME_EN
    return pattern.match(text.strip(_EDGE)) is not None


def tighten(folded: str, span: Range) -> Range | None:
    """A range without spaces and punctuation at its ends; None when nothing is left.

    >>> tighten("  镓价上涨, ", (0, 8))
    (2, 6)
    """
    start, end = span
    while start < end and folded[start] in _EDGE:
        start += 1
    while end > start and folded[end - 1] in _EDGE:
        end -= 1
    return (start, end) if start < end else None
