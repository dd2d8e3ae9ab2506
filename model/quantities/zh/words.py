"""Unit characters that begin another word: the 元 of 元宵节, the 位 of 一体, the 台 of 台湾."""

from __future__ import annotations

__all__ = ["begins_word"]

# Only words that do follow a numeral in running text: place names, idioms, technical terms. Nobody writes 三支持.
_WORDS: dict[str, tuple[str, ...]] = {
    surface: tuple(words.split())
    for surface, words in {
        "元": "宵 旦 素 首 凶 老 帅 勋 材料 锂 前驱 正极 电池 催化 共聚 合金 方程 二次 文化 桥",
        "位": "一体",
        "节": "气",
        "口": "子 之家",
        "台": "山 区 县 湾",
        "通": "八达 一平",
        "场": "馆",
        "家": "庄 渠",
        "张": "家口",
        "天": "然气 津",
        "股": "东",
        "克": "拉玛依",
        "圆": "桌",
    }.items()
}


def begins_word(folded: str, surface: str, end: int) -> bool:
    """Whether what follows makes the unit character the beginning of another word.

    >>> begins_word("正月十五元宵节", "元", 5), begins_word("五元一斤", "元", 2)
    (True, False)
    """
    words = _WORDS.get(surface)
    return words is not None and folded.startswith(words, end)
