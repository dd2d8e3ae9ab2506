"""Fractions in words: half, a third, two-fifths, three quarters, nine out of ten, 2/3 of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.en.build import share_quantity
from kaozheng.model.quantities.en.numerals import NUMBER_WORDS

if TYPE_CHECKING:
    from kaozheng.model.quantities.en.source import Source
    from kaozheng.model.quantities.types import Quantity

__all__ = [
    "DIGIT_FRACTION",
    "FRACTION",
    "digit_fraction",
    "half",
    "out_of",
    "single_fraction",
    "worded_fraction",
]

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_PART = "|".join(_PARTS)
FRACTION = re.compile(
    rf"(one|two|three|four|five|six|seven|eight|nine)[ -]({_PART})(s?)(?![a-z]|[ -](?:largest|biggest|"
    rf"most|highest|quarter|party|world|place))"
)
DIGIT_FRACTION = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)(?=[ ](?:of|majority))|[½¼¾⅓⅔](?=[ ]of)")
_GLYPHS = {"½": 50.0, "¼": 25.0, "¾": 75.0, "⅓": 100 / 3, "⅔": 200 / 3}
_SINGLE = re.compile(rf"(?:{_PART})(?![a-z])")
_AFTER_SINGLE = re.compile(
    r"[ ](?:of|in|from|to|more|less|higher|lower|below|above|over|since|compared|on|as|within|between|"
    r"during|and|or|than|are|were|"
    r"is|was|by|smaller|larger|fewer|longer|shorter|have|had|has|came|come|went|live|said)(?![a-z])"
)
_ENDS = re.compile(r"[.,;:)!?]|$|[ ]?[-–—][ ]", re.MULTILINE)
_BEFORE_END = re.compile(
    r"(?:by|than|about|nearly|almost|roughly|only|just|over|least|around|approximately|some|under|to|"
    r"further|another|as much as)[ ]$"
)
_HALF_AFTER = re.compile(
    r"[ ](?:of|the|its|their|his|her|our|my|your|this|that|those|these|all|as|what|were|are|is|was|have|"
    r"had|has|will|would|came|"
    r"come|comes|goes|went|said|say|live|lived|died|do|did|believe|think|since|in|from|by|between|over|"
    r"during|to|since|on)(?![a-z])"
)
_NOT_HALF = re.compile(
    r"(?:first|second|latter|other|top|bottom|each|every|third|former|last|next|two|this|that|better|"
    r"final|either|one and a|and a|eastern|western|northern|southern)[ -]$"
)
_OUT_OF = re.compile(
    r"(one|two|three|four|five|six|seven|eight|nine|[1-9][0-9]?)[ ](?:out[ ]of|in)(?:[ ]every)?[ ](two|"
    r"three|four|five|six|seven|eight|nine|ten|"
    r"twenty|100|[1-9][0-9]?)(?![0-9a-z%,.]{0,8}[0-9%]|[ ](?:year|month|week|day|hour|minute|million|billion|"
    r"hundred|thousand|percent)|[a-z-])"
)
_WORDED = re.compile(
    r"[ ](?:of[ ])?an?[ ](million|billion|trillion|century|percent|percentage|degree|mile|ton|tonne)(?![a-z])"
)


def worded_fraction(src: Source, start: int) -> Quantity | None:
    """Two thirds, three-quarters, one fifth.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> worded_fraction(Source("two-thirds of it"), 0).value
    66.6667
    """
    match = FRACTION.match(src.low, start)
    if match is None:
        return None
    count, parts = NUMBER_WORDS[match[1]], _PARTS[match[2]]
    if (count > 1) != (match[3] == "s") or count >= parts or (parts == 2 and count > 1):
        return None
    if match[2] == "second":
        return None
    return share_quantity(src, start, match.end(), 100 * count / parts)


def single_fraction(src: Source, start: int) -> Quantity | None:
    """A third, a quarter: `start` is at the ordinal, *a* stands before it.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> single_fraction(Source("by a third of"), 5).text, single_fraction(Source("a third party"), 2)
    ('a third', None)
    """
    match = _SINGLE.match(src.low, start)
    if match is None or not src.low.startswith("a ", start - 2) or src.low[start - 3 : start - 2].isalnum():
        return None
    end, opening = match.end(), start - 2
    if not _AFTER_SINGLE.match(src.low, end):
        before = src.low[max(0, opening - 16) : opening]
        if not (_ENDS.match(src.low, end) and _BEFORE_END.search(before)):
            return None
    if _WORDED.match(src.low, end):
        return None
    return share_quantity(src, opening, end, 100 / _PARTS[match[0]])


def half(src: Source, start: int) -> Quantity | None:
    """Half of, half the, more than half; but not the first half, half-hearted.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> half(Source("half of the"), 0).value, half(Source("half-hearted"), 0)
    (50.0, None)
    """
    end = start + 4
    before = src.low[max(0, start - 16) : start]
    if src.low[end : end + 1].isalnum() or src.low[end : end + 1] == "-" or _NOT_HALF.search(before):
        return None
    opening = start - 2 if before.endswith(" a ") or before == "a " else start
    if (
        _HALF_AFTER.match(src.low, end)
        or _BEFORE_END.search(before)
        or (opening == start and before.endswith(" in ") and _ENDS.match(src.low, end))
    ):
        return share_quantity(src, opening if src.low.startswith(" of", end) else start, end, 50)
    return None


def out_of(src: Source, start: int) -> Quantity | None:
    """One in five, nine out of ten.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> out_of(Source("nine out of ten firms"), 0).value
    90.0
    """
    match = _OUT_OF.match(src.low, start)
    if match is None:
        return None
    count, parts = (
        NUMBER_WORDS.get(word) or int(word) if word.isdigit() or word in NUMBER_WORDS else 0
        for word in match.groups()
    )
    if not 0 < count < parts or (" in " in match[0] and count != 1):
        return None
    return share_quantity(src, start, match.end(), 100 * count / parts)


def digit_fraction(src: Source, start: int) -> Quantity | None:
    """2/3 of, ½ of."""
    match = DIGIT_FRACTION.match(src.low, start)
    if match is None:
        return None
    if match[1] is None:
        return share_quantity(src, start, match.end(), _GLYPHS[match[0]])
    count, parts = int(match[1]), int(match[2])
    return share_quantity(src, start, match.end(), 100 * count / parts) if count < parts else None
