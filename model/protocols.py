"""What stands between the steps of the pipeline, so that rules and the trained encoder are exchangeable.

article -> sentences -> `Detector` (which stretches are claims) -> `RoleTagger` (what they are about)
-> linking -> verdict -> report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.report import ClaimKind, Modality, ModelInfo, Polarity, Span

__all__ = ["Article", "Candidate", "Detector", "RoleTagger", "Roles", "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article.

    Attributes:
        start: First code point in the article's text.
        end: One past the last.
        text: The sentence as written.
        paragraph: Index of its paragraph, from 0.
        is_title: Whether it is the article's title or a heading.
    """

    start: int
    end: int
    text: str
    paragraph: int
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A submitted text, segmented, with its quantities.

    Attributes:
        text: The submitted text; every offset refers to it.
        lang: ``zh`` or ``en``.
        published: Publication date, ISO 8601, when known.
        title: Title given apart from the text, when there is one.
        sentences: All sentences in order.
        quantities: All quantities in order, offsets into `text`.
    """

    text: str
    lang: str
    published: str | None
    title: str | None
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that a detector holds for a claim, before anything is known about its truth.

    Attributes:
        kind: ``numeric`` or ``causal``.
        start: First code point of the clause in the article's text.
        end: One past the last.
        sentence: Index into `Article.sentences`.
        score: How sure the detector is, 0 to 1.
        modality: Asserted, attributed, predicted or conditional.
        attributed_to: Who is said to have said it, as written.
        quantities: The quantities that the claim states (numeric).
        cause: Cause span (causal).
        effect: Effect span (causal).
        signal: The words that make it causal.
        polarity: What the cause is said to do to the effect.
        strength: 3 导致/caused, 2 推动/contributed, 1 有关/linked, 0 可能/may.
    """

    kind: ClaimKind
    start: int
    end: int
    sentence: int
    score: float
    modality: Modality = "asserted"
    attributed_to: str | None = None
    quantities: tuple[Quantity, ...] = ()
    cause: Span | None = None
    effect: Span | None = None
    signal: Span | None = None
    polarity: Polarity | None = None
    strength: int | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """What a numeric claim is about, in ids of the reference.

    Attributes:
        subject: Entity id, or None when no known entity is meant.
        metric: Metric id.
        place: Place code.
        period: ISO 8601 period that the value is claimed for.
        partner: The other place of a trade flow or a comparison (imports *from* China).
        source: Id of the source the text names for the figure (据USGS).
        stage: Stage words found (mine, refinery, primary).
        basis: Basis words found (REO, LCE).
        inherited: Roles taken from earlier text and not from the clause itself.
    """

    subject: str | None = None
    metric: str | None = None
    place: str | None = None
    period: str | None = None
    partner: str | None = None
    source: str | None = None
    stage: str | None = None
    basis: str | None = None
    inherited: tuple[str, ...] = ()


class Detector(Protocol):
    """Finds the claims of an article."""

    @property
    def info(self) -> ModelInfo:
        """Name, version and hash, as the report states them."""

    def detect(self, article: Article) -> Sequence[Candidate]:
        """Every numeric and causal claim, in order of appearance."""


class RoleTagger(Protocol):
    """Says what each numeric claim is about."""

    def tag(self, article: Article, candidates: Sequence[Candidate]) -> Sequence[Roles]:
        """One `Roles` per candidate, in the same order; empty roles for causal candidates."""
