"""The same quantity told twice with different values: in the body, or in title and body."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kaozheng.model.consistency.statements import in_unit_of, is_level
from kaozheng.model.link.nature import is_price
from kaozheng.model.messages import consistency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kaozheng.model.consistency.statements import Statement
    from kaozheng.model.report import ConsistencyFinding

__all__ = ["find_directions", "find_twice"]

# Values nearer than this are roundings of each other.
_APART = 0.10
_POINTS = 5.0
# More values of one thing than this are a table, not a contradiction.
_MOST_VALUES = 40


def find_twice(items: Sequence[Statement], lang: str) -> Iterator[ConsistencyFinding]:
    """One finding for every pair of claims that cannot both be true."""
    seen: set[tuple[str, str]] = set()
    for group in _alike(item for item in items if is_level(item) and _settled(item)):
        for one, other in combinations(group, 2):
            pair = (one.id, other.id)
            if pair not in seen and _same_quantity(one, other) and _differ(one, other):
                seen.add(pair)
                yield consistency(
                    _code(one, other), lang, pair, one=one.quantity.text, two=other.quantity.text
                )


def _alike(levels: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Statements about the same thing and place together, each value once, so that repetition costs nothing."""
    groups: dict[object, dict[object, Statement]] = {}
    for item in levels:
        value = (item.claim.low, item.claim.high, item.quantity.unit, item.in_title, item.quantity.comparator)
        groups.setdefault((item.thing, item.roles.place), {}).setdefault(value, item)
    for group in groups.values():
        yield list(group.values())[:_MOST_VALUES]


def _settled(item: Statement) -> bool:
    """Whether it states one value of now: not the start or the end of a move, not a plan, not an earlier state."""
    moved = item.moved or item.quantity.mode is not None
    return _own(item) and not moved and not item.former


def _own(item: Statement) -> bool:
    """Whether the clause itself says of which total of which place it speaks."""
    said = not {"subject", "metric", "place"} & set(item.roles.inherited) and item.roles.place is not None
    return said and item.sure and item.asserted and not item.narrow


def _same_quantity(one: Statement, other: Statement) -> bool:
    """Whether both speak of the same thing, place, period and source; in one sentence they would be told apart."""
    if one.candidate.sentence == other.candidate.sentence or one.thing != other.thing:
        return False
    first, second = one.roles, other.roles
    if (first.place, first.partner, first.source) != (second.place, second.partner, second.source):
        return False
    if one.candidate.attributed_to != other.candidate.attributed_to:
        return False
    return first.period is not None or not is_price(first.metric or "")


def _differ(one: Statement, other: Statement) -> bool:
    """Whether the intervals lie apart by more than rounding explains."""
    factor = in_unit_of(one, other)
    if factor is None:
        return False
    low, high = other.claim.low * factor, other.claim.high * factor
    gap = max(one.claim.low - high, low - one.claim.high)
    size = min(abs(one.claim.value), abs(other.claim.value * factor))
    return gap > (_POINTS if one.claim.share else _APART * size)


def _code(one: Statement, other: Statement) -> str:
    """Title against body, a broken bound, or plainly two values."""
    if one.in_title != other.in_title:
        return "title_against_body"
    bounds = one.claim.one_sided or other.claim.one_sided
    return "internal_contradiction" if bounds else "same_quantity_twice"


def find_directions(items: Iterable[Statement], lang: str) -> Iterator[ConsistencyFinding]:
    """The same thing said to rise and to fall in the same period."""
    moves = [
        item
        for item in items
        if item.quantity.direction
        and item.quantity.mode == "by"
        and item.roles.period is not None
        and _own(item)
    ]
    for one, other in combinations(moves, 2):
        if one.quantity.direction != other.quantity.direction and _same_quantity(one, other):
            gaps = {"one": one.quantity.text, "two": other.quantity.text}
            yield consistency("internal_contradiction", lang, (one.id, other.id), **gaps)
