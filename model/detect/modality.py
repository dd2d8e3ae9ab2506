"""Whether a stretch asserts, attributes, predicts or supposes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kaozheng.model.detect.attribution import find_attribution
from kaozheng.model.lexicon import alternation, words

if TYPE_CHECKING:
    from kaozheng.model.detect.attribution import Attribution
    from kaozheng.model.report import Modality

__all__ = ["modality_of", "read_modality"]

# 将其下调 and 将A改为B move an object; these after 将 make a future.
_FUTURE = (
    r"将(?=会|要|达|超|增(?!速)|降至|下降|减少|突破|升至|上升|升高|高达|于|在|有|为|是|投资|建成|建设|占|继续|进一步|需|提升|提高|提供|扩大|"
    r"新增|交付|实现|完成|对|从|向|由|使|导致|带动|迎来|成为|出现|不|保持|维持|恢复|启动|生效|实施|征收|加征|持续|跌|涨|"
    r"被|仅|只|至少|超过|接近|达到|翻|缩减|耗资|花费|耗费|采购|接收|获得|拥有|部署|生产|出口|进口|消费|消耗|满足|全部|全面|陆续|逐步|正式)"
)
_BY = {
    "zh": re.compile(r"\s*(?:另?据|根据|依据|按照|援引)"),
    "en": re.compile(r"(?i:according|data|figures|per|citing)"),
}
_CONTRAST = {
    "zh": re.compile(r"[，；](?:而|但|不过|然而)"),
    "en": re.compile(r"[,;]\s+(?:but|while|whereas|yet)\b"),
}
_ZH_RESET = re.compile(r"(?:^|[，；])(?:而|但|不过|实际|目前|去年|此前|今年以来)")


def read_modality(text: str, start: int, end: int, lang: str) -> tuple[Modality, str | None]:
    """The modality of a stretch of a sentence, and who it is attributed to.

    Args:
        text: The sentence.
        start: First character of the stretch: the clause of a claim.
        end: One past its last.
        lang: ``zh`` or ``en``.

    >>> text = "镓价飙升至725美元，预计到2025年9月将突破595美元。"
    >>> read_modality(text, 0, 10, "zh"), read_modality(text, 11, 29, "zh")
    (('asserted', None), ('predicted', None))
    >>> read_modality("Output will reach 900 tons, USGS said.", 0, 26, "en")
    ('predicted', 'USGS')
    """
    return modality_of(text, start, end, lang, find_attribution(text, lang))


def modality_of(
    text: str, start: int, end: int, lang: str, attribution: Attribution | None
) -> tuple[Modality, str | None]:
    """As `read_modality`, for a sentence whose attribution is known."""
    attribution = _governing(attribution, text, start, lang)
    holder = (attribution.holder or None) if attribution else None
    if _is_conditional(text, end, lang):
        return "conditional", holder
    if _is_predicted(text, start, end, lang, attribution):
        return "predicted", holder
    return ("attributed" if attribution else "asserted"), holder


def _governing(attribution: Attribution | None, text: str, start: int, lang: str) -> Attribution | None:
    """The attribution when it reaches the stretch.

    据X数据 holds for its sentence; what X said ends where a contrast begins (俄方称..., 而美方...).
    """
    if attribution is None or start <= attribution.start or _BY[lang].match(text, attribution.start):
        return attribution
    contrast = _CONTRAST[lang].search(text, attribution.end, start + 4)
    return None if contrast else attribution


def _is_conditional(text: str, end: int, lang: str) -> bool:
    """Whether the stretch holds a condition or follows from one in the same sentence."""
    for match in _found(text, lang, "conditional"):
        if lang == "zh" and match.start() >= end:
            continue
        if not _is_whether(text, match, lang):
            return True
    return False


def _is_whether(text: str, match: re.Match[str], lang: str) -> bool:
    """``ask if``, ``as if`` and 若干 set no condition."""
    if lang == "zh":
        return text[match.end() : match.end() + 1] in ("干", "有") and match[0] == "若"
    before = text[max(0, match.start() - 12) : match.start()]
    return re.search(r"\b(?:as|even|asks?|asked|see|wonder\w*|know|knows)\s+$", before) is not None


def _is_predicted(text: str, start: int, end: int, lang: str, attribution: Attribution | None) -> bool:
    """Whether a cue of the future stands in the stretch or, in Chinese, governs it from before."""
    left = _governed_from(text, start) if lang == "zh" else start
    for match in _found(text, lang, "predicted"):
        if match.start() < left or match.end() > end:
            continue
        inside_holder = attribution is not None and (
            attribution.holder_start <= match.start() < attribution.holder_end
        )
        if not inside_holder:
            return True
    return False


def _governed_from(text: str, start: int) -> int:
    """Where a Chinese cue may stand that still governs the clause: after the last 而, 但 or 实际."""
    resets = [match.start() for match in _ZH_RESET.finditer(text, 0, start + 3)]
    return resets[-1] if resets else 0


@lru_cache(maxsize=256)
def _found(text: str, lang: str, modality: str) -> tuple[re.Match[str], ...]:
    """The cues of a modality in a sentence; cached because each claim of the sentence asks again."""
    return tuple(_cues(lang, modality).finditer(text))


@cache
def _cues(lang: str, modality: str) -> re.Pattern[str]:
    body = alternation(words("modality", lang=lang, modality=modality), lang)
    if (lang, modality) == ("zh", "predicted"):
        body = f"{body}|{_FUTURE}"
    return re.compile(body, re.IGNORECASE if modality == "conditional" else 0)
