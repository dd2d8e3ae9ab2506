"""Words that name a metric: 储量, 出口了, production, consumed (``model/lexicon/metric-cues.csv``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kaozheng.model.lexicon import cells, cue_pattern, read_rows

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Quantity

__all__ = ["Cue", "cues_between", "cues_in", "expand_kinds", "fits", "is_number_kind", "is_per_time"]

_AMOUNT = ("mass", "volume", "energy", "power", "rate", "length", "area", "other")

# A change or a multiple can be said of any metric.
_OF_ANYTHING = frozenset({"change", "multiple", "rank"})


_TIMES = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A metric word in a text.

    Attributes:
        start: First code point.
        end: One past the last.
        metric: Metric id; empty for words that only look like one (出口管制).
        kinds: Kinds of quantity that it can govern.
        subject: Entity that the word itself names (电价: electricity); may be empty.
        stage: Stage that it names; may be empty.
    """

    start: int
    end: int
    metric: str
    kinds: frozenset[str]
    subject: str
    stage: str


@dataclass(frozen=True, slots=True)
class _Entry:
    metric: str
    kinds: frozenset[str]
    subject: str
    stage: str


def expand_kinds(value: str) -> frozenset[str]:
    """The kinds of quantity of a cell; ``amount`` stands for physical amounts.

    >>> sorted(expand_kinds("share|change"))
    ['change', 'share']
    """
    named = cells(value)
    return frozenset(named) | (frozenset(_AMOUNT) if "amount" in named else frozenset())


def is_number_kind(kind: str) -> bool:
    """Whether a kind of quantity is a change, a multiple or a rank, which any metric can have."""
    return kind in _OF_ANYTHING


def is_per_time(quantity: Quantity) -> bool:
    """Whether it is money per year or the like: a flow and no price."""
    return quantity.kind == "price" and (quantity.unit or "").partition("/")[2] in _TIMES


def fits(cue: Cue, quantity: Quantity) -> bool:
    """Whether a quantity of this kind can state the cue's metric."""
    kind = "money" if is_per_time(quantity) else quantity.kind
    return bool(cue.metric) and (kind in cue.kinds or kind in _OF_ANYTHING)


@lru_cache(maxsize=256)
def cues_in(text: str, lang: str) -> tuple[Cue, ...]:
    """Every metric word, longest first at each position, without the look-alikes.

    >>> [cue.metric for cue in cues_in("出口管制使出口量下降", "zh")]
    ['exports']
    >>> [cue.metric for cue in cues_in("China produced more and its reserves grew", "en")]
    ['production', 'reserves']
    """
    pattern, entries = _lexicon(lang)
    return tuple(
        Cue(match.start(), match.end(), entry.metric, entry.kinds, entry.subject, entry.stage)
        for match in pattern.finditer(text)
        if (entry := entries[match.lastindex or 1]).metric
    )


def cues_between(sentence: str, lang: str, start: int, end: int, offset: int) -> list[Cue]:
    """The metric words of a stretch of a sentence.

    Args:
        sentence: The sentence.
        lang: ``zh`` or ``en``.
        start: First character of the stretch, counted from `offset`.
        end: One past its last.
        offset: Where the sentence begins in the article; the cues are counted from there.
    """
    return [
        replace(cue, start=cue.start + offset, end=cue.end + offset)
        for cue in cues_in(sentence, lang)
        if start <= cue.start + offset and cue.end + offset <= end
    ]


@cache
def _lexicon(lang: str) -> tuple[re.Pattern[str], dict[int, _Entry]]:
    """All cues as one alternation, longest first, and what each group of it means."""
    words: dict[str, _Entry] = {}
    for row in read_rows("metric-cues"):
        entry = _Entry(row["metric"], expand_kinds(row["kinds"]), row["subject"], row["stage"])
        for word in cells(row[lang]):
            words.setdefault(word, entry)
    ordered = sorted(words, key=lambda word: (-len(word), word))
    body = "|".join(f"({_form(word, lang)})" for word in ordered)
    # One look behind for all words: inside a word nothing else is tried.
    pattern = rf"(?<!\w)(?:{body})" if lang == "en" else body
    return re.compile(pattern, re.IGNORECASE), {n: words[word] for n, word in enumerate(ordered, start=1)}


def _form(word: str, lang: str) -> str:
    return cue_pattern(word, lang).removeprefix(r"(?<!\w)")
