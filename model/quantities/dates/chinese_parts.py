"""The pieces of a Chinese date: a year, then a part of a year."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["JOIN", "Part", "Year", "chinese_number", "read_part", "read_year"]

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
JOIN = re.compile(r"\s?(?:至|到|-|—{1,2}|–|~|─|直到)\s?")
_RELATIVE = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "后": 2}
_CN = "〇零○一二三四五六七八九"
# 如今年轻人, 以上年龄, 日本年产 and 今后年均 are not 今年, 上年, 本年 and 后年.
_YEAR = re.compile(
    rf"(?:公元)?(?P<plain>[12][0-9]{{3}}|[一二][{_CN}]{{3}})\s?年(?!的?历史|的?文明)"
    r"|(?:中华)?民国(?P<roc>元|[0-9]{1,3}|[一二三四五六七八九十百]{1,5})年"
    r"|(?:(?<![如当现至迄自])(?P<now>今)年(?![轻龄幼迈])"
    r"|(?<!过)(?P<last>去)年|(?<![以之目此当先日])(?P<prior>前)年(?!度)|(?<![文发说证声])(?P<next>明)年"
    r"|(?<![以之马身])(?P<prev>上)年(?![轻龄纪])|(?<![今之以此然战前日])(?P<after>后)年(?!均)"
    r"|(?<![日成基资根])(?P<this>本)年度)"
    r"|(?P<short>[0-9]{2})年(?=(?:1[0-2]|0?[1-9])月)"
    # 101年8月 and 九十三年九月 count from 1912: the mainland writes 九三年.
    r"|(?P<island>1[0-2][0-9]|[二三四五六七八九]十[一二三四五六七八九]?|一百[零〇一二三四五六七八九十]{1,3})年"
    r"(?=(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月)"
)
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
_DASH = r"\s?(?:至|到|-|—{1,2}|–|~|─)\s?"
_PART = re.compile(
    r"(?:的|度)?(?:"
    r"(?P<half>[上下])半年"
    r"|(?:第(?P<quarter>[一二三四1-4])个?季度?|(?P<quarter2>[一二三四1-4])季度|[Qq](?P<quarter3>[1-4])(?![0-9A-Za-z]))"
    r"|(?P<first>首)季度?"
    r"|前(?P<quarters>[两二三2-3])个?季度"
    r"|[前头首](?P<months>1[01]|[2-9]|十一?|[两二三四五六七八九])个?月(?!内)"
    rf"|(?P<from>{_MONTH}){_DASH}(?P<to>{_MONTH})月份?(?![0-9])"
    rf"|(?P<month>{_MONTH})月(?!龄)(?:份(?!额)|(?P<day>{_DAY})(?:(?:[日号](?!线)){_DASH}(?P<until>{_DAY})[日号]|"
    rf"{_DASH}(?P<until2>{_DAY})[日号]|[日号]))?"
    r"|(?P<edge>年[初底末终](?![步期中级审止于结])|年中(?=[,。、的前起]))"
    r")"
)


class Year(NamedTuple):
    """A year and where it ends; `relative` to the article when `offset` is not None."""

    end: int
    year: int | None
    offset: int | None


class Part(NamedTuple):
    """A part of a year: ``month`` 1 to 12, ``H``/``Q`` forms, months from-to; `edge` adds nothing."""

    end: int
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    suffix: str = ""


def chinese_number(numeral: str) -> int:
    """A number below 1000 in digits or Chinese.

    >>> chinese_number("十一"), chinese_number("三十"), chinese_number("08"), chinese_number("一百一十三")
    (11, 30, 8, 113)
    """
    if numeral.isascii():
        return int(numeral)
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = DIGITS[character]
    return total + digit


def read_year(folded: str, start: int) -> Year | None:
    """The year that begins at `start`.

    >>> read_year("二〇二三年底", 0), read_year("民国113年", 0), read_year("去年", 0)
    (Year(end=5, year=2023, offset=None), Year(end=6, year=2024, offset=None), Year(end=2, year=None, offset=-1))
    """
    match = _YEAR.match(folded, start)
    if match is None:
        return None
    kind, numeral = match.lastgroup, match[match.lastgroup or 0]
    if kind == "plain":
        return _plain_year(match.end(), numeral)
    if kind in {"roc", "island"}:
        number = 1 if numeral == "元" else chinese_number(numeral)
        return Year(match.end(), 1911 + number, None) if 1 <= number <= 189 else None
    if kind == "short":
        return Year(match.end(), int(numeral) + (2000 if int(numeral) < 50 else 1900), None)
    return Year(match.end(), None, _RELATIVE[numeral])


def read_part(folded: str, start: int) -> Part | None:
    """The part of a year that begins at `start`.

    >>> read_part("第三季度", 0), read_part("1-8月", 0)
    (Part(end=4, months=None, days=None, suffix='Q3'), Part(end=4, months=(1, 8), days=None, suffix=''))
    >>> read_part("8月1日至5日", 0).days
    (1, 5)
    """
    match = _PART.match(folded, start)
    if match is None:
        return None
    end, found = match.end(), match.groupdict()
    if found["month"]:
        return _month_part(end, found)
    if found["from"]:
        return Part(end, months=(chinese_number(found["from"]), chinese_number(found["to"])))
    if found["months"]:
        return Part(end, months=(1, chinese_number(found["months"])))
    if found["quarters"]:
        return Part(end, months=(1, chinese_number(found["quarters"]) * 3))
    if found["half"]:
        return Part(end, suffix="H1" if found["half"] == "上" else "H2")
    quarter = found["quarter"] or found["quarter2"] or found["quarter3"] or ("1" if found["first"] else None)
    return Part(end, suffix=f"Q{chinese_number(quarter)}" if quarter else "")


def _plain_year(end: int, numeral: str) -> Year | None:
    """A written year; 1000年 and 3000年 are spans of time."""
    year = (
        int(numeral) if numeral.isascii() else int("".join(str(DIGITS[character]) for character in numeral))
    )
    if year > 2100 or (year < 1900 and year % 100 == 0):
        return None
    return Year(end, year, None)


def _month_part(end: int, found: dict[str, str | None]) -> Part:
    """A month, a day of it, or a stretch of its days."""
    month = chinese_number(found["month"] or "")
    if not found["day"]:
        return Part(end, months=(month, month))
    first = chinese_number(found["day"])
    until = found["until"] or found["until2"]
    return Part(end, months=(month, month), days=(first, chinese_number(until) if until else first))
