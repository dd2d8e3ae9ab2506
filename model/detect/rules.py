"""The rule detector: lexicons and patterns that a reader can follow."""

from __future__ import annotations

import hashlib
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from kaozheng.model.detect.causal import detect_causal
from kaozheng.model.detect.context import build_contexts
from kaozheng.model.detect.numeric import numeric_candidates
from kaozheng.model.report import ModelInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.protocols import Article, Candidate

__all__ = ["RuleDetector"]

_VERSION = "1"


class RuleDetector:
    """Finds numeric and causal claims by rules.

    It stays as the baseline that a trained detector has to beat.

    Args:
        store: The reference data, whose names raise the score of a candidate.
    """

    def __init__(self, store: ReferenceStore) -> None:
        self._store = store

    @cached_property
    def info(self) -> ModelInfo:
        """Name, version and the hash of the word lists that the rules use."""
        return ModelInfo("rules", _VERSION, _lexicon_hash())

    def detect(self, article: Article) -> Sequence[Candidate]:
        """Every numeric and causal claim, in order of appearance."""
        numeric = numeric_candidates(build_contexts(article, self._store))
        return sorted(
            [*numeric, *detect_causal(article)], key=lambda claim: (claim.start, claim.end, claim.kind)
        )


def _lexicon_hash() -> str:
    """SHA-256 over the lexicon files, by name."""
    digest = hashlib.sha256()
    folder = files("kaozheng.model.lexicon")
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".csv"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return digest.hexdigest()
