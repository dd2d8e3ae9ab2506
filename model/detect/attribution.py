"""Who is said to have said it: 据美国地质调查局数据, 俄方最初宣称, according to USGS, the ministry said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kaozheng.model.lexicon import words

__all__ = ["Attribution", "find_attribution"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that attribute a sentence.

    Attributes:
        start: First character of the attributing words.
        end: One past their last.
        holder: Who is said to say it, as written; empty for 据估算 and the like.
        holder_start: Where that begins.
    """

    start: int
    end: int
    holder: str
    holder_start: int

    def moved(self, by: int) -> Attribution:
        """The same with offsets into a longer text."""
        return replace(self, start=self.start + by, end=self.end + by, holder_start=self.holder_start + by)

    @property
    def holder_end(self) -> int:
        """One past the last character of the holder."""
        return self.holder_start + len(self.holder)


def find_attribution(text: str, lang: str) -> Attribution | None:
    """The first attribution in a sentence, or None.

    >>> find_attribution("据美国地质调查局最新数据，俄罗斯储量为38万吨。", "zh").holder
    '美国地质调查局'
    >>> find_attribution("Russia, according to the USGS, holds 3.8 million tons.", "en").holder
    'the USGS'
    >>> find_attribution("中国商务部宣布自8月1日起实施管制。", "zh") is None
    True
    """
    for pattern in _patterns(lang):
        for match in pattern.finditer(text):
            holder = match["holder"].strip()
            if not holder or not _no_holder(lang).fullmatch(holder):
                start = match.start("holder") + len(match["holder"]) - len(match["holder"].lstrip())
                return Attribution(match.start(), match.end(), holder, start)
    return None


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    return _zh_patterns() if lang == "zh" else _en_patterns()


def _zh_patterns() -> tuple[re.Pattern[str], ...]:
    # 统计 in 统计局 and 报告 in 报告员 belong to the holder's name.
    nouns = f"(?:{'|'.join(words('attribution', lang='zh', kind='noun'))})(?![局部署司院所员])"
    verbs = f"(?:{'|'.join(words('attribution', lang='zh', kind='verb'))})(?![局部署司院所员])"
    gap = r"[^，。；：,;:！？!?了将]"
    day = r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
    when = rf"(?:的|于|在|{day}|当天|昨日|今天|近日|日前|最新|最近|此前)"
    told = rf"(?:发布|公布|发表|公开|官方)(?:的)?(?:{gap}{{0,10}}?(?:数据|报告|公告|声明|结果|消息|预测))?"
    adverb = r"(?:最初|曾|也|还|则|已|一直|多次|公开|方面|昨日|今日|随后)"
    opening = r"(?:^|(?<=[，。；：“”（(]))\s*"
    by = r"(?:根据|依据|按照|援引|引述|另据|据)"
    return (
        # 据X的最新数据，
        re.compile(
            rf"{opening}{by}(?P<holder>{gap}{{2,30}}?)(?:{when}|{told})*{nouns}{gap}{{0,12}}(?=[，：,:])"
        ),
        re.compile(rf"{by}(?P<holder>{gap}{{2,20}}?)(?:{when}|{told})*{nouns}(?:称|显示|说)?(?=[，：,:])"),
        # 据估算，据悉：without a holder
        re.compile(rf"{opening}据(?P<holder>)(?:外媒|媒体)?{nouns}(?:称|说)?(?=[，：,:])"),
        # X数据显示，/ X表示，/ X最初宣称……
        re.compile(
            rf"{opening}(?P<holder>{gap}{{2,28}}?)(?:在{gap}{{1,12}}?)?(?:{when}|{told}|{adverb})*?"
            rf"{verbs}(?:[，：,:“]|(?=\S))"
        ),
    )


def _en_patterns() -> tuple[re.Pattern[str], ...]:
    needs_that = set(words("attribution", lang="en", kind="needs_that"))
    free = "|".join(word for word in words("attribution", lang="en", kind="verb") if word not in needs_that)
    bound = "|".join(sorted(needs_that, key=len, reverse=True))
    opener = r"[A-Z]|the |a |an |its |his |her |official|industry|analysts|experts|researchers|customs"
    holder = rf"(?P<holder>(?:{opener})[^,;:()]{{0,60}}?)"
    adverb = (
        r"(?:\s+(?:first|initially|also|later|earlier|previously|recently|has|have|had|now|once|repeatedly))*"
    )
    return (
        re.compile(
            r"(?i:according\s+to)\s+(?P<holder>[^,;:()]{2,70}?)(?=\s*(?:[,;:()]|\.?$)|\s+(?:for|in)\s+\d{4})"
        ),
        re.compile(
            r"(?:^|(?<=[,;(]\s))(?i:citing|per)\s+(?P<holder>(?:the |[A-Z])[^,;:()]{1,60}?)(?=[,;:)]|\.?$)"
        ),
        re.compile(
            r"(?:^|(?<=[,;:]\s))(?:[Dd]ata|[Ff]igures|[Ss]tatistics|[Ee]stimates|[Aa] report|[Aa] study)\s+"
            r"(?:from|by|of)\s+(?P<holder>[^,;:()]{2,60}?)\s+(?:show\w*|indicat\w*|suggest\w*|put\w*|find|found)\b"
        ),
        re.compile(rf",\s*(?:{free})\s+{holder}(?=[,.;]|$)"),
        re.compile(rf"[,;]\s*{holder}\s+(?:{free}|{bound})(?=\s*(?:,|\.?$))"),
        re.compile(
            rf"(?:^|(?<=[,;:]\s)|(?<=\bbut\s)|(?<=\band\s)){holder}{adverb}\s+(?:{free})\b(?!\s+(?:by|goodbye))"
        ),
        re.compile(
            rf"(?:^|(?<=[,;:]\s)|(?<=\bbut\s)|(?<=\band\s)){holder}{adverb}\s+(?:{bound})\s+(?=that\b)"
        ),
        re.compile(
            r"(?:^|(?<=[,;:]\s))(?P<holder>[A-Z][^,;:()]{1,50}?)\s+(?:data|figures|statistics|estimates)\s+(?:show\w*|indicat\w*|suggest\w*|put)\b"
        ),
        re.compile(
            r"\b(?:[Bb]y|[Ii]n)\s+(?P<holder>(?:the\s+)?[A-Z][\w.\s]{1,50}?)['’]s?\s+(?:estimate|reckoning|count|data|figures)\b"
        ),
        re.compile(rf"[”\"],?\s*{holder}\s+(?:said|says|told)\b"),
    )


@cache
def _no_holder(lang: str) -> re.Pattern[str]:
    """What looks like a holder and is none: 也就是说, 可以说, It is said."""
    if lang == "zh":
        return re.compile(
            r".*(?:也就是|可以|不得不|应当|换句话|总的来|一般来|(?<!数)据|虽|被|号|名|简|俗|又|统|并|自|对|堪|所谓的?|可)|(?:不|没|让|使|这|那).{0,2}"
        )
    return re.compile(
        r"(?:It|That|This|There|Which|Who|What|He is|They are)(?:\s+(?:is|was|has been))?.*\b(?:is|was|been|be)",
        re.I,
    )
