"""The sentences of findings: the same gaps in both languages, and one for every code of the contract."""

from __future__ import annotations

import string

import pytest

from kaozheng.model.messages import Both, Gaps, cause_of, consistency, finding, templates

_NUMERIC = [
    "magnitude_slip",
    "exaggeration",
    "understatement",
    "out_of_band",
    "wrong_place",
    "wrong_period",
    "measure_mismatch",
    "incomparable_basis",
    "wrong_direction",
    "unit_slip",
    "true_when_published",
    "superseded_value",
    "stale_figure",
    "not_yet_known",
    "edition_conflict",
    "single_source",
    "misquoted_source",
    "implausible_product",
    "no_record",
]
_CONSISTENCY = [
    "internal_contradiction",
    "same_quantity_twice",
    "shares_exceed_100",
    "part_exceeds_total",
    "parts_against_total",
    "growth_against_levels",
    "share_against_levels",
    "rank_against_levels",
    "projection_below_reached_level",
    "title_against_body",
    "date_order",
]


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("key", "template"), templates().items(), ids=list(templates()))
def test_both_languages_have_the_same_gaps(key: str, template: Both) -> None:
    assert _gaps(template.zh) == _gaps(template.en)
    assert template.zh[-1] in "。}"
    assert template.en[-1] in ".}"


def test_every_code_of_the_contract_has_a_sentence() -> None:
    known = {key.partition(".")[0] for key in templates()}
    assert {*_NUMERIC, *_CONSISTENCY} <= known


@pytest.mark.parametrize("power", [1, -2, 3, -4, 6, -8])
def test_every_slip_has_a_cause(power: int) -> None:
    assert cause_of(power).zh
    assert cause_of(power).en


def test_message_is_in_the_language_of_the_article() -> None:
    gaps: Gaps = {"one": Both("七百架", "700 jets"), "two": Both("一百架", "100 jets")}
    chinese, english = (finding("title_against_body", lang, None, **gaps) for lang in ("zh", "en"))
    assert (chinese.message, chinese.message_en) == ("标题写七百架，正文写一百架。", english.message)
    assert consistency("title_against_body", "zh", ("c1",), **gaps).message == chinese.message
