"""The article's numeric claims, quantity by quantity, in a form that can be compared without a reference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaozheng.model.link.units import factor_between
from kaozheng.model.verdict.narrowing import narrows
from kaozheng.model.verdict.tolerance import claimed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaozheng.model.protocols import Article, Candidate, Roles
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["Statement", "in_unit_of", "is_level", "statements"]

_PLANNED = re.compile(
    r"计划|原定|预定|拟|目标|指标|配额|上限|规划|设计|"
    r"\b(?:plan(?:s|ned)?|target|goal|originally|scheduled|quota|intends?|aims?|budget(?:ed)?)\b",
    re.IGNORECASE,
)
_PROJECTED = re.compile(
    r"预计|预测|有望|预期|料将|或将|将(?:会|达|突破|超过|升|涨|增)|"
    r"\b(?:project(?:s|ed|ions?)|expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|will|set to)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"此前|之前|前的|曾|原先|过去|当时|最初|上年|去年|"
    r"\b(?:formerly|previously|once|earlier|used to|initially|first|had been|last year|a year (?:ago|earlier))\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"从.+(?:到|至)|[增减提降升跌涨扩缩翻]|"
    r"\b(?:from|rose|rise[sn]?|rising|fell|fall(?:s|en|ing)?|increas\w+|decreas\w+|grew|grow(?:s|n|ing)?|drop\w*|"
    r"climb\w*|jump\w*|declin\w+|doubl\w+|up|down)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One quantity of one claim.

    Attributes:
        id: The claim's id.
        candidate: The claim.
        roles: What it is about.
        quantity: The quantity as written.
        claim: The interval it claims.
        in_title: Whether it stands in the title or a heading.
        planned: Whether the words before it speak of a plan or a limit.
        projected: Whether they speak of the future.
        former: Whether they speak of an earlier state.
        narrow: Whether the clause speaks of a part, a head or an increment.
        moved: Whether the clause speaks of a change.
    """

    id: str
    candidate: Candidate
    roles: Roles
    quantity: Quantity
    claim: Claimed
    in_title: bool
    planned: bool
    projected: bool
    former: bool
    narrow: bool
    moved: bool

    @property
    def asserted(self) -> bool:
        """Whether it is told as a fact of now (or of its period)."""
        return not (self.planned or self.projected) and self.candidate.modality in ("asserted", "attributed")

    @property
    def sure(self) -> bool:
        """Whether subject and metric are known and most of what it is about stands in its own clause."""
        known = self.roles.subject is not None and self.roles.metric is not None
        return known and len({"subject", "metric", "place"} & set(self.roles.inherited)) <= 1

    @property
    def thing(self) -> tuple[str | None, ...]:
        """What is measured, apart from the place."""
        roles = self.roles
        return (roles.subject, roles.metric, roles.stage, roles.basis, roles.period)


def statements(article: Article, claims: Iterable[tuple[str, Candidate, Roles]]) -> list[Statement]:
    """Every number of every numeric claim, in order."""
    return [item for id_, candidate, roles in claims for item in _of_claim(article, id_, candidate, roles)]


def _of_claim(article: Article, id_: str, candidate: Candidate, roles: Roles) -> Iterator[Statement]:
    """The statements of one claim."""
    sentence = article.sentences[candidate.sentence]
    since = candidate.start
    for quantity in candidate.quantities:
        interval = claimed(quantity)
        clause = article.text[candidate.start : candidate.end]
        before = article.text[min(since, quantity.start) : quantity.start]
        if interval is not None:
            yield Statement(
                id_,
                candidate,
                roles,
                quantity,
                interval,
                sentence.is_title,
                _PLANNED.search(before) is not None,
                candidate.modality == "predicted" or _PROJECTED.search(before) is not None,
                _FORMER.search(before) is not None,
                narrows(clause),
                _MOVED.search(clause) is not None,
            )
            since = quantity.end


def is_level(statement: Statement) -> bool:
    """Whether the number is a level: not a change, a multiple, a rank."""
    return (
        statement.quantity.kind not in ("change", "multiple", "rank", "date")
        and statement.quantity.mode != "by"
    )


def in_unit_of(one: Statement, other: Statement) -> float | None:
    """What the second number must be multiplied by to be in the unit of the first."""
    return factor_between(other.claim.unit, one.claim.unit)
