"""Codes of places, sources and periods out of the words of the source tables."""

from __future__ import annotations

import re

from kaozheng.errors import ReferenceDataError

__all__ = ["period_id", "place_code", "source_slug"]

# Source tables leave the code empty for groups of countries.
_GROUPS = {
    "other countries": "OTH",
    "other countries (rounded)": "OTH",
    "other countries (includes crude)": "OTH",
    "united states and canada": "USA-CAN",
}
_SPAN = re.compile(r"(\d{4})-(\d{2}|\d{4})")


def place_code(code: str, name: str) -> str:
    """The place id of a row.

    >>> place_code("CHN", "China"), place_code("", "Other Countries")
    ('CHN', 'OTH')
    """
    if code:
        return code
    key = " ".join(name.split()).lower()
    if key not in _GROUPS:
        raise ReferenceDataError(f"no place code for {name!r}; known groups: {', '.join(sorted(_GROUPS))}")
    return _GROUPS[key]


def source_slug(source_id: str) -> str:
    """The id of a source in this package.

    >>> source_slug("USGS_MCS2025")
    'usgs-mcs2025'
    """
    return source_id.lower().replace("_", "-")


def period_id(text: str) -> str:
    """An ISO 8601 period.

    >>> period_id("2021-24"), period_id("2018-2020"), period_id("2024"), period_id("2025-07")
    ('2021/2024', '2018/2020', '2024', '2025-07')
    """
    match = _SPAN.fullmatch(text)
    if match is None or (len(match[2]) == 2 and int(match[2]) <= 12):
        return text
    return f"{match[1]}/{match[1][:2] + match[2] if len(match[2]) == 2 else match[2]}"
