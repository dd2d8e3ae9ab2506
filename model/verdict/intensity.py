"""An intensity times a known output must fit into its sector: 13.6亿度 a tonne does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaozheng.model.link.editions import known_at
from kaozheng.model.link.units import factor_between
from kaozheng.model.messages import finding
from kaozheng.model.verdict.case import Ruling
from kaozheng.model.verdict.evidence import computed
from kaozheng.model.verdict.wording import amount, place_name, plain, subject_name

if TYPE_CHECKING:
    from kaozheng.data.records import NumericRecord
    from kaozheng.model.verdict.case import Case
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["judge_intensity"]

_PER_TONNE = "kWh/t"
_METRIC = "energy_intensity"
_WHOLES = frozenset({"WLD"})


@dataclass(frozen=True, slots=True)
class _Sector:
    """What a whole industry uses in one place: output times intensity."""

    output: NumericRecord
    tonnes: float
    intensity: NumericRecord
    per_tonne: float

    @property
    def total(self) -> float:
        """Kilowatt-hours a year."""
        return self.tonnes * self.per_tonne


def judge_intensity(case: Case, claim: Claimed) -> Ruling | None:
    """Refuted when the claim times a known output exceeds the hungriest industry on record there."""
    factor = factor_between(claim.unit, _PER_TONNE)
    subject = case.roles.subject
    if factor is None or subject is None:
        return None
    output = _largest_output(case, subject)
    if output is None:
        return None
    record, tonnes = output
    sector = _hungriest(case, record.place, subject)
    product = claim.value * factor * tonnes
    if sector is None or product <= sector.total:
        return None
    return _absurd(case, claim, (record, tonnes), sector, product)


def _tonnes_of(record: NumericRecord) -> float | None:
    """A record's value in tonnes."""
    factor = factor_between(record.unit, "t")
    return record.value * factor if record.value and factor else None


def _largest_output(case: Case, subject: str) -> tuple[NumericRecord, float] | None:
    """The newest known output of the largest producer."""
    found = [
        (record, tonnes)
        for record in case.store.numeric(subject=subject, metric="production")
        if record.place not in _WHOLES
        and known_at(record.published, case.as_of)
        and record.period[:4] <= case.as_of[:4]
        and (tonnes := _tonnes_of(record)) is not None
    ]
    newest = max((record.period for record, _ in found), default="")
    return max((pair for pair in found if pair[0].period == newest), key=lambda pair: pair[1], default=None)


def _hungriest(case: Case, place: str, but: str) -> _Sector | None:
    """The industry with the greatest known use of power in a place."""
    sectors = [
        sector
        for intensity in case.store.numeric(metric=_METRIC)
        if intensity.subject != but and intensity.place in (place, *_WHOLES)
        if (sector := _sector(case, intensity, place)) is not None
    ]
    return max(sectors, key=lambda sector: sector.total, default=None)


def _sector(case: Case, intensity: NumericRecord, place: str) -> _Sector | None:
    """Output times intensity of one industry in one place."""
    factor = factor_between(intensity.unit, _PER_TONNE)
    if not intensity.value or factor is None:
        return None
    outputs = [
        (record, tonnes)
        for record in case.store.numeric(subject=intensity.subject, metric="production", place=place)
        if known_at(record.published, case.as_of) and (tonnes := _tonnes_of(record)) is not None
    ]
    best = max(outputs, key=lambda pair: (pair[0].period, pair[1]), default=None)
    return _Sector(best[0], best[1], intensity, intensity.value * factor) if best else None


def _absurd(
    case: Case, claim: Claimed, output: tuple[NumericRecord, float], sector: _Sector, product: float
) -> Ruling:
    """`implausible_product` with both products spelt out."""
    record, tonnes = output
    formula = (
        f"{plain(claim.value)} kWh/t x {plain(tonnes)} t = {product:.4g} kWh > "
        f"{plain(sector.tonnes)} t x {plain(sector.per_tonne)} kWh/t = {sector.total:.4g} kWh"
    )
    said = finding(
        "implausible_product.energy",
        case.lang,
        {"product": float(f"{product:.6g}"), "total": float(f"{sector.total:.6g}"), "formula": formula},
        claim=claim.text,
        place=place_name(case.store, record.place),
        subject=subject_name(case.store, record.subject),
        output=amount(tonnes, "t"),
        product=amount(float(f"{product:.4g}"), "kWh"),
        sector=subject_name(case.store, sector.output.subject),
        total=amount(float(f"{sector.total:.4g}"), "kWh"),
    )
    shown = computed(
        [sector.output, sector.intensity, record],
        "refutes",
        case.store,
        value=float(f"{sector.total:.6g}"),
        unit="kWh",
        formula=formula,
        deviation=product / sector.total - 1,
    )
    return Ruling("refuted", 0.92, (said,), (shown,), 0.95, lasting=True)
