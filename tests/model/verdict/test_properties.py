"""Any quantity with any roles gets a verdict: no crash, a confidence between 0 and 1, evidence that exists."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kaozheng.model.protocols import Article, Candidate, Roles, Sentence
from kaozheng.model.quantities.types import Kind, Quantity
from kaozheng.model.verdict import check_numeric

from .bench import store

_SUBJECTS = [
    "gallium",
    "rare-earths",
    "f-35",
    "aluminium-smelter",
    "industrial-electricity",
    "inola-smelter",
    "no-such",
    None,
]
_METRICS = [
    "production", "reserves", "price", "production_share", "import_reliance", "capex", "energy_intensity",
    "deliveries", "effective_date", "deadline", "exports", "no-such", None,
]  # fmt: skip
_PLACES = ["CHN", "USA", "RUS", "WLD", "XXX", None]
_PERIODS = ["2024", "2023-08", "2025-09", "2023-01/2023-12", "2023-Q3", "rubbish", "0000", None]
_UNITS = [
    "t",
    "kg",
    "%",
    "pp",
    "1",
    "USD",
    "USD/kg",
    "CNY/kg",
    "kWh/t",
    "kWh",
    "t/a",
    "short_ton",
    "no-such/unit",
    "",
]
_KINDS: list[Kind] = [
    "mass",
    "share",
    "change",
    "multiple",
    "rank",
    "money",
    "price",
    "count",
    "other",
    "rate",
]
_TEXT = "目前中国计划在2024年生产一些东西。"


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any quantity that a parser might return, and some that it should not."""
    value: Any = draw(
        st.one_of(st.floats(-1e15, 1e15), st.sampled_from([0.0, 98.0, 380000.0, 2.85e6, 1e-9]), st.none())
    )
    width = draw(st.sampled_from([0.0, 0.5, 5e3]))
    low, high = (1.0, 2.0) if value is None else (value - width, value + width)
    kind = draw(st.sampled_from(_KINDS))
    return Quantity(
        0,
        2,
        _TEXT[:2],
        value,
        low,
        high,
        draw(st.sampled_from(_UNITS)),
        "range" if value is None else draw(st.sampled_from(["eq", "approx", "gt", "ge", "lt", "le"])),
        kind,
        None,
        draw(st.sampled_from(["by", "to", None])),
        draw(st.sampled_from(["up", "down", None])),
        draw(st.sampled_from([None, 0.5, 2.0, 4.0])) if kind == "multiple" else None,
    )


@st.composite
def dates(draw: st.DrawFn) -> Quantity:
    """A date as a claim."""
    value: Any = draw(st.sampled_from(["2023-08-01", "2023-08", "2023", ("2023", "2024"), "", "never", None]))
    return Quantity(0, 2, _TEXT[:2], value, None, None, None, "eq", "date")


@settings(max_examples=250, deadline=None)
@given(
    found=st.lists(st.one_of(quantities(), dates()), max_size=3),
    names=st.tuples(
        st.sampled_from(_SUBJECTS),
        st.sampled_from(_METRICS),
        st.sampled_from(_PLACES),
        st.sampled_from(_PERIODS),
    ),
    partner=st.sampled_from([None, "CHN", "USA"]),
    source=st.sampled_from([None, "usgs-mcs-2025", "no-such"]),
    modality=st.sampled_from(["asserted", "attributed", "predicted", "conditional"]),
    as_of=st.sampled_from(["2025-10-26", "2026-06-01", "2020"]),
)
def test_anything_gets_a_verdict(
    found: list[Quantity], names: Any, partner: Any, source: Any, modality: Any, as_of: str
) -> None:
    article = Article(_TEXT, "zh", as_of, None, (Sentence(0, len(_TEXT), _TEXT, 0),), tuple(found))
    candidate = Candidate("numeric", 0, len(_TEXT), 0, 0.5, modality, quantities=tuple(found))
    subject, metric, place, period = names
    result = check_numeric(
        article, candidate, Roles(subject, metric, place, period, partner, source), store(), as_of
    )
    assert 0.0 < result.confidence < 1.0
    assert result.verdict in ("supported", "refuted", "not_enough_evidence", "conflicting_evidence")
    known = {event.id for event in store().events}
    for item in result.evidence:
        assert item.record in known or store().record(item.record)
        assert item.to_dict()["record"] == item.record
    for finding in result.findings:
        assert finding.message
        assert "{" not in finding.message
    if result.verdict == "refuted":
        assert result.findings
        assert any(item.relation == "refutes" for item in result.evidence)
