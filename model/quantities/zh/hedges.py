"""Words that loosen or bound a Chinese number, before and behind it."""

from __future__ import annotations

from typing import NamedTuple

from kaozheng.model.quantities.types import Comparator, Hedge

__all__ = ["LAST_CHARACTERS", "HedgeHit", "hedge_across", "hedge_after", "hedge_before"]


class HedgeHit(NamedTuple):
    """A hedge in the text."""

    start: int
    end: int
    comparator: Comparator

    def hedge(self, text: str) -> Hedge:
        """As the quantity shows it."""
        return Hedge(self.start, self.end, text[self.start : self.end])


_BEFORE: dict[Comparator, str] = {
    "approx": "约 大约 大概 近 将近 接近 逼近 几乎 差不多 约莫 几近 近乎 大致 ≈ 约莫 估约",
    "gt": "超 超过 超出 逾 突破 高于 大于 多于 不止 远超 已逾 冲破 升破 涨破 站上 破 打破 > 早于 长于 晚于 优于",
    "ge": "至少 不低于 不少于 不小于 不下于 不下 起码 最少 不亚于 不短于 达到或超过 ≥ ⩾ 少说",
    "lt": "不足 不到 低于 少于 小于 未满 不满 不及 未达 未到 未及 未足 跌破 跌穿 < 短于 达不到",
    "le": "不超过 不超 不高于 不多于 不大于 至多 最多 顶多 未超过 未超 没有超过 没超过 未突破 不长于 不逾 ≤ ⩽",
}
# 大约为, 超过了, 约占, 不足为: the little words between hedge and number.
_FILLERS = ("", "为", "是", "有", "占", "达", "合", "在", "了", "到", "需", "等于", "只有", "共", "达到")
_NO_FILLERS = frozenset(
    [
        "近",
        "超",
        ">",
        "<",
        "≥",
        "≤",
        "⩾",
        "⩽",
        "≈",
        "打破",
        "早于",
        "晚于",
        "优于",
        "不下",
        "不到",
        "接近",
        "逼近",
    ]
)

# Characters that make a short hedge part of another word: 条约, 附近, 赶超, 打破.
_INSIDE_WORDS: dict[str, frozenset[str]] = {
    "约": frozenset("条合签节公预契纽制履违毁邀盟北华租婚誓守集废隐简特失"),
    "近": frozenset("最附邻靠临亲远新迫晋"),
    "超": frozenset("赶高反英中"),
    "不到": frozenset("想找看得料做见听遇拿买用收感"),
    "突破": frozenset("的项个实取新"),
    "破": frozenset("打爆侦攻撞炸冲识看勘戳刺"),
    "不及": frozenset("来等赶措"),
}
# Only before a bare magnitude (上百万, 过千, 破万): elsewhere they are other words.
_BARE_BEFORE: dict[str, tuple[Comparator, frozenset[str]]] = {
    "上": ("ge", frozenset("千以加至身网早晚海路线地会马")),
    "过": ("gt", frozenset("通经不超")),
    "成": ("ge", frozenset("完组形构达")),
}

_TABLE: dict[str, tuple[Comparator, int]] = {
    word + filler: (comparator, len(word))
    for comparator, words in _BEFORE.items()
    for word in words.split()
    for filler in (("",) if word in _NO_FILLERS else _FILLERS)
}
_LAST: dict[str, tuple[int, ...]] = {}
for _word in sorted(_TABLE, key=len, reverse=True):
    _known = _LAST.setdefault(_word[-1], ())
    if len(_word) not in _known:
        _LAST[_word[-1]] = (*_known, len(_word))

# Every character that a hedge may end in: a quick test before any look-up.
LAST_CHARACTERS: frozenset[str] = frozenset(_LAST)

_AFTER: dict[str, Comparator] = {
    "左右": "approx",
    "上下": "approx",
    "以上": "ge",
    "及以上": "ge",
    "或以上": "ge",
    "或更多": "ge",
    "以下": "le",
    "及以下": "le",
    "或以下": "le",
    "以内": "le",
    "之内": "le",
    "有余": "gt",
    "还多": "gt",
    "出头": "gt",
    "开外": "gt",
    "挂零": "gt",
}
_SURPLUS_ENDS = frozenset("种元样次个边国家名位重点方数层项渠级行类维学云")
_ADVERBS_AFTER = frozenset("一两联级游求文")


def hedge_before(folded: str, pos: int, *, bare: bool = False) -> HedgeHit | None:
    """The hedge that ends at `pos`.

    Args:
        folded: Folded text.
        pos: Where the number (or what belongs to it) begins.
        bare: Whether the number is a magnitude without digits (百万), before which 上 and 过 are hedges.

    >>> hedge_before("库存约为38万吨", 4)
    HedgeHit(start=2, end=3, comparator='approx')
    """
    last = folded[pos - 1 : pos]
    if last == " ":
        pos -= 1
        last = folded[pos - 1 : pos]
    for length in _LAST.get(last, ()):
        start = pos - length
        if start < 0:
            continue
        known = _TABLE.get(folded[start:pos])
        if known is not None:
            comparator, size = known
            excluded = _INSIDE_WORDS.get(folded[start : start + size])
            if excluded and start and folded[start - 1] in excluded:
                continue
            return HedgeHit(start, start + size, comparator)
    if bare and last in _BARE_BEFORE:
        comparator, excluded = _BARE_BEFORE[last]
        if folded[pos - 2 : pos - 1] not in excluded or pos < 2:
            return HedgeHit(pos - 1, pos, comparator)
    return None


# Words that may hedge a number across 的: 约占全球产量的98%, 超过总量的三成.
_ACROSS: tuple[tuple[str, Comparator], ...] = (
    ("不超过", "le"),
    ("不足", "lt"),
    ("不到", "lt"),
    ("超过", "gt"),
    ("大约占", "approx"),
    ("约占", "approx"),
    ("约为", "approx"),
    ("约合", "approx"),
    ("大约", "approx"),
    ("将近", "approx"),
    ("接近", "approx"),
    ("至少", "ge"),
)
_CLAUSE_MARKS = frozenset(",。;、:!?，；：！？\n0123456789%")


def hedge_across(folded: str, pos: int) -> HedgeHit | None:
    """The hedge of a number that stands behind 的: 约占总额的12.5%."""
    if folded[pos - 1 : pos] != "的":
        return None
    start = pos - 1
    floor = max(0, pos - 16)
    while start > floor and folded[start - 1] not in _CLAUSE_MARKS:
        start -= 1
    clause = folded[start : pos - 1]
    for word, comparator in _ACROSS:
        found = clause.rfind(word)
        if found >= 0:
            end = start + found + len(word.rstrip("占为合"))
            return HedgeHit(start + found, end, comparator)
    return None


def hedge_after(folded: str, pos: int, *, countable: bool) -> HedgeHit | None:
    """The hedge that begins at `pos`: 左右, 以上, and 多 behind units that are not counted things."""
    char = folded[pos : pos + 1]
    if char == "(" and folded[pos : pos + 3] in ("(含)", "(不含"):
        pos += folded[pos : pos + 5].find(")") + 1
        char = folded[pos : pos + 1]
    if char in "左上以之有出开及或挂还" and char:
        for length in (2, 3):
            comparator = _AFTER.get(folded[pos : pos + length])
            if comparator is not None and _is_hedge(folded, pos, pos + length):
                return HedgeHit(pos, pos + length, comparator)
    elif char in ("多", "余") and not countable and folded[pos + 1 : pos + 2] not in _SURPLUS_ENDS:
        return HedgeHit(pos, pos + 1, "gt")
    return None


def _is_hedge(folded: str, pos: int, end: int) -> bool:
    """Whether 上下 is not the adverb (上下一心) nor 以下 the beginning of a list (以下三点)."""
    follower = folded[end : end + 1]
    return not (folded[pos:end] == "上下" and follower in _ADVERBS_AFTER)
