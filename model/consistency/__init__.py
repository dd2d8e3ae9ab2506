"""Contradictions inside an article, which need no reference values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.consistency.moves import find_growth, find_projections
from kaozheng.model.consistency.order import find_dates, find_ranks
from kaozheng.model.consistency.parts import find_parts, find_share_against_levels, find_shares
from kaozheng.model.consistency.statements import statements
from kaozheng.model.consistency.twice import find_directions, find_twice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.protocols import Article, Candidate, Roles
    from kaozheng.model.report import ConsistencyFinding

__all__ = ["check_consistency"]


def check_consistency(
    article: Article, claims: Sequence[tuple[str, Candidate, Roles]], store: ReferenceStore
) -> tuple[ConsistencyFinding, ...]:
    """Every contradiction between the numeric claims of one article.

    Args:
        article: The article.
        claims: Id, claim and roles of every numeric claim, in order.
        store: The reference; only its registers are used (groups of countries, additive metrics).

    Returns:
        The findings, each once.
    """
    numeric = [claim for claim in claims if claim[1].kind == "numeric"]
    items, lang = statements(article, numeric), article.lang
    found = (
        *find_twice(items, lang),
        *find_directions(items, lang),
        *find_shares(items, store, lang),
        *find_parts(items, store, lang),
        *find_share_against_levels(items, lang),
        *find_growth(items, article),
        *find_projections(items, lang),
        *find_ranks(items, store, lang),
        *find_dates(numeric, lang),
    )
    return tuple(dict.fromkeys(found))
