"""Orders: ranks against amounts, dates that come in the wrong order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.consistency.statements import in_unit_of, is_level
from kaozheng.model.messages import Both, consistency
from kaozheng.model.verdict.dates import period_of
from kaozheng.model.verdict.wording import place_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.consistency.statements import Statement
    from kaozheng.model.link.periods import Period
    from kaozheng.model.messages import Gaps
    from kaozheng.model.protocols import Candidate, Roles
    from kaozheng.model.report import ConsistencyFinding

__all__ = ["find_dates", "find_ranks"]

# What must come first, and what follows.
_SEQUENCES = (
    ("announced_date", "effective_date"),
    ("announced_date", "deadline"),
    ("effective_date", "suspended_date"),
)


def find_ranks(items: Sequence[Statement], store: ReferenceStore, lang: str) -> Iterator[ConsistencyFinding]:
    """A place ranked ahead of another whose amount is larger."""
    ranks = [item for item in items if item.quantity.kind == "rank" and item.sure and item.asserted]
    for ahead in ranks:
        own = _amount(items, ahead)
        if own is None or ahead.quantity.value != 1:
            continue
        for other in items:
            if other.roles.place not in (own.roles.place, None, "WLD") and _larger(other, own):
                gaps: Gaps = {
                    "first": place_name(store, own.roles.place or ""),
                    "second": place_name(store, other.roles.place or ""),
                    "one": own.quantity.text,
                    "two": other.quantity.text,
                }
                ids = tuple(dict.fromkeys((ahead.id, own.id, other.id)))
                yield consistency("rank_against_levels", lang, ids, **gaps)
                break


def _amount(items: Sequence[Statement], rank: Statement) -> Statement | None:
    """The amount that the text gives for a ranked place."""
    for item in items:
        same = (
            item.thing == rank.thing and item.roles.place == rank.roles.place and item.roles.place is not None
        )
        if same and is_level(item) and item.asserted and item.sure and not item.former:
            return item
    return None


def _larger(other: Statement, own: Statement) -> bool:
    """Whether another place's amount for the same thing is clearly larger."""
    if other.thing != own.thing or not (is_level(other) and other.asserted and other.sure) or other.former:
        return False
    factor = in_unit_of(own, other)
    return factor is not None and other.claim.low * factor > own.claim.high


def find_dates(claims: Iterable[tuple[str, Candidate, Roles]], lang: str) -> Iterator[ConsistencyFinding]:
    """A measure in force before it was announced, and the like."""
    dated = [
        (id_, roles, period, quantity.text)
        for id_, candidate, roles in claims
        for quantity in candidate.quantities
        if quantity.kind == "date"
        and roles.subject is not None
        and (period := period_of(quantity)) is not None
    ]
    for first, second in _SEQUENCES:
        for one in (item for item in dated if item[1].metric == first):
            for two in (item for item in dated if item[1].metric == second):
                if _same_act(one[1], two[1]) and _before(two[2], one[2]):
                    yield _finding(one, two, lang)


def _same_act(one: Roles, two: Roles) -> bool:
    """Whether two dates belong to one measure."""
    return (
        one.subject == two.subject
        and one.place == two.place
        and not {"subject"} & {*one.inherited, *two.inherited}
    )


def _before(one: Period, two: Period) -> bool:
    """Whether one date lies wholly before the other."""
    return one.end < two.start


def _finding(
    one: tuple[str, Roles, Period, str], two: tuple[str, Roles, Period, str], lang: str
) -> ConsistencyFinding:
    """`date_order` in words."""
    earlier = Both(
        f"{_NAMES[two[1].metric or ''].zh}（{two[3]}）", f"{_NAMES[two[1].metric or ''].en} ({two[3]})"
    )
    later = Both(
        f"{_NAMES[one[1].metric or ''].zh}（{one[3]}）", f"{_NAMES[one[1].metric or ''].en} ({one[3]})"
    )
    return consistency(
        "date_order", lang, tuple(dict.fromkeys((one[0], two[0]))), first=earlier, second=later
    )


_NAMES = {
    "announced_date": Both("公布", "the announcement"),
    "effective_date": Both("生效", "the entry into force"),
    "deadline": Both("期限", "the deadline"),
    "suspended_date": Both("暂停", "the suspension"),
}
