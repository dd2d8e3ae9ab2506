"""Names and amounts in both languages, for the sentences of findings."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Final

from kaozheng.model.messages import Both

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kaozheng.data.records import Basis, Entity, Metric, NumericRecord, Place
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.link.facts import Fact
    from kaozheng.model.link.scope import Scope

__all__ = [
    "about",
    "amount",
    "basis_name",
    "metric_name",
    "place_name",
    "plain",
    "publisher_name",
    "source_name",
    "subject_name",
    "value_of",
]

# Units as Chinese writes them; what is missing is written as in the data.
_CHINESE = re.compile(r"[一-鿿]")
_UNITS_ZH: Final = {
    "t": "吨",
    "kg": "千克",
    "g": "克",
    "USD": "美元",
    "CNY": "元人民币",
    "EUR": "欧元",
    "JPY": "日元",
    "RUB": "卢布",
    "GBP": "英镑",
    "kWh": "千瓦时",
    "MWh": "兆瓦时",
    "TWh": "太瓦时",
    "kW": "千瓦",
    "bbl": "桶",
    "m3": "立方米",
    "km2": "平方公里",
    "km": "公里",
    "ct": "克拉",
    "d": "日",
    "a": "年",
    "lb": "磅",
    "pp": "个百分点",
}
_ZH_MAGNITUDES: Final = (("万亿", 1e12), ("亿", 1e8), ("万", 1e4))
_EN_MAGNITUDES: Final = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))


def plain(number: float) -> str:
    """A number for formulas: no exponent, no needless digits.

    >>> plain(3800000.0), plain(0.0806), plain(1.02e12), plain(1 / 3)
    ('3800000', '0.0806', '1020000000000', '0.333333')
    """
    if abs(number) >= 1e5 or float(number).is_integer():
        return f"{number:.0f}"
    return f"{number:.6g}"


def amount(number: float, unit: str) -> Both:
    """An amount as each language writes it.

    >>> amount(3800000, "t")
    Both(zh='380万吨', en='3.8 million t')
    >>> amount(98, "%").zh, amount(350, "USD/kg").zh, amount(98, "1").en
    ('98%', '350美元/千克', '98')
    """
    return Both(_zh(number, unit), _en(number, unit))


def _zh(number: float, unit: str) -> str:
    """The amount in Chinese."""
    label = "/".join(_UNITS_ZH.get(part, part) for part in unit.split("/"))
    label = "" if unit == "1" else label
    space = " " if label[:1].isascii() and label not in ("", "%") else ""
    for word, size in _ZH_MAGNITUDES:
        if abs(number) >= size:
            return f"{number / size:.6g}{word}{space}{label}"
    return f"{number:.6g}{space}{label}"


def _en(number: float, unit: str) -> str:
    """The amount in English."""
    label = {"1": "", "%": "%"}.get(unit, f" {unit}")
    for word, size in _EN_MAGNITUDES:
        if abs(number) >= size:
            return f"{number / size:.6g} {word}{label}"
    digits = f"{number:,.0f}" if float(number).is_integer() else f"{number:.6g}"
    return f"{digits}{label}"


def value_of(fact: Fact) -> Both:
    """A fact's value (or range) in the claim's unit."""
    unit = fact.unit or fact.record.unit
    if fact.record.value is None and isfinite(fact.low) and isfinite(fact.high):
        low, high = amount(_tidy(fact.low), "1"), amount(_tidy(fact.high), unit)
        return Both(f"{low.zh}至{high.zh}", f"{low.en} to {high.en}")
    return amount(_tidy(fact.value), unit)


def _tidy(number: float) -> float:
    """Without the noise of conversion."""
    return float(f"{number:.9g}")


def subject_name(store: ReferenceStore, entity: str) -> Both:
    """The preferred names of an entity."""
    return _name(store.entities, entity)


def metric_name(store: ReferenceStore, metric: str) -> Both:
    """The preferred names of a metric."""
    return _name(store.metrics, metric)


def place_name(store: ReferenceStore, place: str) -> Both:
    """The preferred names of a place."""
    return _name(store.places, place)


def basis_name(store: ReferenceStore, basis: str) -> Both:
    """The preferred names of a stage, a basis or a series."""
    return _name(store.bases, basis)


def _name(register: Mapping[str, Entity | Metric | Place | Basis], key: str) -> Both:
    """First names in both languages; the id itself where a register has none."""
    row = register.get(key)
    readable = key.replace("_", " ").replace("-", " ")
    if row is None:
        return Both(key, readable)
    return Both(
        row.names_zh[0] if row.names_zh else key,
        row.names_en[0] if row.names_en else readable,
    )


def publisher_name(store: ReferenceStore, record: NumericRecord) -> str:
    """Publisher of a record's source."""
    source = store.sources.get(record.source_id)
    return source.publisher if source else record.source_id


def source_name(store: ReferenceStore, record: NumericRecord) -> Both:
    """Publisher and year of a record's source, by its Chinese name where it has one."""
    source = store.sources.get(record.source_id)
    if source is None:
        return Both(record.source_id, record.source_id)
    year = f" {source.year}" if source.year else ""
    chinese = next((name for name in source.names if _CHINESE.search(name)), source.publisher)
    return Both(f"{chinese}{year}", f"{source.publisher}{year}")


def about(store: ReferenceStore, thing: Scope | NumericRecord) -> Both:
    """Place, subject and metric in words: 俄罗斯稀土储量, reserves of rare earths in Russia."""
    places = getattr(thing, "places", None)
    place = places[0] if places else getattr(thing, "place", "")
    what = _of(subject_name(store, thing.subject), metric_name(store, thing.metric))
    where = place_name(store, place) if place else Both("", "")
    return Both(f"{where.zh}{what.zh}", f"{what.en}, {where.en}" if where.en else what.en)


def _of(subject: Both, metric: Both) -> Both:
    """Subject and metric in words; once where one name holds the other (population, GDP growth)."""
    zh = f"{subject.zh}{metric.zh}"
    en = f"{metric.en} of {subject.en}"
    if metric.zh in subject.zh or subject.zh in metric.zh:
        zh = max(subject.zh, metric.zh, key=len)
    if metric.en in subject.en or subject.en in metric.en:
        en = max(subject.en, metric.en, key=len)
    return Both(zh, en)
