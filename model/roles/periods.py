"""The period that a number is claimed for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["choose_period", "iso_period"]

# A date that only opens a comparison or a stretch is not the period of the number.
_BASE_BEFORE = {
    "zh": re.compile(r"(?:比|较|与|同|从|相比|自|对比|高于|低于|超过)$"),
    "en": re.compile(
        r"\b(?:than|from|since|versus|vs\.?|over|above|below|against|compared\s+(?:to|with)|after|before|until)(?:\s+in)?\s*$",
        re.IGNORECASE,
    ),
}
_BASE_AFTER = {
    "zh": re.compile(
        r"^(?:年)?(?:以来|以后|之后|起|的水平|相比|的[^，。]{0,8}(?:升|降|增|减|提|涨|跌)|版|年版|公布|发布|宣布|报告|成立|上任|签署|生效)"
    ),
    "en": re.compile(
        r"^(?:\s+(?:edition|report|levels?|study|survey)|-\w+\s+(?:report|edition)|['’]s\s+(?:edition|report|level))",
        re.IGNORECASE,
    ),
}


# What may stand between a date and the number that it dates.
_HANGS = re.compile(r"(?:的|全年)(?:仅|只有)?")
_BASE_NUMBER = re.compile(
    r"[,\s]*(?:up|down)?\s*(?:from|against|compared\s+with|versus|than)\b", re.IGNORECASE
)
_OPENING = 24
_NEW_CLAUSE = re.compile(r"(?:and|but|while|whereas|or|yet|so|although|though)\b", re.IGNORECASE)


def iso_period(date: Quantity) -> str | None:
    """The period of a date as ISO 8601; pairs become intervals."""
    if isinstance(date.value, tuple):
        first, last = date.value
        return f"{first}/{last}"
    return date.value if isinstance(date.value, str) and date.value else None


def choose_period(context: Context, quantity: Quantity) -> str | None:
    """The date of the clause, else the one that opens the sentence or an earlier clause.

    The nearest date before the number wins, then the first after it. Dates that a comparison starts from, and
    those of the source, do not count.
    """
    number = context.clause_of(quantity.start)
    start, end = context.clauses[number]
    joined = _joined(context, quantity)
    if joined is not None:
        return iso_period(joined)
    here = _dates(context, quantity, start, end)
    if here:
        before = [date for date in here if date.end <= quantity.start]
        closest = _closest(context, quantity, before, here)
        return iso_period(closest) if closest is not None else None
    for left, right in context.clauses_before(number):
        earlier = _dates(context, quantity, left, right)
        if earlier:
            return iso_period(earlier[-1]) if _governs(context, earlier[-1], left, right, start) else None
    return None


def _joined(context: Context, quantity: Quantity) -> Quantity | None:
    """The date that the number hangs on: 由9月的6533吨降至190吨, 从2023年的20.4万吨增至24万吨."""
    if context.lang != "zh" or quantity.kind in ("multiple", "share", "change"):
        return None
    opening = min(quantity.start, quantity.hedge.start if quantity.hedge else quantity.start)
    for date in context.quantities:
        fits = date.kind == "date" and date.end <= opening and iso_period(date) is not None
        if fits and _HANGS.fullmatch(context.text(date.end, opening)):
            return date
    return None


def _closest(
    context: Context, quantity: Quantity, before: Sequence[Quantity], here: Sequence[Quantity]
) -> Quantity | None:
    """In English the date often follows its number (270,000 tons in 2024)."""
    after = [date for date in here if date.start >= quantity.end]
    if context.lang == "en" and not before and _dates_the_base(context, quantity, after):
        return None
    if context.lang == "en" and after:
        between = context.text(quantity.end, after[0].start)
        if not before or (len(between) <= 40 and not _has_number(context, quantity, after[0])):
            return after[0]
    return before[-1] if before else after[0]


def _dates_the_base(context: Context, quantity: Quantity, after: Sequence[Quantity]) -> bool:
    """Whether the first date after a number is that of what it is compared with (88,000 tons from 91,700 in 2023)."""
    if not after or not _has_number(context, quantity, after[0]):
        return False
    return _BASE_NUMBER.match(context.text(quantity.end, after[0].start)) is not None


def _has_number(context: Context, quantity: Quantity, date: Quantity) -> bool:
    return any(
        quantity.end <= other.start < date.start and other.kind not in ("date", "duration")
        for other in context.quantities
    )


def _governs(context: Context, date: Quantity, left: int, right: int, start: int) -> bool:
    """Whether a date of an earlier clause still holds for the clause at `start`.

    Chinese states the time once. In English it holds when it opens its clause, or when the very next clause only
    adds to it (produced 67,000 tons in 2024, more than 80% of world output).
    """
    if context.lang == "zh" or date.start - left <= _OPENING:
        return True
    opening = context.text(start, context.sentence.end)
    return start - right <= 2 and _NEW_CLAUSE.match(opening) is None


def _dates(context: Context, quantity: Quantity, start: int, end: int) -> list[Quantity]:
    """Dates of a span that can be the period of a number."""
    return [
        date
        for date in context.quantities
        if date.kind == "date"
        and start <= date.start
        and date.end <= end
        and iso_period(date) is not None
        and not _is_base(context, quantity, date, start, end)
        and not _of_source(context, date)
    ]


def _is_base(context: Context, quantity: Quantity, date: Quantity, start: int, end: int) -> bool:
    lang = context.lang
    if quantity.kind in ("multiple", "share") and context.text(date.end, quantity.start) == "的":
        return True  # 2010年的三倍: the year that is compared with
    return (
        _BASE_BEFORE[lang].search(context.text(start, date.start)) is not None
        or _BASE_AFTER[lang].match(context.text(date.end, end)) is not None
    )


def _of_source(context: Context, date: Quantity) -> bool:
    said = context.attribution
    return said is not None and said.start <= date.start < said.end
