"""Numeric claims by rules: one candidate per quantity that a sentence states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.detect.cues import cues_between, fits
from kaozheng.model.detect.dates import date_metric
from kaozheng.model.detect.filters import is_claimable, is_question
from kaozheng.model.detect.modality import modality_of
from kaozheng.model.protocols import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaozheng.model.detect.context import Context
    from kaozheng.model.detect.cues import Cue
    from kaozheng.model.quantities.types import Quantity

__all__ = ["THRESHOLD", "numeric_candidates", "score_quantity"]

# A candidate must reach this score.
THRESHOLD = 0.5

_BASE, _UNIT, _SUBJECT, _METRIC, _HEDGE, _CHANGE, _PLACE = 0.4, 0.2, 0.15, 0.15, 0.05, 0.1, 0.05
_COUNTED, _BARE, _SMALL_COUNT = 0.1, -0.15, -0.25
_MOVES = {
    "zh": re.compile(r"增|减|升|降|涨|跌|超|达|占|下调|上调|突破|翻|高于|低于|依赖|仅|只有|相当于|为"),
    "en": re.compile(
        r"\b(?:ris\w*|rose|fall\w*|fell|grew|grow\w*|increas\w*|decreas\w*|declin\w*|surg\w*|drop\w*|jump\w*|cut\w*|reach\w*|"
        r"exceed\w*|account\w*|total\w*|higher|lower|more|less|fewer|doubl\w*|tripl\w*|half|only|amount\w*)\b",
        re.IGNORECASE,
    ),
}
_NOUN_AFTER = re.compile(r"\s+(?!(?:and|or|in|on|to|by|at|of|for|from|is|was|as|than|with|the)\b)[A-Za-z]{3}")
# How many clauses to the left a claim may reach for its subject.
_REACH = 2


def numeric_candidates(contexts: Sequence[Context]) -> Iterator[Candidate]:
    """Every numeric claim of an article in order."""
    for context in contexts:
        if not context.quantities or is_question(context.sentence.text):
            continue
        for quantity in context.quantities:
            score = _score(context, quantity)
            if score >= THRESHOLD:
                yield _candidate(context, quantity, score)


def _score(context: Context, quantity: Quantity) -> float:
    """How likely the quantity is what a claim states; 0 for what can be none."""
    if quantity.kind == "date":
        return 0.75 if date_metric(context, quantity) else 0.0
    return score_quantity(context, quantity) if is_claimable(context, quantity) else 0.0


def score_quantity(context: Context, quantity: Quantity) -> float:
    """Sum of the features of a quantity, in 0 to 0.99.

    A unit, a known subject or place, a fitting metric word, a hedge and a word of comparison count for a
    claim; a bare or small count against it. A duration needs a verb that measures it.
    """
    start, end = _span(context, quantity)
    text = context.text(start, end)
    if quantity.kind == "duration" and not _measured(context, quantity):
        return 0.0
    features = (
        (_UNIT, quantity.unit not in (None, "1")),
        (_SUBJECT, bool(context.named("entity", start, end))),
        (_PLACE, bool(context.named("place", start, end))),
        (_METRIC, any(fits(cue, quantity) for cue in _cues(context, start, end))),
        (_HEDGE, quantity.hedge is not None or quantity.comparator == "range"),
        (_CHANGE, quantity.kind in ("change", "multiple") or _MOVES[context.lang].search(text) is not None),
        (_COUNTED, quantity.kind == "count" and bool(quantity.counter)),
        (_BARE, _is_bare(context, quantity)),
        (_SMALL_COUNT, quantity.kind == "count" and _is_small(quantity)),
    )
    return min(0.99, _BASE + sum(weight for weight, present in features if present))


def _cues(context: Context, start: int, end: int) -> list[Cue]:
    return cues_between(context.sentence.text, context.lang, start, end, context.sentence.start)


def _is_bare(context: Context, quantity: Quantity) -> bool:
    """A number that counts nothing named: no counter, and in English no noun after it."""
    if quantity.kind != "count" or quantity.counter:
        return False
    after = context.text(quantity.end, context.sentence.end)
    return context.lang == "zh" or _NOUN_AFTER.match(after) is None


def _is_small(quantity: Quantity) -> bool:
    return isinstance(quantity.value, (int, float)) and abs(quantity.value) <= 5


_DURATION = {
    "zh": re.compile(
        r"(?:持续|满足|需要|需|历时|耗时|长达|延长|推迟|只够|够用|可用|维持|够|开采|缩短至|缩短到|超过|至少)(?:了|约|大约)?$"
    ),
    "en": re.compile(
        r"\b(?:lasts?|lasted|takes?|took|taken|delayed|delay\s+of|extended|enough\s+for|for\s+at\s+least|within|need\w*|requires?|supply\s+of)"
        r"(?:\s+(?:by|for|about|only|at\s+least|some|around|nearly|up\s+to|more\s+than|over))*\s*$",
        re.IGNORECASE,
    ),
}


def _measured(context: Context, quantity: Quantity) -> bool:
    """Whether a length of time is the point of its clause (库存只够半年, takes ten years)."""
    start, _ = context.clauses[context.clause_of(quantity.start)]
    return _DURATION[context.lang].search(context.text(start, quantity.start)) is not None


def _candidate(context: Context, quantity: Quantity, score: float) -> Candidate:
    start, end = _span(context, quantity)
    origin = context.sentence.start
    said = context.attribution.moved(-origin) if context.attribution else None
    modality, holder = modality_of(context.sentence.text, start - origin, end - origin, context.lang, said)
    return Candidate(
        kind="numeric",
        start=start,
        end=end,
        sentence=context.index,
        score=round(score, 2),
        modality=modality,
        attributed_to=holder,
        quantities=(quantity,),
    )


def _span(context: Context, quantity: Quantity) -> tuple[int, int]:
    """The clause of the quantity, reaching left until it holds a name it can be about.

    The words that attribute (据...，) are left out.
    """
    number = context.clause_of(quantity.start)
    start, end = context.clauses[number]
    end = max(end, quantity.end)
    for left in range(number, max(-1, number - _REACH - 1), -1):
        first, last = context.clauses[left]
        if _is_attribution(context, first, last):
            break
        start = min(first, quantity.start)
        if _names_something(context, first, last):
            break
    return start, end


def _names_something(context: Context, start: int, end: int) -> bool:
    return bool(context.named("entity", start, end) or context.named("place", start, end))


def _is_attribution(context: Context, start: int, end: int) -> bool:
    """Whether a clause only says who speaks."""
    said = context.attribution
    return said is not None and said.start <= start and end <= said.end
