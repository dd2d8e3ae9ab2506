"""Time order of causes and effects: what came out before its cause was not its effect."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaozheng.data.text import fold
from kaozheng.model.verdict.causal_fit import MEASURES

if TYPE_CHECKING:
    from kaozheng.data.records import CausalRecord, PolicyEvent
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.protocols import Article, Candidate
    from kaozheng.model.report import Span
    from kaozheng.model.verdict.causal_features import Named

__all__ = ["Dates", "claimed_order", "is_before", "known_by", "record_order"]

# A date beside these words is what the effect is compared with, not when it happened.
_COMPARISON = re.compile(
    r"较|比|同比|环比|相比|自|从|以来|截至|高于|低于|\b(?:compared|than|since|from|against|"
    r"versus|vs|relative)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dates:
    """An effect dated before its cause."""

    cause: str
    effect: str
    event: PolicyEvent | None = None


def is_before(one: str, other: str) -> bool:
    """Whether a date lies before another for certain, at the coarser precision of the two.

    >>> is_before("2023-04-18", "2023-07-03"), is_before("2023", "2023-07"), is_before("2022", "2023-07")
    (True, False, True)
    """
    width = min(len(one), len(other))
    return one[:width] < other[:width]


def record_order(record: CausalRecord) -> Dates | None:
    """The record's own dates, when its effect was known before its cause."""
    if record.cause_date and record.effect_date and is_before(record.effect_date, record.cause_date):
        return Dates(record.cause_date, record.effect_date)
    return None


def known_by(record: CausalRecord, store: ReferenceStore, as_of: str) -> bool:
    """Whether any source of a record was out on the day; sources without a date count as out."""
    dates = [
        (source.published or (str(source.year) if source.year else ""))
        for key in record.source_ids
        if (source := store.sources.get(key)) is not None
    ]
    return not dates or any(not date or not is_before(as_of, date) for date in dates)


def claimed_order(
    article: Article, candidate: Candidate, cause: Named, store: ReferenceStore, record: CausalRecord | None
) -> Dates | None:
    """The claim's own dates, or those of the measure that it names, when the effect comes first."""
    effect = _date_in(article, candidate.effect, candidate.cause)
    if effect is None:
        return None
    stated = _date_in(article, candidate.cause, None)
    if stated is not None:
        return Dates(stated, effect) if is_before(effect, stated) else None
    if record is not None and record.cause_date and not MEASURES.isdisjoint(record.cause_concepts):
        return Dates(record.cause_date, effect) if is_before(effect, record.cause_date) else None
    event = _first_event(cause, store)
    if event is not None and is_before(effect, event.date):
        return Dates(event.date, effect, event)
    return None


def _date_in(article: Article, span: Span | None, without: Span | None) -> str | None:
    """The one date of a span; None when there is none, several, or only one to compare with."""
    if span is None or _COMPARISON.search(fold(span.text)):
        return None
    dates = [
        quantity.value
        for quantity in article.quantities
        if quantity.kind == "date"
        and span.start <= quantity.start
        and quantity.end <= span.end
        and not (without and without.start <= quantity.start and quantity.end <= without.end)
    ]
    only = dates[0] if len(dates) == 1 else None
    return only if isinstance(only, str) and re.match(r"\d{4}", only) else None


def _first_event(cause: Named, store: ReferenceStore) -> PolicyEvent | None:
    """The earliest announcement of a control on the materials that a cause names."""
    if "export-control" not in cause.concepts:
        return None
    events = [
        event
        for event in store.events
        if event.action in {"announce", "effective"}
        and cause.entities & set(event.subjects)
        and (not cause.places or event.place in cause.places)
    ]
    return min(events, key=lambda event: event.date, default=None)
