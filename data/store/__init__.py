"""The reference store: loads packages, answers look-ups, finds names in text."""

from __future__ import annotations

from kaozheng.data.store.names import Mention, MentionKind
from kaozheng.data.store.store import ReferenceStore

__all__ = ["Mention", "MentionKind", "ReferenceStore"]
