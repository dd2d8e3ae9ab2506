"""Finds the names of everything the reference knows in a text, in one pass."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import ahocorasick

from kaozheng.data.store.forms import is_wordy, match_folded
from kaozheng.data.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Mention", "MentionKind", "NameFinder"]

MentionKind = Literal["entity", "place", "metric", "source", "concept", "basis"]

_WORDS = Path(__file__).with_name("words.txt")
# 美方, 俄军: what follows a country's one-character name; 对美, 访日: what comes before it.
_AFTER_PLACE = frozenset("方军企媒资籍")
_BEFORE_PLACE = frozenset("对访赴驻援反亲输涉制遏")
_PAIRED_ONLY = frozenset("中日")  # 对中, 访日 also begin other words: these need 中方 or 中美


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: What sort of thing is named.
        id: Its id in the register.
    """

    start: int
    end: int
    kind: MentionKind
    id: str


class _Entry(NamedTuple):
    """What one form can mean; nothing for a word that only hides names."""

    length: int
    bounded_left: bool
    bounded_right: bool
    meanings: tuple[tuple[MentionKind, str, str, str], ...]


class NameFinder:
    """Finds names.

    Building adds the forms to the automaton and no more; what a form means is read when it is first met.

    Args:
        forms: Each form once, with its meanings as a JSON list of kind, id, language and required case.
    """

    def __init__(self, forms: Sequence[tuple[str, str]]) -> None:
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        self._forms = list(forms)
        self._met: dict[int, _Entry] = {}
        for number, (form, _) in enumerate(forms):
            self._automaton.add_word(form, number)
        for word in _words():
            if word not in self._automaton:
                self._automaton.add_word(word, len(self._forms))
                self._forms.append((word, "[]"))
        self._automaton.make_automaton()

    def find(self, text: str, lang: str | None = None) -> list[Mention]:
        """Every name, sorted by position; inside a kind the longest match wins.

        Args:
            text: Any text.
            lang: Only names of this language, and of sources.
        """
        folded = fold(text)
        form = match_folded(folded)
        hits, words = self._hits(form, folded, lang)
        kept = _without_word_parts(hits, words)
        kept = _without_loose_characters(kept, hits, words, form)
        return sorted(
            _longest(kept, len(form)),
            key=lambda mention: (mention.start, mention.end, mention.kind, mention.id),
        )

    def _hits(self, form: str, folded: str, lang: str | None) -> tuple[list[Mention], list[tuple[int, int]]]:
        """All names at word boundaries, and the spans of words that hide names."""
        hits: list[Mention] = []
        words: list[tuple[int, int]] = []
        last = len(form)
        for position, number in self._automaton.iter(form):
            entry = self._met.get(number) or self._meet(number)
            end = position + 1
            start = end - entry.length
            if entry.bounded_left and start and is_wordy(form[start - 1]):
                continue
            if entry.bounded_right and end < last and is_wordy(form[end]):
                continue
            if not entry.meanings:
                words.append((start, end))
            hits += [
                Mention(start, end, kind, key)
                for kind, key, named_in, exact in entry.meanings
                if (not exact or folded[start:end] == exact) and (lang is None or named_in in (lang, ""))
            ]
        return hits, words

    def _meet(self, number: int) -> _Entry:
        """What a form means, read for the first time."""
        form, meanings = self._forms[number]
        entry = _Entry(
            len(form), is_wordy(form[0]), is_wordy(form[-1]), tuple(map(tuple, json.loads(meanings)))
        )
        self._met[number] = entry
        return entry


def _words() -> Iterator[str]:
    """The words of ``words.txt``."""
    for line in _WORDS.read_text(encoding="utf-8").splitlines():
        yield from (word.replace("_", " ") for word in line.partition("#")[0].split())


def _without_word_parts(hits: Sequence[Mention], words: list[tuple[int, int]]) -> list[Mention]:
    """Names that are not merely part of another word: 日本 in 今日本报."""
    if not words:
        return list(hits)
    words.sort()
    starts = [start for start, _ in words]
    reach = list(accumulate((end for _, end in words), max))

    def inside(mention: Mention) -> bool:
        before = bisect_right(starts, mention.start)
        return before > 0 and reach[before - 1] >= mention.end

    return [mention for mention in hits if not inside(mention)]


def _without_loose_characters(
    kept: list[Mention], hits: Sequence[Mention], words: Sequence[tuple[int, int]], form: str
) -> list[Mention]:
    """Names of one Chinese character only where they are not part of a longer known word."""
    if not any(mention.end - mention.start == 1 for mention in kept):
        return kept
    covered = bytearray(len(form))
    spans = [(mention.start, mention.end) for mention in hits if mention.end - mention.start > 1]
    for start, end in (*spans, *words):
        covered[start:end] = b"\1" * (end - start)
    free = [mention for mention in kept if mention.end - mention.start > 1 or not covered[mention.start]]
    places = {
        mention.start for mention in free if mention.kind == "place" and mention.end - mention.start == 1
    }
    return [mention for mention in free if mention.start not in places or _is_place(mention, form, places)]


def _is_place(mention: Mention, form: str, places: set[int]) -> bool:
    """Whether a country's one-character name is used as such: 中美, 美方, 对俄."""
    if mention.kind != "place" or mention.end - mention.start > 1:
        return True
    at = mention.start
    if at - 1 in places or at + 1 in places or form[at + 1 : at + 2] in _AFTER_PLACE:
        return True
    return at > 0 and form[at - 1] in _BEFORE_PLACE and form[at] not in _PAIRED_ONLY


def _longest(hits: Iterable[Mention], length: int) -> Iterator[Mention]:
    """Inside a kind, the longest name wherever several overlap (对俄 gives way to 俄罗斯); all ids of one span."""
    taken: dict[str, bytearray] = {}
    spans: set[tuple[str, int, int]] = set()
    for mention in sorted(set(hits), key=lambda mention: (mention.start - mention.end, mention.start)):
        span = mention.kind, mention.start, mention.end
        covered = taken.setdefault(mention.kind, bytearray(length))
        if span not in spans and any(covered[mention.start : mention.end]):
            continue
        covered[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        spans.add(span)
        yield mention
