"""Paragraphs and sentences of an article, with exact offsets.

One pass over the characters that can end a sentence, so time grows with the length of the text. A sentence
keeps its closing quotes and brackets. Stretches without any end mark are cut at `MAX_SENTENCE` characters,
which bounds the work of every later step.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kaozheng.model.lexicon import words
from kaozheng.model.protocols import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["MAX_SENTENCE", "segment"]

MAX_SENTENCE = 1500
_MAX_BRACKET = 300
_MAX_TITLE = {"zh": 60, "en": 160}

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CLOSERS = "”’」』】）)]〕〉》\"'"
_END = re.compile(rf"(?:[。！？；｡]+|…+|\.{{2,}}|[!?]+|\.)[。！？!?…]*(?P<close>[{re.escape(_CLOSERS)}]*)")
_BRACKET = re.compile(r"[（(〔【）)〕】]")
_PAIRS = {"）": "（", ")": "(", "〕": "〔", "】": "【"}
_SOFT_END = re.compile(r"[a-z,0-9)\-–—]\s*$")
_CJK = re.compile(r"[㐀-鿿豈-﫿]")
_LIST_MARK = re.compile(r"\s*(?:[(（]?\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$")
_WORD_BEFORE = re.compile(r"(?<![\w.])((?:[A-Za-z]\.)+[A-Za-z]|[A-Za-z]+)$")
_CUT = re.compile(r"[，,、：:\s]")
_STARTERS = frozenset(words("sentence-starters"))


def segment(text: str, title: str | None = None) -> tuple[Sentence, ...]:
    """All sentences of an article in order.

    Args:
        text: The article; offsets are code points into it.
        title: Its title when known apart from the text; a first line equal to it is marked as the title.

    >>> [s.text for s in segment("产量达750吨。“这很多！”专家说；价格未变")]
    ['产量达750吨。', '“这很多！”', '专家说；', '价格未变']
    >>> [s.text for s in segment("The U.S. holds 1.9 Mt. It imports 80 percent, e.g. from China.")]
    ['The U.S. holds 1.9 Mt.', 'It imports 80 percent, e.g. from China.']
    """
    sentences: list[Sentence] = []
    spans = list(_paragraphs(text))
    for number, (start, end) in enumerate(spans):
        heading = _is_title(text[start:end], title, first=number == 0, last=number == len(spans) - 1)
        for left, right in _sentences(text, start, end):
            sentences.append(Sentence(left, right, text[left:right], number, heading))
    return tuple(_marked(sentences, title))


def _marked(sentences: list[Sentence], title: str | None) -> Iterator[Sentence]:
    """Marks a sentence that repeats the given title inside a longer first paragraph."""
    wanted = (title or "").strip()
    for sentence in sentences:
        if wanted and not sentence.is_title and sentence.text == wanted:
            yield replace(sentence, is_title=True)
        else:
            yield sentence


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of paragraphs: lines, joined where a line break only wraps a running English sentence."""
    start = end = -1
    for match in _LINE.finditer(text):
        left, right = _stripped(text, match.start(), match.end())
        if left == right:
            continue
        if end >= 0 and not _wraps(text, start, end, left):
            yield start, end
            start = left
        elif end < 0:
            start = left
        end = right
    if end >= 0:
        yield start, end


def _wraps(text: str, start: int, end: int, following: int) -> bool:
    """Whether the break between two lines is a soft wrap inside a sentence."""
    return (
        text[following].islower()
        and text[following].isascii()
        and text.count("\n", end, min(following, end + 8)) == 1
        and end - max(start, text.rfind("\n", start, end)) >= 40
        and _SOFT_END.search(text, max(start, end - 2), end) is not None
    )


def _is_title(line: str, title: str | None, *, first: bool, last: bool) -> bool:
    """Whether a paragraph is the title: it equals the one given, or opens the text and looks like one."""
    if title is not None and line.strip("# \t") == title.strip():
        return True
    if line.startswith("#"):
        return True
    if not first or last or "\n" in line:
        return False
    limit = _MAX_TITLE["zh" if _CJK.search(line) else "en"]
    return len(line) <= limit and line[-1] not in "。.；;，,：:…"


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of one paragraph, without surrounding space."""
    left = start
    for stop in (*_ends(text, start, end), end):
        for piece_start, piece_end in _pieces(text, left, stop):
            begin, finish = _stripped(text, piece_start, piece_end)
            if begin < finish:
                yield begin, finish
        left = stop


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch cut into parts of at most `MAX_SENTENCE`, at punctuation or space where there is any."""
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        tail = text[limit - 300 : limit]
        cuts = [match.end() for match in _CUT.finditer(tail)]
        cut = limit - 300 + cuts[-1] if cuts else limit
        yield start, cut
        start = cut
    yield start, end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Positions after which a new sentence begins."""
    covered = _bracketed(text, start, end)
    inside = next(covered, None)
    begin = start
    for match in _END.finditer(text, start, end):
        position = match.end()
        while inside is not None and inside[1] <= match.start():
            inside = next(covered, None)
        # A whole sentence in brackets ends with its closing bracket; a remark inside a sentence does not.
        if inside is not None and inside[0] <= match.start() < inside[1]:
            whole = _stripped(text, begin, inside[0] + 1)[0] == inside[0] and position >= inside[1]
            if not whole:
                continue
        if _is_end(text, begin, match, end):
            yield position
            begin = position


def _bracketed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of closed outermost brackets that are short enough to be a remark."""
    stack: list[tuple[str, int]] = []
    spans: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text, start, end):
        opener = _PAIRS.get(match[0])
        if opener is None:
            stack.append((match[0], match.start()))
        elif stack and stack[-1][0] == opener:
            left = stack.pop()[1]
            if match.end() - left <= _MAX_BRACKET:
                spans.append((left, match.end()))
    return iter(_outermost(sorted(spans)))


def _outermost(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reach = -1
    for left, right in spans:
        if left >= reach:
            yield left, right
            reach = right


def _is_end(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether an end mark ends the sentence that began at `begin`."""
    mark = match[0]
    if mark[0] in "。！？；｡":
        return True
    following = text[match.end() : min(match.end() + 40, end)]
    if mark[0] in "…!?":
        # 50%!? and URLs such as a?b=c go on; Chinese text may follow without a space.
        if not following or _CJK.match(following) is not None:
            return True
        rest = following.lstrip()
        return (following != rest or bool(match["close"])) and not rest[:1].islower()
    if mark.startswith(".."):
        return not following or (following[0].isspace() and not following.lstrip()[:1].islower())
    return _is_full_stop(text, begin, match, following)


def _is_full_stop(text: str, begin: int, match: re.Match[str], following: str) -> bool:
    """Whether a single dot is a full stop and not part of an abbreviation, an initial or a list mark."""
    rest = following.lstrip()
    if not rest:
        return True
    if not following[0].isspace():
        before = text[match.start() - 1 : match.start()]
        return _CJK.match(following) is not None and not before.isascii()
    if rest[0].islower() or _LIST_MARK.match(text[max(begin, match.start() - 12) : match.start()]):
        return False
    word = _WORD_BEFORE.search(text[max(begin, match.start() - 12) : match.start()])
    return word is None or not _abbreviates(word[1], rest)


def _abbreviates(word: str, rest: str) -> bool:
    """Whether the dot after `word` belongs to an abbreviation inside the sentence."""
    kind = _abbreviations().get(word) or _abbreviations().get(word.capitalize())
    following = re.match(r"[\"'“‘(]*(\w*)", rest)
    next_word = following[1] if following else ""
    if kind == "number":
        return rest[0].isdigit()
    if kind == "maybe" or (kind is None and "." in word):
        return next_word not in _STARTERS
    return kind == "never" or (len(word) == 1 and word.isupper() and word != "I")


@cache
def _abbreviations() -> dict[str, str]:
    """Word to ``never`` (ends a sentence), ``maybe`` or ``number``."""
    return {word: kind for kind in ("maybe", "number", "never") for word in words("abbreviations", ends=kind)}


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without surrounding white space."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
