"""Which stretches of an article are claims."""

from __future__ import annotations

from kaozheng.model.detect.rules import RuleDetector

__all__ = ["RuleDetector"]
