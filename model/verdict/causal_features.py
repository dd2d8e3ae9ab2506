"""The two sides of a causal claim: what they name, what they stand for, and what surrounds them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kaozheng.data.text import fold
from kaozheng.model.verdict.causal_names import Named, named_in, opposite, things_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.protocols import Article, Candidate
    from kaozheng.model.report import Span

__all__ = ["Named", "Sides", "named_in", "opposite", "read_sides"]

# Expressions that take up what was said before: 该禁令, 上述管制, the new permits, this move.
_CLAUSE = re.compile(r"[，,；;]")
_ANAPHOR = re.compile(
    r"^(?:(?:是|正是|就是|因|由于)?(?:该|此|这|那|上述|前述|有关|相关|新规|当年|当月|同年|本轮|这轮|此番|此轮|该项|此项|随后的)"
    r"(?:一|个|项|些|种|次|轮|番|场|波)?[^,，。;；]{0,9})$"
    r"|^(?:partly |largely |mainly |only |just )?(?:the|these|those|this|that|such|its|their|(?:\w+'s?) )\s?"
    r"(?:[\w-]+\s){0,3}(?:permits?|curbs?|controls?|measures?|rules?|restrictions?|bans?|moves?|steps?|polic\w+|"
    r"licen\w+|decisions?|requirements?|regime|suspension|halt|embargo|shift|shortages?|cuts?|freeze|order|"
    r"law|actions?|squeeze|takeover|war|invasion|conflict|fighting|glut|surplus|delays?|problems?|rise|surge|jump|"
    r"rally|spike|increases?|falls?|drops?|slump|plunge|declines?|collapse|gains?|developments?|situation|"
    r"disruptions?|stoppages?|closures?|agreement|deal|truce|dispute|incident|ruling|programmes?|projects?)"
    r"(?:\s(?:itself|alone|there|since|now))?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:此举|此|这|该|其|this|that|it|which|these|they)$", re.IGNORECASE)
_BEFORE = 6
"""Sentences of the paragraph that are looked at for what a claim leaves out."""
_READ = 1500
"""Code points of each surrounding that are read, the nearest ones."""
_ANTECEDENTS = 2
"""Sentences that are looked at for what 该禁令 or the new permits stands for."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a claim and what surrounds them, nearest first."""

    cause: Named
    effect: Named
    context: tuple[Named, ...] = field(default=())


def read_sides(article: Article, candidate: Candidate, store: ReferenceStore) -> Sides:
    """What a causal candidate's cause, effect and surroundings name.

    The effect is read together with the signal: 推高 makes a price a rising price. A cause that stands inside
    the effect's span (交付量因管制而下降) is not read as part of it. A side that only takes up what was said
    before (该禁令, the new permits) borrows what its antecedent names.
    """
    cause, effect, signal = candidate.cause, candidate.effect, candidate.signal
    effect_text = _without(article, effect, cause)
    if signal is not None and not _inside(signal, effect):
        effect_text = f"{signal.text} {effect_text}"
    cause_named, effect_named = named_in(_text(article, cause), store), named_in(effect_text, store)
    if candidate.polarity == "prevent":
        effect_named = _reversed(effect_named, store)
    cause_named = _with_antecedent(article, candidate, cause, cause_named, store)
    effect_named = _with_antecedent(article, candidate, effect, effect_named, store)
    return Sides(cause_named, effect_named, _surroundings(article, candidate, store))


def _with_antecedent(
    article: Article, candidate: Candidate, span: Span | None, named: Named, store: ReferenceStore
) -> Named:
    """A side with what the nearest antecedent names, when it is an expression that has one."""
    if span is None or (named.concepts and named.entities) or not _takes_up(fold(span.text)):
        return named
    for text in _antecedents(article, candidate, span):
        before = _same_notion(text, named, store) or named_in(text, store)
        if before.concepts - named.concepts:
            return _borrow(named, before)
    return named


def _same_notion(text: str, named: Named, store: ReferenceStore) -> Named | None:
    """The last clause that speaks of the same notion with names of its own.

    "In response to US restrictions, China announced controls on gallium. The export restrictions ...": the clause
    about controls on gallium is meant, not the whole sentence with its other actor.
    """
    for clause in reversed(_CLAUSE.split(text)):
        before = named_in(clause, store)
        if before.concepts & named.concepts and before.entities and before.concepts - named.concepts:
            return before
    return None


def _takes_up(text: str) -> bool:
    return len(text) <= 60 and (_ANAPHOR.match(text) is not None or _PRONOUN.match(text) is not None)


def _borrow(named: Named, before: Named) -> Named:
    """Own names first; an author, a material or a year of its own is never overruled."""
    extra = (before.concepts - named.concepts) | (before.entities if not named.entities else frozenset())
    return replace(
        named,
        concepts=named.concepts | before.concepts,
        entities=named.entities or before.entities,
        places=named.places or before.places,
        targets=named.targets | before.targets,
        years=named.years or before.years,
        lifted=named.lifted or before.lifted,
        borrowed=frozenset(extra),
    )


def _antecedents(article: Article, candidate: Candidate, span: Span) -> Iterator[str]:
    """What stands before a span: its sentence up to there, then the sentences before it in the paragraph."""
    sentence = article.sentences[candidate.sentence]
    other = candidate.effect if span is candidate.cause else candidate.cause
    if sentence.start < span.start:
        start = sentence.start
        if other is not None and start <= other.start < span.start:
            yield article.text[start : other.start]
        else:
            yield article.text[start : span.start]
    for index in range(candidate.sentence - 1, max(-1, candidate.sentence - 1 - _ANTECEDENTS), -1):
        before = article.sentences[index]
        if before.paragraph != sentence.paragraph and index < candidate.sentence - 1:
            return
        yield before.text


def _reversed(named: Named, store: ReferenceStore) -> Named:
    """What is prevented goes the other way: 抑制价格上涨 is no price rise."""
    turned = {opposite(concept, store) or concept for concept in named.concepts}
    return replace(named, concepts=frozenset(turned))


def _surroundings(article: Article, candidate: Candidate, store: ReferenceStore) -> tuple[Named, ...]:
    """Sentence, earlier part of the paragraph, title, and the sentence before the paragraph."""
    here = candidate.sentence
    sentence = article.sentences[here]
    near = article.sentences[max(0, here - _BEFORE) : here]
    before = [other.text for other in near if other.paragraph == sentence.paragraph and not other.is_title]
    titles = [other.text for other in article.sentences[:_BEFORE] if other.is_title]
    if article.title:
        titles.append(article.title)
    texts = [sentence.text, " ".join(before), " ".join(titles)]
    return tuple(_things(text[-_READ:], store) for text in texts if text)


@lru_cache(maxsize=64)
def _things(text: str, store: ReferenceStore) -> Named:
    """What surroundings give; claims that stand together share theirs."""
    return things_in(text, store)


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
