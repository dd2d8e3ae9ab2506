"""Rows of a package to the types of `kaozheng.data.records`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args

from kaozheng.data.records import (
    Basis,
    CausalRecord,
    CausalStatus,
    Concept,
    Edition,
    Entity,
    Metric,
    NumericRecord,
    Place,
    Polarity,
    PolicyEvent,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kaozheng.data.store.rows import Row

__all__ = ["READERS", "Unit", "causal_record", "numeric_record"]

Unit = dict[str, Any]


def numeric_record(row: Row) -> NumericRecord:
    """One row of ``records/*.csv``."""
    return NumericRecord(
        id=row.required("id"),
        subject=row.required("subject"),
        metric=row.required("metric"),
        stage=row.text("stage"),
        basis=row.text("basis"),
        detail=row.text("detail"),
        place=row.text("place"),
        period=row.period("period"),
        value=row.number("value"),
        low=row.number("low"),
        high=row.number("high"),
        unit=row.required("unit"),
        qualifiers=row.many("qualifiers"),
        printed=row.text("printed"),
        source_id=row.required("source_id"),
        edition=row.text("edition"),
        published=row.date("published"),
        supersedes=row.text("supersedes"),
        partner=row.text("partner"),
    )


def causal_record(row: Row) -> CausalRecord:
    """One line of ``causal.jsonl``."""
    return CausalRecord(
        id=row.required("id"),
        cause_en=row.text("cause_en"),
        cause_zh=row.text("cause_zh"),
        effect_en=row.text("effect_en"),
        effect_zh=row.text("effect_zh"),
        polarity=cast("Polarity", row.one_of("polarity", get_args(Polarity))),
        status=cast("CausalStatus", row.one_of("status", get_args(CausalStatus))),
        mechanism=row.text("mechanism"),
        mechanism_zh=row.text("mechanism_zh"),
        cause_concepts=row.many("cause_concepts"),
        effect_concepts=row.many("effect_concepts"),
        cause_date=row.period("cause_date"),
        effect_date=row.period("effect_date"),
        documented_cause=row.text("documented_cause"),
        source_ids=row.many("source_ids"),
    )


def _event(row: Row) -> PolicyEvent:
    return PolicyEvent(
        id=row.required("id"),
        date=row.date("date"),
        place=row.text("place"),
        action=row.text("action"),
        subjects=row.many("subjects"),
        measure_en=row.text("measure_en"),
        measure_zh=row.text("measure_zh"),
        source_id=row.text("source_id"),
    )


def _entity(row: Row) -> Entity:
    return Entity(
        row.required("id"), row.text("kind"), row.many("names_en"), row.many("names_zh"), row.many("broader")
    )


def _place(row: Row) -> Place:
    return Place(row.required("id"), row.many("names_en"), row.many("names_zh"), row.many("members"))


def _metric(row: Row) -> Metric:
    return Metric(
        id=row.required("id"),
        kinds=row.many("kinds"),
        names_en=row.many("names_en"),
        names_zh=row.many("names_zh"),
        confused_with=row.many("confused_with"),
        additive=row.truth("additive"),
    )


def _basis(row: Row) -> Basis:
    return Basis(
        id=row.required("id"),
        kind=row.text("kind"),
        names_en=row.many("names_en"),
        names_zh=row.many("names_zh"),
        incomparable_with=row.many("incomparable_with"),
    )


def _concept(row: Row) -> Concept:
    return Concept(row.required("id"), row.many("names_en"), row.many("names_zh"), row.text("opposite"))


def _source(row: Row) -> Source:
    return Source(
        id=row.required("id"),
        publisher=row.text("publisher"),
        title=row.text("title"),
        year=row.year("year"),
        published=row.date("published"),
        url=row.text("url"),
        licence=row.text("licence"),
        names=row.many("names"),
    )


def _edition(row: Row) -> Edition:
    return Edition(
        id=row.required("id"),
        series=row.text("series"),
        title=row.text("title"),
        published=row.date("published"),
        source_id=row.text("source_id"),
        supersedes=row.text("supersedes"),
    )


def _unit(row: Row) -> Unit:
    """Units have no type of their own in the store: own rows need their ids and names only."""
    return {"id": row.required("id"), "names": row.many("names_en") + row.many("names_zh")}


READERS: dict[str, Callable[[Row], Any]] = {
    "causal": causal_record,
    "events": _event,
    "entities": _entity,
    "places": _place,
    "metrics": _metric,
    "bases": _basis,
    "concepts": _concept,
    "units": _unit,
    "sources": _source,
    "editions": _edition,
}
