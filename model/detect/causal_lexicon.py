"""The lexicon of causal signals (``model/lexicon/causal-zh.csv`` and ``causal-en.csv``) as one pattern."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from kaozheng.model.detect.causal_types import Hit, SignalEntry
from kaozheng.model.lexicon import read_rows

if TYPE_CHECKING:
    from kaozheng.model.report import Polarity

__all__ = ["find_signals"]

_MOST = 40
"""Signals read in one sentence; more than that is not prose, and reading is not linear in them."""


def find_signals(folded: str, lang: str) -> list[Hit]:
    """Every signal word of a sentence, left to right; where two begin together the longer one counts.

    Args:
        folded: The sentence in simplified characters (`kaozheng.data.text.fold`).
        lang: ``zh`` or ``en``.

    >>> [(h.start, h.entry.frame) for h in find_signals("由于缺货,价格上涨,进而推高成本", "zh")]
    [(0, 'fore'), (10, 'next'), (12, 'verb')]
    """
    hits: list[Hit] = []
    for pattern, entry in _signals(lang):
        hits.extend(Hit(match.start(), match.end(), entry) for match in pattern.finditer(folded))
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    return _without_overlaps(hits)[:_MOST]


def _without_overlaps(hits: list[Hit]) -> list[Hit]:
    """Longest first at each place; nothing inside another signal."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end > kept[-1].end and hit.start == kept[-1].start:
            kept[-1] = hit
    return kept


@cache
def _signals(lang: str) -> tuple[tuple[re.Pattern[str], SignalEntry], ...]:
    """Pattern and entry of each line."""
    return tuple((_compile(row["pattern"], lang), _entry(row)) for row in read_rows(f"causal-{lang}"))


def _compile(pattern: str, lang: str) -> re.Pattern[str]:
    """English signals are whole words, in either case."""
    if lang == "en":
        return re.compile(rf"(?<![\w-])(?:{pattern})(?<=[\w ])(?:(?<= )|(?![\w-]))", re.IGNORECASE)
    return re.compile(pattern)


def _entry(row: dict[str, str]) -> SignalEntry:
    return SignalEntry(
        frame=row["frame"],
        polarity=cast("Polarity", row["polarity"]),
        strength=int(row["strength"]),
        score=float(row["score"]),
        needs=row["needs"],
    )
