"""Numbers as a reader of the article's language expects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.render.labels import label

if TYPE_CHECKING:
    from kaozheng.model.report import Evidence

__all__ = ["evidence_line", "evidence_value", "human", "percent"]


def human(number: float, lang: str) -> str:
    """A number with 万/亿 in Chinese and thousands separators in English.

    >>> human(3800000, "zh"), human(3800000, "en"), human(0.0806, "en")
    ('380万', '3,800,000', '0.0806')
    """
    if lang == "zh":
        for unit, size in (("万亿", 1e12), ("亿", 1e8), ("万", 1e4)):
            if abs(number) >= size:
                return f"{number / size:.6g}{unit}"
        return f"{number:.6g}"
    if abs(number) < 1000 or not float(number).is_integer():
        return f"{number:,.6g}" if abs(number) < 1e6 else f"{number:,.0f}"
    return f"{int(number):,}"


def percent(deviation: float) -> str:
    """A deviation for people: percent up to ten times, factors beyond.

    >>> percent(-0.9), percent(0.031), percent(14.0)
    ('-90%', '+3.1%', '×15')
    """
    if deviation >= 9:
        return f"×{deviation + 1:.3g}"
    return f"{deviation * 100:+.3g}%"


def evidence_value(evidence: Evidence, lang: str) -> str:
    """The reference value with its unit; empty for causal evidence."""
    unit = "" if evidence.unit in (None, "1") else evidence.unit
    space = "" if unit == "%" or not unit else " "
    if isinstance(evidence.value, str):
        return evidence.value
    if evidence.value is not None:
        return f"{human(evidence.value, lang)}{space}{unit}"
    if evidence.low is not None and evidence.high is not None:
        return f"{human(evidence.low, lang)}–{human(evidence.high, lang)}{space}{unit}"
    return ""


def evidence_line(evidence: Evidence, lang: str) -> str:
    """One line for one piece of evidence: value, deviation, publisher, period, record."""
    parts = [label(evidence.relation, lang)]
    value = evidence_value(evidence, lang)
    if value:
        parts.append(value)
    if evidence.deviation is not None and abs(evidence.deviation) >= 0.0005:
        parts.append(f"({percent(evidence.deviation)})")
    if evidence.source:
        parts.append(f"{evidence.source['publisher']} {evidence.source.get('year') or ''}".strip())
    if evidence.period:
        parts.append(f"[{evidence.period}]")
    return " ".join(parts)
