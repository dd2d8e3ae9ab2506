"""Every case of contradictions inside an article, and of articles that only look contradictory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kaozheng.model.consistency import check_consistency
from kaozheng.model.protocols import Article, Candidate, Roles, Sentence
from tests.model.verdict.bench import load, quantity, roles_of, store

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Quantity


def _sentences(case: dict[str, Any]) -> tuple[Sentence, ...]:
    """The sentences one after the other."""
    made, start = [], 0
    for index, given in enumerate(case["sentences"]):
        text = given["text"]
        made.append(Sentence(start, start + len(text), text, index, given.get("title", False)))
        start += len(text)
    return tuple(made)


def _shifted(found: Quantity, start: int) -> Quantity:
    """A quantity's offsets from its sentence to the article."""
    return replace(found, start=found.start + start, end=found.end + start)


def _claim(
    sentences: tuple[Sentence, ...], number: int, given: dict[str, Any]
) -> tuple[str, Candidate, Roles]:
    """One claim of the article."""
    sentence = sentences[given["in"]]
    quantities = tuple(_shifted(quantity(sentence.text, q), sentence.start) for q in given["quantities"])
    modality = given.get("modality", "asserted")
    made = Candidate(
        "numeric", sentence.start, sentence.end, given["in"], 0.9, modality, quantities=quantities
    )
    return f"c{number}", made, roles_of(given["roles"])


@pytest.mark.parametrize("case", load("consistency"), ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    sentences = _sentences(case)
    claims = [_claim(sentences, number, given) for number, given in enumerate(case["claims"], 1)]
    text = "".join(sentence.text for sentence in sentences)
    quantities = tuple(q for _, candidate, _ in claims for q in candidate.quantities)
    article = Article(text, case["lang"], None, None, sentences, quantities)
    found = check_consistency(article, claims, store())
    assert [[finding.code, list(finding.claims)] for finding in found] == case["expect"], found
