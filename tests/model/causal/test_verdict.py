"""Causal verdicts against the shipped records, and the rules that keep them from being rash."""

from __future__ import annotations

from typing import Any

import pytest

from kaozheng.model.detect.causal import detect_causal
from kaozheng.model.messages_causal import causal_templates
from kaozheng.model.verdict.causal import check_causal

from .helpers import TODAY, article, cases, codes, store, verdict


@pytest.mark.parametrize("case", cases("seeds.jsonl"), ids=lambda case: f"{case['id']}-{case['lang']}")
def test_seed_claims_in_other_words(case: dict[str, Any]) -> None:
    """Every seed claim C1-C21 and some more, retold once more, gets the expected verdict and findings."""
    whole = article(case["text"], case["lang"], case["title"] or None)
    for candidate in detect_causal(whole):
        assert candidate.cause
        assert candidate.effect
        if case["cause"] in candidate.cause.text and case["effect"] in candidate.effect.text:
            result = check_causal(whole, candidate, store(), TODAY)
            assert result.verdict == case["verdict"]
            assert set(case["codes"]) <= set(codes(result))
            return
    pytest.fail(f"not flagged: {case['cause']} -> {case['effect']}")


@pytest.mark.parametrize("case", cases("caution.jsonl"), ids=lambda case: case["id"])
def test_near_misses_are_flagged_and_not_refuted(case: dict[str, Any]) -> None:
    """Claims close to a record in words but not in meaning: the end of a ban, another metal, a denied cause."""
    whole = article(case["text"])
    results = [check_causal(whole, candidate, store(), TODAY) for candidate in detect_causal(whole)]
    assert results
    assert "refuted" not in {result.verdict for result in results}


def test_the_end_of_a_measure_is_not_the_measure() -> None:
    assert verdict("取消镓出口管制导致镓价上涨。").verdict == "not_enough_evidence"


def test_a_denied_cause_is_not_held_against_the_text() -> None:
    result = verdict("F-35交付量下降是因为软件延误，而不是镓管制。")
    assert (result.verdict, codes(result)) == ("supported", [])


def test_misattributed_cause_names_the_documented_one_and_its_dates() -> None:
    result = verdict("镓出口管制导致F-35交付量下降。")
    finding = result.findings[0]
    assert finding.details["documented_cause"] == "causal/tr3-delay--f35-deliveries-2023"
    assert finding.details["documented_cause_date"] == "2023-04-18"
    assert "TR-3" in finding.message
    assert result.findings[1].details == {"cause_date": "2023-07-03", "effect_date": "2023-04-18"}
    assert [item.record for item in result.evidence] == [
        "causal/gallium-controls--f35-deliveries-2023",
        "causal/tr3-delay--f35-deliveries-2023",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "锑出口管制导致F-35交付量下降。",
        "稀土出口管制导致镓价上涨。",
        "美国的出口管制导致镓价上涨。",
        "Export controls on tungsten pushed up gallium prices.",
    ],
)
def test_another_entity_or_author_is_no_match(text: str) -> None:
    """Gallium is not antimony, and China's controls are not those of the USA."""
    result = verdict(text)
    assert result.verdict == "not_enough_evidence"
    assert "no_record" in codes(result)


def test_no_record_says_what_was_looked_for() -> None:
    details = verdict("锑出口管制导致F-35交付量下降。").findings[0].details
    assert "antimony" in details["looked_for"]["cause"]
    assert "f-35" in details["looked_for"]["effect"]


def test_entity_is_taken_from_the_title() -> None:
    assert verdict("出口管制令价格飙升。", title="镓价走势").verdict == "supported"
    assert verdict("出口管制令价格飙升。", title="铟价走势").verdict == "not_enough_evidence"


def test_wrong_direction_abroad_is_refuted_and_unsaid_is_conflicting() -> None:
    """Prices did fall inside China at first, so only the claim about prices abroad is false."""
    abroad, unsaid = verdict("镓出口管制压低了国际市场的镓价。"), verdict("镓出口管制压低了镓价。")
    assert (abroad.verdict, codes(abroad)) == ("refuted", ["wrong_direction"])
    assert (unsaid.verdict, codes(unsaid)) == ("conflicting_evidence", ["wrong_direction"])


def test_own_dates_of_the_text_can_put_the_effect_first() -> None:
    result = verdict("2023年8月的镓出口管制导致2021年镓价上涨。")
    assert result.verdict == "refuted"
    assert "cause_after_effect" in codes(result)


def test_a_comparison_date_is_not_the_date_of_the_effect() -> None:
    assert verdict("镓出口管制导致镓价较2021年上涨。").verdict == "supported"


def test_sources_that_appeared_later_do_not_decide() -> None:
    """On 1 May 2023 nobody had published on the gallium controls."""
    early = verdict("镓出口管制导致镓价上涨。", as_of="2023-05-01")
    assert (early.verdict, codes(early)) == ("not_enough_evidence", ["not_yet_known"])


def test_established_and_refuted_causes_together_conflict() -> None:
    result = verdict("TR-3技术更新延误和镓出口管制导致F-35交付量下降。")
    assert result.verdict == "conflicting_evidence"
    assert "misattributed_cause" in codes(result)


def test_contested_cause_said_to_be_the_cause_is_overstated() -> None:
    strong, weak = (
        verdict("美国芯片限制导致中国实施镓出口管制。"),
        verdict("美国芯片限制可能导致中国实施镓出口管制。"),
    )
    assert codes(strong) == ["contested_cause", "overstated_strength"]
    assert codes(weak) == ["contested_cause"]


def test_linked_to_something_refuted_is_correlation_taken_for_cause() -> None:
    assert "correlation_as_cause" in codes(
        verdict("F-35 deliveries fell and the shortfall was linked to gallium controls.")
    )


def test_predictions_are_less_certain() -> None:
    assert verdict("镓出口管制将导致镓价上涨。").confidence < verdict("镓出口管制导致镓价上涨。").confidence


def test_templates_fill_the_same_gaps_in_both_languages() -> None:
    import string

    for key, both in causal_templates().items():
        gaps = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in both]
        assert gaps[0] == gaps[1], key
