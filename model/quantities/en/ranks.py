"""Ranks: third-largest, ranks fifth, is second in, No. 1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.en.build import plain_quantity

if TYPE_CHECKING:
    from kaozheng.model.quantities.en.source import Source
    from kaozheng.model.quantities.types import Quantity

__all__ = ["ORDINALS", "number_one", "rank"]

ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
_ORDINAL = re.compile(r"([a-z]+|[0-9]{1,3}(?:st|nd|rd|th))(?![a-z0-9])")
_SUPERLATIVE = re.compile(
    r"(?:-|[ ])(?:largest|biggest|most|highest|greatest|richest|leading|busiest|longest|deepest|heaviest|"
    r"oldest|poorest|smallest|lowest|"
    r"best|worst|fastest|strongest|ranked|ranking|placed|wealthiest|tallest|youngest|cheapest|closest|"
    r"top|freest|youngest)(?![a-z])"
)
_RANKED = re.compile(
    r"(?:ranks?|ranked|ranking|rated|placed|placing|places)[ ](?:(?:at|in|only|as|a|joint|the|now|"
    r"currently|just)[ ])*$"
)
_CAME = re.compile(r"(?:came|come|comes|coming|finished|finishes|finish|stands|stood)[ ](?:in[ ])?$")
_IS = re.compile(r"(?:is|was|are|were|remains|remained|be|now)[ ]$")
_TAIL = re.compile(
    r"[ ](?:in|among|on|for|by|globally|worldwide|behind|after|place|out|overall|only|with|nationally|"
    r"nationwide|from|to[ ](?!none))(?![a-z])|[.,;:)]|$"
)
_NUMBER = re.compile(
    r"(?:no\.?[ ]?|number[ ])([0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?![0-9a-z%-]|[.,][0-9])"
)
_BEFORE_NUMBER = re.compile(
    r"(?:the|is|was|are|were|as|at|its|their|our|'s|s'|ranks?|ranked|be|being|become|became|remains?|"
    r"current|currently|now|world)[ ]$"
)
_AFTER_NUMBER = re.compile(r"[ ](?:[a-z]{3,}|in|on|of|for|by)(?![a-z])|[.,;:)]|$")
_NOT_AFTER_NUMBER = re.compile(r"[ ](?:on the list of article|page|street)")
_SMALL = {
    word: value
    for value, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
}


def rank(src: Source, start: int) -> Quantity | None:
    """An ordinal that ranks; the span is the ordinal alone.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> rank(Source("the third-largest producer"), 4).text, rank(Source("the third party"), 4)
    ('third', None)
    """
    match = _ORDINAL.match(src.low, start)
    if match is None:
        return None
    word = match[1]
    value = ORDINALS.get(word) or (int(word[:-2]) if word[0].isdigit() else 0)
    if not value or not _ranks(src, start, match.end(), first=value == 1):
        return None
    return plain_quantity(src, start, match.end(), float(value), "rank")


def number_one(src: Source, start: int) -> Quantity | None:
    """No. 1 producer, number two in: `start` is at *no* or *number*.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> number_one(Source("the No. 3 exporter"), 4).text, number_one(Source("Order No. 3"), 6)
    ('No. 3', None)
    """
    match = _NUMBER.match(src.low, start)
    if match is None or not _BEFORE_NUMBER.search(src.low, max(0, start - 12), start):
        return None
    if not _AFTER_NUMBER.match(src.low, match.end()):
        return None
    value = _SMALL.get(match[1]) or int(match[1])
    return plain_quantity(src, start, match.end(), float(value), "rank") if value else None


def _ranks(src: Source, start: int, end: int, *, first: bool) -> bool:
    """Whether the words around an ordinal make a rank of it."""
    before = src.low[max(0, start - 32) : start]
    if not first and _SUPERLATIVE.match(src.low, end):
        return True
    tail = _TAIL.match(src.low, end) is not None
    if not tail:
        return False
    if _RANKED.search(before):
        return True
    return not first and (_CAME.search(before) is not None or _IS.search(before) is not None)
