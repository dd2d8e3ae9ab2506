"""Chinese frames with two parts: 受…影响, 由…导致, 因…而, 在…推动下, …是…的原因, 与…有关."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.detect.causal_clauses import clause_at, is_frame_clause, tighten
from kaozheng.model.detect.causal_types import Link, SignalEntry
from kaozheng.model.detect.causal_words_zh import CHANGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.model.detect.causal_types import Range

__all__ = ["find_pairs"]

_C = r"(?P<c>[^,;。:!?]{2,45}?)"
_INFLUENCE = r"(?:影响|冲击|拖累|推动|带动|刺激|提振|驱动|打击|制约|限制|困扰|波及|牵制|拖延|掣肘|牵动|左右)"
_HOW = (
    r"(?:的)?(?:(?:显著|严重|深刻|直接|巨大|重大|较大|很大|一定|不利|负面|强烈|多重|双重|明显|"
    r"剧烈|严峻|极大)的?)*"
)
_CAUSED = r"(?:导致|造成|引起|引发|带来|推动|驱动|触发|促成|诱发|所致)"
_REASON = (
    r"(?:原因|根源|主因|诱因|推手|导火索|罪魁祸首|元凶|症结|关键因素|决定性因素|动因|动力|"
    r"驱动力|起因|障碍|瓶颈|绊脚石|拦路虎)"
)

_GAIN = r"(?:主导|垄断|掌控|控制|占据|成为|称霸|实现|取得|赢得|形成|确立|牢牢|几乎|一举|在)"

_PATTERNS: tuple[tuple[str, re.Pattern[str], int, float], ...] = (
    # frame, pattern, strength, score
    (
        "around",
        re.compile(
            rf"(?<![不遭经接承忍享难免好])受(?:到|了)?{_C}{_HOW}{_INFLUENCE}(?!力|因素|较小|不大|影响|"
            rf"冲击|措施|政策|[^,。;]{1, 4}影响)"
        ),
        3,
        0.9,
    ),
    ("around", re.compile(rf"(?<!现)在{_C}{_HOW}{_INFLUENCE}之?下"), 3, 0.8),
    ("around", re.compile(rf"在{_C}的?(?:压力|作用|夹击|倒逼|驱使|逼迫|重压)之?下"), 2, 0.7),
    ("around", re.compile(r"出于(?:对)?(?P<c>[^,;。:!?]{2,30}?)(?:的)?(?:考虑|担忧|需要|考量)"), 2, 0.6),
    ("around", re.compile(r"(?:为了?|对)(?:回应|应对|反制|报复|反击)(?P<c>[^,;。:!?]{2,40})(?=,)"), 3, 0.85),
    (
        "around",
        re.compile(r"作为(?:对)?(?P<c>[^,;。:!?]{2,40}?)的?(?:回应|反制|报复|反击)(?:措施)?"),
        3,
        0.85,
    ),
    (
        "around",
        re.compile(rf"(?:凭借|依托|仰仗|借助|依靠|靠着)(?P<c>[^,;。:!?]{{2,40}}?)(?=,|{_GAIN})"),
        2,
        0.65,
    ),
    ("give", re.compile(r"(?:给|对|为)(?P<e>[^,;。:!?]{2,30}?(?:带来|造成|构成)[^,;。:!?]{2,30})"), 3, 0.75),
    (
        "if",
        re.compile(
            r"(?:如果|若(?!干)|假如|倘若|一旦|只要)(?P<c>[^,;。:!?]{3,60}),(?:那么|则|"
            r"也)?(?P<e>[^,;。:!?]{0,12}?(?:将|就|便|会|必将|势必)(?:会|要|能)?[^,;。:!?]{2,60})"
        ),
        3,
        0.55,
    ),
    (
        "passive",
        re.compile(rf"(?:是|主要是|完全是)(?!由){_C}(?:直接|共同)?(?:所)?{_CAUSED}的(?=$|[,。;])"),
        3,
        0.9,
    ),
    (
        "passive",
        re.compile(
            rf"(?:是|主要是|完全是|并非)?由(?:于)?{_C}(?:直接|共同|间接)?(?:所)?{_CAUSED}(?:的(?=$|"
            rf"[,。]))?(?!的)"
        ),
        3,
        0.9,
    ),
    ("passive", re.compile(r"(?:(?:系|是)(?:因|由)?|因|由)(?P<c>[^,;。:!?]{2,30}?)所致"), 3, 0.9),
    ("relative", re.compile(rf"由{_C}(?:直接|共同)?(?:所)?{_CAUSED}的(?=[^,。])"), 3, 0.9),
    (
        "because",
        re.compile(
            r"(?<![基起成内外病诱死原主归近远])因(?!此|素|应|果|子|特网|时|"
            r"地)(?:为)?(?P<c>[^,;。:!?]{2,40}?)(?:而(?!且|是|非|言)|应声|被迫|不得不|一路)"
        ),
        3,
        0.9,
    ),
    (
        "reason",
        re.compile(
            rf"(?:才|正|就|也|都)?(?:是|成为|成了)(?:了)?(?:导致|造成|引发|引起|推动|制约|影响|促使|"
            rf"阻碍)?(?P<e>[^,;。:!?]{{2,45}}?)的(?:[一-鿿]{{0,2}}(?:重要|主要|直接|根本|关键|真正|"
            rf"首要|最大|核心|深层|幕后|重大)(?:的)?)?(?:之一|一大)?{_REASON}(?:之一)?(?=$|[,;。:!?])"
        ),
        3,
        0.85,
    ),
    (
        "with",
        re.compile(
            r"(?:与|同|和|跟)(?P<c>[^,;。:!?]{2,40}?)(?:密切|直接|密不可分|息息|不无|紧密|有直接|"
            r"有很大|有着?|脱不开|脱不了)?(?:相关(?!性|部门|规定|人|的)|有关(?!部门|方面|规定|的)|"
            r"关系(?=$|[,。])|密不可分)"
        ),
        1,
        0.6,
    ),
)


_WILL = re.compile(r"(?:将|就|便|会|必将|势必)(?:会|要|能)?")
_BARE = re.compile(r"(?:主要|正|这|都|完全|也|就|则|还|部分|大多)*(?:是|系)?(?:因|由于)?")


def find_pairs(folded: str, found: list[Range]) -> tuple[list[Link], list[Range]]:
    """Links of the frames that have two parts, and the stretches that they take up.

    >>> text = "F-35交付因技术更新延误而减少"
    >>> [(text[slice(*l.cause)], text[slice(*l.effect)]) for l in find_pairs(text, [(0, len(text))])[0]]
    [('技术更新延误', 'F-35交付因技术更新延误而减少')]
    """
    links: list[Link] = []
    taken: list[Range] = []
    for frame, pattern, strength, score in _PATTERNS:
        entry = SignalEntry("relative" if frame == "relative" else "pair", "cause", strength, score)
        for match in pattern.finditer(folded):
            link = _link(folded, found, frame, match, entry)
            if link is not None and not any(_same(link, other) for other in links):
                links.append(link)
                taken.append(match.span())
    return links, taken


def _link(
    folded: str, found: list[Range], frame: str, match: re.Match[str], entry: SignalEntry
) -> Link | None:
    """The link of one match, or None when one side is missing or the frame is denied."""
    if re.search(r"(?:不|没有|并未|未|并非|不会|不再|无)$", folded[: match.start()]):
        return None
    index = clause_at(found, match.start())
    clause = found[index]
    if frame == "if":
        opening = match.start("e")
        will = _WILL.search(folded, opening)
        if will is None:
            return None
        if re.search(r"[你您请我]", folded[opening:]) or not CHANGE.search(match.group("e")):
            return None  # advice to the reader
        start = will.end() if will.start() == opening else opening
        return Link(match.span("c"), (start, match.end("e")), will.span(), entry)
    if frame in {"reason", "give"}:
        stated = match.span("e")
        cause = tighten(folded, (clause[0], match.start()))
        if cause is None and index:
            cause = tighten(folded, found[index - 1])
        signal = (match.start(), match.start("e")) if frame == "give" else (match.end("e"), match.end())
        return None if cause is None else Link(cause, stated, signal, entry)
    effect = _effect(folded, found, frame, match)
    if effect is None:
        return None
    return Link(tighten(folded, match.span("c")), effect, _signal(match), entry)


def _signal(match: re.Match[str]) -> Range:
    """The closing part of the frame, which names the relation."""
    return (
        (match.end("c"), match.end()) if match.end() > match.end("c") else (match.start(), match.start("c"))
    )


def _effect(folded: str, found: list[Range], frame: str, match: re.Match[str]) -> Range | None:
    """Where the effect stands: rest of the clause, next clause, or what stands before."""
    index = clause_at(found, match.start())
    clause = found[index]
    before: Range | None = tighten(folded, (clause[0], match.start()))
    after = tighten(folded, (match.end(), clause[1]))
    if before and (is_frame_clause(folded[slice(*before)], "zh") or _BARE.fullmatch(folded[slice(*before)])):
        before = None
    if frame in {"passive", "with"}:
        if frame == "with" and before and not CHANGE.search(folded[slice(*before)]):
            return None
        return before or (_content_before(folded, found, index))
    if frame == "relative":
        return after
    if after is not None and re.match(r"[,的]?(?:而|下|,)?$", folded[slice(*after)]):
        after = None
    if after is not None:
        return tighten(folded, (before[0] if before else after[0], clause[1]))
    following = next(_content_after(folded, found, index), None)
    if before is not None and following is not None and len(folded[slice(*before)]) >= 2:
        return (
            following
            if before[1] - before[0] < 12 and frame != "around"
            else _shorter(before, following, match)
        )
    return following or before or _content_before(folded, found, index)


def _shorter(before: Range, following: Range, match: re.Match[str]) -> Range:
    """A受B影响,C: what B does is C; A市场受到B的显著影响,C: what B does is on A."""
    return before if match.group().startswith("受到") else following


def _content_after(folded: str, found: list[Range], index: int) -> Iterator[Range]:
    """Clauses after one, joined to those that only set the time."""
    for position in range(index + 1, len(found)):
        start = found[position][0]
        end = position
        while end + 1 < len(found) and is_frame_clause(folded[slice(*found[end])], "zh"):
            end += 1
        span = tighten(folded, (start, found[end][1]))
        if span is not None:
            yield span


def _content_before(folded: str, found: list[Range], index: int) -> Range | None:
    """The last clause before one that says something."""
    for position in range(index - 1, -1, -1):
        if not is_frame_clause(folded[slice(*found[position])], "zh"):
            return tighten(folded, found[position])
    return None


def _same(link: Link, other: Link) -> bool:
    """Two readings of one frame."""
    return (link.signal[0] < other.signal[1] and other.signal[0] < link.signal[1]) or (
        link.cause is not None and link.cause == other.cause
    )
