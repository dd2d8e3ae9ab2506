"""What a reader of English dates knows: the text, the article's date, the date read last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.links import blank_links

if TYPE_CHECKING:
    from kaozheng.model.quantities.dates.anchor import Anchor, Tense
    from kaozheng.model.quantities.dates.hit import Hit

__all__ = ["Reader"]

_THAT_YEAR = re.compile(r",?\s(?:of\s)?(?:the\ssame|that)\syear\b")
_SENTENCE = re.compile(r"[!?\n]|\.\s+[A-Z]")
_SENTENCE_END = re.compile(r"[.!?]\s")
_AHEAD = re.compile(
    r"\b(?:by|before|until|will|would|expected|plans?|planned|scheduled|due|deadline|upcoming|coming)\b"
)
_REACH = 200


class Reader:
    """State of one pass over one text.

    Attributes:
        text: The text, links blanked out.
        anchor: The article's date, when known.
        last: The date read last.
    """

    __slots__ = ("anchor", "last", "text")

    def __init__(self, folded: str, anchor: Anchor | None) -> None:
        self.text = blank_links(folded)
        self.anchor = anchor
        self.last: Hit | None = None

    def before(self, start: int, length: int) -> str:
        """The characters before a place."""
        return self.text[max(0, start - length) : start]

    def year_for(self, month: int, day: int | None, start: int, end: int) -> int | None:
        """The year of a date that does not name it: named before in the sentence, or nearest to the article."""
        if _THAT_YEAR.match(self.text, end):
            return self.last.year if self.last else None
        named = self._named_year(start)
        if named is not None or self.anchor is None:
            return named
        return self.anchor.year_of(month, day, self._tense(start, end))

    def _named_year(self, start: int) -> int | None:
        """The year of the date before: announced on July 3, 2023, effective August 1.

        A year alone hands its year on only where the article has no date.
        """
        last = self.last
        if last is None or start - last.end > _REACH or _SENTENCE.search(self.text, last.end, start):
            return None
        return None if last.is_year and self.anchor is not None else last.year

    def _tense(self, start: int, end: int) -> Tense:
        """Whether the words around a date look ahead."""
        before = _SENTENCE_END.split(self.before(start, 40))[-1]
        around = before + "|" + self.text[end : end + 16]
        return "deadline" if _AHEAD.search(around) else "past"
