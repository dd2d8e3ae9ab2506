"""Every case file of numeric verdicts."""

from __future__ import annotations

from typing import Any

import pytest

from .bench import CASES, check, load

_FILES = sorted(path.stem for path in CASES.glob("*.jsonl") if path.stem != "consistency")
_ALL = [(name, case) for name in _FILES for case in load(name)]


@pytest.mark.parametrize(("name", "case"), _ALL, ids=[f"{name}:{case['id']}" for name, case in _ALL])
def test_case(name: str, case: dict[str, Any]) -> None:
    result = check(case)
    codes = [finding.code for finding in result.findings]
    said = " / ".join(f"{finding.code}: {finding.message}" for finding in result.findings)
    assert result.verdict == case["verdict"], f"{said} {[item.formula for item in result.evidence]}"
    for code in case["codes"]:
        assert code in codes, said
    for code in case.get("not_codes", []):
        assert code not in codes, said
    details: dict[str, Any] = {}
    for finding in reversed(result.findings):
        details |= finding.details
    for key, value in case.get("details", {}).items():
        assert details[key] == pytest.approx(value), said
    if "record" in case:
        assert case["record"] in [item.record for item in result.evidence], [
            e.record for e in result.evidence
        ]
    if "formula" in case:
        assert any(case["formula"] in (item.formula or "") for item in result.evidence)
    assert 0 < result.confidence < 1
