"""English dates that only the article's date makes sense of: last year, next August, yesterday, year-end."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kaozheng.model.quantities.dates.anchor import month_value
from kaozheng.model.quantities.dates.english_forms import RELATIVE, month_number
from kaozheng.model.quantities.dates.hit import Hit

if TYPE_CHECKING:
    from kaozheng.model.quantities.dates.anchor import Anchor
    from kaozheng.model.quantities.dates.english_reader import Reader

__all__ = ["SHIFT", "read_relative"]

SHIFT = {"last": -1, "previous": -1, "this": 0, "current": 0, "the": 0, "next": 1}
_YEAR_END = re.compile(r"[Yy]ear[-’'](?:end|s\send)\b|the\syear\b")
_BEFORE_THE_YEAR = re.compile(r"(?:end|beginning|start|middle|rest|remainder|course)\sof\s$", re.IGNORECASE)


def read_relative(reader: Reader, start: int) -> Hit | None:
    """Last year, this month, next August, yesterday, the end of the year.

    >>> from kaozheng.model.quantities.dates.anchor import Anchor
    >>> from kaozheng.model.quantities.dates.english_reader import Reader
    >>> read_relative(Reader("last quarter", Anchor(2025, 2, 1)), 0).value
    '2024-Q4'
    """
    anchor = reader.anchor
    if anchor is None:
        return None
    if match := RELATIVE.match(reader.text, start):
        return _shifted(match, anchor)
    if reader.text.startswith("esterday", start + 1):
        day = date(anchor.year, anchor.month, anchor.day) - timedelta(days=1)
        return Hit(start, start + 9, day.isoformat())
    match = _YEAR_END.match(reader.text, start)
    if match is None or (
        match[0].startswith("the") and not _BEFORE_THE_YEAR.search(reader.before(start, 14))
    ):
        return None
    return Hit(start, match.end(), str(anchor.year))


def _shifted(match: re.Match[str], anchor: Anchor) -> Hit | None:
    """Last year, next quarter, this August; the previous year is not the one before the article."""
    which, unit = match["which"].lower(), match["unit"]
    shift = SHIFT[which]
    if match["month"]:
        return Hit(*match.span(), _shifted_month(month_number(match["month"]), anchor, shift))
    if which == "previous":
        return None
    if unit == "year":
        return Hit(*match.span(), str(anchor.year + shift))
    return Hit(*match.span(), anchor.month_away(shift) if unit == "month" else anchor.quarter_away(shift))


def _shifted_month(month: int, anchor: Anchor, shift: int) -> str:
    """Last August is the one before the article, next August the one after."""
    year = anchor.year
    if shift < 0 and month >= anchor.month:
        year -= 1
    elif shift > 0 and month <= anchor.month:
        year += 1
    return month_value(year, month)
