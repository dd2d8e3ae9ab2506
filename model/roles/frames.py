"""Word patterns around a quantity that settle its metric: 自{partner}进口…占…{q}, {q} of…reserves.

The frames are rows of ``model/lexicon/metric-frames.csv``, tried in the order of the file. In a frame ``{q}`` is
the quantity, ``{place}`` and ``{partner}`` are countries, ``{subject}`` is a material or
product, ``{world}`` is the whole world, ``{n}`` is another
quantity, ``{end}`` the end of the clause, ``{?word}`` may be absent, ``…`` is a gap inside the clause, ``*`` the rest
of a word, and any other name in braces is a class of words from ``frame-classes.csv``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kaozheng.model.detect.cues import expand_kinds
from kaozheng.model.lexicon import cells, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.store import Mention
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["FrameMatch", "match_frame"]

# One private character for each thing found, so that a gap counts a long name as one character.
_Q, _N, _P, _E, _W, _D = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_TOKEN = re.compile(r"\{(\?)?([^}]*)\}|(…)|(\*)|(\s+)|([^{}…*\s]+)")
_WORLD_WORDS = re.compile(
    r"全球|全世界|世界|国际|\b(?:the )?(?:world|global|worldwide|globe)(?:['’]s)?\b", re.IGNORECASE
)
_GAPS = {"zh": 14, "en": 48}
# A frame lies within this distance of its quantity, so that long clauses cost no more than short ones.
_WINDOW = {"zh": 80, "en": 160}
_OPEN, _STRICT = "[^，。；：;:]", f"[^，。；：,;:{_N}]"


@dataclass(frozen=True, slots=True)
class FrameMatch:
    """A frame that fits.

    Attributes:
        metric: Metric id; None for a frame that says the number is none of the known metrics.
        stage: Stage that the frame implies; may be empty.
        place: Id of the country in ``{place}``.
        partner: Id of the country in ``{partner}``.
        spans: The mentions in those two slots, so that nothing else takes them.
    """

    metric: str | None
    stage: str
    place: str | None
    partner: str | None
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    metric: str
    kinds: frozenset[str]
    stage: str
    strict: re.Pattern[str]
    open: re.Pattern[str]


def match_frame(context: Context, quantity: Quantity, start: int, end: int) -> FrameMatch | None:
    """The first frame that fits a quantity inside a span of its sentence; gaps that skip another number last."""
    window = _WINDOW[context.lang]
    start, end = max(start, quantity.start - window), min(end, quantity.end + window)
    masked, where = _mask(context, quantity, start, end)
    # Without another number in the stretch there is nothing to skip.
    for loose in (False, True) if _N in masked else (False,):
        for frame in _frames(context.lang):
            if quantity.kind not in frame.kinds:
                continue
            match = (frame.open if loose else frame.strict).search(masked)
            if match:
                return _filled(frame, match, where)
    return None


def _filled(frame: _Frame, match: re.Match[str], where: dict[int, Mention]) -> FrameMatch:
    slots = {
        name: where.get(match.start(name))
        for name in ("place", "partner")
        if name in match.re.groupindex and match[name]
    }
    found = {name: mention for name, mention in slots.items() if mention is not None}
    return FrameMatch(
        metric=frame.metric or None,
        stage=frame.stage,
        place=found["place"].id if "place" in found else None,
        partner=found["partner"].id if "partner" in found else None,
        spans=tuple((mention.start, mention.end) for mention in found.values()),
    )


def _mask(context: Context, quantity: Quantity, start: int, end: int) -> tuple[str, dict[int, Mention]]:
    """The span with everything found replaced by one character each, and which mention stands where."""
    pieces = sorted(_replacements(context, quantity, start, end), key=lambda piece: (piece[0], -piece[1]))
    out: list[str] = []
    where: dict[int, Mention] = {}
    position, length = start, 0
    for left, right, sign, mention in pieces:
        if left < position:
            continue
        out += [context.text(position, left), sign]
        length += left - position + 1
        if mention is not None:
            where[length - 1] = mention
        position = right
    out.append(context.text(position, end))
    return "".join(out), where


def _replacements(
    context: Context, quantity: Quantity, start: int, end: int
) -> Iterator[tuple[int, int, str, Mention | None]]:
    for other in context.quantities:
        if start <= other.start and other.end <= end:
            sign = _Q if other is quantity else _D if other.kind in ("date", "duration") else _N
            yield other.start, other.end, sign, None
    for mention in context.mentions:
        if mention.kind == "place" and start <= mention.start and mention.end <= end:
            yield mention.start, mention.end, _W if mention.id == "WLD" else _P, mention
        elif _is_thing(context, mention) and start <= mention.start and mention.end <= end:
            yield mention.start, mention.end, _E, None
    for match in _WORLD_WORDS.finditer(context.text(start, end)):
        yield match.start() + start, match.end() + start, _W, None


def _is_thing(context: Context, mention: Mention) -> bool:
    """A material or product; sums such as GDP and plants such as 电解铝厂 keep their letters for the frames."""
    kind = context.entity_kinds.get(mention.id)
    return mention.kind == "entity" and kind not in ("aggregate", "facility", "policy")


@cache
def _frames(lang: str) -> tuple[_Frame, ...]:
    return tuple(
        _Frame(
            metric=row["metric"],
            kinds=expand_kinds(row["kinds"]),
            stage=row["stage"],
            strict=_compile(row["frame"], lang, _STRICT),
            open=_compile(row["frame"], lang, _OPEN),
        )
        for row in read_rows("metric-frames")
        if row["lang"] == lang
    )


def _compile(frame: str, lang: str, filler: str) -> re.Pattern[str]:
    """A frame as a regular expression."""
    gap = f"{filler}{{0,{_GAPS[lang]}}}?"
    parts = [_part(match, lang, gap) for match in _TOKEN.finditer(frame)]
    return re.compile("".join(parts), re.IGNORECASE)


def _part(match: re.Match[str], lang: str, gap: str) -> str:
    optional, name, dots, star, space, literal = match.groups()
    if name is not None:
        body = _slot(name, lang, optional=bool(optional))
        return f"(?:{body}\\s*)?" if optional else body
    if dots:
        return gap
    if star:
        return r"\w*"
    if space:
        return r"\s+(?:(?:the|an?|nearly|about|some|almost|around|only|roughly|over|more\s+than)\s+)*"
    return _bounded(re.escape(literal), lang, whole=False)


def _slot(name: str, lang: str, *, optional: bool) -> str:
    """What a name in braces stands for."""
    signs = {"q": _Q, "n": _N, "world": rf"{_W}(?:['’]s)?", "subject": _E}
    if name in signs:
        return signs[name]
    if name in ("place", "partner"):
        return f"(?P<{name}>{_P})(?:['’]s?)?"
    if name == "end":
        return r"(?=\s*(?:[，。；,;.)）]|$))"
    classes = _classes(lang)
    if name in classes:
        return _bounded(f"(?:{classes[name]})", lang, whole=True)
    if optional:
        return _bounded(re.escape(name), lang, whole=False)
    raise KeyError(name)  # a mistake in the lexicon, found by its test


def _bounded(body: str, lang: str, *, whole: bool) -> str:
    """English words begin at a word boundary, and end at one when `whole`."""
    if lang == "zh":
        return body
    return rf"(?<![^\W\ue000-\ue005]){body}(?!\w)" if whole else rf"(?<![^\W\ue000-\ue005]){body}"


@cache
def _classes(lang: str) -> dict[str, str]:
    out = {}
    for row in read_rows("frame-classes"):
        if row["lang"] == lang:
            forms = sorted(cells(row["words"]), key=len, reverse=True)
            out[row["name"]] = "|".join(
                _N if word == "{n}" else re.escape(word).replace(r"\ ", r"\s+") for word in forms
            )
    return {name: body.replace(re.escape("{n}"), _N) for name, body in out.items()}
