"""The claims of the seed articles: each is flagged, and verdicts agree wherever the reference decides."""

from __future__ import annotations

from typing import Any

import pytest

from tests.examples.seed_table import LANGUAGES, ROOT, cases, find, report, table


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_claim_is_flagged_with_the_expected_verdict(case: dict[str, Any], lang: str) -> None:
    claim = find(case, lang)
    assert claim is not None, f"{case['id']} is not flagged"
    assert claim.verdict == case["verdict"], [(f.code, f.message_en) for f in claim.findings]
    codes = {finding.code for finding in claim.findings}
    assert set(case["codes"]) <= codes
    for name, value in case["details"].items():
        assert any(finding.details.get(name) == value for finding in claim.findings)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_right_number_with_wrong_cause_gets_two_verdicts(lang: str) -> None:
    """N7 and C15: the deliveries did fall below 100, but the cause was announced before the controls."""
    by_id = {case["id"]: case for case in cases()}
    number, cause = find(by_id["N7b"], lang), find(by_id["C15"], lang)
    assert number is not None
    assert cause is not None
    assert (number.verdict, cause.verdict) == ("supported", "refuted")
    finding = next(f for f in cause.findings if f.code == "misattributed_cause")
    assert "2023-04-18" in finding.message_en
    assert "Technology Refresh 3" in finding.message_en


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("article", "day"), [("russia-rare-earths", "2025-11-09"), ("gallium-f35", "2025-10-26")]
)
def test_dateline_is_the_publication_date(article: str, day: str, lang: str) -> None:
    """N16."""
    _, checked = report(article, lang)
    assert (checked.document.published, checked.reference.as_of) == (day, day)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("article", ["russia-rare-earths", "gallium-f35"])
def test_offsets_slice_the_text(article: str, lang: str) -> None:
    text, checked = report(article, lang)
    for claim in checked.claims:
        assert text[claim.start : claim.end] == claim.text
        for span in (*claim.quantities, claim.cause, claim.effect, claim.signal):
            assert span is None or text[span.start : span.end] == span.text


def test_table_in_the_docs_is_current() -> None:
    assert (ROOT / "docs" / "seed-claims.md").read_text(encoding="utf-8") == "\n".join(table()) + "\n"
