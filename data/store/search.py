"""Ranked search for records by words: names and aliases of both languages, years, or the start of an id."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kaozheng.data.store.forms import match_form
from kaozheng.data.store.lookup import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kaozheng.data.records import NumericRecord
    from kaozheng.data.store.database import Database
    from kaozheng.data.store.names import NameFinder

__all__ = ["search"]

_EXACT, _PREFIX, _PARTIAL = 3, 2, 1
_COLUMNS = {"entity": "subject", "metric": "metric", "place": "place", "source": "source_id"}
_YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)\s*年?")
_WORD = re.compile(r"[0-9a-z.']+|[^\W0-9a-z_]+")
_IDLE_WORDS = "the a an of in for by to on and at from 的 和 在 与 是 多少 年 how much many is are was what"
_IDLE = frozenset(_IDLE_WORDS.split())
_MOST_IDS = 200  # of one column that a query may name

Scores = dict[str, dict[str, int]]


def search(
    database: Database, finder: NameFinder, query: str, lang: str | None, limit: int
) -> list[NumericRecord]:
    """The records that fit best: exact names before beginnings of names before parts of names.

    Every column that the query names must fit; a year may be that of the period or of the edition.
    """
    by_id = _by_id(database, query.strip(), limit)
    if by_id or not query.strip():
        return by_id
    scores = _scores(database, finder, query, lang)
    years = [match[1] for match in _YEAR.finditer(query)]
    found: dict[str, NumericRecord] = {}
    for least in (_EXACT, _PREFIX, _PARTIAL):
        if len(found) < limit:
            named = {column: [key for key in ids if ids[key] >= least] for column, ids in scores.items()}
            for record in _fitting(database, named, years, limit):
                found.setdefault(record.id, record)
    return list(found.values())[:limit]


def _by_id(database: Database, query: str, limit: int) -> list[NumericRecord]:
    """Records whose id begins with the query, when it looks like one."""
    if "/" not in query or " " in query:
        return []
    return select(
        database, "where id >= ? and id < ? order by id limit ?", (query, query + "\U0010ffff", limit)
    )


def _scores(database: Database, finder: NameFinder, query: str, lang: str | None) -> Scores:
    """For each column the ids that the query names, and how well."""
    scores: Scores = defaultdict(dict)
    rest = list(match_form(query))
    for mention in finder.find(query, lang):
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
        if mention.kind in _COLUMNS:
            scores[_COLUMNS[mention.kind]][mention.id] = _EXACT
    for word in _words("".join(rest)):
        for column, key, score in _like(database, word, lang):
            scores[column][key] = max(score, scores[column].get(key, 0))
    return scores


def _words(rest: str) -> Iterator[str]:
    """What of the query is neither a name nor a year nor an idle word."""
    for match in _WORD.finditer(_YEAR.sub(" ", rest)):
        if match[0] not in _IDLE:
            yield match[0]


def _like(database: Database, word: str, lang: str | None) -> Iterator[tuple[str, str, int]]:
    """Column and id of names that begin with or contain a word."""
    where = "and lang in (?, '')" if lang else ""
    rows = database.rows(
        f"select kind, id, min(instr(form, ?)) from name where instr(form, ?) > 0 {where}"  # noqa: S608
        " group by kind, id order by 3, min(length(form)), id limit ?",
        (word, word, *([lang] if lang else []), _MOST_IDS),
    )
    for kind, key, position in rows:
        if kind in _COLUMNS:
            yield _COLUMNS[kind], key, _PREFIX if position == 1 else _PARTIAL


def _fitting(
    database: Database, named: Mapping[str, Sequence[str]], years: Sequence[str], limit: int
) -> list[NumericRecord]:
    """Records that fit every column named.

    Those of the years come first, then those of recurring publications, then the latest.
    """
    if not named or not all(named.values()):
        return []
    conditions = [f"{column} in ({', '.join('?' * len(ids))})" for column, ids in named.items()]
    arguments: list[Any] = [key for ids in named.values() for key in ids]
    order = []
    for year in years:
        order.append("not (substr(period, 1, 4) = ? or substr(published, 1, 4) = ?)")
        arguments += [year, year]
    latest_first = ", ".join((*order, "edition = ''", "known_on desc", "first_day desc", "id"))
    rest = f"where {' and '.join(conditions)} order by {latest_first} limit ?"
    return select(database, rest, (*arguments, limit))
