"""One claim before the bench: the text, what it is about, what it may be checked against, and rulings on it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.protocols import Article, Candidate, Roles
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.report import Evidence, Finding, Verdict

__all__ = ["Case", "NumericResult", "Ruling"]

# How many characters beside a claim still belong to it.
_NEAR = 500

_NOW = re.compile(
    r"目前|现在|现今|如今|当前|今年|最新|至今|迄今|"
    r"\b(?:now|currently|today|at present|present-day|this year|latest|to date|nowadays)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"计划|原定|预定|目标|预计|预期|预测|配额|力争|规划|"
    r"\b(?:plan(?:s|ned)?|target(?:s|ed)?|goals?|aims?|forecasts?|expect\w*|project(?:s|ed|ions?)|scheduled|quotas?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Case:
    """A numeric claim with everything needed to judge it.

    Attributes:
        article: The article.
        candidate: The claim.
        roles: What it is about.
        store: The reference.
        as_of: The day as seen from which it is judged (ISO 8601).
        others: The article's other numeric claims with their roles.
    """

    article: Article
    candidate: Candidate
    roles: Roles
    store: ReferenceStore
    as_of: str
    others: Sequence[tuple[Candidate, Roles]] = ()

    @property
    def lang(self) -> str:
        """Language of the sentences of findings."""
        return self.article.lang

    @property
    def sentence(self) -> str:
        """The sentence that the claim stands in, as far as it is near (a line of megabytes is one sentence too)."""
        own = self.article.sentences[self.candidate.sentence]
        start = max(own.start, self.candidate.start - _NEAR)
        return self.article.text[start : min(own.end, self.candidate.end + _NEAR, start + 4 * _NEAR)]

    @property
    def clause(self) -> str:
        """The claim's own words."""
        return self.article.text[self.candidate.start : min(self.candidate.end, self.candidate.start + _NEAR)]

    @property
    def says_plan(self) -> bool:
        """Whether the claim is about a plan, a target or a forecast."""
        return self.candidate.modality == "predicted" or _PLAN.search(self.sentence) is not None

    @property
    def says_now(self) -> bool:
        """Whether the sentence speaks of the present in so many words."""
        return _NOW.search(self.sentence) is not None

    def quantities_between(self, start: int, end: int) -> Sequence[Quantity]:
        """The article's quantities that begin in a stretch of it."""
        found = self.article.quantities
        first = bisect_left(found, start, key=lambda quantity: quantity.start)
        return found[first : bisect_left(found, end, key=lambda quantity: quantity.start)]

    def names_year(self, year: int | None) -> bool:
        """Whether the sentence names a year (or the edition of that year)."""
        return year is not None and str(year) in self.sentence


@dataclass(frozen=True, slots=True)
class Ruling:
    """The judgement on one quantity.

    Attributes:
        verdict: The verdict.
        margin: How clear the arithmetic is, 0 to 1.
        findings: What is to be said.
        evidence: Records and computations.
        quality: How good the deciding records are, 0 to 1.
        lasting: Whether it holds for predictions too (an implausible product, a recorded plan).
    """

    verdict: Verdict
    margin: float
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    quality: float = 1.0
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class NumericResult:
    """What the checker makes of one numeric claim.

    Attributes:
        verdict: The verdict.
        confidence: How sure, 0 to 1 (see ``docs/verdicts.md``).
        findings: What is to be said.
        evidence: Records and computations that the verdict can be replayed from.
    """

    verdict: Verdict
    confidence: float
    findings: tuple[Finding, ...] = field(default=())
    evidence: tuple[Evidence, ...] = field(default=())
