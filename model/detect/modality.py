"""Whether a stretch asserts, attributes, predicts or supposes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kaozheng.model.detect.attribution import find_attribution
from kaozheng.model.lexicon import cue_pattern, words

if TYPE_CHECKING:
    from kaozheng.model.detect.attribution import Attribution
    from kaozheng.model.report import Modality

__all__ = ["read_modality"]

# 将其下调 and 将A改为B move an object; these after 将 make a future.
_FUTURE = (
    r"将(?=会|要|达|超|增(?!速)|降至|下降|减少|突破|升至|上升|升高|高达|于|在|有|为|是|投资|建成|建设|占|继续|进一步|需|提升|提高|提供|扩大|"
    r"新增|交付|实现|完成|对|从|向|由|使|导致|带动|迎来|成为|出现|不|保持|维持|恢复|启动|生效|实施|征收|加征|持续|跌|涨|"
    r"被|仅|只|至少|超过|接近|达到|翻|缩减|耗资|花费|耗费|采购|接收|获得|拥有|部署|生产|出口|进口|消费|消耗|满足|全部|全面|陆续|逐步|正式)"
)
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
    attribution = find_attribution(text, lang)
    holder = (attribution.holder or None) if attribution else None
    if _is_conditional(text, end, lang):
        return "conditional", holder
    if _is_predicted(text, start, end, lang, attribution):
        return "predicted", holder
    return ("attributed" if attribution else "asserted"), holder


def _is_conditional(text: str, end: int, lang: str) -> bool:
    """Whether the stretch holds a condition or follows from one in the same sentence."""
    for match in _cues(lang, "conditional").finditer(text):
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
    for match in _cues(lang, "predicted").finditer(text, left, end):
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


@cache
def _cues(lang: str, modality: str) -> re.Pattern[str]:
    cues = [cue_pattern(word, lang) for word in words("modality", lang=lang, modality=modality)]
    if (lang, modality) == ("zh", "predicted"):
        cues.append(_FUTURE)
    return re.compile("|".join(cues), re.IGNORECASE if modality == "conditional" else 0)
