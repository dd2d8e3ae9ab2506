"""How English text writes dates: the patterns, and the names in them."""

from __future__ import annotations

import re

from kaozheng.model.quantities.wordlist import words

__all__ = [
    "CENTURIES",
    "CENTURY",
    "DAY_FIRST",
    "DECADE",
    "FIRST_MONTHS",
    "FISCAL",
    "MONTHS",
    "MONTH_FIRST",
    "MONTH_NAMES_THAT_ARE_WORDS",
    "ORDINALS",
    "QUARTER",
    "RELATIVE",
    "SHORT_QUARTER",
    "SMALL",
    "START",
    "YEARS",
    "month_number",
]

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        1,
    )
    for name in names.split()
}
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
}
SMALL = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
}
CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
# April, May and June are people, and a month alone is one only after a preposition.
MONTH_NAMES_THAT_ARE_WORDS = words("may march mar june april august jan dec sep oct nov jun jul aug apr feb")

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_S = r"[ \u00a0\n]"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_DASH = r"(?:\s?[-–—]\s?|\s(?:to|and|through|until|till|thru)\s(?:the\s)?)"
_YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9]|[.,][0-9])"
_MONTH_AHEAD = r"(?=[JFMASOND][a-z]{2})"

# One pass over the text: places where a date may begin. Every branch opens with a letter or a digit, so that
# the engine can skip to the next such character.
START = re.compile(
    r"[12][0-9]{3}(?![0-9])"
    rf"|[0-9]{{1,2}}(?:(?:st|nd|rd|th)?(?:{_S}of)?[ \u00a0-]{_MONTH_AHEAD}|{_DASH}{_DAY}{_S}{_MONTH_AHEAD}|/(?=[0-9]))"
    r"|[0-9]{1,2}(?:st|nd|rd|th)(?=[ -](?:century|quarter|half))|[1-4][QH](?=[ ]?'?(?:20)?[0-9]{2})"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|[QH][1-4](?![0-9A-Za-z])|FY|[Ff]iscal|[Ff]inancial(?=[ ]year[ ][12])"
    r"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent|[Pp]revious)[ -]"
    rf"(?=year|month|quarter|half|fiscal|[JFMASOND][a-z]{{2}}|{'|'.join(SMALL)}|[1-9])"
    r"|[Yy]esterday|[Yy]ear[-’'][es]|the(?=[ ]year\b)"
    r"|(?:[Ee]ighteenth|[Nn]ineteenth|[Tt]wentieth|[Tt]wenty-first)(?=[ -]c)"
    r"|['’][0-9]0s"
)
MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})(?:"
    rf"{_S}(?P<day>{_DAY})(?![0-9]|[,.][0-9]{{3}}(?![0-9])[^,]|[.:][0-9]|%|\s?(?:percent|million|billion))"
    rf"(?:{_DASH}(?:(?P<month2>{_MONTH}){_S})?(?P<day2>{_DAY})(?![0-9]|[.,][0-9]{{2}}|%|{_S}?percent))?"
    rf"(?:,?{_S}(?:of{_S})?(?P<year>{_YEAR}))?"
    rf"|(?:{_DASH}(?P<until>{_MONTH}))?,?{_S}(?:of{_S})?(?P<year2>{_YEAR})"
    rf"|{_DASH}(?P<until2>{_MONTH})(?![a-z]|{_S}[0-9])"
    r")?(?![A-Za-z])"
)
DAY_FIRST = re.compile(
    rf"(?P<day>{_DAY})(?:{_DASH}(?P<day2>{_DAY}))?(?:{_S}of)?[ \u00a0-](?P<month>{_MONTH})(?![a-z])"
    rf"(?:,?[ \u00a0-](?:of{_S})?(?P<year>{_YEAR}))?"
    rf"(?:{_DASH}(?P<day3>{_DAY})[ \u00a0](?P<month3>{_MONTH})(?![a-z])(?:,?{_S}(?P<year3>{_YEAR}))?)?"
)
YEARS = re.compile(
    r"(?P<first>(?:1[0-9]|20)[0-9]{2})(?:"
    r"\s?[-–—/]\s?(?P<last>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9A-Za-z%]|[-–.,/:][0-9])"
    r"|\s(?P<word>to|and|through|until|till)\s(?P<other>(?:1[0-9]|20)[0-9]{2})(?![0-9A-Za-z%]|[.,:][0-9])"
    r")"
)
DECADE = re.compile(r"(?:(?P<full>1[0-9][0-9]0|20[0-9]0)|['’](?P<short>[0-9]0))['’]?s\b")
CENTURY = re.compile(
    r"(?:(?P<digits>[0-9]{1,2})(?:st|nd|rd|th)|(?P<word>[Ee]ighteenth|[Nn]ineteenth|[Tt]wentieth|[Tt]wenty-first))"
    r"[ -]century\b"
)
# The year of a quarter: of 2025, of fiscal 2025, of last year.
_OF = (
    r"(?:,?\s(?:of\s(?:the\s)?|in\s)?(?:calendar\s)?(?:fiscal\s(?:year\s)?|FY\s?)?"
    r"(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
    r"|\s(?:of\s)?(?P<which>last|this|next|the)\s(?P<span>year)\b)?"
)
QUARTER = re.compile(
    r"(?:(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|1st|2nd|3rd|4th)[ -]"
    r"(?P<kind>quarter|half)(?!\s(?:century|finals?))"
    rf"|(?P<letter>[QH])(?P<number>[1-4]))(?![A-Za-z0-9]){_OF}"
)
SHORT_QUARTER = re.compile(r"(?P<number>[1-4])(?P<letter>[QH])\s?'?(?P<year>(?:20)?[0-9]{2})(?![0-9])")
FIRST_MONTHS = re.compile(
    rf"[Ff]irst[ ](?P<number>{'|'.join(SMALL)}|1[01]|[2-9])[ -](?P<kind>months|quarters){_OF}"
)
FISCAL = re.compile(
    r"(?:FY\s?-?|[Ff]iscal\s(?:[Yy]ear\s)?|[Ff]inancial\syear\s)'?(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})"
    r"(?:\s?[-/–]\s?(?P<last>(?:20)?[0-9]{2}))?(?![0-9,.]{0,8}[0-9])"
)
RELATIVE = re.compile(
    r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent|[Pp]revious)\s"
    rf"(?:(?P<unit>year|month|quarter)(?![-’'a-z])|(?P<month>{_MONTH})(?![a-z]|{_S}[0-9]))"
)


def month_number(name: str) -> int:
    """The number of a month.

    >>> month_number("Sept."), month_number("May")
    (9, 5)
    """
    return MONTHS[name.rstrip(".").lower()]
