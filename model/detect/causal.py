"""Causal claims of an article by rules: signal words, the frames they open, and what they must not be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.data.text import fold
from kaozheng.model.detect.causal_clauses import tighten
from kaozheng.model.detect.causal_direction import effect_polarity
from kaozheng.model.detect.causal_en import links_en
from kaozheng.model.detect.causal_modality import stance
from kaozheng.model.detect.causal_zh import links_zh
from kaozheng.model.protocols import Candidate
from kaozheng.model.report import Span

if TYPE_CHECKING:
    from kaozheng.model.detect.causal_types import Link, Range
    from kaozheng.model.protocols import Article

__all__ = ["detect_causal"]

_CJK = re.compile(r"[㐀-鿿]")


def detect_causal(article: Article) -> list[Candidate]:
    """Every statement of the article that one thing brings about another, in order of appearance.

    A chain A导致B，进而引发C gives one candidate per link. A cause that lies in the sentence before is
    followed inside its paragraph. Questions, purposes, denials and mere sequence give nothing.

    >>> from kaozheng.model.protocols import Article, Sentence
    >>> text = "受出口管制影响，镓价飙升。"
    >>> article = Article(text, "zh", None, None, (Sentence(0, len(text), text, 0),), ())
    >>> [(c.cause.text, c.effect.text, c.polarity) for c in detect_causal(article)]
    [('出口管制', '镓价飙升', 'increase')]
    """
    candidates: list[Candidate] = []
    for index in range(len(article.sentences)):
        candidates.extend(_in_sentence(article, index))
    return candidates


def _in_sentence(article: Article, index: int) -> list[Candidate]:
    """Candidates whose signal lies in one sentence."""
    sentence = article.sentences[index]
    folded = fold(sentence.text)
    lang = _language(article, sentence.text)
    links = links_zh(folded) if lang == "zh" else links_en(folded)
    found: list[Candidate] = []
    for link in links:
        candidate = _candidate(article, index, link, lang)
        if candidate is not None:
            found.append(_as_sure_as_its_cause(candidate, found))
    return found


def _as_sure_as_its_cause(candidate: Candidate, earlier: list[Candidate]) -> Candidate:
    """The later link of a chain is no surer than the link whose effect is its cause."""
    for other in earlier:
        same = other.effect and candidate.cause and other.effect.end == candidate.cause.end
        if (
            same
            and other.modality in {"predicted", "conditional"}
            and candidate.modality in {"asserted", "attributed"}
        ):
            return replace(candidate, modality=other.modality, strength=other.strength)
    return candidate


def _language(article: Article, text: str) -> str:
    """Language of a sentence; quotations make articles mixed."""
    chinese = len(_CJK.findall(text))
    if article.lang == "zh":
        return "zh" if chinese else "en"
    return "zh" if chinese * 3 > len(text) else "en"


def _candidate(article: Article, index: int, link: Link, lang: str) -> Candidate | None:
    """A link as a candidate with offsets into the article; None for questions and missing sides."""
    sentence = article.sentences[index]
    before = _sentence_before(article, index)
    cause = _absolute(sentence.start, link.cause) or before
    effect = _absolute(sentence.start, link.effect) or before
    if cause is None or effect is None or cause == effect:
        return None
    inside = [part for part in (link.cause, link.effect, link.signal) if part is not None]
    start, end = min(part[0] for part in inside), max(part[1] for part in inside)
    how = stance(sentence.text, start, end, link.signal[0], lang)
    if how.question:
        return None
    text = article.text
    return Candidate(
        kind="causal",
        start=min(cause[0], effect[0], sentence.start + start),
        end=max(cause[1], effect[1], sentence.start + end),
        sentence=index,
        score=link.entry.score,
        modality=how.modality,
        attributed_to=how.attributed_to,
        cause=_span(text, cause),
        effect=_span(text, effect),
        signal=_span(text, (sentence.start + link.signal[0], sentence.start + link.signal[1])),
        polarity=effect_polarity(link.entry.polarity, fold(text[effect[0] : effect[1]]), lang),
        strength=0 if how.hedged else link.entry.strength,
    )


def _sentence_before(article: Article, index: int) -> Range | None:
    """The sentence before in the same paragraph, without its punctuation."""
    if index == 0:
        return None
    here, before = article.sentences[index], article.sentences[index - 1]
    if before.paragraph != here.paragraph or before.is_title:
        return None
    return tighten(article.text, (before.start, before.end))


def _absolute(offset: int, span: Range | None) -> Range | None:
    return None if span is None else (offset + span[0], offset + span[1])


def _span(text: str, span: Range) -> Span:
    return Span(span[0], span[1], text[span[0] : span[1]])
