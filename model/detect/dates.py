"""Sentences that claim a date: something took effect, was announced, is due or began."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kaozheng.model.lexicon import cells, cue_pattern, read_rows

if TYPE_CHECKING:
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["date_extent", "date_metric"]

_SINCE = {
    "zh": re.compile(r"^(?:年)?(?:日)?\s*(?:起|开始|以来)"),
    "en": re.compile(
        r"\b(?:starting|beginning|from|as\s+of|effective|since)(?:\s+on|\s+from)?\s*$", re.IGNORECASE
    ),
}
_BEFORE = {
    "zh": re.compile(r"^(?:年)?(?:底|末)?(?:之前|以前|前)"),
    "en": re.compile(r"\b(?:by|before|no\s+later\s+than|until)(?:\s+the\s+end\s+of)?\s*$", re.IGNORECASE),
}
# 8月1日公布的数据显示: the date of a source and no act.
_PUBLISHED = {
    "zh": re.compile(r"^(?:晚|早|上午|下午)?(?:公布|发布|公开|披露|报道|刊登|刊发)(?:的|最新)"),
    "en": re.compile(r"^\s+(?:report|study|survey|interview|speech|article|statement)\b", re.IGNORECASE),
}
# Giving out figures is no act of policy.
_REPORTS = {
    "zh": re.compile(
        r"(?:公布|发布|发表)(?:了|的|消息|称|数据|最新|统计|结果|报告|预测|声明|[^，。]{0,12}(?:数据|报告|结果|统计|指数))?$"
    ),
    "en": re.compile(
        r"\b(?:announced|published|issued|unveiled)\s+(?:\w+\s+){0,4}(?:data|figures|results|report|study|statistics)\b"
    ),
}
_NAMED_MONTH = re.compile(r"[月/-]|[A-Z][a-z]{2}")
_ALONE = {"zh": 2, "en": 5}
_MONTH = re.compile(r"\d{4}-\d{2}")


def date_metric(context: Context, date: Quantity) -> str | None:
    """Which act a date is claimed for (``effective_date``, ``deadline`` ...); None for a mere period.

    The words of ``model/lexicon/date-cues.csv`` must stand in the clause of the date. A date before which a
    quantity is claimed (出口到2023年底降至98吨) stays the period of that quantity.
    """
    said = context.attribution
    if said is not None and said.start <= date.start < said.end:
        return None
    start, end = date_extent(context, date)
    if _PUBLISHED[context.lang].match(context.text(date.end, end)):
        return None
    clause = context.text(start, end)
    for metric, needs, pattern in _cues(context.lang):
        if metric == "announced_date" and _REPORTS[context.lang].search(clause):
            continue
        if _meets(context, date, needs, start, end) and _near(
            pattern, clause, date.start - start, date.end - start
        ):
            return None if _measures(context, date, metric, start, end) else metric
    return None


def date_extent(context: Context, date: Quantity) -> tuple[int, int]:
    """The clause of a date, with the next one when the date stands alone (2023年7月3日，商务部宣布...)."""
    number = context.clause_of(date.start)
    start, end = context.clauses[number]
    alone = len(context.text(start, date.start)) + len(context.text(date.end, end)) <= _ALONE[context.lang]
    if alone and number + 1 < len(context.clauses):
        end = context.clauses[number + 1][1]
    return start, end


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
        exact = isinstance(date.value, str) and _MONTH.match(date.value) is not None
        return exact and _NAMED_MONTH.search(date.text) is not None
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
