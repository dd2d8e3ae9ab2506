"""Multiples: doubled, threefold, twice as, three times higher, 5x."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.en.build import plain_quantity, scaled_value
from kaozheng.model.quantities.en.context import Change, read_context

if TYPE_CHECKING:
    from kaozheng.model.quantities.en.numerals import Numeral
    from kaozheng.model.quantities.en.source import Source
    from kaozheng.model.quantities.types import Quantity

__all__ = ["times", "twice", "verb_multiple"]

_VERB = re.compile(r"(doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)(e|ed|es|ing)(?![a-z-])")
_FACTORS = {
    "doubl": 2.0,
    "tripl": 3.0,
    "trebl": 3.0,
    "quadrupl": 4.0,
    "quintupl": 5.0,
    "sextupl": 6.0,
    "halv": 0.5,
}
_NOT_AFTER = re.compile(
    r"[ ](?:down|standards?|digits?|taxation|jeopardy|agents?|check|counting|edged|room|bed|whammy|"
    r"amputee|murder|homicide|blow|"
    r"helix|threat|crown|bottom|major|champion|majority|burden|dip|entry|meaning|duty|occupancy|counted|"
    r"helping|trouble|shift|bind)"
)
_INFINITIVE = re.compile(
    r"(?:to|will|would|could|may|might|can|should|must|shall|and|not|than|nearly|almost|about|over|"
    r"roughly|then|even|also|they|we|us|"
    r"let's|have|least|effectively|more)[ ]$"
)
_OBJECT = re.compile(
    r"[ ](?:the|its|their|our|his|her|my|your|that|this|those|these|what|in|by|from|within|every|since|"
    r"[0-9])(?![a-z])"
)
_TWICE = re.compile(
    r"(twice|thrice)(?=[ ](?:as[ ](?!a|many[ ]times[ ]a)|the(?![ ](?:day|week|month|year))|that|what|"
    r"those|its|their|his|her|our|this|more))"
)
_TIMES = re.compile(r"[ -]times?(?![a-z])")
_FOLD = re.compile(r"[ -]?fold(?![a-z])")
_BY_X = re.compile(r"[ ]?[x×](?![a-z0-9])")
_AS = re.compile(r"[ ](?:as|the|that|those|what|its|their|his|her|our|this|these|of|pre-|[a-z]+'s)(?![a-z])")
_MORE = re.compile(
    r"[ ](?:more|higher|larger|greater|bigger|faster|longer|stronger|heavier|richer|costlier|cheaper|"
    r"smaller|lower|less|fewer|deeper|wider|over|above)(?![a-z])"
)
_PER = re.compile(r"[ ](?:a|an|per|each|every)[ ](?:year|month|week|day|hour|minute|decade|century)")


def verb_multiple(src: Source, start: int) -> Quantity | None:
    """Doubled, to triple, halving.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> multiple = verb_multiple(Source("has more than doubled"), 14)
    >>> multiple.value, multiple.comparator, multiple.mode, multiple.factor
    (2.0, 'gt', 'to', 2.0)
    >>> verb_multiple(Source("a double standard"), 2) is None
    True
    """
    match = _VERB.match(src.low, start)
    if match is None or _NOT_AFTER.match(src.low, match.end()):
        return None
    if match[2] == "e" and match[1] != "halv":
        before = src.low[max(0, start - 12) : start]
        if not (_INFINITIVE.search(before) or _OBJECT.match(src.low, match.end())):
            return None
    factor = _FACTORS[match[1]]
    change = Change("to", "down" if factor < 1 else "up")
    return plain_quantity(src, start, match.end(), factor, "multiple", mode=change, factor=factor)


def twice(src: Source, start: int) -> Quantity | None:
    """Twice as much; but not twice a year.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> twice(Source("twice as high"), 0).factor, twice(Source("twice a year"), 0)
    (2.0, None)
    """
    match = _TWICE.match(src.low, start)
    if match is None:
        return None
    factor = 2.0 if match[1] == "twice" else 3.0
    return plain_quantity(src, start, match.end(), factor, "multiple", mode=Change("to"), factor=factor)


def times(src: Source, start: int, number: Numeral) -> Quantity | None:
    """Three times higher, threefold, 5x; three times a year is left to be a count.

    >>> from kaozheng.model.quantities.en.numerals import Numeral
    >>> from kaozheng.model.quantities.en.source import Source
    >>> multiple = times(Source("three times higher than"), 0, Numeral(5, 3, 0))
    >>> multiple.text, multiple.value, multiple.mode, multiple.factor
    ('three times', 3.0, 'by', 4.0)
    """
    value = scaled_value(number)[0]
    if match := _FOLD.match(src.low, number.end) or _BY_X.match(src.low, number.end):
        return _multiple(src, start, match.end(), value, _spoken(src, start))
    match = _TIMES.match(src.low, number.end)
    if match is None:
        return None
    end = match.end()
    if _MORE.match(src.low, end):
        return _multiple(src, start, end, value, Change("by", "up"))
    if _AS.match(src.low, end) and not _PER.match(src.low, end):
        return _multiple(src, start, end, value, Change("to", _spoken(src, start).direction))
    change = _spoken(src, start)
    return (
        _multiple(src, start, end, value, change)
        if change.direction and not _PER.match(src.low, end)
        else None
    )


def _multiple(src: Source, start: int, end: int, value: float, change: Change) -> Quantity:
    """With the factor that the mode implies."""
    factor = value + 1 if change.mode == "by" else value
    return plain_quantity(
        src, start, end, value, "multiple", mode=change._replace(mode=change.mode or "to"), factor=factor
    )


def _spoken(src: Source, start: int) -> Change:
    """By three times, a threefold increase: rose three times means to three times the level."""
    context = read_context(src.low, start)
    change = context.change(context.hedge(src.low, start)[2])
    by = bool(context.words) and context.words[-1] == "by" and change.direction is not None
    return Change("by" if by else "to", change.direction)
