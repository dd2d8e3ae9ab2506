"""The verdicts on claims made from the shipped records: true ones are never refuted, slips nearly always are."""

from __future__ import annotations

import random
from functools import cache
from math import floor, log10
from typing import TYPE_CHECKING

from kaozheng.data.store import ReferenceStore
from kaozheng.model.protocols import Article, Candidate, Roles, Sentence
from kaozheng.model.quantities.types import Kind, Quantity
from kaozheng.model.verdict import NumericResult, check_numeric

if TYPE_CHECKING:
    from kaozheng.data.records import NumericRecord

_SIZE = 150


@cache
def _store() -> ReferenceStore:
    return ReferenceStore.open()


@cache
def _sample() -> tuple[NumericRecord, ...]:
    usable = [
        record for record in _store().numeric() if record.value and record.value > 0 and record.unit != "date"
    ]
    return tuple(random.Random(20251026).sample(usable, _SIZE))


def _kind(record: NumericRecord) -> Kind:
    kinds: dict[str, Kind] = {"%": "share", "1": "count", "t": "mass", "kg": "mass", "USD": "money"}
    return kinds.get(record.unit, "price" if record.metric == "price" else "other")


def _check(record: NumericRecord, factor: float, *, dated: bool = True) -> NumericResult:
    """The result for a claim of the record's value, times a factor, to two digits."""
    value = (record.value or 0.0) * factor
    step = 10.0 ** (floor(log10(value)) - 1)
    value = round(value / step) * step
    text = f"The {record.metric} of {record.subject} was so much in {record.period if dated else 'general'}."
    kind, half = _kind(record), step / 2
    quantity = Quantity(0, 3, text[:3], value, value - half, value + half, record.unit, "eq", kind)
    as_of = "2026-08-01"
    article = Article(text, "en", as_of, None, (Sentence(0, len(text), text, 0),), (quantity,))
    candidate = Candidate("numeric", 0, len(text), 0, 0.9, quantities=(quantity,))
    roles = Roles(
        record.subject,
        record.metric,
        record.place,
        record.period or None if dated else None,
        record.partner or None,
    )
    return check_numeric(article, candidate, roles, _store(), as_of)


def test_no_true_claim_is_refuted() -> None:
    current = [record for record in _sample() if record.published[:4] >= "2026"]
    refuted = [record.id for record in current if _check(record, 1.0).verdict == "refuted"]
    assert len(current) > _SIZE / 2
    assert not refuted


def test_true_claims_are_supported() -> None:
    supported = sum(_check(record, 1.0).verdict == "supported" for record in _sample())
    assert supported >= 0.95 * _SIZE


def test_slips_by_ten_are_refuted() -> None:
    results = [_check(record, 10.0) for record in _sample()]
    assert sum(result.verdict == "refuted" for result in results) >= 0.85 * _SIZE
    assert sum(result.verdict == "supported" for result in results) <= 0.02 * _SIZE


def test_a_third_more_is_refuted() -> None:
    results = [_check(record, 1.37) for record in _sample()]
    assert sum(result.verdict == "refuted" for result in results) >= 0.8 * _SIZE


def test_evidence_can_be_replayed() -> None:
    """Every id resolves, and the ratio in the formula is the deviation plus one."""
    for record in _sample()[:40]:
        for item in _check(record, 1.37).evidence:
            for used in (item.record, *item.inputs):
                assert _store().record(used).id == used
            assert item.source is not None
            assert item.source["id"] in _store().sources
            if (
                item.deviation is not None
                and item.formula
                and item.formula.count("=") == 1
                and "/" in item.formula
            ):
                told, stated = item.formula.split(" = ")
                above, below = told.split(" / ")
                assert abs(float(above) / float(below) - 1 - item.deviation) < 1e-3
                assert abs(float(stated) - float(above) / float(below)) < 0.01 * abs(float(stated)) + 1e-9
