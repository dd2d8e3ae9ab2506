"""The shipped causal records, concepts and events hold together."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from kaozheng.data.records import CausalRecord
from kaozheng.data.store import ReferenceStore

DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?$")


@cache
def store() -> ReferenceStore:
    return ReferenceStore.open()


def test_every_name_in_a_record_is_known() -> None:
    known = {*store().concepts, *store().entities, *store().places}
    unknown = {
        (record.id, name)
        for record in store().causal
        for name in (*record.cause_concepts, *record.effect_concepts)
        if name not in known
    }
    assert unknown == set()


def test_every_source_is_registered() -> None:
    named = {key for record in store().causal for key in record.source_ids}
    named |= {event.source_id for event in store().events}
    assert named - set(store().sources) == set()


def test_every_record_has_sources_and_both_languages() -> None:
    for record in store().causal:
        assert record.source_ids, record.id
        texts = (
            record.cause_en,
            record.cause_zh,
            record.effect_en,
            record.effect_zh,
            record.mechanism,
            record.mechanism_zh,
        )
        assert all(texts), record.id
        assert re.search("[一-鿿]", record.cause_zh + record.effect_zh + record.mechanism_zh)
        assert not re.search("[一-鿿]", record.cause_en + record.effect_en + record.mechanism)


def test_documented_causes_are_established_records() -> None:
    by_id = {record.id: record for record in store().causal}
    assert len(by_id) == len(store().causal) >= 80
    for record in store().causal:
        if record.documented_cause:
            assert by_id[record.documented_cause].status == "established", record.id
            assert record.status != "established", record.id


def test_dates_are_iso() -> None:
    for record in store().causal:
        assert all(DATE.match(date) for date in (record.cause_date, record.effect_date) if date), record.id
    assert all(DATE.match(event.date) for event in store().events)


def test_events_name_known_entities_and_places() -> None:
    for event in store().events:
        assert event.place in store().places, event.id
        assert set(event.subjects) <= set(store().entities), event.id


def test_names_of_concepts_are_unambiguous() -> None:
    counts = Counter(
        name.lower()
        for concept in store().concepts.values()
        for name in {*concept.names_en, *concept.names_zh}
    )
    assert [name for name, count in counts.items() if count > 1] == []


def test_opposites_are_mutual() -> None:
    concepts = store().concepts
    for concept in concepts.values():
        if concept.opposite and concept.id != "export-control-lifting":
            assert concepts[concept.opposite].opposite == concept.id, concept.id


def test_delay_of_the_f35_was_known_before_the_controls() -> None:
    record = store().record("causal/gallium-controls--f35-deliveries-2023")
    assert isinstance(record, CausalRecord)
    assert record.effect_date == "2023-04-18" < record.cause_date == "2023-07-03"
    assert "shephard-2023" in record.source_ids
