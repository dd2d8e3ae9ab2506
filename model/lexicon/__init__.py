"""Word lists of the rules as CSV files that a domain expert can read and extend.

Every file starts with a header row; several values in a cell are separated by ``|``. In the cue files ``…``
stands for a short gap inside one clause and ``*`` for the rest of an English word.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["alternation", "cells", "cue_pattern", "read_rows", "words"]

_GAP = 14
_WORD_START = r"(?<!\w)"


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``<name>.csv`` in this folder.

    >>> read_rows("abbreviations")[0]["word"]
    'Mr'
    """
    text = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def cells(value: str) -> tuple[str, ...]:
    """The values of one cell.

    >>> cells("产量|出产")
    ('产量', '出产')
    """
    return tuple(part.strip() for part in value.split("|") if part.strip())


def words(name: str, **where: str) -> tuple[str, ...]:
    """The ``word`` column of the rows that have the given values, longest first.

    >>> "Inc" in words("abbreviations", ends="maybe")
    True
    """
    chosen = {
        row["word"] for row in read_rows(name) if all(row[column] == value for column, value in where.items())
    }
    return tuple(sorted(chosen, key=lambda word: (-len(word), word)))


def cue_pattern(cue: str, lang: str) -> str:
    """One cue as a regular expression.

    >>> bool(re.search(cue_pattern("占…产量", "zh"), "占全球镓产量的98%"))
    True
    >>> bool(re.search(cue_pattern("produc*", "en"), "it produced 98%"))
    True
    """
    body = re.escape(cue).replace(r"\*", r"\w*").replace("…", rf"[^，。；：,;:]{{0,{_gap(lang)}}}?")
    if lang != "en":
        return body
    body = body.replace(r"\ ", r"\s+")
    return rf"(?<!\w){body}(?!\w)" if cue[-1].isalnum() or cue[-1] == "*" else rf"(?<!\w){body}"


def alternation(cues: Sequence[str], lang: str) -> str:
    """Several cues as one expression; English words share one look behind, so that few places are tried.

    >>> re.findall(alternation(["will", "could"], "en"), "it will; goodwill")
    ['will']
    """
    bodies = [cue_pattern(cue, lang).removeprefix(_WORD_START) for cue in cues]
    return f"{_WORD_START if lang == 'en' else ''}(?:{'|'.join(bodies)})"


def _gap(lang: str) -> int:
    """Characters that ``…`` may span: English words are longer."""
    return _GAP if lang == "zh" else _GAP * 3
