"""Whether a claim is pinned down well enough to be called wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.link.nature import is_price

if TYPE_CHECKING:
    from kaozheng.model.link import Link, Scope
    from kaozheng.model.protocols import Roles

__all__ = ["may_refute", "may_refute_slip", "settled"]

_CORE = ("subject", "metric", "place")


def may_refute(roles: Roles, link: Link) -> bool:
    """Whether a plain deviation may be called a refutation.

    Subject, metric and place must be settled, at most one of them from earlier text; the deciding records
    must not be one party's own claim alone, and price series never refute each other.
    """
    return may_refute_slip(roles, link) and _inherited(roles) <= 1 and _firm(link) and not _price(link)


def may_refute_slip(roles: Roles, link: Link) -> bool:
    """Whether equal digits at another magnitude may be called a refutation: not all roles from earlier text."""
    settled = roles.subject is not None and roles.metric is not None and link.scope.place_known
    return settled and _inherited(roles) < len(_CORE)


def _inherited(roles: Roles) -> int:
    """How many of subject, metric and place come from earlier text."""
    return len(set(_CORE) & set(roles.inherited))


def _firm(link: Link) -> bool:
    """Whether some deciding record is more than one party's claim about itself."""
    claims = [fact for fact in link.deciding if fact.official_claim]
    return len(claims) < len(link.deciding) or len({fact.record.source_id for fact in claims}) > 1


def _price(link: Link) -> bool:
    """Whether it is about a price that no record gives for the very period claimed."""
    return is_price(link.scope.metric) and not any(fact.fit == "same" for fact in link.deciding)


def settled(roles: Roles, scope: Scope) -> bool:
    """Whether subject, metric and place are settled, at most one of them from earlier text."""
    return (
        roles.subject is not None
        and roles.metric is not None
        and scope.place_known
        and _inherited(roles) <= 1
    )
