"""How far a claimed amount lies from a reference value, and from a set of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.link.facts import Fact
    from kaozheng.model.verdict.tolerance import Claimed

__all__ = ["SOFT", "Place", "Position", "distance", "gap_points", "position", "ratio"]

# A deviation this small is revision and rounding, not error.
SOFT = 0.02
# For shares: a point, or a tenth of a share that is itself small.
_SOFT_POINTS, _SOFT_SHARE = 1.0, 0.1
# Values this close to each other make one band; inside it every value is as good as another.
_BAND = 0.25

Place = Literal["match", "close", "band", "open", "between", "outside"]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a claim lies among reference values.

    Attributes:
        place: ``match`` (intervals overlap), ``close`` (within 2 % or one point), ``band`` (inside values
            that agree among themselves), ``open`` (the source only gives a bound that the claim is far beyond),
            ``between`` (between values that do not agree), ``outside``.
        fact: The nearest fact.
        distance: Relative distance to it, 0 for a match.
    """

    place: Place
    fact: Fact
    distance: float


def position(claim: Claimed, facts: Sequence[Fact]) -> Position | None:
    """Where `claim` lies among `facts`; None without facts."""
    if not facts:
        return None
    nearest = min(facts, key=lambda fact: (distance(claim, fact), abs(ratio(claim, fact) - 1)))
    far = distance(claim, nearest)
    if far == 0:
        return Position("match", nearest, 0.0)
    if far <= SOFT or (claim.share and gap_points(claim, nearest) <= soft_points(nearest)):
        return Position("close", nearest, far)
    if any(_is_open(claim, fact) for fact in facts):
        return Position("open", nearest, far)
    below = [fact for fact in facts if fact.exact_high < claim.low]
    above = [fact for fact in facts if fact.exact_low > claim.high]
    if not below or not above:
        return Position("outside", nearest, far)
    under = max(below, key=lambda fact: fact.exact_high)
    over = min(above, key=lambda fact: fact.exact_low)
    banded = over.exact_low <= under.exact_high * (1 + _BAND)
    return Position("band" if banded else "between", nearest, far)


def soft_points(fact: Fact) -> float:
    """Points of a share that are rounding."""
    return min(_SOFT_POINTS, _SOFT_SHARE * abs(fact.value))


def _is_open(claim: Claimed, fact: Fact) -> bool:
    """Whether the claim keeps to a source's bound without agreeing with its number."""
    return claim.low <= fact.high and fact.low <= claim.high


def distance(claim: Claimed, fact: Fact) -> float:
    """Relative gap between the claimed interval and what the source allows; 0 when they overlap."""
    gap = gap_points(claim, fact)
    if gap == 0:
        return 0.0
    return gap / abs(fact.value) if fact.value else inf


def gap_points(claim: Claimed, fact: Fact) -> float:
    """The same gap in the claim's unit."""
    return max(0.0, claim.low - fact.exact_high, fact.exact_low - claim.high)


def ratio(claim: Claimed, fact: Fact) -> float:
    """Claimed over reference; infinite when only the reference is zero."""
    if fact.value == 0:
        return 1.0 if claim.value == 0 else inf
    return claim.value / fact.value
