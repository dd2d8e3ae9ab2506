"""Records as evidence: everything needed to replay a comparison."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal

from kaozheng.model.report import Evidence
from kaozheng.model.verdict.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaozheng.data.records import NumericRecord
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.link.facts import Fact
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["Relation", "compared", "computed", "context", "source_of"]

Relation = Literal["supports", "refutes", "context"]


def source_of(record: NumericRecord, store: ReferenceStore) -> dict[str, Any]:
    """The source of a record as the report states it."""
    source = store.sources.get(record.source_id)
    if source is None:
        return {"id": record.source_id, "publisher": record.source_id, "title": "", "year": None, "url": ""}
    return {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "year": source.year,
        "url": source.url,
    }


def compared(claim: Claimed, fact: Fact, relation: Relation, store: ReferenceStore) -> Evidence:
    """A record beside the claim, in the record's own unit, with the division spelt out."""
    record = fact.record
    told = claim.value / fact.factor
    reference = fact.value / fact.factor
    deviation = told / reference - 1 if reference else None
    quotient = f"{plain(told)} / {plain(reference)} = {deviation + 1:.4g}" if deviation is not None else None
    return replace(
        _plain(record, relation, store),
        value=record.value,
        low=record.low if isfinite(fact.low) else None,
        high=record.high if isfinite(fact.high) else None,
        deviation=round(deviation, 6) if deviation is not None else None,
        formula=quotient or f"{plain(told)} - {plain(reference)} = {plain(told - reference)}",
    )


def context(records: Iterable[NumericRecord], store: ReferenceStore) -> tuple[Evidence, ...]:
    """Records that a reader should see although they decide nothing."""
    return tuple(_plain(record, "context", store) for record in records)


def computed(
    records: Iterable[NumericRecord],
    relation: Relation,
    store: ReferenceStore,
    *,
    value: float,
    unit: str,
    formula: str,
    deviation: float | None = None,
) -> Evidence:
    """A value worked out from several records; the first gives period and source."""
    used = list(records)
    return replace(
        _plain(used[0], relation, store),
        value=value,
        low=None,
        high=None,
        unit=unit,
        formula=formula,
        deviation=round(deviation, 6) if deviation is not None else None,
        inputs=tuple(record.id for record in used),
    )


def _plain(record: NumericRecord, relation: Relation, store: ReferenceStore) -> Evidence:
    """A record as it is."""
    return Evidence(
        record=record.id,
        relation=relation,
        value=record.value,
        low=record.low,
        high=record.high,
        unit=record.unit,
        period=record.period or None,
        published=record.published or None,
        inputs=(record.id,),
        source=source_of(record, store),
        note=record.detail or None,
    )
