"""Verdicts: arithmetic on numeric claims, matching of causal ones."""

from __future__ import annotations

from kaozheng.model.verdict.case import NumericResult
from kaozheng.model.verdict.causal import CausalResult, check_causal
from kaozheng.model.verdict.numeric import check_numeric

__all__ = ["CausalResult", "NumericResult", "check_causal", "check_numeric"]
