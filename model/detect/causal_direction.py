"""Which way an effect goes: 推高了价格 and 导致价格上涨 both increase it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.model.report import Polarity

__all__ = ["effect_polarity"]

_UP = {
    "zh": re.compile(
        r"上涨|上升|飙升|飙涨|暴涨|大涨|猛涨|攀升|走高|高涨|增加|增长|提高|翻倍|翻番|激增|扩大|"
        r"新高|飞涨|回升|反弹|涨至|涨到|升至|升到|涨价|上扬|加剧|加深|扩张"
    ),
    "en": re.compile(
        r"\b(?:ris(?:e|es|en|ing)|rose|increas\w*|surg\w+|soar\w*|jump\w*|climb\w*|spik\w+|higher|"
        r"doubl\w+|tripl\w+|grow\w*|grew|growth|record high|skyrocket\w*|rall(?:y|ied))\b",
        re.I,
    ),
}
_DOWN = {
    "zh": re.compile(
        r"下降|下跌|下滑|下挫|减少|锐减|骤降|骤减|暴跌|大跌|跌至|跌到|降至|降到|降低|缩减|萎缩|"
        r"走低|回落|腰斩|缩水|减产|降为|削减|短缺|不足|中断|停产"
    ),
    "en": re.compile(
        r"\b(?:fall\w*|fell|drop\w*|declin\w+|decreas\w+|plung\w+|plummet\w*|slump\w*|tumbl\w+|"
        r"reduc\w+|lower\w*|shrink\w*|shrank|shortfall\w*|shortages?|cuts?|collaps\w+|disrupt\w+|"
        r"halt\w*)\b",
        re.I,
    ),
}


def effect_polarity(signal: Polarity, effect: str, lang: str) -> Polarity:
    """The polarity of a link: the signal's own, or for plain causation that of the first word of change.

    >>> effect_polarity("cause", "镓价大幅上涨", "zh"), effect_polarity("prevent", "镓价上涨", "zh")
    ('increase', 'prevent')
    >>> effect_polarity("cause", "a fall in deliveries", "en"), effect_polarity("cause", "doubts", "en")
    ('decrease', 'cause')
    """
    if signal != "cause":
        return signal
    up, down = _UP[lang].search(effect), _DOWN[lang].search(effect)
    if up and (not down or up.start() < down.start()):
        return "increase"
    return "decrease" if down else "cause"
