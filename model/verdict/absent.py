"""When no record answers: say what was looked for, what is nearest, and what must not be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.messages import Both, finding, joined, note
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.evidence import context
from kaozheng.model.verdict.guards import other_measure
from kaozheng.model.verdict.wording import about, amount, basis_name, source_name

if TYPE_CHECKING:
    from kaozheng.data.records import NumericRecord
    from kaozheng.model.link import Link
    from kaozheng.model.messages import Gaps
    from kaozheng.model.report import Finding
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge_absent", "no_record", "unlinked"]

_NEAREST = 3
_MISSING = {"subject": Both("对象", "subject"), "metric": Both("指标", "measure")}


def judge_absent(case: Case, claim: Claimed, link: Link) -> Ruling:
    """`incomparable_basis` when only such records exist, else `no_record`; another measure is pointed out."""
    if link.incomparable and not link.elsewhen:
        record, reason = link.incomparable[0]
        evidence = context([record for record, _ in link.incomparable[:_NEAREST]], case.store)
        return Ruling(
            "not_enough_evidence", 0.85, (_incomparable(case, claim, link, record, reason),), evidence
        )
    mistaken = other_measure(case, claim, link)
    ruling = no_record(case, link)
    if mistaken is None:
        return ruling
    findings = (mistaken.finding, *ruling.findings)
    return Ruling("not_enough_evidence", 0.7, findings, (mistaken.evidence, *ruling.evidence))


def _incomparable(case: Case, claim: Claimed, link: Link, record: NumericRecord, reason: str) -> Finding:
    """Why the records that exist must not be compared."""
    source = source_name(case.store, record)
    details = {"record": record.id, "reason": reason}
    if reason == "currency":
        gaps: Gaps = {"unit": claim.unit, "other": record.unit, "source": source}
        return finding("incomparable_basis.currency", case.lang, details, **gaps)
    said, other = (link.scope.stage, record.stage) if reason == "stage" else (link.scope.basis, record.basis)
    names: Gaps = {"basis": basis_name(case.store, said), "other": basis_name(case.store, other)}
    return finding("incomparable_basis.basis", case.lang, details, source=source, **names)


def no_record(case: Case, link: Link) -> Ruling:
    """Nothing to check against; the nearest records are shown."""
    near = _nearest(case, link)
    details = {
        "looked_for": {
            "subject": link.scope.subject,
            "metric": link.scope.metric,
            "place": [place for place in link.scope.places if place],
            "period": link.scope.period.text if link.scope.period else None,
            "unit": link.unit,
        },
        "nearest": [record.id for record in near],
    }
    listed = joined([_line(case, record) for record in near])
    tail = note("no_record.nearest", records=listed) if near else Both("", "")
    said = finding("no_record", case.lang, details, looked=_looked(case, link), nearest=tail)
    return Ruling("not_enough_evidence", 0.8, (said,), context(near, case.store))


def _looked(case: Case, link: Link) -> Both:
    """What was looked for, in words."""
    words = about(case.store, link.scope)
    when = link.scope.period.text if link.scope.period else ""
    unit = "" if link.unit in ("1", "") else link.unit
    rest = [item for item in (when, unit) if item]
    return Both("，".join([words.zh, *rest]), ", ".join([words.en, *rest]))


def _line(case: Case, record: NumericRecord) -> Both:
    """One near record in words."""
    words = about(case.store, record)
    value = (
        amount(record.value, record.unit)
        if record.value is not None
        else Both(record.printed, record.printed)
    )
    when = f"（{record.period}）" if record.period else ""
    return Both(f"{words.zh}{when}{value.zh}", f"{words.en} {record.period} {value.en}".replace("  ", " "))


def _nearest(case: Case, link: Link) -> list[NumericRecord]:
    """Other periods first, then the world, then other metrics of the subject."""
    if link.elsewhen:
        facts = sorted(link.elsewhen, key=lambda fact: (fact.year or 0, fact.record.published), reverse=True)
        return [fact.record for fact in facts[:_NEAREST]]
    scope, store = link.scope, case.store
    for query in (
        {"metric": scope.metric, "place": "WLD"},
        {"metric": scope.metric},
        {"place": scope.places if any(scope.places) else None},
        {},
    ):
        found = store.numeric(subject=scope.subject, as_of=case.as_of or None, **query)
        found = [record for record in found if record.value is not None]
        if found:
            return sorted(found, key=lambda record: (record.period, record.published), reverse=True)[
                :_NEAREST
            ]
    return []


def unlinked(case: Case) -> Ruling:
    """Subject or metric could not be recognised."""
    missing = [_MISSING[role] for role in ("subject", "metric") if getattr(case.roles, role) is None]
    names = Both("和".join(item.zh for item in missing), " and ".join(item.en for item in missing))
    looked = {role: getattr(case.roles, role) for role in ("subject", "metric", "place", "period")}
    said = finding("no_record.unlinked", case.lang, {"looked_for": looked}, missing=names)
    return Ruling("not_enough_evidence", 0.7, (said,), ())
