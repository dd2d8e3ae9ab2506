"""The checker on whole articles: the annotations hold together, and the figures do not get worse."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaozheng.data.store import ReferenceStore
from kaozheng.eval.articles import AnnotatedArticle, AnnotationError, Outcome, load_articles, measure, pair
from kaozheng.model.verifier import Verifier

ARTICLES = Path(__file__).parents[1] / "cases" / "articles"
SETS = ("dev", "held")


@pytest.fixture(scope="module")
def store() -> ReferenceStore:
    """The shipped reference."""
    return ReferenceStore.open()


@pytest.fixture(scope="module")
def outcomes(store: ReferenceStore) -> list[Outcome]:
    """What becomes of every claim of the development articles."""
    verifier = Verifier(store)
    return [
        o for article in load_articles(ARTICLES / "dev") for o in pair(article, verifier.check(article.text))
    ]


def _all_articles() -> list[AnnotatedArticle]:
    return [article for name in SETS for article in load_articles(ARTICLES / name)]


def test_records_of_annotations_exist(store: ReferenceStore) -> None:
    """Every record that an annotation names is in the reference."""
    named = [gold.record for article in _all_articles() for gold in article.gold if gold.record]
    assert len(named) > 300
    for record in named:
        assert store.record(record).id == record


def test_annotations_stand_in_their_articles() -> None:
    """Every annotation is a stretch of its article, and none is annotated twice."""
    for article in _all_articles():
        assert len(article.gold) > 8, article.name
        spans = [(gold.start, gold.end, gold.kind) for gold in article.gold]
        assert len(set(spans)) == len(spans), article.name
        assert all(article.text[gold.start : gold.end] == gold.text for gold in article.gold)


def test_decided_verdicts_name_their_record() -> None:
    """A fact-checker who refutes a claim says on which record, or why in the note."""
    for article in _all_articles():
        for gold in article.gold:
            if gold.verdicts == ("refuted",):
                assert gold.record or gold.note, (article.name, gold.text)


def test_wrong_annotation_is_refused(tmp_path: Path) -> None:
    """An annotation of something that the article does not say is an error."""
    (tmp_path / "a.zh.txt").write_text("中国镓产量为750吨。", encoding="utf-8")
    (tmp_path / "a.json").write_text(
        '[{"find": "751吨", "kind": "numeric", "verdict": ["supported"]}]', encoding="utf-8"
    )
    with pytest.raises(AnnotationError, match="751吨"):
        load_articles(tmp_path)


# Floors: what the checker reaches on the development articles, a little rounded down. Raise them with it.
FLOORS = {
    "recall_numeric": 0.95,
    "recall_causal": 0.85,
    "verdict_numeric": 0.72,
    "verdict_causal": 0.50,
    "recall_refuted": 0.55,
    "magnitude_slip_precision": 0.95,
    "misattributed_cause_precision": 1.0,
}


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_figures_stay_up(figure: str, outcomes: list[Outcome]) -> None:
    """No figure falls below what was reached."""
    hits, total = measure(outcomes)[figure]
    assert hits / total >= FLOORS[figure]


def test_true_claims_are_not_refuted(outcomes: list[Outcome]) -> None:
    """At most one in a hundred claims is refuted although a fact-checker would not."""
    figures = measure(outcomes)
    hits, total = figures["false_refuted"]
    assert hits / total <= 0.01
    assert figures["refuted_of_extra"][0] == 0


def test_errors_seldom_pass_for_true(outcomes: list[Outcome]) -> None:
    """Of the claims that a fact-checker would not let pass, at most one in thirty is supported."""
    hits, total = measure(outcomes)["false_supported"]
    assert total > 30
    assert hits / total <= 1 / 30
