"""Where numbers stand in Chinese text: where one may begin, what begins there, and the number at a place.

Every repetition is bounded or possessive and every alternative begins behind a look-behind, so that the time
is linear in the length of the text whatever the text is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kaozheng.model.quantities.numerals import Numeral, parse_numeral

__all__ = ["CHINESE_NUMERALS", "STARTS", "Number", "candidate_pattern", "number_at"]

CHINESE_NUMERALS = "零〇○一二两三四五六七八九十百千万亿兆廿卅卌"
_N = CHINESE_NUMERALS
# Characters of cheques are ordinary words too (大陆, 队伍), so they begin no number after those.
_CHEQUE = "壹贰叁肆伍陆柒捌玖"
_FINANCIAL = rf"""(?<![大登着内海陆队入退行])
    (?:(?:[{_CHEQUE}][拾佰仟万亿]|拾[{_CHEQUE}万亿])[{_CHEQUE}拾佰仟零万亿]{{0,40}}+|[{_CHEQUE}拾])"""
_BIG = "百千万亿兆"
_DIGIT = "零〇一二三四五六七八九"

_ARABIC = rf"""
    [0-9]{{1,20}}+(?![0-9])(?:,[0-9]{{3}}(?![0-9])){{0,6}}+(?:\.[0-9]{{1,12}}+(?![0-9]))?
    (?:[余多几]?[{_BIG}十]{{1,4}}+
       (?:零?(?:[0-9]{{1,3}},[0-9]{{3}}|[0-9]{{1,4}})(?![0-9年月日])(?:\.[0-9]{{1,6}}(?=[{_BIG}]))?
          [{_BIG}]{{0,3}}+(?:[余多][{_BIG}]{{1,3}}+)?){{0,4}}+
    )?"""
_CHINESE = rf"""
    (?:[数几][十百千万亿兆]{{1,4}}+
      |{_FINANCIAL}(?:点[{_CHEQUE}零]{{1,12}}+)?
      |[{_N}]{{1,40}}+(?:几[{_BIG}]{{0,4}}+|[余多][{_BIG}]{{1,4}}+)?
       (?:点[{_DIGIT}]{{1,12}}+[{_BIG}]{{0,4}}+)?
    )"""
_NUMBER = re.compile(rf"{_ARABIC}|{_CHINESE}", re.VERBOSE)

# What may follow a Chinese numeral that is a quantity. The first characters of units and counters
# are added by `forms`; everything else (一步, 四川, 二十大) is thrown out inside the pattern.
_AFTER = "余多几来至到~-–—―～〜、成折倍番个%‰每"

# Runs of characters that a quantity may begin with. One character class, so that the engine skips the rest of the
# text at full speed; the candidate pattern is tried only inside these runs.
STARTS = re.compile(rf"[0-9{_N}{_CHEQUE}拾数几第翻减腰拦半$€£￡¥￥₽₩₹₺₴₪UHNACSREGJ]+")

_SIGN = r"""
    (?:(?<![A-Za-z])(?:US|HK|NT|AU?|CA?|NZ|S|R)?\$|[€£￡¥￥₽₩₹₺₴₪]
      |(?<![A-Za-z])(?:RMB|CNY|USD|EUR|GBP|JPY))\x20?(?=-?[0-9])"""


def candidate_pattern(after: str) -> re.Pattern[str]:
    """The master pattern; `after` holds the first characters of units."""
    follow = "".join(sorted(set(after + _AFTER + "瓦克卡伏赫帕焦"))).replace("-", "")
    return re.compile(
        rf"""
        (?P<ordinal>第[0-9{_N}]{{1,9}}+)
        |(?P<fold>翻(?:[了过]|了?近)?(?:[一两二三四几]|[0-9]{{1,2}})?(?:番|倍)|减半|腰斩|拦腰斩断)
        |(?P<half>(?<![上下对另夜大])(?:一半|半数|半(?={_HALF_UNITS}))|(?<=[过超逾])半(?![{_HALF_NOT}]))
        |(?P<fraction>(?<![{_N}0-9第])(?:[{_N}]{{1,6}}|[0-9]{{1,4}})分之(?=[0-9{_N}几]))
        |(?P<ratio>(?<![0-9/.,])[1-9]/(?:[2-9]|10)(?![0-9/月日年.]))
        |(?P<idiom>数以[十百千万亿]{{1,4}}计)
        |(?P<signed>{_SIGN})
        |(?P<arabic>(?<![0-9])[0-9])
        |(?P<chinese>(?<![{_N}0-9]){_CHINESE}(?:(?=[{follow}-])|(?<=[万亿])))
        """,
        re.VERBOSE,
    )


_HALF_UNITS = "年|天|小时|个多?(?:月|小时|世纪|星期)|公斤|斤|吨|公里|个百分点|个昼夜"
_HALF_NOT = "百山导岛决场成径价年个天月路夜空生辈壁圆边"


class Number(NamedTuple):
    """A numeral in the text."""

    start: int
    end: int
    text: str
    value: Numeral

    @property
    def is_chinese(self) -> bool:
        """Whether it is written without Arabic digits."""
        return not self.text[0].isascii()

    @property
    def is_plain_integer(self) -> bool:
        """Whether it is a row of Arabic digits and nothing else."""
        return self.text.isascii() and self.text.isdigit()


def number_at(text: str, folded: str, pos: int) -> Number | None:
    """The number that begins at `pos`.

    A comma between digits groups thousands; a full-width comma ends a clause, unless the digits are full-width
    too (３，８００).

    >>> number_at("38万吨", "38万吨", 0)
    Number(start=0, end=3, text='38万', value=Numeral(digits=38, exponent=4, step=4, top=None, surplus=''))
    """
    match = _NUMBER.match(folded, pos)
    if match is None:
        return None
    end, body = match.end(), match.group()
    if "," in body:
        end = _end_of_clause(text, body, pos)
        body = folded[pos:end]
    if end < len(folded) and folded[end] in "瓦克卡伏赫帕焦米" and len(body) > 1:
        end -= _unit_prefix(body, folded[end])
        body = folded[pos:end]
    value = parse_numeral(body)
    return Number(pos, end, body, value) if value is not None else None


def _end_of_clause(text: str, body: str, pos: int) -> int:
    """Where the number stops when one of its commas is a full-width one between half-width digits."""
    for index, char in enumerate(body):
        if char == "," and text[pos + index] == "，" and text[pos + index - 1].isascii():
            return pos + index
    return pos + len(body)


def _unit_prefix(body: str, unit: str) -> int:
    """1 when the last character belongs to the unit: 500万千瓦, 3兆帕, 5千克; but 三千米 is 3000 m."""
    last = body[-1]
    if unit == "米":
        return int(last == "千" and (body[0].isascii() or body[-2] in "万亿"))
    return int(last == "千" or (last == "兆" and unit in "瓦帕赫焦") or (last == "百" and unit == "帕"))
