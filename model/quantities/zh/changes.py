"""Verbs of change before a Chinese number, and whether the number is the change or its result."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Direction, Kind, Mode

__all__ = ["LAST_CHARACTERS", "Change", "change_after", "change_before"]


class Change(NamedTuple):
    """A change that the text states.

    Attributes:
        start: Where the words of change begin.
        mode: `by` when the number is the size of the change, `to` when it is what came out.
        direction: Up or down; None when the words do not say.
    """

    start: int
    mode: Mode
    direction: Direction | None


_VERBS: dict[Direction, str] = {
    "up": "增长 增加 上升 上涨 提高 提升 提速 扩大 攀升 飙升 上调 上浮 回升 反弹 激增 猛增 大增 暴涨 大涨 暴增 "
    "劲增 增多 扩张 走高 升值 增值 拉升 抬升 跃升 攀高 抬高 推高 拉高 调高 加大 扩充 扩容 增产 扩产 提价 涨价 "
    "上扬 上修 跳涨 跳升 疯涨 急升 急涨 冲高 攀上 冲上 升 涨 增 扩 加息 升息 多出 高出 高了 多了 贵了 快了 长高 "
    "恢复 延长 翻 暴升 回暖 年增 月增 净增 新增 再增 再加 增至 增持 追加 超出 领先 再涨 加价 调涨 放大 壮大",
    "down": "下降 减少 下跌 降低 下滑 缩减 缩小 削减 回落 下调 萎缩 锐减 骤降 暴跌 大跌 骤减 收窄 走低 滑落 滑 压减 "
    "压缩 压低 贬值 缩水 减产 降价 跌去 蒸发 下修 裁减 降 跌 减 缩 砍 砍掉 降息 减息 崩跌 调低 降了 少了 低了 "
    "掉 滑坡 大降 大减 急跌 急降 再减 再降 缩短 年减 月减 递减 减持 跳水 重挫 挫 狂跌 猛跌 剧降 剧减 少掉 调降 "
    "减半 压降 减排 下挫 失守 探底 损失掉",
}
_TO = ("至", "到", "到了", "至了", "为", "成", "回", "回到", "落至", "落到", "入", "向")
_BY = ("", "了", "达", "达到", "去", "掉", "幅度为", "幅度达", "幅度是", "高达", "过")
# Verbs that say nothing of a change unless something follows: 恢复到, 延长至, 翻到.
_ONLY_TO = frozenset(
    ["恢复", "翻", "滑", "扩充", "放大", "砍", "掉", "延长", "攀上", "冲上", "扩", "增至", "加大", "缩"]
)
_NEVER_TO = frozenset(
    ["加息", "升息", "降息", "减息", "新增", "净增", "再加", "增持", "减持", "追加", "蒸发", "超出", "领先"]
)
_BARE_TO = frozenset(["攀上", "冲上", "增至"])
_ALSO_BY = frozenset(["延长", "再加", "缩", "翻"])

_NOUNS: dict[Direction, str] = {
    "up": "增幅 增速 涨幅 升幅 增长率 增长速度 增长幅度 上涨幅度 年增率 增长",
    "down": "降幅 跌幅 减幅 降速 下降幅度 下跌幅度",
}
_NOUN_LINKS = (
    "",
    "为",
    "是",
    "达",
    "达到",
    "分别为",
    "分别达",
    "分别是",
    "分别达到",
    "在",
    "仅",
    "仅为",
    "高达",
    "达",
    "约",
    "超",
    "均为",
    "预期为",
    "率为",
)

_TABLE: dict[str, tuple[Mode, Direction]] = {}
for _direction, _words in _VERBS.items():
    for _verb in _words.split():
        if _verb not in _NEVER_TO:
            _TABLE.update({_verb + particle: ("to", _direction) for particle in _TO})
        if _verb not in _ONLY_TO or _verb in _ALSO_BY:
            _TABLE.update({_verb + particle: ("by", _direction) for particle in _BY})
    _TABLE.update({word: ("to", _direction) for word in _words.split() if word in _BARE_TO})
for _direction, _words in _NOUNS.items():
    _TABLE.update({noun + link: ("by", _direction) for noun in _words.split() for link in _NOUN_LINKS})

_LAST: dict[str, tuple[int, ...]] = {}
for _surface in sorted(_TABLE, key=len, reverse=True):
    _known = _LAST.setdefault(_surface[-1], ())
    if len(_surface) not in _known:
        _LAST[_surface[-1]] = (*_known, len(_surface))

# Every character that words of change may end in.
LAST_CHARACTERS: frozenset[str] = frozenset(_LAST)

# Short verbs inside other words: 投降, 光滑, 公升.
_INSIDE_WORDS: dict[str, frozenset[str]] = {
    "降": frozenset("投空霜"),
    "升": frozenset("毫公"),
    "滑": frozenset("光润"),
}

_RATIOS = frozenset(("share", "change", "multiple"))

# Compared with another: 高, 多, 快 stand for a change only with a percentage or a multiple.
_ADJECTIVES: dict[str, Direction] = {
    **dict.fromkeys("高多快大长贵重强宽厚深远好", "up"),
    **dict.fromkeys("低少慢小短轻便宜弱", "down"),
}
_VERB_WITH_OBJECT = re.compile(
    r"(增加|提高|提升|扩大|上调|调高|推高|拉高|抬高|增|扩充|减少|降低|缩减|削减|下调|调低|压减|压缩|压低|限制)"
    r"[^,。;:、0-9至到]{1,10}(?:至|到)$"
)
_UP = frozenset((*_VERBS["up"].split(), "高过", "大出"))
_EITHER = "|".join(sorted((*_UP, *_VERBS["down"].split()), key=len, reverse=True))
_EXCESS = re.compile(r"(高出|超出|多出|高过|大出)[^,。;:、0-9]{1,10}$")
_RESULT_OF_BASE = re.compile(rf"({_EITHER})(?:至|到|为|成)[^,。;:、0-9]{{1,10}}的$")
_VERB_BEFORE_POINTS = re.compile(r"(上调|调高|提高|提升|下调|调低|降低|压低)[^,。;:、0-9至到]{1,10}$")
_RESULT = re.compile(
    r"(?:的|之)(?:同比|年均|平均|速度|高速)?(增长|增幅|涨幅|增速|升幅|降幅|跌幅|减幅|下降|下滑|跌|衰退|萎缩)"
)


def change_before(folded: str, pos: int, kind: Kind) -> Change | None:
    """The words of change that end at `pos`.

    Args:
        folded: Folded text.
        pos: Where the number and its hedge begin.
        kind: What the number is: percentages and multiples take more words (比去年高5%, 增加到战前的6倍).

    >>> change_before("价格涨至725美元", 4, "money")
    Change(start=2, mode='to', direction='up')
    """
    if folded[pos - 1 : pos] == " ":
        pos -= 1
    last = folded[pos - 1 : pos]
    for length in _LAST.get(last, ()):
        start = pos - length
        known = _TABLE.get(folded[start:pos]) if start >= 0 else None
        if known is not None and not (start and length <= 3 and _inside_word(folded, start, pos)):
            return Change(start, *known)
    if last in ("至", "到"):
        return _verb_with_object(folded, pos)
    return _of_ratio(folded, pos, kind, last) if kind in _RATIOS else None


def _of_ratio(folded: str, pos: int, kind: Kind, last: str) -> Change | None:
    """Words of change that stand before percentages and multiples only."""
    # 比去年重5% compares; 比重5% is a share.
    if last in _ADJECTIVES and "比" in folded[max(0, pos - 16) : pos - 2]:
        return Change(pos - 1, "by", _ADJECTIVES[last])
    if last == "的":
        return _further_left(folded, pos, _RESULT_OF_BASE, "to")
    if kind == "multiple":
        return _further_left(folded, pos, _EXCESS, "by")
    return _further_left(folded, pos, _VERB_BEFORE_POINTS, "by") if kind == "change" else None


def _further_left(folded: str, pos: int, pattern: re.Pattern[str], mode: Mode) -> Change | None:
    """A verb with something between it and the number.

    增加到战前的6倍, 高出去年同期1.3倍, 下调存款准备金率50个基点.
    """
    floor = max(0, pos - 18)
    match = pattern.search(folded[floor:pos])
    if match is None:
        return None
    return Change(floor + match.start(), mode, "up" if match[1] in _UP else "down")


def _inside_word(folded: str, start: int, end: int) -> bool:
    """Whether a short verb is the end of another word."""
    excluded = _INSIDE_WORDS.get(folded[start])
    one_character = end - start == 1 or folded[start + 1] in "了至到为成达"
    return excluded is not None and one_character and folded[start - 1] in excluded


def _verb_with_object(folded: str, pos: int) -> Change | None:
    """提高关税至145%: verb, object, then the particle."""
    return _further_left(folded, pos, _VERB_WITH_OBJECT, "to")


def change_after(folded: str, pos: int) -> Change | None:
    """5%的增长, 3.2%的降幅: the change named behind the number."""
    if folded[pos : pos + 1] not in ("的", "之"):
        return None
    match = _RESULT.match(folded, pos)
    if match is None:
        return None
    falls = match[1] in ("降幅", "跌幅", "减幅", "下降", "下滑", "跌", "衰退", "萎缩")
    return Change(pos, "by", "down" if falls else "up")
