"""第三大产国, 世界第五: ordinals that rank. All other ordinals (第三季度, 第23号) are names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.numerals import parse_numeral, scale
from kaozheng.model.quantities.types import Quantity

if TYPE_CHECKING:
    import re

__all__ = ["read_ordinal"]

_RANKED_BY = frozenset("大高多长强富低快")
_NOT_AFTER_SIZE = [
    "大道",
    "大街",
    "大厦",
    "大学",
    "大队",
    "高中",
    "高级",
    "多数",
    "大会",
    "大战",
    "长子",
    "长女",
    "长官",
    "高等",
    "高炉",
    "大队",
    "低保",
    "大关",
    "大桥",
    "长城",
    "大坝",
    "大酒店",
    "大脑",
]
_RANKING_WORDS = [
    "排名",
    "排行",
    "排在",
    "排到",
    "排",
    "位居",
    "位列",
    "名列",
    "居",
    "列",
    "跃居",
    "升至",
    "升到",
    "跃升至",
    "降至",
    "跌至",
    "滑落至",
    "稳居",
    "高居",
    "世界",
    "全球",
    "全国",
    "亚洲",
    "欧洲",
    "非洲",
    "全省",
    "国内",
    "行业",
    "均为",
    "占",
    "占据",
    "为",
    "是",
    "成为",
    "获",
    "获得",
    "获评",
    "夺得",
    "并列",
    "仅次于",
    "跻身",
    "世界排名",
    "由",
    "从",
    "到了",
    "到",
    "至",
    "拿下",
    "第一和",
]
_RANKING = tuple(_RANKING_WORDS)
# 由第34位上升到第12位.
_MOVES = ("上升", "下降", "升", "降", "跃", "滑", "提升", "跌", "前移")
_ENDINGS = frozenset(",。;、!?)，；：！？”」》\n （(】]的并且而但和与")


def read_ordinal(text: str, folded: str, match: re.Match[str]) -> Quantity | None:
    """The rank that an ordinal states; None when it names something.

    >>> from kaozheng.model.quantities.zh.scan import scan_zh
    >>> [q.text for q in scan_zh("第三季度产量居世界第三", "第三季度产量居世界第三")]
    ['第三']
    """
    start, end = match.span()
    if not _ranks(folded, start, end):
        return None
    number = parse_numeral(folded[start + 1 : end])
    if number is None or number.top is not None:
        return None
    value = scale(number.digits, number.exponent)
    if not 1 <= value <= 1000:
        return None
    return Quantity(start, end, text[start:end], value, value, value, "1", "eq", "rank")


def _placed(folded: str, start: int) -> bool:
    """居长三角第1位: a verb of placing shortly before."""
    return any(verb in folded[max(0, start - 8) : start] for verb in ("居", "列", "排"))


def _ranks(folded: str, start: int, end: int) -> bool:
    """Ranked by something behind it (第三大), or introduced as a rank and complete (排名第三)."""
    after = folded[end : end + 1]
    if after in _RANKED_BY and after:
        return folded[end : end + 2] not in _NOT_AFTER_SIZE
    introduced = folded[max(0, start - 6) : start].endswith(_RANKING)
    if not introduced:
        return after == "位" and _placed(folded, start) and folded[end + 1 : end + 2] in _ENDINGS
    if after == "" or after in _ENDINGS:
        return True
    if after == "位" and folded.startswith(_MOVES, end + 1):
        return True
    return after in "位名" and (folded[end + 1 : end + 2] in _ENDINGS or end + 1 >= len(folded))
