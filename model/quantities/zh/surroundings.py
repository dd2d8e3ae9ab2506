"""What the words around a Chinese number make of it: comparator, hedge, change, denominator before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kaozheng.model.quantities.zh.changes import Change, change_after, change_before
from kaozheng.model.quantities.zh.forms import DENOMINATORS
from kaozheng.model.quantities.zh.hedges import HedgeHit, hedge_across, hedge_after, hedge_before

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Kind, Quantity
    from kaozheng.model.quantities.unit_form import UnitForm

__all__ = ["Surroundings", "look_around"]

_LIST_MARKS = frozenset(("、", "和", "及", "与", "以及", "和约", "、约"))
_RELATIVE = frozenset(("share", "change", "multiple"))


class Surroundings(NamedTuple):
    """Everything the context says of a number.

    Attributes:
        left: Hedge before the number.
        right: Hedge behind it.
        change: The words of change.
        per: Denominator before the number (每公斤350美元).
        pos: Where all of it begins.
    """

    left: HedgeHit | None
    right: HedgeHit | None
    change: Change | None
    per: UnitForm | None
    pos: int


def look_around(
    folded: str, start: int, end: int, kind: Kind, *, bare: bool = False, previous: Quantity | None = None
) -> Surroundings:
    """Reads outwards from a number: hedge, denominator, hedge, change, hedge.

    Args:
        folded: Folded text.
        start: Where the number begins.
        end: One past its unit.
        kind: Kind of the quantity.
        bare: Whether the number is a magnitude without digits.
        previous: The quantity before it, for 增长3%至58亿元.
    """
    pos = start
    per = None
    left = hedge_before(folded, pos, bare=bare)
    if left is not None:
        pos = left.start
    if kind == "length" and _by_the_hour(folded, pos):
        per = DENOMINATORS["时"]
    elif "每" in folded[max(0, pos - 8) : pos]:
        per, pos = _per_before(folded, pos)
        if left is None and per is not None:
            left = hedge_before(folded, pos)
            pos = left.start if left is not None else pos
    change = change_before(folded, pos, kind) or _carried(folded, pos, previous, relative=kind in _RELATIVE)
    if change is not None and left is None:
        left = _hedge_of_verb(folded, change.start)
    if left is None and kind in _RELATIVE and folded[pos - 1 : pos] == "的":
        left = hedge_across(folded, pos)
    right = hedge_after(folded, end, countable=kind == "count")
    if change is None and kind == "share":
        change = change_after(folded, right.end if right is not None else end)
    return Surroundings(left, right, change, per, pos)


def _by_the_hour(folded: str, pos: int) -> bool:
    """时速250公里, 时速可达250公里."""
    _, found, between = folded[max(0, pos - 6) : pos].rpartition("时速")
    return bool(found) and between in ("", "为", "达", "达到", "可达", "最高", "是", "高达", "在", "仅")


def _per_before(folded: str, pos: int) -> tuple[UnitForm | None, int]:
    """每公斤, 每吨, 每天 directly before `pos`."""
    floor = max(0, pos - 8)
    start = folded.rfind("每", floor, pos)
    if start < 0:
        return None, pos
    per = DENOMINATORS.get(folded[start + 1 : pos].strip("一1 为"))
    return (per, start) if per is not None else (None, pos)


def _hedge_of_verb(folded: str, start: int) -> HedgeHit | None:
    """约增长5%, 至少减少三成: the hedge before the verb."""
    hit = hedge_before(folded, start)
    return hit if (hit is not None and hit.end - hit.start > 1) or _is_about(folded, hit) else None


def _is_about(folded: str, hit: HedgeHit | None) -> bool:
    return hit is not None and folded[hit.start : hit.end] == "约"


def _carried(folded: str, pos: int, previous: Quantity | None, *, relative: bool) -> Change | None:
    """What the change before says of this number too.

    Its result in 增长3%至58亿元 and 回落0.8个百分点，至5.2%, the next of its kind in 分别增长5%、7%和9%.
    """
    if previous is None or previous.mode is None or pos - previous.end > 4:
        return None
    if (
        relative
        and folded[previous.end : pos] in _LIST_MARKS
        and previous.kind in ("change", "share", "multiple")
    ):
        return Change(pos, previous.mode, previous.direction)
    if previous.mode != "by" or folded[pos - 1 : pos] not in ("至", "到", "达"):
        return None
    between = folded[previous.end : pos - 1]
    return (
        Change(pos - 1, "to", previous.direction)
        if between in ("", ",", "左右", ",降", ",升", "后")
        else None
    )
