"""Turns a line of a case file into what `check_numeric` takes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from kaozheng.data.store import ReferenceStore
from kaozheng.model.protocols import Article, Candidate, Roles, Sentence
from kaozheng.model.quantities.types import Hedge, Quantity
from kaozheng.model.verdict import NumericResult, check_numeric

CASES = Path(__file__).parents[2] / "cases" / "verdicts"


def load(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


@cache
def store() -> ReferenceStore:
    """The small reference of the cases."""
    return ReferenceStore.open(CASES / "package")


def quantity(text: str, given: dict[str, Any]) -> Quantity:
    """A quantity from its short form; `pm` is half a unit of its last digit."""
    start = text.index(given["text"])
    value = given.get("value")
    low, high = given.get("low"), given.get("high")
    if isinstance(value, list):
        value = tuple(value)
    if isinstance(value, int | float) and low is None:
        value = float(value)
        low, high = value - given.get("pm", 0), value + given.get("pm", 0)
    hedge = None
    if "hedge" in given:
        at = text.index(given["hedge"])
        hedge = Hedge(at, at + len(given["hedge"]), given["hedge"])
    return Quantity(
        start,
        start + len(given["text"]),
        given["text"],
        value,
        low,
        high,
        given.get("unit"),
        given.get("comparator", "eq"),
        given["kind"],
        hedge,
        given.get("mode"),
        given.get("direction"),
        given.get("factor"),
    )


def roles_of(given: dict[str, Any]) -> Roles:
    """Roles from their names."""
    return Roles(**{**given, "inherited": tuple(given.get("inherited", ()))})


def article(case: dict[str, Any]) -> tuple[Article, tuple[Quantity, ...]]:
    """A one-sentence article and its quantities."""
    text = case["text"]
    quantities = tuple(quantity(text, given) for given in case["quantities"])
    sentence = Sentence(0, len(text), text, 0)
    return Article(text, case["lang"], case["as_of"], None, (sentence,), quantities), quantities


def check(case: dict[str, Any], reference: ReferenceStore | None = None) -> NumericResult:
    """The result for one case."""
    made, quantities = article(case)
    claimed = quantities if "claimed" not in case else tuple(quantities[i] for i in case["claimed"])
    modality = case.get("modality", "asserted")
    candidate = Candidate("numeric", 0, len(made.text), 0, 0.9, modality, quantities=claimed)
    roles = roles_of(case["roles"])
    return check_numeric(made, candidate, roles, reference or store(), case["as_of"])
