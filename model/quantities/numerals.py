"""Numerals of every written form to exact numbers.

Arabic, Chinese and mixed (34,000 三万四千 3万4000 1.02万亿 叁万肆仟 二〇二三 三点五亿), and vague ones (数十亿, 十几万,
三四百, 30多万). Text must be folded to simplified characters and ASCII digits.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

__all__ = ["DIGITS", "MAGNITUDES", "Numeral", "join_range", "parse_numeral", "scale"]

DIGITS: dict[str, int] = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
MAGNITUDES: dict[str, int] = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}

_FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_ABBREVIATED = {"廿": "二十", "卅": "三十", "卌": "四十"}
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[零〇○一二两三四五六七八九]+|[十百千万亿兆]")
_VAGUE_HEAD = re.compile(r"好?[数几]([十百千万亿兆]+)")
_VAGUE_TENS = re.compile(r"([一二三四五六七八九]?十)几([百千万亿兆]*)")
_LEFT_OVER = re.compile(r"(.+?)([余多])([十百千万亿兆]*)")
_MAX_EXPONENT = 60


class Numeral(NamedTuple):
    """A number as written: ``digits * 10**exponent``, or a range of such numbers.

    Attributes:
        digits: Whole number made of the written digits.
        exponent: Power of ten it is multiplied by.
        step: Power of ten of the last written digit: 4 for 38万, -2 for 0.25.
        top: Upper end of a vague numeral (数十 is 10 to 100), in the same power of ten; None otherwise.
        surplus: 余 or 多 where the numeral contains it (30多万).
    """

    digits: int
    exponent: int
    step: int
    top: int | None = None
    surplus: str = ""

    def times(self, power: int) -> Numeral:
        """The numeral multiplied by a power of ten."""
        return self._replace(exponent=self.exponent + power, step=self.step + power)


def scale(digits: int, exponent: int, factor: float = 1) -> float:
    """``digits * 10**exponent * factor`` with one rounding, so that 12,345.6亿 is 1234560000000.0 exactly.

    >>> scale(123456, 7), scale(57, 0, 0.01)
    (1234560000000.0, 0.57)
    """
    if factor != 1:
        digits, exponent = _with_factor(digits, exponent, factor)
    return float(digits * 10**exponent) if exponent >= 0 else digits / 10**-exponent


def _with_factor(digits: int, exponent: int, factor: float) -> tuple[int, int]:
    """Decimal factors (0.01, 0.5, 1000) as digits and exponent."""
    whole, _, decimals = f"{factor:.12f}".rstrip("0").partition(".")
    return digits * int(whole + decimals), exponent - len(decimals)


@functools.lru_cache(maxsize=16384)
def parse_numeral(text: str) -> Numeral | None:
    """The number that a numeral means; None when it is not well formed (万一, 五四三百).

    >>> parse_numeral("3万4000")
    Numeral(digits=34000, exponent=0, step=0, top=None, surplus='')
    >>> parse_numeral("一点零二万亿")
    Numeral(digits=102, exponent=10, step=10, top=None, surplus='')
    >>> parse_numeral("十几万")
    Numeral(digits=10, exponent=4, step=4, top=20, surplus='')
    """
    if text.isascii():
        return _arabic(text.replace(",", ""))
    plain = text.replace(",", "").translate(_FINANCIAL)
    for short, full in _ABBREVIATED.items():
        plain = plain.replace(short, full)
    if "点" in plain:
        return _spoken_decimal(plain)
    return _vague(plain) or _with_surplus(plain) or _composed(plain)


def _arabic(text: str) -> Numeral:
    """Plain digits with an optional decimal point."""
    whole, _, decimals = text.partition(".")
    return Numeral(int(whole + decimals), -len(decimals), -len(decimals))


def _spoken_decimal(text: str) -> Numeral | None:
    """三点五亿: the part before 点, digits, and magnitudes."""
    whole, _, rest = text.partition("点")
    decimals = rest.rstrip("十百千万亿兆")
    left = _composed(whole)
    if left is None or left.top is not None or not decimals or not set(decimals) <= set(DIGITS):
        return None
    digits = left.digits * 10 ** (left.exponent + len(decimals)) + _digit_string(decimals)
    return Numeral(digits, -len(decimals), -len(decimals)).times(_power(rest[len(decimals) :]))


def _vague(text: str) -> Numeral | None:
    """Orders of magnitude (数十亿, 几百) and tens with an open unit (十几万, 二十几)."""
    if match := _VAGUE_HEAD.fullmatch(text):
        power = _power(match[1])
        return Numeral(1, power, power, top=10)
    if match := _VAGUE_TENS.fullmatch(text):
        tens = _composed(match[1])
        if tens is not None:
            return tens._replace(top=tens.digits + 10).times(_power(match[2]))
    return None


def _with_surplus(text: str) -> Numeral | None:
    """30多万, 十余亿, 6千2百余万: more than the number without 余."""
    match = _LEFT_OVER.fullmatch(text)
    if match is None:
        return None
    base = _composed(match[1] + match[3])
    if base is None or base.top is not None:
        return None
    return base._replace(surplus=match[2])


def _power(magnitudes: str) -> int:
    """万亿 is twelve."""
    return sum(MAGNITUDES[char] for char in magnitudes)


def _digit_string(text: str) -> int:
    """二〇二三 read digit by digit."""
    number = 0
    for char in text:
        number = number * 10 + DIGITS[char]
    return number


class _Sum:
    """A numeral under construction: sections below 万, closed by 万, 亿 and 兆."""

    def __init__(self) -> None:
        self.total = 0  # closed sections
        self.section = 0  # the open section
        self.places = 0  # decimals of the one fractional chunk; totals are scaled by 10**places
        self.step = 0  # power of ten of the last digit
        self.smallest = 4  # the last magnitude inside the section: they must fall
        self.biggest = 99  # the last closing magnitude
        self.pending: int | None = None  # digits that wait for their magnitude
        self.last = ""  # the last magnitude
        self.headless = False  # begins with a magnitude other than 十, so no digits may follow (万一, 百二)

    def magnitude(self, char: str) -> bool:
        """Applies 十百千万亿兆; False when it cannot stand here."""
        power = MAGNITUDES[char]
        return self._inner(power, char) if power < 4 else self._closing(power, char)

    def _inner(self, power: int, char: str) -> bool:
        if power >= self.smallest or (self.pending is None and self.last in ("十", "百", "千")):
            return False
        self.headless |= self.pending is None and char != "十"
        chunk = 10**self.places if self.pending is None else self.pending
        self.section += chunk * 10**power
        self.step = 0 if char == "十" else (self.step if self.pending is not None else 0) + power
        self.smallest, self.pending, self.last = power, None, char
        return True

    def _closing(self, power: int, char: str) -> bool:
        if self.pending is not None:
            self.section += self.pending
        if self.section == 0 and self.total == 0:
            self.section, self.headless = 10**self.places, True
        if power == self.biggest and self.section:
            return False  # 一亿二亿
        if power >= self.biggest:
            self.total = (self.total + self.section) * 10**power  # 3万5千亿 multiplies what was closed
        elif self.section:
            self.total += self.section * 10**power  # 1亿2000万 adds to it
        else:
            return False  # 亿万
        self.step += power
        self.section, self.smallest, self.pending = 0, 4, None
        self.biggest, self.last = power, char
        return True


def _composed(text: str) -> Numeral | None:
    """Chunks of digits and magnitudes: 两千三百, 3万4000, 1亿2345.6万."""
    tokens = _TOKEN.findall(text)
    if not tokens or sum(map(len, tokens)) != len(text):
        return None
    if len(tokens) == 1 and tokens[0][0] in DIGITS:
        return _bare_digits(tokens[0])
    if approximate := _approximate(tokens):
        return approximate
    return _add_up(tokens)


def _bare_digits(token: str) -> Numeral | None:
    """One chunk of Chinese digits: a digit, an approximation (三四), or a string (二〇二三)."""
    if _is_pair(token):
        return Numeral(DIGITS[token[0]], 0, 0, top=DIGITS[token[1]])
    return Numeral(_digit_string(token), 0, 0)


def _is_pair(token: str) -> bool:
    """Whether two digits side by side mean from one to the other: 三四, 七八, 三五."""
    if len(token) != 2 or token[0] not in DIGITS or token[1] not in DIGITS:
        return False
    one, other = DIGITS[token[0]], DIGITS[token[1]]
    return one > 0 and (other == one + 1 or (one, other) == (3, 5))


def _approximate(tokens: list[str]) -> Numeral | None:
    """三四百, 两三万, 十七八: the ends of the range as two numerals."""
    pairs = [index for index, token in enumerate(tokens) if _is_pair(token)]
    if len(pairs) != 1:
        return None
    index = pairs[0]
    ends = [_add_up([*tokens[:index], char, *tokens[index + 1 :]]) for char in tokens[index]]
    low, high = ends
    if low is None or high is None:
        return None
    return join_range(low, high)


def join_range(low: Numeral, high: Numeral) -> Numeral:
    """Two numerals as one range, in a common power of ten."""
    exponent = min(low.exponent, high.exponent)
    top = high.digits if high.top is None else high.top
    return Numeral(
        low.digits * 10 ** (low.exponent - exponent),
        exponent,
        min(low.step, high.step),
        top=top * 10 ** (high.exponent - exponent),
    )


def _add_up(tokens: list[str]) -> Numeral | None:
    """The value of well-formed tokens."""
    total = _Sum()
    total.places = max((len(token.partition(".")[2]) for token in tokens), default=0)
    for index, token in enumerate(tokens):
        if token in MAGNITUDES:
            if not total.magnitude(token):
                return None
        elif not _chunk(total, token, is_last=index == len(tokens) - 1):
            return None
    digits = total.total + total.section + (total.pending or 0)
    if total.step > _MAX_EXPONENT:
        return None
    return _reduced(digits, total.places, total.step)


def _chunk(total: _Sum, token: str, *, is_last: bool) -> bool:
    """Adds digits: those of the next magnitude, or the tail (三万二 is 32000, 三万零二 is 30002)."""
    if total.pending is not None or total.headless:
        return False
    whole, _, decimals = token.partition(".")
    value = int(whole + decimals) if token.isascii() else _digit_string(token)
    if not token.isascii() and len(token.lstrip("零〇○")) > 1:
        return False
    total.step = -len(decimals)
    value *= 10 ** (total.places - len(decimals))
    if is_last and len(token) == 1 and total.last and total.last in "百千万亿":
        power = MAGNITUDES[total.last] - 1
        value, total.step = value * 10**power, power
    total.pending = value
    return True


def _reduced(digits: int, places: int, step: int) -> Numeral:
    """Digits without the zeros that only a magnitude put there."""
    exponent = -places
    while step > exponent and digits % 10 == 0:
        digits //= 10
        exponent += 1
    return Numeral(digits, exponent, step)
