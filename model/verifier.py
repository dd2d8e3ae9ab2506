"""The pipeline: article in, report out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kaozheng.data.articles import detect_language, find_published
from kaozheng.data.store import ReferenceStore
from kaozheng.data.text import simplified
from kaozheng.errors import ArticleError, KaozhengError
from kaozheng.model.consistency import check_consistency
from kaozheng.model.detect import RuleDetector
from kaozheng.model.protocols import Article
from kaozheng.model.quantities import parse_quantities
from kaozheng.model.report import Claim, Document, ReferenceInfo, Report
from kaozheng.model.roles import RuleRoleTagger
from kaozheng.model.segment import segment
from kaozheng.model.verdict.causal import check_causal
from kaozheng.model.verdict.numeric import check_numeric

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.protocols import Candidate, Detector, Roles, RoleTagger
    from kaozheng.model.verdict.case import NumericResult
    from kaozheng.model.verdict.causal import CausalResult

__all__ = ["Verifier"]

_MODELS = ("rules",)


class Verifier:
    """Finds the claims of an article and checks each against reference data.

    Args:
        store: The reference data.
        detector: What finds the claims; the rules when None.
        tagger: What says what each numeric claim is about; the rules when None.

    >>> verifier = Verifier.from_pretrained()
    >>> report = verifier.check("据美国地质调查局数据，俄罗斯稀土储量仅为38万吨。", published="2025-11-09")
    >>> [(claim.verdict, claim.findings[0].code) for claim in report.claims]
    [('refuted', 'magnitude_slip')]
    """

    def __init__(
        self, store: ReferenceStore, *, detector: Detector | None = None, tagger: RoleTagger | None = None
    ) -> None:
        self.store = store
        self.detector = detector if detector is not None else RuleDetector(store)
        self.tagger = tagger if tagger is not None else RuleRoleTagger(store)

    @classmethod
    def from_pretrained(
        cls, path_or_name: str | None = None, *, store: ReferenceStore | None = None
    ) -> Verifier:
        """A verifier by name.

        Args:
            path_or_name: ``rules`` (also when None): the rule and lexicon detector.
            store: Reference data; the shipped package when None.

        Raises:
            KaozhengError: There is no such model.
        """
        if path_or_name is not None and path_or_name not in _MODELS:
            raise KaozhengError(
                f"model {path_or_name!r} was asked for; this version has: {', '.join(_MODELS)}. "
                "Trained checkpoints cannot be loaded yet."
            )
        return cls(store if store is not None else ReferenceStore.open())

    def check(
        self,
        text: str,
        title: str | None = None,
        published: str | None = None,
        *,
        lang: str | None = None,
        as_of: str | None = None,
        document_id: str | None = None,
    ) -> Report:
        """Check one article.

        Args:
            text: The article. Offsets in the report are code points into it.
            title: Its title, when that is not the first line of `text`.
            published: Publication date, ISO 8601; looked for in the text's dateline when None.
            lang: ``zh`` or ``en``; by the share of characters when None.
            as_of: Check against what was known on this day (ISO 8601); the publication date when None, today
                when that is unknown too.
            document_id: Carried into the report.

        Raises:
            ArticleError: The text is empty, or a date or language is not understood.
        """
        if not text.strip():
            raise ArticleError("the article is empty; give it some text to check")
        published = _day(published, "published") or find_published(text)
        as_of = _day(as_of, "as_of") or published or date.today().isoformat()
        article = self._article(text, title, published, _language(lang, text))
        candidates = sorted(
            self.detector.detect(article), key=lambda c: (c.start, c.end, c.kind != "numeric")
        )
        roles = self.tagger.tag(article, candidates)
        claims = self._claims(article, candidates, roles, as_of)
        numeric = [
            (claim.id, candidate, role)
            for claim, candidate, role in zip(claims, candidates, roles, strict=True)
            if candidate.kind == "numeric"
        ]
        return Report(
            document=Document(document_id, title, article.lang, published, len(text)),
            model=self.detector.info,
            reference=ReferenceInfo(self.store.name, self.store.version, self.store.sha256, as_of),
            claims=tuple(claims),
            consistency=tuple(check_consistency(article, numeric, self.store)),
        )

    def _article(self, text: str, title: str | None, published: str | None, lang: str) -> Article:
        return Article(
            text=text,
            lang=lang,
            published=published,
            title=title,
            sentences=tuple(segment(text, title)),
            quantities=tuple(parse_quantities(text, lang=lang, anchor=published)),
        )

    def _claims(
        self, article: Article, candidates: Sequence[Candidate], roles: Sequence[Roles], as_of: str
    ) -> list[Claim]:
        numeric = [(c, r) for c, r in zip(candidates, roles, strict=True) if c.kind == "numeric"]
        claims = []
        for number, (candidate, role) in enumerate(zip(candidates, roles, strict=True), start=1):
            claim = _unchecked(f"c{number}", article, candidate)
            result: NumericResult | CausalResult
            if candidate.kind == "numeric":
                result = check_numeric(article, candidate, role, self.store, as_of, others=numeric)
                claim = replace(
                    claim, subject=role.subject, metric=role.metric, place=role.place, period=role.period
                )
            else:
                result = check_causal(article, candidate, self.store, as_of)
            claims.append(
                replace(
                    claim,
                    verdict=result.verdict,
                    confidence=result.confidence,
                    findings=result.findings,
                    evidence=result.evidence,
                )
            )
        return claims


def _unchecked(claim_id: str, article: Article, candidate: Candidate) -> Claim:
    """The claim as detected, before its verdict."""
    sentence = article.sentences[candidate.sentence]
    # 受...影响: the signal can stand around the cause and belongs to what is quoted.
    parts = [part for part in (candidate.cause, candidate.effect, candidate.signal) if part is not None]
    start = min([candidate.start, *(part.start for part in parts)])
    end = max([candidate.end, *(part.end for part in parts)])
    return Claim(
        id=claim_id,
        kind=candidate.kind,
        text=article.text[start:end],
        start=start,
        end=end,
        sentence=(sentence.start, sentence.end),
        modality=candidate.modality,
        attributed_to=_as_written(candidate.attributed_to, sentence.text),
        score=candidate.score,
        quantities=candidate.quantities,
        cause=candidate.cause,
        effect=candidate.effect,
        signal=candidate.signal,
        polarity=candidate.polarity,
    )


def _as_written(name: str | None, sentence: str) -> str | None:
    """A name that a rule read in simplified characters, as the sentence has it."""
    at = simplified(sentence).find(name) if name else -1
    return name if name is None or at < 0 else sentence[at : at + len(name)]


def _day(value: str | None, name: str) -> str | None:
    """An ISO date, checked; the time of day of a timestamp is dropped."""
    if value is None or not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip()[:10]).isoformat()
    except ValueError:
        raise ArticleError(f"{name} is {value!r}; give a date such as 2025-11-09") from None


def _language(lang: str | None, text: str) -> str:
    if lang is None:
        return detect_language(text)
    # Tags such as zh-Hant or en-GB name a language by their first part.
    language = lang.lower().replace("_", "-").split("-")[0]
    if language not in ("zh", "en"):
        raise ArticleError(f"language {lang!r} was asked for; Kaozheng reads zh and en")
    return language
