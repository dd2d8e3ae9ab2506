"""Causal records as evidence, and the names of what was looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from kaozheng.model.messages import Both
from kaozheng.model.report import Evidence
from kaozheng.model.verdict.causal_index import causal_index

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaozheng.data.records import CausalRecord, Concept, Entity, Place
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.verdict.causal_features import Named
    from kaozheng.model.verdict.causal_match import Match

__all__ = ["causal_evidence", "names_of", "sources_of"]

_SHOWN = 3
_STATUS_ZH = {"established": "有据", "refuted": "与资料不符", "contested": "有争议", "none": "未见证据"}


def causal_evidence(
    used: Iterable[Match], relation: str, store: ReferenceStore, lang: str
) -> tuple[Evidence, ...]:
    """The records of a verdict, each with its first source, and the documented cause beside a refuted one."""
    found: dict[str, Evidence] = {}
    for match in used:
        record = match.record
        found.setdefault(record.id, _evidence(record, _relation(record, relation), store, lang))
        documented = causal_index(store).record(record.documented_cause)
        if documented is not None:
            found.setdefault(
                documented.id,
                _evidence(documented, "refutes" if relation == "refutes" else "context", store, lang),
            )
    return tuple(found.values())


def _relation(record: CausalRecord, relation: str) -> str:
    """A contested record beside a refuted one is context."""
    return "context" if record.status in {"contested", "none"} else relation


def _evidence(record: CausalRecord, relation: str, store: ReferenceStore, lang: str) -> Evidence:
    source = _source(record.source_ids[0], store) if record.source_ids else None
    return Evidence(
        record=record.id,
        relation=cast("Literal['supports', 'refutes', 'context']", relation),
        period=record.effect_date or None,
        published=(source or {}).get("published") or None,
        inputs=(record.id,),
        source=source,
        note=_note(record, lang),
    )


def _note(record: CausalRecord, lang: str) -> str:
    """What the record says and why, in the article's language."""
    if lang == "zh":
        return f"{record.cause_zh} → {record.effect_zh}（{_STATUS_ZH[record.status]}）。{record.mechanism_zh}"
    return f"{record.cause_en} → {record.effect_en} ({record.status}). {record.mechanism}"


def _source(key: str, store: ReferenceStore) -> dict[str, Any]:
    """A source as the report states it."""
    source = store.sources.get(key)
    if source is None:
        return {"id": key, "publisher": key, "title": "", "year": None, "url": ""}
    return {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "year": source.year,
        "url": source.url,
    }


def sources_of(record: CausalRecord, store: ReferenceStore) -> str:
    """Publishers and years of a record's first sources.

    >>> from kaozheng.data.store import ReferenceStore
    >>> store = ReferenceStore.open()
    >>> "Shephard" in sources_of(store.record("causal/tr3-delay--f35-deliveries-2023"), store)
    True
    """
    parts = []
    for key in record.source_ids[:_SHOWN]:
        source = _source(key, store)
        parts.append(f"{source['publisher']} {source['year']}" if source["year"] else source["publisher"])
    return "; ".join(parts)


def names_of(named: Named, store: ReferenceStore) -> tuple[Both, tuple[str, ...]]:
    """What a side names, for people (both languages) and as ids."""
    items: list[Entity | Concept | Place] = [
        *(store.entities[key] for key in sorted(named.entities)),
        *(store.concepts[key] for key in sorted(named.concepts) if key in store.concepts),
        *(store.places[key] for key in sorted(named.places | named.targets)),
    ]
    zh = "、".join(item.names_zh[0] if item.names_zh else item.id for item in items)
    en = ", ".join(item.names_en[0] if item.names_en else item.id for item in items)
    return Both(zh or "无已知名称", en or "no known name"), tuple(item.id for item in items)
