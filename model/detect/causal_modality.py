"""Whether a causal statement is asserted, attributed, predicted or conditional, and who said it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.model.report import Modality

__all__ = ["Stance", "stance"]

_QUESTION = {
    "zh": re.compile(r"[?？][”」』\"'）)]*\s*$"),
    "en": re.compile(r"\?[\"'”’)]*\s*$"),
}
_INDIRECT = {
    "zh": re.compile(r"是否|会不会|能否|为何|为什么|会否"),
    "en": re.compile(r"\b(?:whether|ask(?:s|ed)? (?:if|why|how)|unclear (?:if|why|how))\b", re.I),
}
_CONDITION = {
    "zh": re.compile(r"如果|若(?!干)|假如|倘若|假设|一旦|只要|万一|(?<!主)要是|除非|假使"),
    "en": re.compile(
        r"\b(?:if|unless|should (?:china|beijing|the|it|they|washington)|were to|in case|"
        r"provided that|in the event)\b",
        re.I,
    ),
}
_FUTURE = {
    "zh": re.compile(
        r"(?<!即)将(?!近|军|其|它|对|[^,。]{1,8}(?:列为|纳入|推向|用于|作为))|会(?!议|谈|晤|员|计|"
        r"见)|预计|预期|有望|料将?|势必|必将|恐怕?"
    ),
    "en": re.compile(
        r"\b(?:will|would|is expected to|are expected to|is likely to|are likely to|is set to|"
        r"are set to|forecast|projected|predict\w*|is going to|shall)\b",
        re.I,
    ),
}
_MAY = {
    "zh": re.compile(r"可能|或许|或将|或会|也许|恐|或(?=导|引|造|推|使|令|加|拖|影)|有望"),
    "en": re.compile(
        r"\b(?:may|might|could|can|possibly|perhaps|potentially|probably|risks? (?:causing|"
        r"leading)|threatens? to)\b",
        re.I,
    ),
}
_SPEAKER = {
    "zh": re.compile(
        r"据(?P<a>[^,，。]{2,25}?)(?:的)?(?:报道|称|消息|介绍|透露|分析|估计|数据|统计)"
        r"|(?P<b>[^,，。;；“”]{2,20}?)(?:认为|表示|指出|声称|宣称|坚称|强调|警告|透露|解释说|坦言|"
        r"直言|说道?(?=[:：,，])|称(?=[:：,，]|[^号呼赞之为作]{4,}))(?!的)"
    ),
    "en": re.compile(
        r"\b(?i:according to) (?P<a>[^,.;]{2,60}?)(?=[,.;]|$)"
        r"|(?P<b>[A-Z][^,.;\"]{1,60}?|[Aa]nalysts|[Oo]fficials|[Cc]ritics|[Oo]bservers|"
        r"[Ee]xperts)\s(?:says?|said|argues?|argued|believes?|believed|claims?|claimed|warns?|"
        r"warned|noted|notes|stated|states|told|reported|contends?|maintains?|insists?|insisted|"
        r"wrote|explained)\b"
        r"|,?\s*(?:said|says) (?P<c>[^,.;]{2,50})"
    ),
}


@dataclass(frozen=True, slots=True)
class Stance:
    """How a sentence puts its statement."""

    modality: Modality
    attributed_to: str | None
    hedged: bool
    question: bool


def stance(sentence: str, start: int, end: int, signal: int, lang: str) -> Stance:
    """The stance of the stretch `start` to `end` of a sentence whose signal begins at `signal`.

    >>> stance("据路透社报道，管制可能导致镓价上涨。", 7, 17, 11, "zh")
    Stance(modality='predicted', attributed_to='路透社', hedged=True, question=False)
    >>> stance("If China bans exports, this will lead to shortages.", 23, 50, 33, "en").modality
    'conditional'
    """
    window = sentence[start:end] if lang == "zh" else sentence[max(0, start) : end]
    near = sentence[max(start, signal - (12 if lang == "zh" else 40)) : signal + (6 if lang == "zh" else 0)]
    speaker = _speaker(sentence, lang)
    hedged = _MAY[lang].search(near) is not None
    asked = _INDIRECT[lang].search(sentence[:signal]) is not None
    question = asked or _QUESTION[lang].search(sentence) is not None
    modality: Modality = "attributed" if speaker else "asserted"
    if hedged or _FUTURE[lang].search(near):
        modality = "predicted"
    if _CONDITION[lang].search(sentence[: max(signal, start)]) or _CONDITION[lang].search(window):
        modality = "conditional"
    return Stance(modality, speaker, hedged, question)


def _speaker(sentence: str, lang: str) -> str | None:
    """Who is said to say it, as written."""
    match = _SPEAKER[lang].search(sentence)
    if match is None:
        return None
    name = next(group for group in match.groups() if group is not None)
    return name.strip(" ,，“”\"'") or None
