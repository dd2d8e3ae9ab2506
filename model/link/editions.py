"""Which edition was current at a date: two clocks, the period described and the day of publication."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.model.link.nature import is_assessed
from kaozheng.model.link.periods import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kaozheng.data.records import NumericRecord
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.link.facts import Fact

__all__ = ["known_at", "with_status"]

_SAME = 0.005


def known_at(published: str, as_of: str) -> bool:
    """Whether something published then was known on that day; what has no date always was.

    >>> known_at("2025-01-31", "2025-10-26"), known_at("2026-02", "2025-10-26"), known_at("", "2020")
    (True, False, True)
    """
    said, day = parse_period(published), parse_period(as_of)
    return said is None or day is None or said.start <= day.end


def with_status(facts: Sequence[Fact], store: ReferenceStore, as_of: str) -> list[Fact]:
    """Marks each fact as current, superseded or later as seen from `as_of`."""
    known = [fact for fact in facts if known_at(fact.record.published, as_of)]
    replaced = _replaced(known, store)
    result = []
    for fact in facts:
        if not known_at(fact.record.published, as_of):
            result.append(replace(fact, status="later"))
        elif fact.record.id in replaced:
            result.append(replace(fact, status="superseded"))
        else:
            result.append(fact)
    return result


def _replaced(known: Sequence[Fact], store: ReferenceStore) -> set[str]:
    """Ids of records that another known record replaces."""
    named = {fact.record.supersedes for fact in known if fact.record.supersedes}
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in known:
        groups[_series(fact.record, store)].append(fact)
    by_edition = {record_id for group in groups.values() for record_id in _older(group)}
    return named | by_edition


def _series(record: NumericRecord, store: ReferenceStore) -> tuple[str, ...]:
    """What two editions share when the newer replaces the older: publication, thing and period.

    Estimates of reserves carry no period of their own: each edition replaces all before it.
    """
    edition = store.editions.get(record.edition)
    source = store.sources.get(record.source_id)
    publication = edition.series if edition else (source.publisher if source else record.source_id)
    period = "" if is_assessed(record.metric) else record.period
    kind = "claim" if "official_claim" in record.qualifiers else ""
    return (
        publication,
        record.subject,
        record.metric,
        record.stage,
        record.basis,
        record.place,
        record.partner,
        period,
        kind,
    )


def _older(group: Sequence[Fact]) -> Iterable[str]:
    """Records of one series that a later day or period replaces with another value.

    Within one edition a table may print several series under one name; then only a record of the same
    printed series is replaced.
    """
    crowded = len({(fact.record.published, fact.record.period) for fact in group}) < len(group)
    for fact in group:
        rivals = (other for other in group if not crowded or other.record.detail == fact.record.detail)
        if any(_newer(other, fact) for other in rivals):
            yield fact.record.id


def _newer(other: Fact, fact: Fact) -> bool:
    """Whether `other` was published later and says something else."""
    if abs(other.value - fact.value) <= _SAME * abs(fact.value):
        return False
    return (other.record.published, other.record.period) > (fact.record.published, fact.record.period)
