"""Sentences that claim a date: something took effect, was announced, is due or began."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kaozheng.model.lexicon import cells, cue_pattern, read_rows

if TYPE_CHECKING:
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["date_metric"]

_SINCE = {
    "zh": re.compile(r"^(?:年)?(?:日)?\s*(?:起|开始|以来)"),
    "en": re.compile(
        r"\b(?:starting|beginning|from|as\s+of|effective|since|on)(?:\s+on|\s+from)?\s*$", re.IGNORECASE
    ),
}
_BEFORE = {
    "zh": re.compile(r"^(?:年)?(?:底|末)?(?:之前|以前|前)"),
    "en": re.compile(r"\b(?:by|before|no\s+later\s+than|until)(?:\s+the\s+end\s+of)?\s*$", re.IGNORECASE),
}
_MONTH = re.compile(r"\d{4}-\d{2}")


def date_metric(context: Context, date: Quantity) -> str | None:
    """Which act a date is claimed for (``effective_date``, ``deadline`` ...); None for a mere period.

    The words of ``model/lexicon/date-cues.csv`` must stand in the clause of the date. A date before which a
    quantity is claimed (出口到2023年底降至98吨) stays the period of that quantity.
    """
    said = context.attribution
    if said is not None and said.start <= date.start < said.end:
        return None
    start, end = context.clauses[context.clause_of(date.start)]
    clause = context.text(start, end)
    for metric, needs, pattern in _cues(context.lang):
        if _meets(context, date, needs, start, end) and _near(
            pattern, clause, date.start - start, date.end - start
        ):
            return None if _measures(context, date, metric, start, end) else metric
    return None


def _near(pattern: re.Pattern[str], clause: str, start: int, end: int) -> bool:
    """Whether a cue stands in the clause within reach of the date."""
    return any(
        min(abs(match.start() - end), abs(start - match.end())) <= 90 for match in pattern.finditer(clause)
    )


def _meets(context: Context, date: Quantity, needs: str, start: int, end: int) -> bool:
    """Whether the date has the form that a cue asks for."""
    after, before = context.text(date.end, end), context.text(start, date.start)
    around = after if context.lang == "zh" else before
    if needs == "since":
        return date.comparator == "ge" or _SINCE[context.lang].search(around) is not None
    if needs == "before":
        return date.comparator in ("le", "lt") or _BEFORE[context.lang].search(around) is not None
    if needs == "month":
        return isinstance(date.value, str) and _MONTH.match(date.value) is not None
    return True


def _measures(context: Context, date: Quantity, metric: str, start: int, end: int) -> bool:
    """Whether the clause states another number, of which the date is only the period."""
    numbers = [
        other
        for other in context.quantities
        if start <= other.start and other.end <= end and other.kind not in ("date", "duration")
    ]
    return bool(numbers) and (
        metric not in ("effective_date", "suspended_date") or date.comparator in ("le", "lt")
    )


@cache
def _cues(lang: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Metric, needed form and words of every row."""
    return tuple(
        (
            row["metric"],
            row["needs"],
            re.compile("|".join(cue_pattern(word, lang) for word in cells(row["words"])), re.IGNORECASE),
        )
        for row in read_rows("date-cues")
        if row["lang"] == lang
    )
