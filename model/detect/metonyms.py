"""Names that mean something else: capitals for their country (the Kremlin), oils that are no petroleum."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kaozheng.data.store import Mention
from kaozheng.model.lexicon import cells, cue_pattern, read_rows, words

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["with_metonyms", "without_look_alikes"]


def with_metonyms(text: str, lang: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with a place mention for every metonym that no place mention overlaps."""
    places = [mention for mention in mentions if mention.kind == "place"]
    taken = {position for mention in places for position in (mention.start, mention.end - 1)}
    pattern, codes = _lexicon(lang)
    found = [
        Mention(match.start(), match.end(), "place", codes[match.lastindex or 1])
        for match in pattern.finditer(text)
        if match.start() not in taken and match.end() - 1 not in taken
    ]
    return sorted([*mentions, *found], key=lambda m: (m.start, m.end, m.kind, m.id))


def without_look_alikes(text: str, lang: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without materials that a longer word only seems to name (palm oil, 黄金周)."""
    spans = [match.span() for match in _look_alikes(lang).finditer(text)]
    if not spans:
        return list(mentions)
    inside = {position for start, end in spans for position in range(start, end)}
    return [
        mention
        for mention in mentions
        if mention.kind != "entity" or mention.start not in inside or mention.end - 1 not in inside
    ]


@cache
def _look_alikes(lang: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(cue_pattern(word, lang) for word in words("not-names", lang=lang)), re.IGNORECASE
    )


@cache
def _lexicon(lang: str) -> tuple[re.Pattern[str], dict[int, str]]:
    pairs = [(word, row["place"]) for row in read_rows("metonyms") for word in cells(row[lang])]
    pairs.sort(key=lambda pair: -len(pair[0]))
    pattern = "|".join(f"({cue_pattern(word, lang)})" for word, _ in pairs)
    return re.compile(pattern), {number: code for number, (_, code) in enumerate(pairs, start=1)}
