"""From a claim to the records that can decide it: candidates, comparability, editions, periods."""

from __future__ import annotations

from kaozheng.model.link.facts import Fact
from kaozheng.model.link.link import Link, link
from kaozheng.model.link.scope import Scope, scope_of

__all__ = ["Fact", "Link", "Scope", "link", "scope_of"]
