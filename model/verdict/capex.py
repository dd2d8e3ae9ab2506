"""Investment against capacity: 2100亿美元 for a plant whose like costs a sixteenth of that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaozheng.model.link.editions import known_at
from kaozheng.model.link.units import factor_between, same_currency
from kaozheng.model.messages import Both, finding
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.evidence import computed
from kaozheng.model.verdict.kin import akin, materials_of
from kaozheng.model.verdict.wording import amount, place_name, plain, source_name

if TYPE_CHECKING:
    from kaozheng.data.records import NumericRecord
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.report import Evidence, Finding
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.evidence import Relation
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge_capex"]

_DETAIL = re.compile(r"(\d[\d,.]*)\s*(kt|Mt|t|tonnes|tons)\b", re.IGNORECASE)
_SCALE = {"kt": 1e3, "mt": 1e6, "t": 1.0, "tonnes": 1.0, "tons": 1.0}
_CAPACITY_WORDS = re.compile(r"产能|年产|规模|capacity|smelter|plant|per year|a year|annual", re.IGNORECASE)
# How far, in characters, a capacity may stand from the sum.
_NEAR = 1000
# Costs per tonne of plants of one kind differ by a factor of two; five times is out of the question.
_LIKE, _ABSURD = 2.0, 5.0
# Without a capacity: times the place's whole present output that the sum would pay for.
_IMPLIED = 10.0


@dataclass(frozen=True, slots=True)
class _Unit:
    """The cost of one tonne of capacity in a known project."""

    record: NumericRecord
    sum: float
    capacity: float

    @property
    def cost(self) -> float:
        """Money per tonne a year."""
        return self.sum / self.capacity


def judge_capex(case: Case, claim: Claimed) -> Ruling | None:
    """The verdict on an investment by the unit cost of known projects; None without one."""
    projects = _projects(case, claim)
    if not projects:
        return None
    capacity = _stated_capacity(case)
    nearest = min(projects, key=lambda unit: abs(unit.capacity - (capacity or unit.capacity)))
    if capacity is None:
        return _implied(case, claim, nearest)
    return _against(case, claim, nearest, capacity)


def _projects(case: Case, claim: Claimed) -> list[_Unit]:
    """Known investments in projects of the claimed kind, with their capacity."""
    records = [r for r in case.store.numeric(metric="capex") if known_at(r.published, case.as_of)]
    found = []
    for record in records:
        if not akin(case.roles.subject or "", record.subject, case.store) or not same_currency(
            record.unit, claim.unit
        ):
            continue
        total, capacity = _middle(record), _capacity_of(case, record)
        if total and capacity:
            found.append(_Unit(record, total, capacity))
    return found


def _middle(record: NumericRecord) -> float | None:
    """A record's value, or the middle of its range."""
    if record.value is not None:
        return record.value
    return (record.low + record.high) / 2 if record.low is not None and record.high is not None else None


def _capacity_of(case: Case, record: NumericRecord) -> float | None:
    """The capacity that the sum pays for, in tonnes a year: a record of its own, else the series' description."""
    for row in case.store.numeric(subject=record.subject, metric="capacity"):
        factor = factor_between(row.unit, "t")
        if row.value and factor and row.source_id == record.source_id:
            return row.value * factor
    match = _DETAIL.search(record.detail)
    return float(match[1].replace(",", "")) * _SCALE[match[2].lower()] if match else None


def _stated_capacity(case: Case) -> float | None:
    """The capacity that the text gives: in the claim, its sentence, or its paragraph beside a word for plants."""
    own = case.article.sentences[case.candidate.sentence]
    first, last = case.candidate.start - _NEAR, case.candidate.end + _NEAR
    near = case.quantities_between(max(own.start, first), min(own.end, last))
    start, end = _paragraph(case)
    start, end = max(start, first), min(end, last)
    wide = [quantity for quantity in case.quantities_between(start, end) if _about_plants(case, quantity)]
    for quantity in (*case.candidate.quantities, *near, *wide):
        mass = _tonnes(quantity)
        if mass is not None and mass >= 1:
            return mass
    return None


def _paragraph(case: Case) -> tuple[int, int]:
    """Where the claim's paragraph starts and ends, as far as it is near."""
    sentences, first = case.article.sentences, case.candidate.sentence
    last, number = first, sentences[first].paragraph
    own = sentences[first]
    while (
        first > 0 and sentences[first - 1].paragraph == number and own.start - sentences[first].start < _NEAR
    ):
        first -= 1
    while (
        last + 1 < len(sentences)
        and sentences[last + 1].paragraph == number
        and sentences[last].end - own.end < _NEAR
    ):
        last += 1
    return sentences[first].start, sentences[last].end


def _about_plants(case: Case, quantity: Quantity) -> bool:
    """Whether the words around a quantity speak of a plant's capacity."""
    around = case.article.text[max(0, quantity.start - 24) : quantity.end + 24]
    return _CAPACITY_WORDS.search(around) is not None


def _tonnes(quantity: Quantity) -> float | None:
    """A mass in tonnes."""
    if quantity.unit is None or not isinstance(quantity.value, (int, float)):
        return None
    factor = factor_between(quantity.unit, "t")
    return quantity.value * factor if factor else None


def _against(case: Case, claim: Claimed, unit: _Unit, capacity: float) -> Ruling | None:
    """The claimed sum beside unit cost times stated capacity."""
    expected = unit.cost * capacity
    times = claim.value / expected
    formula = (
        f"{plain(unit.sum)} / {plain(unit.capacity)} x {plain(capacity)} = {plain(float(f'{expected:.4g}'))}; "
        f"{plain(claim.value)} / {plain(float(f'{expected:.4g}'))} = {times:.3g}"
    )
    if 1 / _LIKE <= times <= _LIKE:
        return Ruling(
            "supported",
            0.6,
            (),
            (_evidence(case, unit, "supports", expected, formula, times),),
            0.9,
            lasting=True,
        )
    if 1 / _ABSURD < times < _ABSURD:
        return None
    said = finding(
        "implausible_product.capex",
        case.lang,
        {"expected": float(f"{expected:.4g}"), "times": round(times, 2), "capacity": capacity},
        capacity=amount(capacity, "t/a"),
        source=_project(case, unit),
        expected=amount(float(f"{expected:.3g}"), claim.unit),
        claim=claim.text,
        times=f"{times:.3g}",
    )
    return Ruling(
        "refuted",
        0.9,
        (said,),
        (_evidence(case, unit, "refutes", expected, formula, times),),
        0.92,
        lasting=True,
    )


def _project(case: Case, unit: _Unit) -> Both:
    """The known project in words."""
    source, sum_ = source_name(case.store, unit.record), amount(unit.sum, unit.record.unit)
    size = amount(unit.capacity, "t/a")
    return Both(f"{source.zh}（{size.zh}、{sum_.zh}）", f"{source.en} ({sum_.en} for {size.en})")


def _evidence(
    case: Case, unit: _Unit, relation: Relation, expected: float, formula: str, times: float
) -> Evidence:
    """The computation as evidence."""
    return computed(
        [unit.record],
        relation,
        case.store,
        value=float(f"{expected:.6g}"),
        unit=unit.record.unit,
        formula=formula,
        deviation=times - 1,
    )


def _implied(case: Case, claim: Claimed, unit: _Unit) -> Ruling | None:
    """Without a capacity: what the sum would pay for, beside what the place has."""
    implied = claim.value / unit.cost
    output = _present_output(case, unit)
    formula = (
        f"{plain(claim.value)} / ({plain(unit.sum)} / {plain(unit.capacity)}) = {plain(round(implied))} t/a"
    )
    if output is None or implied / (output[1] or 1) < _IMPLIED:
        shown = computed([unit.record], "context", case.store, value=implied, unit="t/a", formula=formula)
        return Ruling("not_enough_evidence", 0.6, (), (shown,), 0.9)
    record, present = output
    times = implied / present
    shown = computed([unit.record, record], "refutes", case.store, value=implied, unit="t/a", formula=formula)
    return Ruling(
        "refuted",
        0.75,
        (_implied_finding(case, claim, unit, implied, present, times),),
        (shown,),
        0.9,
        lasting=True,
    )


def _implied_finding(
    case: Case, claim: Claimed, unit: _Unit, implied: float, present: float, times: float
) -> Finding:
    """`implausible_product` without a stated capacity."""
    return finding(
        "implausible_product.implied",
        case.lang,
        {"implied": round(implied), "times": round(times, 2)},
        source=_project(case, unit),
        claim=claim.text,
        capacity=amount(float(f"{implied:.3g}"), "t/a"),
        place=place_name(case.store, case.roles.place or unit.record.place),
        output=amount(present, "t/a"),
        times=f"{times:.3g}",
    )


def _present_output(case: Case, unit: _Unit) -> tuple[NumericRecord, float] | None:
    """The place's capacity (else output) of what the project makes."""
    place = case.roles.place or unit.record.place
    subjects = materials_of(unit.record.subject, case.store)
    for metric in ("capacity", "production"):
        found = []
        for record in case.store.numeric(subject=subjects, metric=metric, place=place):
            factor = factor_between(record.unit, "t")
            if record.value and factor and known_at(record.published, case.as_of):
                found.append((record, record.value * factor))
        if found:
            return max(found, key=lambda pair: (pair[0].period, pair[1]))
    return None
