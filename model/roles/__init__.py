"""What a numeric claim is about: subject, metric, place, period, named source."""

from __future__ import annotations

from kaozheng.model.roles.tagger import RuleRoleTagger

__all__ = ["RuleRoleTagger"]
