"""Dates and periods in English text."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kaozheng.model.quantities.links import blank_links

from .anchor import Anchor, Tense, date_value, month_value
from .english_years import counts_things, is_year
from .hit import Hit, as_range
from .numeric import read_numeric_date

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MONTHS", "find_english"]

MONTHS = {
    name: number
    for number, names in enumerate(
        ["jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"], 1,
    )
    for name in names.split()
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
_SMALL = dict(zip("two three four five six seven eight nine ten eleven".split(), range(2, 12), strict=True))
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_S = r"[ \u00a0\n]"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_DASH = r"(?:\s?[-–—]\s?|\s(?:to|and|through|until|till|thru)\s(?:the\s)?)"
_YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9]|[.,][0-9])"
_START = re.compile(
    r"[12][0-9]{3}(?![0-9])"
    rf"|[0-9]{{1,2}}(?:(?:st|nd|rd|th)?(?:{_S}of)?[ \u00a0-](?=[JFMASOND][a-z]{{2}})|{_DASH}{_DAY}{_S}(?=[JFMASOND][a-z]{{2}})|/(?=[0-9]))"
    r"|[0-9]{1,2}(?:st|nd|rd|th)(?=[ -](?:century|quarter|half))|[1-4][QH](?=[ ]?'?(?:20)?[0-9]{2})"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|[QH][1-4](?![0-9A-Za-z])|FY|[Ff]iscal|[Ff]inancial(?=[ ]year[ ][12])"
    r"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent|[Pp]revious)[ -](?=year|month|quarter|half|Q[1-4]|fiscal|[JFMASOND][a-z]{2}|two|three|four|five|six|seven|eight|nine|ten|eleven|[1-9])"
    r"|[Yy]esterday|[Yy]ear[-’'][es]|the(?=[ ]year\b)|(?:nine|eigh|twen|seven|six|fif)teenth|[Tt]went(?:y-first|ieth)(?=[- ]c)|nineteenth(?=[- ]c)|eighteenth(?=[- ]c)"
    r"|['’][0-9]0s"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})(?:"
    rf"{_S}(?P<day>{_DAY})(?![0-9]|[,.][0-9]{{3}}(?![0-9])[^,]|[.:][0-9]|%|\s?(?:percent|million|billion))"
    rf"(?:{_DASH}(?:(?P<month2>{_MONTH}){_S})?(?P<day2>{_DAY})(?![0-9]|[.,][0-9]{{2}}|%|{_S}?percent))?"
    rf"(?:,?{_S}(?:of{_S})?(?P<year>{_YEAR}))?"
    rf"|(?:{_DASH}(?P<until>{_MONTH}))?,?{_S}(?:of{_S})?(?P<year2>{_YEAR})"
    rf"|{_DASH}(?P<until2>{_MONTH})(?![a-z]|{_S}[0-9])"
    r")?(?![A-Za-z])"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>{_DAY})(?:(?:{_DASH}(?P<day2>{_DAY}))?(?:{_S}of)?[ \u00a0-](?P<month>{_MONTH})(?![a-z]))(?:,?[ \u00a0-](?:of{_S})?(?P<year>{_YEAR}))?"
    rf"(?:{_DASH}(?P<day3>{_DAY})[ \u00a0](?P<month3>{_MONTH})(?![a-z])(?:,?{_S}(?P<year3>{_YEAR}))?)?"
)
_YEARS = re.compile(
    r"(?P<first>(?:1[0-9]|20)[0-9]{2})(?:\s?[-–—/]\s?(?P<last>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9A-Za-z%]|[-–.,/:][0-9])"
    r"|\s(?:to|and|through|until|till)\s(?P<other>(?:1[0-9]|20)[0-9]{2})(?![0-9A-Za-z%]|[.,:][0-9]))"
)
_DECADE = re.compile(r"(?:(?P<full>1[0-9][0-9]0|20[0-9]0)|['’](?P<short>[0-9]0))['’]?s\b")
_CENTURY = re.compile(
    r"(?:(?P<digits>[0-9]{1,2})(?:st|nd|rd|th)|(?P<word>eighteenth|nineteenth|[Tt]wentieth|[Tt]wenty-first))[ -]century\b"
)
_CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
_OF = r"(?:(?:,?\s(?:of\s(?:the\s)?|in\s)?(?:calendar\s)?(?P<fiscal>fiscal\s(?:year\s)?|FY\s?)?(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]))|\s(?:of\s)?(?P<which>last|this|next|the)\s(?P<span>year)\b)?"
_QUARTER = re.compile(
    rf"(?:(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|1st|2nd|3rd|4th)[ -](?P<kind>quarter|half)(?!\s(?:century|finals?))|(?P<letter>[QH])(?P<number>[1-4]))(?![A-Za-z0-9]){_OF}"
)
_SHORT_QUARTER = re.compile(r"(?P<number>[1-4])(?P<letter>[QH])\s?'?(?P<year>(?:20)?[0-9]{2})(?![0-9])")
_FIRST_MONTHS = re.compile(
    rf"[Ff]irst[ ](?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|1[01]|[2-9])[ -](?P<kind>months|quarters){_OF}"
)
_FISCAL = re.compile(r"(?:FY\s?-?|[Ff]iscal\s(?:[Yy]ear\s)?|[Ff]inancial\syear\s)'?(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?:\s?[-/–]\s?(?P<last>(?:20)?[0-9]{2}))?(?![0-9,.]*[0-9])")
_RELATIVE = re.compile(
    rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent|[Pp]revious)\s(?:(?P<unit>year|month|quarter)(?![-’'a-z])|(?P<month>{_MONTH})(?![a-z]|{_S}[0-9]))"
)
_YEAR_END = re.compile(r"[Yy]ear[-’'](?:end|s\send)\b|the\syear(?=\b)")
_BY_YEAR_END = re.compile(r"(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Rr]est|[Rr]emainder|[Cc]ourse)\sof\s$")
_SHIFT = {"last": -1, "previous": -1, "this": 0, "current": 0, "the": 0, "next": 1}
_BEFORE_MONTH = re.compile(
    r"(?:^|[\s(])(?:in|since|by|of|last|this|next|early|late|mid|until|till|through|from|between|to|and|during|before|after|[Ii]n|[Ss]ince|[Bb]y|for|or|on|every|[Ee]arly|[Ll]ate|[Mm]id)[ -]$"
)
_AHEAD = re.compile(r"\b(?:by|before|until|will|would|expected|plans?|planned|scheduled|due|deadline|upcoming|coming)\b")
_NAMES = frozenset({"may", "march", "mar", "june", "april", "august", "jan", "dec", "sep", "oct", "nov", "jun", "jul", "aug", "apr", "feb"})
_ATTACKS = re.compile(r"[ ](?:terror|attack|hijack|Commission)")
_THAT_YEAR = re.compile(r",?\s(?:of\s)?(?:the\ssame|that)\syear\b")
_SENTENCE = re.compile(r"[!?\n]|\.\s+[A-Z]")


def find_english(folded: str, anchor: Anchor | None) -> Iterator[Hit]:
    """Every date in order of appearance.

    >>> [hit.value for hit in find_english("on August 1, 2023, in Q3 2025 and the 1980s", None)]
    ['2023-08-01', '2025-Q3', ('1980', '1989')]
    >>> [hit.value for hit in find_english("by December 1, up from last year", Anchor(2025, 11, 9))]
    ['2025-12-01', '2024']
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
            start = match.start()
            hit = self._read(start, match[0][0]) if self._begins(start) else None
            if hit is None:
                position = match.end()
                continue
            self._last = hit
            yield hit
            position = hit.end

    def _begins(self, start: int) -> bool:
        """Whether no letter or digit stands right before."""
        return start == 0 or not self._text[start - 1].isalnum()

    def _read(self, start: int, first: str) -> Hit | None:
        """The readers that fit the first character, most specific first."""
        if first.isdigit():
            return self._from_digits(start)
        if first in "'’":
            return self._decade(start)
        if hit := self._quarter(start):
            return hit
        if first.isupper() and (hit := self._month_first(start)):
            return hit
        return self._fiscal(start) or self._relative(start) or self._century(start)

    def _from_digits(self, start: int) -> Hit | None:
        """Readers of dates that begin with a digit."""
        before = self._text[start - 1 : start]
        if before and before in "$€£¥₽₹#@.,":
            return None
        for reader in (self._decade, self._day_first, self._years, self._quarter, self._short_quarter, self._century):
            if hit := reader(start):
                return hit
        return (None if before in {"-", "/"} else read_numeric_date(self._text, start)) or self._year(start)

    def _decade(self, start: int) -> Hit | None:
        """1980s, '80s."""
        match = _DECADE.match(self._text, start)
        if match is None:
            return None
        first = int(match["full"] or ("19" + match["short"]))
        return Hit(start, match.end(), (str(first), str(first + 9)))

    def _year(self, start: int) -> Hit | None:
        """2023."""
        end = start + 4
        if not is_year(self._text, start, end):
            return None
        if (match := re.compile(r"\s(?:Q([1-4])|H([12]))(?![0-9A-Za-z])").match(self._text, end)) is not None:
            suffix = f"Q{match[1]}" if match[1] else f"H{match[2]}"
            return Hit(start, match.end(), f"{self._text[start:end]}-{suffix}")
        return Hit(start, end, self._text[start:end])

    def _years(self, start: int) -> Hit | None:
        """2018-2020, 2018/19, from 2018 to 2020, between 2018 and 2020."""
        match = _YEARS.match(self._text, start)
        if match is None or counts_things(self._text, match.end()):
            return None
        if match["other"] is None and self._text[start - 1 : start] in {"-", "/"}:
            return None
        before = self._text[max(0, start - 14) : start].lower().rstrip()
        joined = self._text[match.end("first") : match.end()].split()
        if match["other"]:
            pair = {"and": ("between",), "to": ("from", "between", "of", "period")}.get(joined[0], ("from",))
            if not before.endswith(pair) or not is_year(self._text, start, start + 4):
                return None
        last = match["last"] or match["other"]
        full = last if len(last) == 4 else match["first"][:2] + last
        value = as_range(match["first"], full)
        # Short ends are years only where the two are close: 2018-20 is, 1990-99 is, 2003-12 is a month.
        if value is None or (len(last) == 2 and not 1 <= int(full) - int(match["first"]) <= 60):
            return None
        if len(last) == 2 and 1 <= int(last) <= 12 and int(match["first"]) % 100 > int(last):
            return None
        return Hit(start, match.end(), value)

    def _month_first(self, start: int) -> Hit | None:
        """August 1, 2023; August 2023; January-November; a month alone needs a word before it."""
        match = _MONTH_FIRST.match(self._text, start)
        if match is None:
            return None
        found = match.groupdict()
        month = _month(found["month"])
        if month == 9 and found["day"] == "11" and _ATTACKS.match(self._text, match.end()):
            return None
        year = found["year"] or found["year2"]
        until = found["until"] or found["until2"]
        end = match.end()
        if found["day"]:
            month2 = _month(found["month2"]) if found["month2"] else month
            return self._days(start, end, (month, found["day"]), (month2, found["day2"]), year)
        if until:
            return self._months(start, end, month, _month(until), year)
        if year:
            return Hit(start, end, month_value(int(year), month))
        return self._bare_month(start, end, month)

    def _day_first(self, start: int) -> Hit | None:
        """1 Aug 2023; 12-15 May; 30 June to 2 July 2023."""
        match = _DAY_FIRST.match(self._text, start)
        if match is None:
            return None
        found, month = match.groupdict(), _month(match["month"])
        if found["day3"]:
            last = (_month(found["month3"]), found["day3"])
            return self._days(start, match.end(), (month, found["day"]), last, found["year3"] or found["year"])
        return self._days(start, match.end(), (month, found["day"]), (month, found["day2"]), found["year"])

    def _days(
        self, start: int, end: int, first: tuple[int, str], last: tuple[int, str | None], written: str | None
    ) -> Hit | None:
        """A day, or a stretch of days."""
        day = int(first[1].rstrip("stndrh"))
        year = int(written) if written else self._year_for(first[0], day, start, end)
        opening = date_value(year, first[0], day) if year else None
        if opening is None or year is None:
            return None
        if last[1] is None:
            return Hit(start, end, opening)
        closing = date_value(year, last[0], int(last[1].rstrip("stndrh")))
        value = as_range(opening, closing) if closing else None
        return Hit(start, end, value) if value else Hit(start, end, opening)

    def _months(self, start: int, end: int, first: int, last: int, written: str | None) -> Hit | None:
        """January-November 2023; November to March begins a year earlier."""
        year = int(written) if written else self._year_for(last, None, start, end)
        if year is None or first == last:
            return None
        opening = month_value(year if first < last else year - 1, first)
        return Hit(start, end, (opening, month_value(year, last)))

    def _bare_month(self, start: int, end: int, month: int) -> Hit | None:
        """A month without day or year: April, May and others are names too."""
        word = self._text[start:end].rstrip(".").lower()
        if word in _NAMES and not _BEFORE_MONTH.search(self._text[max(0, start - 10) : start]):
            return None
        if self._text[end : end + 1] == " " and self._text[end + 1 : end + 2].isupper() and word in _NAMES:
            return None
        year = self._year_for(month, None, start, end)
        return Hit(start, end, month_value(year, month)) if year else None

    def _quarter(self, start: int) -> Hit | None:
        """Q3 2025, the third quarter of 2025, the first half of the year, the first nine months."""
        match = _QUARTER.match(self._text, start)
        if match is None:
            return self._first_months(start)
        number = int(match["number"]) if match["number"] else _ORDINALS[match["ordinal"].lower()]
        half = match["letter"] == "H" or match["kind"] == "half"
        if half and number > 2:
            return None
        year = self._year_of(match, start, (number - 1) * (6 if half else 3) + 1)
        end = match.end() if match["year"] or match["span"] else match.end("kind" if match["kind"] else "number")
        if year is None or (half and match["letter"] is None and not (match["year"] or match["span"])):
            return None
        return Hit(start, end, f"{year:04d}-{'H' if half else 'Q'}{number}")

    def _short_quarter(self, start: int) -> Hit | None:
        """3Q25, 1H 2025."""
        match = _SHORT_QUARTER.match(self._text, start)
        if match is None or (match["letter"] == "H" and match["number"] > "2"):
            return None
        return Hit(start, match.end(), f"20{match['year'][-2:]}-{match['letter']}{match['number']}")

    def _first_months(self, start: int) -> Hit | None:
        """The first nine months of 2025, the first three quarters."""
        match = _FIRST_MONTHS.match(self._text, start)
        if match is None or not (match["year"] or match["span"]):
            return None
        number = _SMALL.get(match["number"]) or int(match["number"])
        months = number * 3 if match["kind"] == "quarters" else number
        year = self._year_of(match, start, months)
        if year is None or months > 12:
            return None
        return Hit(start, match.end(), (month_value(year, 1), month_value(year, months)))

    def _year_of(self, match: re.Match[str], start: int, month: int) -> int | None:
        """The year of a quarter or half: written, relative, or the nearest."""
        if match["year"]:
            return int(match["year"])
        if match["span"]:
            return self._anchor.year + _SHIFT[match["which"]] if self._anchor else None
        return self._year_for(month, None, start, match.end())

    def _fiscal(self, start: int) -> Hit | None:
        """FY2024, fiscal year 2024; the American one is spelt out when the text says whose it is."""
        match = _FISCAL.match(self._text, start)
        if match is None:
            return None
        year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
        if match["last"]:
            last = year // 100 * 100 + int(match["last"][-2:])
            return Hit(start, match.end(), (str(year), str(last))) if last > year else None
        if re.search(r"(?:U\.S\.|US|American|federal)\s$", self._text[max(0, start - 10) : start]):
            return Hit(start, match.end(), (f"{year - 1}-10", f"{year}-09"))
        return Hit(start, match.end(), str(year))

    def _relative(self, start: int) -> Hit | None:
        """Last year, this month, next August, yesterday, the end of the year: only with the article's date."""
        anchor = self._anchor
        if anchor is None:
            return None
        if match := _RELATIVE.match(self._text, start):
            return self._shifted(match, anchor)
        if self._text.startswith("esterday", start + 1):
            day = date(anchor.year, anchor.month, anchor.day) - timedelta(days=1)
            return Hit(start, start + 9, day.isoformat())
        match = _YEAR_END.match(self._text, start)
        if match is None:
            return None
        if match[0].startswith("the"):
            return Hit(start, match.end(), str(anchor.year)) if self._of_the_year(start) else None
        return Hit(start, match.end(), str(anchor.year))

    def _of_the_year(self, start: int) -> bool:
        """The end of the year, the rest of the year; but not the year as such."""
        return _BY_YEAR_END.search(self._text, max(0, start - 14), start) is not None

    def _shifted(self, match: re.Match[str], anchor: Anchor) -> Hit | None:
        """Last year, next quarter, this August."""
        shift = _SHIFT[match["which"].lower()]
        if match["which"].lower() in {"current", "previous"} and match["unit"] == "year" and shift:
            return None
        if match["month"]:
            return self._shifted_month(match, anchor, shift)
        unit = match["unit"]
        if unit == "year":
            return Hit(match.start(), match.end(), str(anchor.year + shift))
        value = anchor.month_away(shift) if unit == "month" else anchor.quarter_away(shift)
        return Hit(match.start(), match.end(), value)

    def _shifted_month(self, match: re.Match[str], anchor: Anchor, shift: int) -> Hit:
        """Last August is the one before the article, next August the one after."""
        month = _month(match["month"])
        year = anchor.year
        if shift < 0:
            year = anchor.year_of(month, None, "past") if month != anchor.month else anchor.year - 1
        elif shift > 0:
            year = anchor.year if month > anchor.month else anchor.year + 1
        return Hit(match.start(), match.end(), month_value(year, month))

    def _century(self, start: int) -> Hit | None:
        """19th century, twenty-first century."""
        match = _CENTURY.match(self._text, start)
        if match is None:
            return None
        century = int(match["digits"]) if match["digits"] else _CENTURIES[match["word"].lower()]
        if not 10 < century <= 21:
            return None
        return Hit(start, match.end(), (str(century * 100 - 99), str(century * 100)))

    def _year_for(self, month: int, day: int | None, start: int, end: int) -> int | None:
        """The year named before in the sentence, or the nearest to the article's date."""
        if _THAT_YEAR.match(self._text, end):
            return _year_in(self._last) if self._last else None
        named = self._named_year(start)
        if named is not None or self._anchor is None:
            return named
        return self._anchor.year_of(month, day, self._tense(start, end))

    def _named_year(self, start: int) -> int | None:
        """The year of the date before in the sentence: announced on July 3, 2023, effective August 1.

        A year alone hands its year on only where the article has no date.
        """
        last = self._last
        if last is None or start - last.end > 200 or _SENTENCE.search(self._text, last.end, start):
            return None
        year_alone = len(last.value if isinstance(last.value, str) else last.value[1]) == 4
        return None if year_alone and self._anchor is not None else _year_in(last)

    def _tense(self, start: int, end: int) -> Tense:
        """Whether the words around a date look ahead."""
        around = self._text[max(0, start - 40) : start] + "|" + self._text[end : end + 16]
        return "deadline" if _AHEAD.search(around) else "past"


def _year_in(hit: Hit) -> int:
    """The year of a hit; the last one of a pair."""
    return int((hit.value if isinstance(hit.value, str) else hit.value[1])[:4])


def _month(name: str) -> int:
    """The number of a month."""
    return MONTHS[name.rstrip(".").lower()]
