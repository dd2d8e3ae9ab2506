"""Moves: a growth rate against its own levels, a projection below the level already reached."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kaozheng.model.consistency.statements import in_unit_of, is_level
from kaozheng.model.link.units import currency_of
from kaozheng.model.messages import consistency
from kaozheng.model.verdict.tolerance import signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaozheng.model.consistency.statements import Statement
    from kaozheng.model.protocols import Article
    from kaozheng.model.report import ConsistencyFinding

__all__ = ["find_growth", "find_projections"]

# Points and share of the rate that rounding explains.
_POINTS, _SHARE = 1.5, 0.05
_REACHED = 1.02
# So many times apart the two are not the same measure.
_UNLIKE = 20.0
# Between B and X: 增至27万吨，同比增长20%. Averages and real growth say otherwise and do not match.
_THEREBY = re.compile(
    r"[\s，,、（(;；]*(?:同比|较上年|比上年|较前一年|比前一年|累计|共|净|约|近|超|即)*"
    r"(?:增长|增加|增幅(?:为|达)?|上涨|涨幅(?:为|达)?|上升|下降|降幅(?:为|达)?|减少|下跌|跌幅(?:为|达)?|增|降|涨|跌)?"
    r"(?:了|约|近|超|逾|达)*\s*"
    r"|[\s,;(]*(?:or |that is,? |which is )?(?:an? )?(?:year-on-year )?(?:up|down|increase|rise|gain|growth|jump|drop|"
    r"fall|decline|decrease)?(?: of| by)?\s*(?:about|nearly|some|over|almost|around|roughly|more than)?\s*",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\s*(?:，|,)?\s*(?:从|由|自|from)\s*(?:每\S{1,4})?\s*", re.IGNORECASE)


def find_growth(items: Sequence[Statement], article: Article) -> Iterator[ConsistencyFinding]:
    """从A增至B，增长X%, where A, B and X do not fit."""
    lang = article.lang
    by_sentence: dict[int, list[Statement]] = {}
    for item in items:
        by_sentence.setdefault(item.candidate.sentence, []).append(item)
    for group in by_sentence.values():
        changes = [item for item in group if _is_change(item)]
        moves = list(_moves(group))
        for before, after in moves:
            beside = [item for item in changes if _beside(item, before, after, article.text)]
            if len(beside) == 1 and _related(beside[0], after):
                yield from _compare(beside[0], before, after, lang)


def _is_change(item: Statement) -> bool:
    """Whether it is a rate of change: a per-cent change or a multiple."""
    quantity = item.quantity
    if quantity.kind == "multiple":
        return quantity.factor is not None and quantity.mode is not None
    return quantity.mode == "by" and item.claim.unit == "%"


def _moves(group: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of neighbouring amounts, the second of which is the result of a move from the first."""
    levels = [item for item in group if item.quantity.kind not in ("change", "multiple", "rank", "date")]
    for before, after in pairwise(levels):
        moved = after.quantity.mode == "to" and before.quantity.mode is None and before.claim.value > 0
        amounts = not after.claim.share and (currency_of(after.claim.unit) is None or "/" in after.claim.unit)
        if moved and amounts and _related(before, after) and in_unit_of(after, before):
            yield before, after


def _beside(change: Statement, before: Statement, after: Statement, text: str) -> bool:
    """Whether the rate stands right after (or right before) the move, with nothing that makes it another rate."""
    if change.quantity.start >= after.quantity.end:
        between = text[after.quantity.end : change.quantity.start]
        return _THEREBY.fullmatch(between) is not None
    between = text[change.quantity.end : before.quantity.start]
    return change.quantity.end <= before.quantity.start and _OF_IT.fullmatch(between) is not None


def _related(one: Statement, other: Statement) -> bool:
    """Whether two statements speak of the same subject."""
    first, second = one.roles, other.roles
    return first.subject == second.subject and first.place == second.place


def _compare(
    change: Statement, before: Statement, after: Statement, lang: str
) -> Iterator[ConsistencyFinding]:
    """The stated change beside the one between the levels."""
    factor = in_unit_of(after, before) or 1.0
    low = _rate(after.claim.written_low, before.claim.written_high * factor)
    high = _rate(after.claim.written_high, before.claim.written_low * factor)
    told_low, told_high = _told(change)
    slack = max(_POINTS, _SHARE * abs(told_high))
    if told_low > high + slack or told_high < low - slack:
        actual = f"{_rate(after.claim.value, before.claim.value * factor):+.3g}%"
        ids = tuple(dict.fromkeys((change.id, before.id, after.id)))
        gaps = {"growth": change.quantity.text, "before": before.quantity.text, "after": after.quantity.text}
        yield consistency("growth_against_levels", lang, ids, actual=actual, **gaps)


def _rate(after: float, before: float) -> float:
    """Growth in per cent."""
    return (after / before - 1) * 100 if before > 0 else float("inf")


def _told(change: Statement) -> tuple[float, float]:
    """The stated change in per cent, as an interval; a multiple is told to a tenth."""
    factor = change.quantity.factor
    if change.quantity.kind == "multiple" and factor is not None:
        rate = (factor - 1) * 100
        return rate - 10 * factor, rate + 10 * factor
    told = signed(change.claim, change.quantity)
    return told.low, told.high


def find_projections(items: Sequence[Statement], lang: str) -> Iterator[ConsistencyFinding]:
    """A level said to be reached in future that the text says has been passed."""
    for future in items:
        if not (future.projected and is_level(future) and _upward(future)):
            continue
        for now in items:
            if now is not future and _reached(now, future):
                gaps = {"projected": future.quantity.text, "reached": now.quantity.text}
                ids = tuple(dict.fromkeys((future.id, now.id)))
                yield consistency("projection_below_reached_level", lang, ids, **gaps)
                break


def _upward(item: Statement) -> bool:
    """Whether the projection is of passing a level upwards."""
    quantity = item.quantity
    return quantity.comparator in ("gt", "ge") or (quantity.mode == "to" and quantity.direction == "up")


def _reached(now: Statement, future: Statement) -> bool:
    """Whether a fact of now already lies above the projected level."""
    first, second = now.roles, future.roles
    same = (first.subject, first.metric, first.stage, first.basis) == (
        second.subject,
        second.metric,
        second.stage,
        second.basis,
    )
    if not same or first.subject is None or first.metric is None or not is_level(now):
        return False
    if (
        now.projected
        or now.planned
        or now.former
        or (first.place, first.partner) != (second.place, second.partner)
    ):
        return False
    factor = in_unit_of(future, now) or _bare_currency(now, future)
    if factor is None or now.narrow or future.narrow or now.quantity.kind == "count":
        return False
    return _REACHED * future.claim.value < now.claim.value * factor < _UNLIKE * future.claim.value


def _bare_currency(now: Statement, future: Statement) -> float | None:
    """$595 after $725 per kilogram: the denominator goes without saying."""
    one, other = now.claim.unit.split("/"), future.claim.unit.split("/")
    return 1.0 if one[0] == other[0] and 1 in (len(one), len(other)) else None
