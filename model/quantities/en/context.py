"""What stands around an amount: hedges, and whether it is a change or the result of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kaozheng.model.quantities.en.lexicon import ADVERBS, HEDGES, HEDGES_AFTER, direction_of
from kaozheng.model.quantities.types import Hedge
from kaozheng.model.quantities.wordlist import words

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Comparator, Direction, Mode

__all__ = ["Change", "Context", "change_after", "hedge_after", "read_context"]

_WINDOW = 110
_WORD = re.compile(r"[^\s]+")
_STOP = re.compile(r"[.!?;:](?=\s)|\n|[()]")
_STRIP = "\"'“”‘’[(,"
_QUOTES = "\"'”’"
_SIGN_HEDGES: dict[str, Comparator] = {
    "~": "approx",
    "≈": "approx",
    ">": "gt",
    "<": "lt",
    "≥": "ge",
    "≤": "le",
}
# The words before *exceed* are no preposition of the number: is projected to exceed $595.
_VERB_HEDGES = ("exceed", "surpass", "topp", "tops", "approaching", "nearing")
_LONGEST = max(len(phrase) for phrase in HEDGES)
_LAST_WORDS = frozenset(phrase[-1] for phrase in HEDGES)
_AFTER = re.compile("[ -](" + "|".join(HEDGES_AFTER) + r")(?![a-z])")
_NOT_TO = words(
    "according due thanks compared relative close next prior equal equivalent related subject contrary "
    "amount amounts amounted amounting belong belongs refer refers equals equivalent applies apply "
    "sent sold paid given gave"
)
_REACH = 14
_CHANGE_AFTER = re.compile(
    r"[ -](?:(?:year-on-year|year-over-year|annual|yearly|sharp|net|real|further|pay|price|tax|rate|output|"
    r"production)[ -])?"
    r"(?P<word>increases?|rises?|growth|jumps?|surges?|gains?|hikes?|higher|more|up(?![ ]to)|uptick|upswing|expansion|"
    r"decreases?|declines?|drops?|falls?|cuts?|reductions?|loss|losses|lower|less|fewer|down(?![ ]to)|slump|plunge|"
    r"contraction|devaluation|depreciation|slowdown|dip|smaller|cheaper|larger|bigger|greater|faster|slower|longer|"
    r"shorter)(?![a-z])"
)
# A 50 percent greenhouse gas emission reduction: unambiguous nouns may stand a few words away.
_CHANGE_NOUN = re.compile(
    r"(?:[ -](?!(?:of|in|to|from|for|by|on|and|or|the|an?|as|at|per|with|than|that|is|was|are|were)[ ])[a-z]+){1,3}[ ]"
    r"(?P<word>increases?|growth|hikes?|reductions?|declines?|decreases?)(?![a-z])"
)
_APART = re.compile(r"[ ](?P<word>above|below|behind|ahead|over|under)(?![a-z])")


class Change(NamedTuple):
    """Mode and direction of a change."""

    mode: Mode | None = None
    direction: Direction | None = None


class Context(NamedTuple):
    """The words before an amount, back to the beginning of its clause.

    Attributes:
        words: In lower case, without quotes and brackets.
        begin: Where the clause begins in the text.
    """

    words: list[str]
    begin: int

    def hedge(self, low: str, start: int) -> tuple[Comparator, Hedge | None, int]:
        """Comparator, hedge, and how many words are left before the hedge."""
        sign = _SIGN_HEDGES.get(low[start - 1 : start]) if start else None
        if sign is not None:
            return sign, Hedge(start - 1, start, low[start - 1 : start]), len(self.words) - 1
        count = len(self.words)
        if not count or self.words[-1] not in _LAST_WORDS:
            return "eq", None, count
        for length in range(min(_LONGEST, count), 0, -1):
            comparator = HEDGES.get(tuple(self.words[-length:]))
            if comparator is not None and not self._no_hedge(count - length):
                opening, closing = self._span(low, start, length)
                left = 0 if self.words[-length].startswith(_VERB_HEDGES) else count - length
                return comparator, Hedge(opening, closing, low[opening:closing]), left
        return "eq", None, count

    def _span(self, low: str, start: int, length: int) -> tuple[int, int]:
        """Where the last words begin and end in the text."""
        written = [match.span() for match in _WORD.finditer(low, self.begin, start)]
        opening, end = written[-length]
        return end - len(low[opening:end].lstrip(_STRIP)), written[-1][0] + len(
            low[slice(*written[-1])].rstrip(_QUOTES)
        )

    def _no_hedge(self, left: int) -> bool:
        """Whether the words only look like a hedge: prices went up to, the zone extends over."""
        before = self.words[left - 1] if left else ""
        if self.words[left:] == ["up", "to"]:
            return direction_of(before) is not None
        return self.words[left:] == ["over"] and before in _SPREADS

    def change(self, left: int, *, money: bool = False) -> Change:
        """Whether the first `left` words make a change of the amount after them."""
        words = self.words
        position = left - 1
        while position >= 0 and position > left - 4 and words[position] in ADVERBS:
            position -= 1
        if position < 0:
            return Change()
        word = words[position]
        if word == "between" and position and words[position - 1] == "to":
            position, word = position - 1, "to"
        if word == "by":
            return self._by(position)
        if word == "to":
            return self._to(position)
        if word in {"of", "at"}:
            return self._of(position)
        direction = direction_of(word)
        if word == "down" and position and words[position - 1] in _DOWN_AFTER:
            return Change()
        if direction in {"up", "down"} and not (money and word.startswith("rais")) and word not in _NO_VERB:
            return Change("by", "up" if direction == "up" else "down")
        return Change()

    def _by(self, position: int) -> Change:
        """Rose by, an increase in exports by."""
        direction = self._verb(position)
        return Change("by", _named(direction)) if direction else Change()

    def _to(self, position: int) -> Change:
        """Rose to, from 25% to."""
        if position and self.words[position - 1] in _NOT_TO:
            return Change()
        direction = self._verb(position)
        return Change("to", _named(direction)) if direction else Change()

    def _of(self, position: int) -> Change:
        """An increase of, growth of, grew at, a growth rate of."""
        previous = self.words[position - 1] if position else ""
        if previous in {"up", "down"}:
            return Change()
        if previous in {"rate", "pace", "rates"}:
            direction = self._verb(position, reach=6)
            return Change("by", _named(direction)) if direction in {"up", "down"} else Change()
        direction = direction_of(previous)
        return (
            Change("by", _named(direction))
            if direction in {"up", "down"} and previous not in _NO_VERB
            else Change()
        )

    def _verb(self, position: int, reach: int = _REACH) -> str | None:
        """The direction of the nearest word of change before a place; up and down go before *went*."""
        found = None
        for place in range(position - 1, max(0, position - reach) - 1, -1):
            word = self.words[place]
            direction = direction_of(word.rstrip(","))
            if word == "up" and self.words[place + 1] == "to" and place + 1 < position:
                continue
            if direction in {"up", "down"} and word not in _NO_VERB:
                return direction
            found = found or direction
        return found


_SPREADS = words(
    "extend extends extended extending spread spreads spreading stretch stretches stretched stretching "
    "all divided won "
    "presides presided presiding rules ruled argue argued win winning fought clash clashed"
)
_DOWN_AFTER = words(
    "shut shuts shot turned broke laid took tore tear settle closed tracked hunted sat write wrote"
)
# Comparatives, prepositions and adverbs that name no change by themselves.
_NO_VERB = words(
    "lower less fewer below behind longer shorter larger bigger smaller greater faster slower cheaper "
    "higher more over "
    "improve improving soar-away extra"
)


def read_context(low: str, start: int) -> Context:
    """The words of the clause before `start`.

    >>> read_context("it fell. output rose by more than 5%", 34).words
    ['output', 'rose', 'by', 'more', 'than']
    """
    begin = max(0, start - _WINDOW)
    window = low[begin:start]
    for stop in _STOP.finditer(window):
        begin = start - len(window) + stop.end()
    return Context([word.lstrip(_STRIP).rstrip(_QUOTES) for word in low[begin:start].split()], begin)


def hedge_after(low: str, end: int) -> tuple[Comparator, Hedge] | None:
    """A hedge behind the amount: or more, or so, 100-plus, 100+.

    >>> hedge_after("50 ships or more", 8)
    ('ge', Hedge(start=9, end=16, text='or more'))
    """
    following = low[end : end + 1]
    if following == "+" and not low[end + 1 : end + 2].isalnum():
        return "ge", Hedge(end, end + 1, "+")
    if following not in {" ", "-"}:
        return None
    match = _AFTER.match(low, end)
    if match is None or (match[1] in {"odd", "approximately"} and following == " "):
        return None
    if match[1] == "plus" and following == " ":
        return None
    return HEDGES_AFTER[match[1]], Hedge(match.start(1), match.end(1), match[1])


def change_after(low: str, end: int, *, points: bool = False) -> Change:
    """A change named behind the amount: a 5% increase, 5% higher, three points below.

    >>> change_after("5% higher", 2), change_after("5% of", 2)
    (Change(mode='by', direction='up'), Change(mode=None, direction=None))
    """
    match = (
        _CHANGE_AFTER.match(low, end)
        or _CHANGE_NOUN.match(low, end)
        or (_APART.match(low, end) if points else None)
    )
    if match is None:
        return Change()
    word = match["word"]
    down = (
        word in {"below", "behind", "under"}
        or direction_of(word.removesuffix("s")) == "down"
        or direction_of(word) == "down"
    )
    return Change("by", "down" if down else "up")


def _named(direction: str | None) -> Direction | None:
    """Up, down, or neither."""
    return direction if direction in {"up", "down"} else None  # type: ignore[return-value]
