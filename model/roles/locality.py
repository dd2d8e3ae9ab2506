"""Numbers of a company, a mine or a province: they must not be read as the country's."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kaozheng.model.lexicon import cells, read_rows

if TYPE_CHECKING:
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["TERRITORIAL", "is_local", "speaks_of_parts"]

# Metrics of which a country has one figure; prices, orders and investments belong to no territory.
TERRITORIAL = frozenset(
    {
        "production", "reserves", "resources", "capacity", "exports", "imports", "consumption", "stocks", "sales",
        "production_share", "reserves_share", "export_share", "consumption_share", "capacity_share",
        "import_reliance", "import_source_share", "export_quota", "production_quota", "shipments", "employment",
        "population", "area", "gdp", "gdp_growth",
    }
)  # fmt: skip


_NEARBY = 120


def is_local(context: Context, quantity: Quantity, metric: str | None) -> bool:
    """Whether the clause speaks of a company, a mine or a part of a country.

    It looks at the words before the number, and at the place phrase right after it (at the Tomtor deposit).
    """
    if metric not in TERRITORIAL:
        return False
    number = context.clause_of(quantity.start)
    start, end = context.clauses[number]
    if _has_actor(context, _governing_start(context, quantity, start), quantity.start):
        return True
    nearby = context.text(quantity.end, min(end, quantity.end + _NEARBY))
    return _after(context.lang).match(nearby) is not None


def _governing_start(context: Context, quantity: Quantity, start: int) -> int:
    """From where words tell whose number it is: the clause, or the whole sentence when the clause names no country.

    路孚特公司数据显示: who speaks is not whose number it is.
    """
    named = context.named("place", start, quantity.start)
    left = start if named else context.sentence.start
    said = context.attribution
    return said.end if said is not None and left <= said.start and said.end <= quantity.start else left


def _has_actor(context: Context, start: int, end: int) -> bool:
    origin = context.sentence.start
    spans = _actor_spans(context.sentence.text, context.lang)
    return any(start <= left + origin and right + origin <= end for left, right in spans)


def speaks_of_parts(context: Context) -> bool:
    """Whether a sentence is about a company, a mine or a province."""
    return bool(_actor_spans(context.sentence.text, context.lang))


@lru_cache(maxsize=256)
def _actor_spans(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _actors(lang).finditer(text))


@cache
def _actors(lang: str) -> re.Pattern[str]:
    words = [word for row in _rows(lang) for word in cells(row["words"])]
    body = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    if lang == "zh":
        # 省 and 州 only at the end of a name; the plural 企业 and 中国公司 stay unclear and count as local.
        return re.compile(rf"{body}|[一-鿿]{{2}}(?:省|州)(?![一-鿿]{{0,2}}(?:略|去))")
    # Mine output and refinery production name a stage and no owner.
    stage = r"(?!\s+(?:output|production|production\s+quota|quota)\b)"
    return re.compile(rf"(?<!\w)(?:{body})(?:['’]s)?(?!\w){stage}", re.IGNORECASE)


@cache
def _after(lang: str) -> re.Pattern[str]:
    if lang == "zh":
        return re.compile(r"(?!)")  # Chinese names the place before the number
    body = "|".join(re.escape(word) for row in _rows(lang) for word in cells(row["words"]))
    return re.compile(
        rf"^[^,;]{{0,60}}?\b(?:at|from|in)\s+(?:the\s+|its\s+|a\s+)?(?:[A-Z][\w'’-]+\s+){{0,3}}(?:{body})\b"
    )


def _rows(lang: str) -> list[dict[str, str]]:
    return [row for row in read_rows("local-actors") if row["lang"] == lang]
