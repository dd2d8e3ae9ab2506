"""Every causal record in other words, and near misses: the rules were tuned on `dev`, `held` only measured."""

from __future__ import annotations

from typing import Any

import pytest

from kaozheng.model.detect.causal import detect_causal
from kaozheng.model.verdict.causal import CausalResult, check_causal
from kaozheng.model.verdict.causal_fit import fits
from kaozheng.model.verdict.causal_index import causal_index
from kaozheng.model.verdict.causal_names import named_in

from .helpers import article, cases, codes, store, verdict

AS_OF = "2026-03-15"
# What was measured, less a little.
FLOORS = {"dev": 0.96, "held": 0.80}
SPLITS = tuple(FLOORS)


def results(case: dict[str, Any]) -> list[CausalResult]:
    """The verdict on every causal claim of a case."""
    whole = article(case["text"], case["lang"])
    return [check_causal(whole, candidate, store(), AS_OF) for candidate in detect_causal(whole)]


def decided(case: dict[str, Any]) -> bool:
    """Whether a claim of the case got the record's verdict from a record, not for want of one."""
    return any(
        result.verdict == case["verdict"] and result.evidence and not looked_in_vain(result)
        for result in results(case)
    )


def looked_in_vain(result: CausalResult) -> bool:
    return any("looked_for" in finding.details for finding in result.findings)


@pytest.mark.parametrize("split", SPLITS)
def test_records_are_recognised_in_other_words(split: str) -> None:
    chosen = [case for case in cases(f"paraphrases-{split}.jsonl") if case["verdict"]]
    assert sum(decided(case) for case in chosen) / len(chosen) >= FLOORS[split]


@pytest.mark.parametrize("split", SPLITS)
def test_no_paraphrase_is_refuted_that_the_record_does_not_refute(split: str) -> None:
    wrong = [
        case["id"]
        for case in cases(f"paraphrases-{split}.jsonl")
        if case["verdict"] != "refuted" and "refuted" in {result.verdict for result in results(case)}
    ]
    assert wrong == []


def test_near_misses_of_the_tuned_part_decide_nothing() -> None:
    """Another material, country, year or cause."""
    near = [case for case in cases("paraphrases-dev.jsonl") if not case["verdict"]]
    assert len(near) >= 80
    assert [
        case["id"] for case in near if {"supported", "refuted"} & {r.verdict for r in results(case)}
    ] == []


def test_every_record_has_paraphrases_in_both_languages_and_both_parts() -> None:
    for split in SPLITS:
        told = {
            (case["record"], case["lang"]) for case in cases(f"paraphrases-{split}.jsonl") if case["verdict"]
        }
        assert told == {(record.id, lang) for record in store().causal for lang in ("zh", "en")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年12月1日起中国对石墨实行出口许可。该许可制度导致石墨出口骤降。", "supported"),
        ("China restricted tungsten exports in 2025. The new curbs pushed up tungsten prices.", "supported"),
        ("锑的出口管制10月生效。受此影响，鹿特丹锑价大涨。", "supported"),
        ("A strike hit the port. The stoppage pushed up tungsten prices.", "not_enough_evidence"),
    ],
)
def test_a_cause_that_is_taken_up_again_is_what_it_stands_for(text: str, expected: str) -> None:
    assert verdict(text).verdict == expected


@pytest.mark.parametrize(
    "text",
    [
        "也有观点称，是中国的出口管制造成了这轮钴价上涨。",
        "Tokyo's export controls pushed up gallium prices abroad.",
        "2015年中国对镓的出口管制推高了海外镓价。",
        "镓管制导致2026年F-35交付量下降。",
    ],
)
def test_another_place_or_year_rules_a_record_out(text: str) -> None:
    assert verdict(text, as_of=AS_OF).verdict == "not_enough_evidence"


def test_what_only_follows_in_time_is_not_refuted() -> None:
    """Prices jumped after, deliveries fell after: a sequence that the reader may take for a cause."""
    result = verdict("F-35 deliveries fell after China announced its gallium controls.")
    assert result.verdict == "not_enough_evidence"
    assert codes(result)[0] == "correlation_as_cause"


def test_misattributed_cause_states_when_each_cause_was_known() -> None:
    for text in (
        "镓出口管制导致F-35交付量下降。",
        "Gallium export controls caused a fall in F-35 deliveries.",
    ):
        message = verdict(text).findings[0].message
        assert "2023-04-18" in message
        assert "2023-07-03" in message


def test_only_records_that_share_names_are_read() -> None:
    """A claim about other things costs nothing, however many records there are."""
    index = causal_index(store())
    assert index.near(named_in("台风", store()), named_in("机票价格上涨", store()), store()) == []
    named = named_in("镓出口管制", store()), named_in("F-35交付量下降", store())
    near = index.near(*named, store())
    assert 0 < len(near) < len(store().causal) / 2
    assert any(fits(record, index.profile(record, store()), *named, (), store()) for record in near)


def test_many_claims_are_all_found() -> None:
    """What they cost is measured by ``kaozheng.eval.benchmarks.linearity``."""
    whole = article("镓出口管制导致镓价上涨。受出口管制影响，锑价飙升。" * 200, "zh")
    assert len(detect_causal(whole)) == 400
