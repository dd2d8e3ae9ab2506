"""Whether a date is a beginning (since, 起), an end (by, 前) or vague (around, 前后)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.types import Hedge

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Comparator

__all__ = ["chinese_hedge", "english_hedge"]

_ZH_AFTER = re.compile(
    r"(?P<approx>前后|左右|上下)|(?P<ge>(?:正式)?起(?![来初点源草诉义])|以来|以后|之后|过后|后(?![果来半方续代勤卫备台])|至今|迄今)"
    r"|(?P<le>之前|以前|前(?![三四两二夕期所往来景进线]|[0-9]|半年|后)|为止|止(?!损))"
)
_ZH_BEFORE = re.compile(
    r"(?P<le>直到|不晚于|不迟于)$|(?P<ge>(?<![来各亲独出])自从?|早于)$|(?P<approx>(?:(?<![条合公契节制简预特])约|大约)在?|大概)$"
)
_ZH_EDGE = re.compile(r"年?[初底末终](?![步期中级审止于结])")
_EN_BEFORE = re.compile(
    r"(?:^|[^a-z])(?:(?P<ge>since|after(?![ ]the[ ]$)|as[ ]from|from)"
    r"|(?P<le>by|until|till|before(?![ ]the[ ]$)|through|up[ ]to|no[ ]later[ ]than|prior[ ]to|not[ ]later[ ]than)"
    r"|(?P<approx>around|about|circa|c\.|ca\.|roughly|approximately))(?:[ ](?:in|the|on|early|late|mid|"
    r"the[ ](?:end|beginning|start|middle)[ ]of|end|the[ ]end[ ]of[ ]the))*[ -]$",
    re.VERBOSE,
)
_EN_AFTER = re.compile(
    r"[ ](?P<ge>onwards?|and after|or later|and later|to date)|(?P<le>[ ]or earlier|[ ]and before)"
)

_COMPARATORS: dict[str, Comparator] = {"approx": "approx", "ge": "ge", "le": "le"}


def chinese_hedge(folded: str, start: int, end: int) -> tuple[Comparator, Hedge | None]:
    """Comparator and hedge of a Chinese date.

    >>> chinese_hedge("自2023年8月1日起施行", 1, 10)
    ('ge', Hedge(start=10, end=11, text='起'))
    >>> chinese_hedge("2030年之前", 0, 5)[0], chinese_hedge("2030年前后", 0, 5)[0]
    ('le', 'approx')
    """
    before = folded[max(0, start - 4) : start]
    if edge := _ZH_EDGE.match(folded, end):  # 2024年底前: the hedge stands behind 底
        end = edge.end()
    if match := _ZH_AFTER.match(folded, end):
        return _named(match)
    if folded.startswith("开始", end) and before.endswith(("从", "自", "由")):
        return "ge", Hedge(end, end + 2, "开始")
    if match := _ZH_BEFORE.search(before):
        return _named(match, start - len(before))
    return "eq", None


def english_hedge(folded: str, start: int, end: int) -> tuple[Comparator, Hedge | None]:
    """Comparator and hedge of an English date.

    >>> english_hedge("by 2030", 3, 7)
    ('le', Hedge(start=0, end=2, text='by'))
    """
    if match := _EN_AFTER.match(folded, end):
        return _named(match)
    before = folded[max(0, start - 24) : start].lower()
    if len(before) != start - max(0, start - 24):
        return "eq", None
    match = _EN_BEFORE.search(before)
    if match is None or (folded[start:end].isdigit() and before.endswith(" the ") and match["le"]):
        return "eq", None  # created by the 2016 accord
    if match["ge"] == "from" and not folded.startswith((" onward", " on,"), end):
        return "eq", None
    return _named(match, start - len(before), folded)


def _named(match: re.Match[str], shift: int = 0, source: str = "") -> tuple[Comparator, Hedge | None]:
    """The comparator is the name of the group that matched."""
    comparator = _COMPARATORS.get(match.lastgroup or "")
    if comparator is None:
        return "eq", None
    start, end = match.span(match.lastgroup or 0)
    written = source[start + shift : end + shift] if source else match[match.lastgroup or 0]
    return comparator, Hedge(start + shift, end + shift, written)
