"""A sentence with everything found in it: clauses, names, quantities and who says it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kaozheng.data.text import simplified
from kaozheng.model.detect.attribution import Attribution, find_attribution
from kaozheng.model.detect.metonyms import with_metonyms, without_look_alikes
from kaozheng.model.detect.shared_units import with_shared_units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kaozheng.data.store import Mention, ReferenceStore
    from kaozheng.model.protocols import Article, Sentence
    from kaozheng.model.quantities.types import Quantity

__all__ = ["Context", "build_contexts", "main_quantities", "split_clauses"]

WORLD = "WLD"
# Publishers whose name holds a country that their figures are not about.
_OBSERVERS = ("usgs", "eia", "cia")

_LOOK_BACK = 12
_ZH_BREAK = re.compile(r"[，；;：:。！？!?…]|,(?!\d)|——|—")
_EN_BREAK = re.compile(
    r"[;:!?…]|,(?!\d)|\s[-–—]{1,2}\s|—|\s(?=(?:while|whereas|but|although|though|because|even though)\s)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence as the detector and the role tagger see it; all offsets are those of the article.

    Attributes:
        index: Index into `Article.sentences`.
        sentence: The sentence; Chinese in simplified characters.
        lang: ``zh`` or ``en``.
        clauses: Spans between commas and the like, in order.
        mentions: Names in the sentence, in order.
        quantities: Quantities in the sentence, in order.
        attribution: Who says it, when the sentence tells.
        entity_kinds: Entity id to its kind (``material``, ``weapon`` ...).
    """

    index: int
    sentence: Sentence
    lang: str
    clauses: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    attribution: Attribution | None
    entity_kinds: Mapping[str, str]

    def clause_of(self, position: int) -> int:
        """Index of the clause that holds a position."""
        for number, (_, end) in enumerate(self.clauses):
            if position < end:
                return number
        return len(self.clauses) - 1

    def clauses_before(self, number: int) -> tuple[tuple[int, int], ...]:
        """The clauses before one, nearest first; a few only, since nobody reads farther back for what is left out."""
        return self.clauses[max(0, number - _LOOK_BACK) : number][::-1]

    def text(self, start: int, end: int) -> str:
        """A stretch of the sentence by article offsets."""
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def named(self, kind: str, start: int | None = None, end: int | None = None) -> list[Mention]:
        """Mentions of one kind inside a span, in order."""
        left = self.sentence.start if start is None else start
        right = self.sentence.end if end is None else end
        return [m for m in self.mentions if m.kind == kind and m.start >= left and m.end <= right]


def main_quantities(context: Context) -> list[Quantity]:
    """The quantities that can be what a claim states: neither dates nor durations."""
    return [quantity for quantity in context.quantities if quantity.kind not in ("date", "duration")]


def split_clauses(text: str, lang: str, skip: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Spans of the clauses of a sentence.

    Args:
        text: The sentence.
        lang: ``zh`` or ``en``.
        skip: Spans (of quantities) inside which a comma does not count.

    >>> [("产量为750吨，占98%"[a:b]) for a, b in split_clauses("产量为750吨，占98%", "zh")]
    ['产量为750吨', '占98%']
    """
    spans: list[tuple[int, int]] = []
    left = 0
    pattern = _ZH_BREAK if lang == "zh" else _EN_BREAK
    inside = iter(skip)
    current = next(inside, None)
    for match in pattern.finditer(text):
        while current is not None and current[1] <= match.start():
            current = next(inside, None)
        if current is not None and current[0] <= match.start():
            continue
        spans.append((left, match.start()))
        left = match.end()
    spans.append((left, len(text)))
    return [_trimmed(text, start, end) for start, end in spans if text[start:end].strip()] or [(0, len(text))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def build_contexts(article: Article, store: ReferenceStore) -> tuple[Context, ...]:
    """One context per sentence."""
    names = without_look_alikes(article.text, article.lang, store.find_names(article.text))
    mentions = with_metonyms(article.text, article.lang, names)
    kinds = {key: entity.kind for key, entity in store.entities.items()}
    return tuple(_contexts(article, mentions, kinds))


def _contexts(article: Article, mentions: Sequence[Mention], kinds: Mapping[str, str]) -> Iterator[Context]:
    mention_starts = [mention.start for mention in mentions]
    quantity_starts = [quantity.start for quantity in article.quantities]
    for index, sentence in enumerate(article.sentences):
        names = mentions[_slice(mention_starts, sentence)]
        quantities = article.quantities[_slice(quantity_starts, sentence)]
        yield _context(index, sentence, article.lang, names, quantities, kinds)


def _slice(starts: Sequence[int], sentence: Sentence) -> slice:
    return slice(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))


def _context(
    index: int,
    sentence: Sentence,
    lang: str,
    names: Sequence[Mention],
    quantities: Sequence[Quantity],
    kinds: Mapping[str, str],
) -> Context:
    origin = sentence.start
    quantities = tuple(with_shared_units(quantities, sentence, lang))
    # The lexicons are written in simplified characters; offsets stay those of the article.
    sentence = replace(sentence, text=simplified(sentence.text)) if lang == "zh" else sentence
    within = [(q.start - origin, q.end - origin) for q in quantities]
    clauses = tuple((a + origin, b + origin) for a, b in split_clauses(sentence.text, lang, within))
    attribution = find_attribution(sentence.text, lang)
    return Context(
        index=index,
        sentence=sentence,
        lang=lang,
        clauses=clauses,
        mentions=tuple(_clean(names, quantities)),
        quantities=quantities,
        attribution=attribution.moved(origin) if attribution else None,
        entity_kinds=kinds,
    )


def _clean(names: Sequence[Mention], quantities: Sequence[Quantity]) -> Iterator[Mention]:
    """Without places and materials that are only part of a longer name or of an amount (US$135 million)."""
    # 美国地质调查局 speaks of the world; 中国商务部 acts for its country.
    holders = [m for m in names if m.kind == "entity" or (m.kind == "source" and m.id.startswith(_OBSERVERS))]
    for mention in names:
        if mention.kind not in ("place", "entity") or (
            not any(q.start <= mention.start < q.end for q in quantities)
            and not any(_inside(mention, holder) for holder in holders)
        ):
            yield mention


def _inside(mention: Mention, holder: Mention) -> bool:
    """Whether a mention lies in a strictly longer one of another kind or name."""
    return (
        holder.start <= mention.start
        and mention.end <= holder.end
        and holder.end - holder.start > mention.end - mention.start
    )
