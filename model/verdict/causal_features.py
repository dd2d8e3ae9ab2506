"""What the two sides of a causal claim name: concepts, entities and places, in ids of the reference."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from kaozheng.data.text import fold
from kaozheng.model.lexicon import cells, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaozheng.data.store import Mention, ReferenceStore
    from kaozheng.model.protocols import Article, Candidate
    from kaozheng.model.report import Span

__all__ = ["Named", "Sides", "named_in", "opposite", "read_sides"]

# 对美, to the USA: the place is the target of a measure, not its author.
_TARGET = re.compile(
    r"(?:对|向|输|赴|针对|给)$|\b(?:to|against|on|towards?|for|at) (?:the )?$", re.IGNORECASE
)
# 软件延误而不是镓管制; late software, not gallium: the second is named only to be denied.
_CONTRAST = re.compile(
    r"(?:而不是|而非|并非|不是)[^,，。；]{1,20}(?=[,，。；]|$)"
    r"|(?:,\s*not|\brather than|\binstead of)\s[^,;.]{2,40}(?=[,;.]|$)"
)
# A control that is taken back works the other way.
_LIFTED = re.compile(
    r"取消|解除|放宽|放松|松绑|废除|恢复(?:发放|批准|签发|出口|许可|审批)|发放(?!.{0,4}[慢迟缓停阻拖])|获批|审批提速"
    r"|暂停(?:实施|执行)?[^,。]{0,12}(?:管制|禁令|限制|措施)|(?:管制|禁令|限制)[^,。]{0,4}(?:结束|到期|失效|暂停|松动)"
    r"|得到解决|解决了|克服|缓解"
    r"|\b(?:lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|relax\w*|remov\w+|resum\w+|scrap(?:s|ped|ping)|grant(?:s|ed|ing)?"
    r"|expir\w+|abolish\w*|abolition|faster approvals?|solv\w+|overc[ao]m\w+|fixed"
    r"|end(?:s|ed|ing)? (?:of |to )?(?:the |its |these )?(?:ban|bans|controls?|curbs|restrictions|halt|pause|licensing)"
    r"|suspen\w+ (?:of )?(?:the |its )?(?:\w+ )?(?:ban|bans|controls?|curbs|restrictions|licensing))\b",
    re.IGNORECASE,
)
_TAKEN_BACK = {"export-control": "export-control-lifting", "halt": "halt-lifted"}
_PRICE = re.compile("价|price", re.IGNORECASE)
_BEFORE = 6
"""Sentences of the paragraph that are looked at for what a claim leaves out."""
_FOREIGN_SCOPE = "domestic"


@dataclass(frozen=True, slots=True)
class Named:
    """What a stretch of text names.

    Attributes:
        concepts: Concept ids, with those that follow from others (price and rise give price-rise).
        entities: Entity ids.
        places: Place ids of authors and scenes; the targets of measures are in `targets`.
        targets: Place ids behind 对, to, against.
        lifted: Whether something is taken back or solved.
    """

    concepts: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    lifted: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a claim and what surrounds them, nearest first."""

    cause: Named
    effect: Named
    context: tuple[Named, ...] = field(default=())


def read_sides(article: Article, candidate: Candidate, store: ReferenceStore) -> Sides:
    """What a causal candidate's cause, effect and surroundings name.

    The effect is read together with the signal: 推高 makes a price a rising price. A cause that stands inside
    the effect's span (交付量因管制而下降) is not read as part of it.
    """
    cause, effect, signal = candidate.cause, candidate.effect, candidate.signal
    cause_text = _text(article, cause)
    effect_text = _without(article, effect, cause)
    if signal is not None and not _inside(signal, effect):
        effect_text = f"{signal.text} {effect_text}"
    effect_named = named_in(effect_text, store)
    if candidate.polarity == "prevent":
        effect_named = _reversed(effect_named, store)
    return Sides(named_in(cause_text, store), effect_named, _surroundings(article, candidate, store))


def named_in(text: str, store: ReferenceStore) -> Named:
    """Concepts, entities and places of a text."""
    text = _CONTRAST.sub(lambda match: " " * len(match.group()), text)
    mentions = store.find_names(text)
    concepts = {mention.id for mention in mentions if mention.kind == "concept"}
    entities = {mention.id for mention in mentions if mention.kind == "entity"}
    entities |= _inside_policies(text, mentions, store)
    folded = fold(text)
    if any(
        m.kind == "metric" and m.id == "price" and _PRICE.search(folded[m.start : m.end]) for m in mentions
    ):
        concepts.add("price")
    if any(store.entities[key].kind == "policy" for key in entities):
        concepts.add("export-control")
    lifted = _LIFTED.search(folded) is not None
    if lifted:
        concepts = {_TAKEN_BACK.get(concept, concept) for concept in concepts}
    places = [mention for mention in mentions if mention.kind == "place"]
    targets = {m.id for m in places if _TARGET.search(folded[max(0, m.start - 12) : m.start])}
    return Named(
        frozenset(_with_compounds(concepts)),
        frozenset(entities),
        frozenset({m.id for m in places} - targets),
        frozenset(targets),
        lifted,
    )


def _inside_policies(text: str, mentions: Iterable[Mention], store: ReferenceStore) -> set[str]:
    """Materials inside the name of a policy: 镓锗出口管制 names gallium and germanium."""
    found: set[str] = set()
    for mention in mentions:
        if mention.kind == "entity" and store.entities[mention.id].kind == "policy":
            apart = re.sub(r"([㐀-鿿])|\s+", r" \1 . ", text[mention.start : mention.end])
            found |= {inner.id for inner in store.find_names(apart) if inner.kind == "entity"}
    return found


def _with_compounds(concepts: set[str]) -> set[str]:
    """Concepts and what follows from them."""
    found = set(concepts)
    for _ in range(2):
        found |= {concept for concept, parts in _compounds() if parts <= found}
    return found


@cache
def _compounds() -> tuple[tuple[str, frozenset[str]], ...]:
    """Concept and parts, from ``model/lexicon/causal-compounds.csv``."""
    return tuple((row["concept"], frozenset(cells(row["parts"]))) for row in read_rows("causal-compounds"))


def _reversed(named: Named, store: ReferenceStore) -> Named:
    """What is prevented goes the other way: 抑制价格上涨 is no price rise."""
    turned = {opposite(concept, store) or concept for concept in named.concepts}
    return replace(named, concepts=frozenset(turned))


def opposite(concept: str, store: ReferenceStore) -> str | None:
    """The concept that means the reverse, when there is one."""
    known = store.concepts.get(concept)
    if known is None or concept == _FOREIGN_SCOPE:
        return None
    return known.opposite or None


def _surroundings(article: Article, candidate: Candidate, store: ReferenceStore) -> tuple[Named, ...]:
    """Sentence, earlier part of the paragraph, and title."""
    sentence = article.sentences[candidate.sentence]
    before = [
        other.text
        for other in article.sentences[max(0, candidate.sentence - _BEFORE) : candidate.sentence]
        if other.paragraph == sentence.paragraph and not other.is_title
    ]
    titles = [other.text for other in article.sentences[:_BEFORE] if other.is_title]
    if article.title:
        titles.append(article.title)
    texts = [sentence.text, " ".join(before), " ".join(titles)]
    return tuple(named_in(text, store) for text in texts if text)


def _text(article: Article, span: Span | None) -> str:
    return "" if span is None else article.text[span.start : span.end]


def _without(article: Article, outer: Span | None, inner: Span | None) -> str:
    """A span's text without another span in it."""
    if outer is None:
        return ""
    if inner is None or not _inside(inner, outer):
        return _text(article, outer)
    return article.text[outer.start : inner.start] + " " + article.text[inner.end : outer.end]


def _inside(inner: Span, outer: Span | None) -> bool:
    return outer is not None and outer.start <= inner.start and inner.end <= outer.end
