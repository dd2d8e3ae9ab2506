"""Verdicts: arithmetic on numeric claims, matching of causal ones."""

from __future__ import annotations

from kaozheng.model.verdict.case import NumericResult
from kaozheng.model.verdict.numeric import check_numeric

__all__ = ["NumericResult", "check_numeric"]
