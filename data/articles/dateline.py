"""The publication date that an article states itself."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["find_published", "iso_day"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = (
    r"(?:(?<!\d)(?P<y1>(?:19|20)\d\d)\s?[-/.年]\s?(?P<m1>\d{1,2})\s?[-/.月]\s?(?P<d1>\d{1,2})(?!\d)日?"
    rf"|\b(?P<m2>{_MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m3>{_MONTH}),?\s(?P<y3>(?:19|20)\d\d)(?!\d))"
)
_DATE = re.compile(_DAY, re.IGNORECASE)
_CLOCK = re.compile(
    r"T?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?\s?(?:Z|[ap]\.?m\.?|[+-]\d\d:?\d\d|[A-Z]{2,4}\b)?", re.I
)
_LABELS = re.compile(
    r"发布时间|发表时间|更新时间|发布日期|发布于|发表于|更新于|发布|发表|更新|时间|日期|来源|记者|作者|编辑|星期[一二三四五六日天]|周[一二三四五六日]"
    r"|\b(?:first published|published|posted|updated|last updated|date|source|by|on|at|edt|est|gmt|utc|cst"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"(?:发布时间|发表时间|发布日期|发布于|发表于|时间|日期|(?:first )?published(?: on)?|posted(?: on)?|date)"
    r"\s*[:：]?\s*$",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"[\w·]{0,12}(?:网|社|报|新闻|电视台|客户端|搜狐|新浪|网易|腾讯|凤凰|澎湃|财新|财经|观察者|环球|周刊|杂志|通讯|日报)"
    r"|(?:the )?[\w. ]{0,24}"
    r"(?:reuters|bloomberg|press|times|post|news|journal|daily|sohu|xinhua|ap|afp|ft|cnn|bbc)",
    re.IGNORECASE,
)
_WIRE = re.compile(rf"^[（(【\[]?[^。！？\d]{{0,30}}{_DAY}(?:\s?(?:电|讯)|\s?/)", re.IGNORECASE)
# （2025-02-11）…… and NEW YORK, March 14, 2025 (Reuters) - ...: the date opens the line.
_BRACKETED = re.compile(rf"^[（(【\[]\s?{_DAY}\s?[)）】\]]", re.IGNORECASE)
_LEADING = re.compile(
    rf"^(?:[A-Z][A-Z .,'’()/-]{{0,40}})?(?i:{_DAY})(?:\s?\([A-Za-z .]{{2,24}}\))?\s?(?:[-–—|]{{1,2}}|:)\s"
)
_FIELDS = re.compile(r"\s*[|｜•·]\s*")
_MARKS = " \t\u3000|｜·•:：,，.-—–_/()（）【】[]<>《》*#"
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF0D, 0xFF1B)}  # digits and - . / :
_FIRST_LINES = 8
_LAST_LINES = 2
_LONGEST = 80


def find_published(text: str) -> str | None:
    r"""The day on a line of its own, with an outlet or a time, or in a news agency's dateline.

    Only whole dates count, near the beginning or at the very end, and never dates inside sentences.

    >>> find_published("普京签发急令\n搜狐 2025-11-09 08:41\n2023年8月1日起，中国实施管制。")
    '2025-11-09'
    >>> find_published("新华社北京2025年11月9日电 商务部宣布……")
    '2025-11-09'
    >>> find_published("Tungsten\nBy A. Reporter | August 5, 2025\nChina mined 67,000 tons.")
    '2025-08-05'
    >>> find_published("2023年8月1日起，中国对镓实施出口管制。") is None
    True
    """
    lines = [line.strip() for line in text[:4000].translate(_HALF_WIDTH).split("\n")]
    first = [line for line in lines if line][:_FIRST_LINES]
    last = [line.strip() for line in text[4000:][-1000:].translate(_HALF_WIDTH).split("\n") if line.strip()][
        -_LAST_LINES:
    ]
    for line in (*first, *last):
        opening = line[:_LONGEST]
        wire = _WIRE.match(opening) or _BRACKETED.match(opening) or _LEADING.match(opening)
        day = _iso(wire) if wire else _alone(line) or _field(line)
        if day:
            return day
    return None


def iso_day(text: str) -> str | None:
    """The first whole date in a short string such as the content of a meta element.

    >>> iso_day("2025-11-09T08:41:00+08:00"), iso_day("9 Nov 2025"), iso_day("20251109"), iso_day("today")
    ('2025-11-09', '2025-11-09', '2025-11-09', None)
    """
    compact = re.fullmatch(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?\s*", text)
    if compact:
        return _valid(*map(int, compact.groups()))
    match = _DATE.search(text[:200].replace("T", " "))
    return _iso(match) if match else None


def _alone(line: str) -> str | None:
    """The date of a line that holds little else."""
    match = _DATE.search(line) if len(line) <= _LONGEST else None
    if match is None:
        return None
    around = line[: match.start()], line[match.end() :]
    if _LABEL_BEFORE.search(around[0]) and not around[1].strip(_MARKS):
        return _iso(match)
    timed = _CLOCK.match(around[1].lstrip(_MARKS)) is not None
    rest = [_LABELS.sub(" ", _CLOCK.sub(" ", part)).strip(_MARKS) for part in around]
    words = [part for part in rest if part]
    plain = all(_OUTLET.fullmatch(part) for part in words)
    short = timed and all(len(part) <= 12 for part in words)
    return _iso(match) if plain or short else None


def _field(line: str) -> str | None:
    """The date that is one field of a byline such as "By A. Reporter | August 5, 2025"."""
    fields = _FIELDS.split(line) if len(line) <= _LONGEST else []
    matches = (_DATE.fullmatch(field.strip(_MARKS)) for field in fields)
    return next((day for match in matches if match and (day := _iso(match))), None)


def _iso(match: re.Match[str]) -> str | None:
    """The date that was matched, in ISO 8601."""
    for form in "123":
        if match[f"y{form}"]:
            month = match[f"m{form}"]
            number = int(month) if month.isdecimal() else _MONTHS[month.lower().rstrip(".")]
            return _valid(int(match[f"y{form}"]), number, int(match[f"d{form}"]))
    return None


def _valid(year: int, month: int, day: int) -> str | None:
    """The day in ISO 8601, if the calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
