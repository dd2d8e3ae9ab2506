"""Which metric a quantity states."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kaozheng.model.detect.context import main_quantities
from kaozheng.model.detect.cues import Cue, cues_between, fits, is_number_kind, is_per_time
from kaozheng.model.roles.frames import FrameMatch, match_frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["MetricChoice", "choose_metric"]

# A metric word after the number counts as this much farther away than one before it.
_AFTER = 1.6
# How far before its clause a frame may begin, and how long the lead of a bare change may be.
_FRAME_REACH = 120
_SHORT = {"zh": 12, "en": 40}
_LEAD = 24
_OF = {"zh": re.compile(r"的[^，。；的]{0,6}$"), "en": re.compile(r"\s+of\s+(?:[\w'’-]+\s+){0,4}$")}
# A frame with this metric takes the metric of the clause, whatever it is.
_ANY = "*"


@dataclass(frozen=True, slots=True)
class MetricChoice:
    """A metric and what showed it.

    Attributes:
        metric: Metric id, None when nothing in the sentence shows one.
        frame: The frame that decided, if one did.
        cue: The word that decided, if one did.
        near: Whether it stands in the clause of the quantity itself.
        stage: Stage that the frame or cue implies.
        refused: Whether a frame says that the number is none of the known metrics.
    """

    metric: str | None = None
    frame: FrameMatch | None = None
    cue: Cue | None = None
    near: bool = True
    stage: str = ""
    refused: bool = False


def choose_metric(context: Context, quantity: Quantity) -> MetricChoice:
    """The metric of a quantity from its clause, else from earlier clauses of the sentence."""
    number = context.clause_of(quantity.start)
    start, end = context.clauses[number]
    chosen = _in_span(context, quantity, start, end) or _from_before(context, quantity, number)
    return _as_growth(chosen or _default(quantity), quantity)


def _from_before(context: Context, quantity: Quantity, number: int) -> MetricChoice | None:
    """The metric of an earlier clause that the clause of the quantity goes on with."""
    start, end = context.clauses[number]
    if number and start - context.clauses[number - 1][0] < _FRAME_REACH:
        frame = match_frame(context, quantity, context.clauses[number - 1][0], end)
        if frame is not None and frame.metric not in (None, _ANY):
            return MetricChoice(frame.metric, frame, near=False, stage=frame.stage)
    for left, right in context.clauses_before(number):
        cue = _nearest(_cues(context, left, right), quantity)
        if cue is not None:
            return _by_cue(cue, near=False) if _goes_on(context, quantity, (left, right), start) else None
    return None


def _goes_on(context: Context, quantity: Quantity, earlier: tuple[int, int], start: int) -> bool:
    """Whether a clause without a metric of its own still speaks of an earlier clause's.

    It does when the earlier one states no number (交付量大幅下滑，计划150架) or one in the same unit; a change
    only when hardly a word stands before it (同比增长5%). A share never does: it may be of anything.
    """
    if quantity.kind == "share":
        return False
    if is_number_kind(quantity.kind):
        return quantity.start - start <= _SHORT[context.lang]
    numbers = [q for q in main_quantities(context) if earlier[0] <= q.start < earlier[1]]
    return not numbers or any(_alike(q, quantity) for q in numbers)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are in the same unit; a price may leave out its per (每千瓦时8美分，中国为9美分)."""
    units = {(quantity.unit or "").partition("/")[0] for quantity in (one, other)}
    return len(units) == 1 and one.counter == other.counter


def _as_growth(choice: MetricChoice, quantity: Quantity) -> MetricChoice:
    """GDP that changes by per cent is its growth."""
    if choice.metric == "gdp" and quantity.kind == "change":
        return replace(choice, metric="gdp_growth")
    return choice


def _in_span(context: Context, quantity: Quantity, start: int, end: int) -> MetricChoice | None:
    """The metric shown by the clause itself."""
    frame = match_frame(context, quantity, start, end)
    cues = _cues(context, start, end)
    if frame is not None and frame.metric == _ANY:
        return _of_any(frame, cues, quantity)
    if frame is not None:
        return MetricChoice(frame.metric, frame, stage=frame.stage, refused=frame.metric is None)
    cue = _joined(context, cues, quantity) or _nearest(cues, quantity, _neighbours(context, quantity))
    return _by_cue(cue, near=True) if cue is not None else None


def _joined(context: Context, cues: Sequence[Cue], quantity: Quantity) -> Cue | None:
    """The metric noun that the number belongs to by "of" or 的: 70 billion cubic metres of proved reserves."""
    pattern = _OF[context.lang]
    for cue in cues:
        if cue.start >= quantity.end and fits(cue, quantity):
            return cue if pattern.match(context.text(quantity.end, cue.start)) else None
    return None


def _of_any(frame: FrameMatch, cues: Sequence[Cue], quantity: Quantity) -> MetricChoice | None:
    """A share of another country's number (只相当于中国的1%): the metric is whatever the clause speaks of."""
    before = [cue for cue in cues if cue.end <= quantity.start]
    return MetricChoice(before[-1].metric, frame, before[-1], stage=before[-1].stage) if before else None


def _by_cue(cue: Cue, *, near: bool) -> MetricChoice:
    return MetricChoice(cue.metric, cue=cue, near=near, stage=cue.stage)


def _default(quantity: Quantity) -> MetricChoice:
    """Money per unit of something is a price when nothing else is said; money per year is not."""
    priced = quantity.kind == "price" and not is_per_time(quantity)
    return MetricChoice("price", near=True) if priced else MetricChoice()


def _cues(context: Context, start: int, end: int) -> list[Cue]:
    """Metric words of a span that are not part of a name, a number or the words that attribute."""
    cues = cues_between(context.sentence.text, context.lang, start, end, context.sentence.start)
    return [cue for cue in cues if not _covered(context, cue)]


def _covered(context: Context, cue: Cue) -> bool:
    attribution = context.attribution
    if attribution is not None and attribution.start <= cue.start and cue.end <= attribution.end:
        return True
    spans = [(quantity.start, quantity.end) for quantity in context.quantities]
    spans += [(m.start, m.end) for m in context.mentions if m.kind in ("source", "entity")]
    length = cue.end - cue.start
    # A power price is an entity of its own in the register (工业电价) and still says price.
    return cue.metric != "price" and any(
        start <= cue.start and cue.end <= end and end - start > length for start, end in spans
    )


def _neighbours(context: Context, quantity: Quantity) -> Sequence[Quantity]:
    return [other for other in main_quantities(context) if other is not quantity]


def _nearest(cues: Sequence[Cue], quantity: Quantity, others: Sequence[Quantity] = ()) -> Cue | None:
    """The fitting metric word that governs a quantity: the closest, those before it first."""
    fitting = [cue for cue in cues if fits(cue, quantity) and _governs(cue, quantity)]
    if not fitting:
        return None
    return min(fitting, key=lambda cue: _distance(cue, quantity, others))


def _governs(cue: Cue, quantity: Quantity) -> bool:
    """人口 governs only a number that it leads: a programme for 42 million people states no population."""
    return cue.metric != "population" or (cue.end <= quantity.start and quantity.start - cue.end <= _LEAD)


def _distance(cue: Cue, quantity: Quantity, others: Sequence[Quantity]) -> float:
    """Characters between, longer after the number and longer across another number of the same kind."""
    before = cue.end <= quantity.start
    gap = quantity.start - cue.end if before else max(0, cue.start - quantity.end) * _AFTER + 1
    left, right = (cue.end, quantity.start) if before else (quantity.end, cue.start)
    crossed = sum(
        left <= other.start < right and (other.kind == quantity.kind or is_number_kind(quantity.kind))
        for other in others
    )
    return gap + (crossed * 25 if not before else crossed * 4)
