"""What around a number shows that it is a name, a code or a date and no quantity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.model.quantities.zh.numbers import Number

__all__ = ["LICENCE", "ends_in_code", "is_lone_figure", "minus_before", "starts_in_code"]

_DASHES = "-–—−"
# Before these characters a number continues a code, a path, a version or a time.
_CODE_BEFORE = frozenset("_/\\@=#&.'′*^~№")
_MINUS_AFTER = frozenset('为至到达是于约跌降成在零,(（:;，。；、 \n\t“”"=>吨斤克桶度时')
# A figure without unit counts something only after words that say so (增至150, 共150).
LICENCE = frozenset("为是至到达超约有共近余由从于得获占剩在仅破足过计")
# 不负十四亿人民, 担负三项任务: 负 is the verb.
_BEFORE_BURDEN = frozenset("不担肩欺胜辜抱背自")
# No designator has a percent sign or degrees: 增长-5.3%, 达-20℃.
_SIGNED_READING = re.compile(r"(?<=[\u4e00-\u9fff])[-−][0-9.]{1,12}\x20?[%‰℃]")
_LETTERED = ("图", "表", "附录", "附件", "附表", "附图", "公式", "注", "航班", "编号", "代码")
_LETTERED_ENDS = frozenset(name[-1] for name in _LETTERED)


def starts_in_code(folded: str, start: int) -> bool:
    """Whether the character before an Arabic number makes it part of a name or code.

    >>> starts_in_code("歼-20", 2), starts_in_code("F35", 1), starts_in_code("约20", 1)
    (True, True, False)
    """
    if start == 0:
        return False
    before = folded[start - 1]
    if before in _LETTERED_ENDS and folded.endswith(_LETTERED, 0, start):
        return not folded.endswith(("代表", "试图", "企图", "力图"), 0, start)
    if before.isascii():
        if before.isalpha() or before in _CODE_BEFORE:
            return True
        if before == ":":
            return folded[start - 2 : start - 1].isdigit()
        if before == " " and start > 1 and folded[start - 2].isascii() and folded[start - 2].isalpha():
            return _latin_name(folded, start - 1)
    if before in _DASHES:
        return not _is_minus(folded, start - 1)
    return False


def _latin_name(folded: str, pos: int) -> bool:
    """Whether a short capital word ends at `pos`, as in Type 055 or No 23."""
    start = pos
    while start > max(0, pos - 6) and folded[start - 1].isascii() and folded[start - 1].isalpha():
        start -= 1
    word = folded[start:pos]
    return (word.isupper() and len(word) <= 2) or word in ("Type", "No", "Mk", "Model", "Mark")


def minus_before(folded: str, start: int) -> int:
    """Where the sign of the number begins (-5.3%, 零下20度, 负2.1%), or `start` when there is none."""
    if folded[start - 2 : start] == "零下" and start >= 2:
        return start - 2
    before = folded[start - 1 : start]
    if before == "负":
        return start if folded[start - 2 : start - 1] in _BEFORE_BURDEN else start - 1
    if before and before in "-−" and _is_minus(folded, start - 1):
        return start - 1
    return start


def _is_minus(folded: str, dash: int) -> bool:
    """Whether a dash before a number is a sign: after 为 or a space, but not after a word or a number."""
    if folded[dash] not in "-−":
        return False
    return dash == 0 or folded[dash - 1] in _MINUS_AFTER or _SIGNED_READING.match(folded, dash) is not None


def ends_in_code(folded: str, end: int) -> bool:
    """Whether what follows directly makes the number part of a code, a version, a time or a score.

    >>> ends_in_code("5G网络", 1), ends_in_code("16:30", 2), ends_in_code("3%", 1)
    (True, True, False)
    """
    after = folded[end : end + 1]
    if not after.isascii() or not after:
        return after == "比" and folded[end + 1 : end + 2].isdigit()
    if after.isalpha() or after in "_@=#\\^":
        return True
    if after in ".:/'*" or after == "-":
        follower = folded[end + 1 : end + 2]
        return follower.isascii() and (follower.isalnum() or follower in "/:")
    return after == "]" or (after == "." and folded[end + 1 : end + 2] == "")


def is_lone_figure(folded: str, number: Number, *, licensed: bool) -> bool:
    """Whether a number without a unit still states a quantity.

    A magnitude (14.5亿), a grouped number (3,800) or words that introduce a figure (增至150) make it one; years,
    codes, list numbers and figures inside names (波音737) are none.
    """
    follower = folded[number.end : number.end + 1]
    if number.text[-1] in "万亿兆":
        headless = number.text == "一万" or number.text.strip("百千万亿兆") == ""
        return len(number.text) > 1 and (licensed or not headless)
    if number.is_chinese:
        return False
    if "," in number.text:
        return follower not in ("号",)
    if not licensed and folded[number.start - 1 : number.start] not in LICENCE:
        return False
    if _is_bracketed(folded, number) or (follower in ("、", ")") and number.start == 0):
        return False
    if number.is_plain_integer:
        return not _looks_like_code(number.text) and not _continues(follower)
    return not _continues(follower)


def _continues(follower: str) -> bool:
    """Whether a Chinese word goes on behind the figure, so that it is part of a name (3和表4 is not)."""
    return "\u4e00" <= follower <= "\u9fff" and follower not in "的左以上多余个,"


def _is_bracketed(folded: str, number: Number) -> bool:
    """(3), [12]."""
    return folded[number.start - 1 : number.start] in ("(", "[", "〔", "【") and folded[
        number.end : number.end + 1
    ] in (")", "]", "〕", "】")


def _looks_like_code(digits: str) -> bool:
    """Years, numbers with a leading zero and long rows of digits."""
    if len(digits) == 4 and "1900" <= digits <= "2099":
        return True
    return len(digits) > 8 or (len(digits) > 1 and digits[0] == "0")
