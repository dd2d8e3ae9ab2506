"""Whether a claim is pinned down well enough to be called wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.link.nature import is_price
from kaozheng.model.verdict.narrowing import narrows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.link import Fact, Link, Scope
    from kaozheng.model.verdict.case import Case

__all__ = ["farthest", "may_refute", "may_refute_slip", "settled", "timely", "unsure_price"]

_CORE = ("subject", "metric", "place")
# Rates that change from month to month: without a period nothing refutes them.
_VOLATILE = frozenset({"gdp_growth", "inflation", "price_change"})
# Beyond so many times a number is about something else; totals of a country are hardly ever misstated threefold.
_FAR, _FAR_WHOLE = 100.0, 3.0
# Years after which a reference value says nothing of an undated claim of today.
_FLOW_YEARS, _LEVEL_YEARS = 2, 5


def may_refute(case: Case, link: Link) -> bool:
    """Whether a plain deviation may be called a refutation.

    The claim must be settled; the deciding records must not be one party's own claim alone, and price series
    never refute each other.
    """
    return (
        settled(case, link.scope)
        and _firm(link)
        and not unsure_price(case, link)
        and timely(case, link.scope, link.deciding)
    )


def may_refute_slip(case: Case, link: Link) -> bool:
    """Whether equal digits at another magnitude may be called a refutation.

    Not all roles may come from earlier text, unless the clause names the source of the figure (USGS cut it to
    380,000 t), and a part of the total is not the total.
    """
    roles = case.roles
    known = roles.subject is not None and roles.metric is not None and link.scope.place_known
    anchored = _inherited(case) < len(_CORE) or roles.source is not None
    return known and anchored and not narrows(case.clause)


def settled(case: Case, scope: Scope) -> bool:
    """Whether subject, metric and place are settled, at most one of them from an earlier sentence.

    A clause about a part, a head or an increment is not about the total on record.
    """
    roles = case.roles
    known = roles.subject is not None and roles.metric is not None and scope.place_known
    return known and _inherited(case) <= 1 and not narrows(case.clause)


def _inherited(case: Case) -> int:
    """How many of subject, metric and place come from another sentence."""
    taken = set(_CORE) & set(case.roles.inherited)
    if not taken:
        return 0
    named = {mention.id for mention in case.store.find_names(case.sentence)}
    return sum(getattr(case.roles, role) not in named for role in taken)


def _firm(link: Link) -> bool:
    """Whether some deciding record is more than one party's claim about itself."""
    claims = [fact for fact in link.deciding if fact.official_claim]
    return len(claims) < len(link.deciding) or len({fact.record.source_id for fact in claims}) > 1


def farthest(case: Case, fact: Fact) -> float:
    """How many times off a number may be and still be about the same thing."""
    entity = case.store.entities.get(fact.record.subject)
    return _FAR_WHOLE if entity is not None and entity.kind == "aggregate" else _FAR


def timely(case: Case, scope: Scope, facts: Sequence[Fact]) -> bool:
    """Whether known figures reach the time that a claim speaks of.

    An undated claim is not refuted by a volatile rate, by figures of a later day, or by a reference that ended
    years before the text.
    """
    if scope.period is not None:
        return True
    if scope.metric in _VOLATILE or all(fact.status == "later" for fact in facts):
        return False
    years = [fact.year for fact in facts if fact.year is not None]
    allowed = _LEVEL_YEARS if scope.nature == "level" else _FLOW_YEARS
    return not years or not case.as_of[:4].isdigit() or int(case.as_of[:4]) - max(years) <= allowed


def unsure_price(case: Case, link: Link) -> bool:
    """Whether it is about a price that no record gives for the very period and series claimed.

    Markets differ by multiples: a price whose market the text does not name is not refuted by another market's.
    """
    if not is_price(link.scope.metric):
        return False
    roles = case.roles
    named = roles.place is not None or roles.basis is not None or roles.source is not None
    return not named or not any(fact.fit == "same" for fact in link.deciding)
