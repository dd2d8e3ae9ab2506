"""Dates and periods in Chinese text (simplified, half-width)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.dates.anchor import Anchor, Tense, date_value, month_value
from kaozheng.model.quantities.dates.chinese_parts import (
    DIGITS,
    JOIN,
    Part,
    Year,
    chinese_number,
    read_part,
    read_year,
)
from kaozheng.model.quantities.dates.hit import Hit, as_range
from kaozheng.model.quantities.dates.numeric import read_numeric_date
from kaozheng.model.quantities.dates.periods import shift_period
from kaozheng.model.quantities.links import blank_links

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_chinese"]

_CN = "〇零○一二三四五六七八九十"
# One pass over the text: places where a date may begin, cheap to refuse.
_START = re.compile(
    r"[0-9]{1,4}+(?=\s?[年月日号世季财个]|\s?[-—–~─至到/.][0-9]|[Qq][1-4])"
    rf"|[{_CN}]{{1,8}}(?=[年月季世]|[至到—–~-][{_CN}]{{1,3}}月)"
    r"|[今去前明后上本][年半]|(?:公元|民国)[0-9一二三四五六七八九十元]|上个?世纪|本世纪"
    rf"|第[一二三四1-4]个?季|首季|[Qq][1-4](?![0-9A-Za-z])|[上下]半年|[前头首][0-9{_CN}两]{{1,2}}个?[月季]"
    r"|[本上下]个?(?:月|一?季度)|年[初底末终]|FY\s?[0-9]{2}|昨[天日]"
)
_DECADE = re.compile(
    rf"(?:(?P<before>上个?世纪|本世纪|(?P<century>1[0-9]|2[01]|十[{_CN}]?|二十一?)世纪)?(?P<tens>[1-9]0|[一二三四五六七八九]十)"
    rf"|(?P<full>[12][0-9]{{2}}0|[一二][{_CN}]{{3}}))年代"
)
_CENTURY = re.compile(r"(?P<century>1[0-9]|2[01]|十[一二三四五六七八九]?|二十一?)世纪(?!海上)|上个?世纪")
_FISCAL = re.compile(
    r"(?:FY\s?)?(?P<year>(?:20)?[0-9]{2})\s?(?:财年|财政年度|会计年度|财务年度)|FY\s?(?P<fy>(?:20)?[0-9]{2})(?![0-9])"
)
_YEARS = re.compile(
    r"(?P<first>1[0-9]{3}|20[0-9]{2})\s?(?:-|—{1,2}|–|~|─|/|至|到)\s?(?P<last>1[0-9]{3}|20[0-9]{2}|"
    r"[0-9]{2})\s?(?:年度?|财年)(?!代)"
)
_BARE_YEARS = re.compile(
    r"(?P<first>(?:19|20)[0-9]{2})\s?(?:-|—{1,2}|–|~|─)\s?(?P<last>(?:19|20)[0-9]{2})(?![0-9年])"
)
_SAME = re.compile(r"(?:[去上]年|20[0-9]{2}年)同期")
_MONTH = re.compile(r"(?:(?P<which>本|上|下)个?月|(?P<quarter>本|上|下)个?一?季度)(?!球|亮|台|老|面)")
_DAY = re.compile(r"(?P<day>3[01]|[12][0-9]|[1-9])日(?![内间元均游程产用益本左多夜以之]|报(?!道))")
_SHIFT = {"本": 0, "上": -1, "下": 1}
# A year that was not read, or every year, governs the month after it.
_OTHER_YEAR = re.compile(r"(?:(?<![今去前明同该次翌当])年|年度|年(?:前|后)?的)$")
_NUMERALS = frozenset("0123456789" + _CN)
_SAME_YEAR = {"同年": 0, "当年": 0, "该年": 0, "次年": 1, "翌年": 1}
_AHEAD = re.compile(r"(?:将|拟|定|计划|预计|有望|力争|争取|确保|预期)(?:会|要)?(?:于|在|到|至)?$")
_PLAN = re.compile(r"将|拟|计划|预计|有望|争取|力争|预期|届时")
_SENTENCE = re.compile(r"[。！？!?\n]")


def find_chinese(folded: str, anchor: Anchor | None) -> Iterator[Hit]:
    """Every date in order of appearance.

    >>> [hit.value for hit in find_chinese("2023年8月1日起,1-8月,前三季度", Anchor(2025, 10, 26))]
    ['2023-08-01', ('2023-01', '2023-08'), ('2023-01', '2023-09')]
    >>> [hit.value for hit in find_chinese("去年上半年。12月1日前", Anchor(2025, 11, 9))]
    ['2024-H1', '2025-12-01']
    """
    return _Scanner(folded, anchor).run()


class _Scanner:
    """One pass over one text; remembers the year that the sentence last named."""

    def __init__(self, folded: str, anchor: Anchor | None) -> None:
        self._text = blank_links(folded)
        self._anchor = anchor
        self._last: Hit | None = None

    def run(self) -> Iterator[Hit]:
        """The hits in order."""
        position = 0
        while match := _START.search(self._text, position):
            hit = self._read(match.start()) if self._begins(match.start()) else None
            if hit is None:
                position = match.end()
                continue
            self._last = hit
            yield hit
            position = hit.end

    def _begins(self, start: int) -> bool:
        """Whether a number or word begins here, rather than goes on."""
        before = self._text[start - 1 : start]
        if self._text[start] in "0123456789":
            joined = before in {".", ","} and self._text[start - 2 : start - 1].isdigit()
            return not (before.isalnum() and before.isascii()) and not joined
        return not (self._text[start] in _CN and (before in _CN + "百千万亿几数") and before != "")

    def _read(self, start: int) -> Hit | None:
        """The longest kind of date that begins at `start`."""
        if (hit := read_numeric_date(self._text, start)) is not None:
            return hit
        for reader in (self._decade, self._years, self._fiscal, self._same, self._point, self._near):
            if (hit := reader(start)) is not None:
                return hit
        return None

    def _decade(self, start: int) -> Hit | None:
        """20世纪80年代, 80年代, 2010年代, 19世纪."""
        match = _DECADE.match(self._text, start)
        if match is None:
            return self._century(start)
        if match["full"]:
            first = _digits(match["full"])
            return Hit(start, match.end(), (str(first), str(first + 9))) if first % 10 == 0 else None
        tens = chinese_number(match["tens"])
        century = 20 if match["before"] == "本世纪" else 19
        if match["century"]:
            century = chinese_number(match["century"]) - 1
        elif not match["before"] and tens < 50:
            century = 20
        return Hit(start, match.end(), (str(century * 100 + tens), str(century * 100 + tens + 9)))

    def _century(self, start: int) -> Hit | None:
        """19世纪, 上世纪."""
        match = _CENTURY.match(self._text, start)
        if match is None:
            return None
        century = chinese_number(match["century"]) if match["century"] else 20
        return Hit(start, match.end(), (str(century * 100 - 99), str(century * 100)))

    def _years(self, start: int) -> Hit | None:
        """2018—2020年, 2018-2020."""
        match = _YEARS.match(self._text, start) or _BARE_YEARS.match(self._text, start)
        if match is None:
            return None
        last = match["last"] if len(match["last"]) == 4 else match["first"][:2] + match["last"]
        value = as_range(match["first"], last)
        if (
            value
            and self._text[match.end() - 1] == "年"
            and (part := read_part(self._text, match.end()))
            and part.days
        ):
            return None
        return Hit(start, match.end(), value) if value else None

    def _fiscal(self, start: int) -> Hit | None:
        """2024财年, FY2024; the American year is spelt out when the text says whose it is."""
        match = _FISCAL.match(self._text, start)
        if match is None:
            return None
        year = int((match["year"] or match["fy"])[-2:]) + 2000
        american = self._text[max(0, start - 4) : start].rstrip("的 ").endswith("美国")
        return Hit(start, match.end(), (f"{year - 1}-10", f"{year}-09") if american else str(year))

    def _same(self, start: int) -> Hit | None:
        """去年同期: the period named before it in the sentence, a year earlier."""
        match = _SAME.match(self._text, start)
        year = read_year(self._text, start) if match else None
        if match is None or year is None:
            return None
        named = self._year_number(year)
        if named is None:
            return None
        last = self._last
        if (
            last
            and not isinstance(last.value, tuple)
            and len(last.value) > 4
            and self._same_sentence(last.end, start)
        ):
            months = (named - int(last.value[:4])) * 12
            return Hit(start, match.end(), shift_period(last.value, months))
        if (
            last
            and isinstance(last.value, tuple)
            and len(last.value[0]) == 7
            and self._same_sentence(last.end, start)
        ):
            months = (named - int(last.value[0][:4])) * 12
            return Hit(
                start, match.end(), (shift_period(last.value[0], months), shift_period(last.value[1], months))
            )
        return Hit(start, match.end(), str(named))

    def _near(self, start: int) -> Hit | None:
        """本月, 上季度, 昨天, 26日: only with the article's date."""
        anchor = self._anchor
        if anchor is None:
            return None
        if match := _MONTH.match(self._text, start):
            if match["which"]:
                return Hit(start, match.end(), anchor.month_away(_SHIFT[match["which"]]))
            return Hit(start, match.end(), anchor.quarter_away(_SHIFT[match["quarter"]]))
        if self._text.startswith("昨", start):
            return Hit(start, start + 2, _day_away(anchor, -1))
        return self._day(start, anchor)

    def _day(self, start: int, anchor: Anchor) -> Hit | None:
        """26日 is the last 26th."""
        match = _DAY.match(self._text, start)
        if match is None or self._text[start - 1 : start] in set("近达共历为期第每余超满过同月初个约"):
            return None
        day = int(match["day"])
        month = anchor.month_away(0 if day <= anchor.day else -1)
        value = date_value(int(month[:4]), int(month[5:]), day)
        if value is None:
            return None
        join = JOIN.match(self._text, match.end())
        until = _DAY.match(self._text, join.end()) if join else None
        last = date_value(int(month[:4]), int(month[5:]), int(until["day"])) if until else None
        if until and last and last > value:
            return Hit(start, until.end(), (value, last))
        return Hit(start, match.end(), value)

    def _point(self, start: int) -> Hit | None:
        """A year, a part of a year, or both; and a second one joined to it."""
        year, part = self._read_point(start)
        if year is None and part is None:
            return None
        end = part.end if part else year.end if year else start
        joined = self._joined(start, end, year, part)
        if joined is not None:
            return joined
        number = self._year_for(year, part, start, end)
        value = _value(number, part) if number is not None else None
        return Hit(start, end, value) if value else None

    def _read_point(self, start: int) -> tuple[Year | None, Part | None]:
        """Year and part at `start`; 农历 months are not of this calendar."""
        year = read_year(self._text, start)
        part = read_part(self._text, year.end if year else start)
        if part and year and part.months is None and not part.suffix:  # 今年年底: the year is the date
            part = None
        if part and year is None and not self._stands_alone(start, part):
            part = None
        return year, part

    def _stands_alone(self, start: int, part: Part) -> bool:
        """Whether a part without a year is one: 年底 is; 的上半年, 每年三月, 98年底 and 第三季 are not."""
        before, first = self._text[max(0, start - 4) : start], self._text[start]
        if first in "的度" or _OTHER_YEAR.search(before):
            return False
        if first == "年":
            return not (before and before[-1] in _NUMERALS)
        if first in "第首" and self._text[part.end - 1] != "度":  # the third season of a show
            return False
        return not (part.months and before.endswith(("农历", "阴历")))

    def _joined(self, start: int, end: int, year: Year | None, part: Part | None) -> Hit | None:
        """2018年至2020年, 8月1日至9月5日, 去年8月到今年3月."""
        join = JOIN.match(self._text, end)
        if join is None:
            return None
        year2, part2 = self._read_point(join.end())
        if (year2 is None and (part2 is None or part is None)) or (part is None) != (part2 is None):
            return None
        end2 = part2.end if part2 else year2.end if year2 else end
        last = self._year_for(year2 or year, part2, start, end2)
        first = self._year_for(year, part, start, end) if year else last
        if first is None or last is None:
            return None
        opening, closing = _value(first, part), _value(last, part2)
        if (
            not year
            and not year2
            and isinstance(opening, str)
            and isinstance(closing, str)
            and closing < opening
        ):
            opening = _value(first - 1, part)
        if not isinstance(opening, str) or not isinstance(closing, str):
            return None
        value = as_range(opening, closing)
        return Hit(start, end2, value) if value else None

    def _year_for(self, year: Year | None, part: Part | None, start: int, end: int) -> int | None:
        """The year meant: written, relative to the article, named before in the sentence, or the nearest."""
        if year is not None:
            return self._year_number(year)
        same = self._text[max(0, start - 2) : start]
        if same in _SAME_YEAR:
            return self._last.year + _SAME_YEAR[same] if self._last else None
        named = self._named_year(part, start)
        if named is not None or self._anchor is None:
            return named
        if part is None or part.months is None:
            return self._year_of_suffix(part, start, end)
        month, day = part.months[1], part.days[1] if part.days else None
        return self._anchor.year_of(month, day, self._tense(start, end))

    def _named_year(self, part: Part | None, start: int) -> int | None:
        """The year of the date before in the sentence: 2023年7月3日发布,8月1日起施行.

        A year alone hands its year on only where the article has no date: 2023年启动的项目12月完工 is open.
        """
        last = self._last
        if last is None or not self._same_sentence(last.end, start):
            return None
        value = last.value if isinstance(last.value, str) else last.value[1]
        if len(value) == 4 and self._anchor is not None:
            return None
        year = int(value[:4])
        following = self._anchor is None or self._tense(start, start) != "past"
        if part and part.months and value[5:7].isdigit() and part.months[1] < int(value[5:7]) and following:
            return year + (self._anchor is not None)
        return year

    def _year_of_suffix(self, part: Part | None, start: int, end: int) -> int | None:
        """上半年, 第三季度, 年底 without a year."""
        anchor = self._anchor
        if anchor is None:
            return None
        if part is None or not part.suffix:
            return anchor.year
        opens = {"H1": 1, "H2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10}[part.suffix]
        return anchor.year_of(opens, None, self._tense(start, end))

    def _year_number(self, year: Year) -> int | None:
        """A written year, or a relative one where the article has a date."""
        if year.year is not None:
            return year.year
        return self._anchor.year + (year.offset or 0) if self._anchor else None

    def _tense(self, start: int, end: int) -> Tense:
        """Whether the words around a date look ahead."""
        before = self._text[max(0, start - 12) : start]
        if before.endswith(("截至", "截止", "自", "从")):
            return "past"
        if _AHEAD.search(before):
            return "future"
        after = self._text[end : end + 12]
        if after.startswith(("前", "之前", "以前")) or _PLAN.search(before) or _PLAN.match(after):
            return "deadline"
        return "past"

    def _same_sentence(self, end: int, start: int) -> bool:
        """Whether no sentence ends between two places."""
        return start - end <= 200 and not _SENTENCE.search(self._text, end, start)


def _value(year: int, part: Part | None) -> str | tuple[str, str] | None:
    """The ISO period of a part of a year."""
    if part is None:
        return f"{year:04d}"
    if part.suffix:
        return f"{year:04d}-{part.suffix}"
    if part.months is None:
        return f"{year:04d}"
    first, last = part.months
    if part.days:
        opening, closing = date_value(year, first, part.days[0]), date_value(year, last, part.days[1])
        if opening is None or closing is None or opening == closing:
            return opening if opening == closing else None
        return as_range(opening, closing)
    if first == last:
        return month_value(year, first)
    return as_range(month_value(year, first), month_value(year, last))


def _digits(numeral: str) -> int:
    """A year written digit by digit."""
    return (
        int(numeral)
        if numeral.isascii()
        else int("".join(str(DIGITS.get(character, 1)) for character in numeral))
    )


def _day_away(anchor: Anchor, days: int) -> str:
    """The day so many days after the article's."""
    from datetime import date, timedelta

    return (date(anchor.year, anchor.month, anchor.day) + timedelta(days=days)).isoformat()
