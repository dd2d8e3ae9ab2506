"""Numbers in digits and in words: 2.85 million, 3,800,000, twenty-five, two and a half."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["NUMBER_WORDS", "SCALES", "Numeral", "read_digits", "read_scale", "read_words"]

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS: dict[str, int] = {word: value for value, word in enumerate(_SMALL)} | {
    word: value * 10 for value, word in enumerate(_TENS, 2)
}
SCALES: dict[str, int] = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7,
    "mln": 6, "mn": 6, "mm": 6, "bln": 9, "bn": 9, "tn": 12, "trn": 12, "m": 6, "b": 9, "k": 3,
}  # fmt: skip
_DIGITS = re.compile(
    r"[0-9]{1,3},[0-9]{1,2}(?=[ ]?(?:%|per[ ]?cent))"  # 12,7% in translations
    r"|(?:[0-9]{1,3}(?:,[0-9]{2,3}){1,6}(?<=,[0-9]{3})(?![0-9])|[0-9]{1,3}(?:[ ][0-9]{3}){0,3}[ ]000(?![0-9])|[0-9]++)"
    r"(?:\.[0-9]++)?"
)
_NARROW_GROUPS = re.compile(r"[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3})++(?![0-9])(?:\.[0-9]++)?")
_SCALE = re.compile(
    r"(?:[ ]?-?(hundred|thousand|million|billion|trillion|lakh|crore|mln|bln|trn|mn|bn|tn)(?![a-z0-9]))"
)
_SPOKEN = sorted(
    [*NUMBER_WORDS, "hundred", "thousand", "million", "billion", "trillion", "dozen"], key=len, reverse=True
)
_WORD = re.compile(f"({'|'.join(_SPOKEN)})(?:(?![a-z])|(?=fold(?![a-z])))")
_GAP = re.compile(r"-|[ \n]and[ ]|[ \n]")
_HALF = re.compile(r"(?:[ ]|-)and(?:[ ]|-)a(?:[ ]|-)half(?![a-z])|½")
_POINT = re.compile(
    r"[ ]point((?:[ ](?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?![a-z])){1,4})"
)
_MOST_DIGITS = 18


class Numeral(NamedTuple):
    """A number as written: ``mantissa * 10 ** exponent``, `mantissa` ending in the last written digit.

    Attributes:
        end: One past the number.
        mantissa: The digits.
        exponent: Power of ten of the last digit.
        scale: Power of ten that scale words such as million contribute; 0 without them.
    """

    end: int
    mantissa: int
    exponent: int
    scale: int = 0

    @property
    def scaled(self) -> bool:
        """Whether a scale word or letter was read."""
        return self.scale > 0


def read_digits(low: str, start: int, text: str) -> Numeral | None:
    """The number in digits at `start`, without a scale word; None for numbers too long to be quantities.

    >>> read_digits("3,800,000 t", 0, "3,800,000 t"), read_digits("2.85 million", 0, "2.85 million")
    (Numeral(end=9, mantissa=3800000, exponent=0, scale=0), Numeral(end=4, mantissa=285, exponent=-2, scale=0))
    """
    match = (None if text.isascii() else _NARROW_GROUPS.match(text, start)) or _DIGITS.match(low, start)
    if match is None or match.end() - start > 2 * _MOST_DIGITS:
        return None
    written = match[0]
    if written[-3:-2] == "," or written[-2:-1] == ",":
        written = written.replace(",", ".")
    whole, _, decimals = written.partition(".")
    digits = "".join(character for character in whole if "0" <= character <= "9") + decimals
    if len(digits) > _MOST_DIGITS:
        return None
    return Numeral(match.end(), int(digits), -len(decimals))


def read_scale(low: str, number: Numeral) -> Numeral:
    """The number with the scale words that follow it: 2.85 million, 3bn, 2 hundred thousand.

    >>> read_scale("1.9-million-tonne", Numeral(3, 19, -1))
    Numeral(end=11, mantissa=19, exponent=5, scale=6)
    """
    for _ in range(2):
        match = _SCALE.match(low, number.end)
        if match is None:
            break
        power = SCALES[match[1]]
        number = Numeral(match.end(), number.mantissa, number.exponent + power, number.scale + power)
    if number.scaled and (half := _HALF.match(low, number.end)):
        return Numeral(half.end(), number.mantissa * 10 + 5, number.exponent - 1, number.scale)
    return number


def read_words(low: str, start: int) -> Numeral | None:
    """The number in words at `start`, as far as the words make one number.

    >>> read_words("two hundred and fifty thousand", 0)
    Numeral(end=30, mantissa=250, exponent=3, scale=3)
    >>> read_words("two and a half million", 0), read_words("one one one", 0)
    (Numeral(end=22, mantissa=25, exponent=5, scale=6), Numeral(end=3, mantissa=1, exponent=0, scale=0))
    """
    total, group, room, end, position = 0, 0, 100, start, start
    last, scale = 0, 0
    for _ in range(16):
        match = _WORD.match(low, position)
        if match is None:
            break
        word = match[1]
        step = _join(word, group, room, total, first=end == start)
        if step is None:
            break
        if word == "dozen":
            return Numeral(match.end(), (total + group) * 12, 0, 1)
        end, power = match.end(), SCALES.get(word, 0)
        scale = scale + power if power else 0
        last = power if power > 2 else 0
        total, group, room = (total + step[0], 0, step[1]) if power > 2 else (total, *step)
        gap = _GAP.match(low, end)
        if gap is None:
            break
        position = gap.end()
    if end == start:
        return None
    return _with_fraction(low, Numeral(end, (total + group) // 10**last, last, scale))


def _join(word: str, group: int, room: int, total: int, *, first: bool) -> tuple[int, int] | None:
    """Group and room after a word, or None where it begins another number."""
    if word in NUMBER_WORDS:
        value = NUMBER_WORDS[word]
        if value >= room or (value == 0 and not first):
            return None
        return group + value, 10 if value >= 20 else 1
    if word == "hundred":
        return (group * 100, 100) if 0 < group < 100 else None
    if word == "dozen":
        return (group, 0) if group else None
    size: int = 10 ** SCALES[word]
    if group == 0 or (total and total % (size * 1000)):
        return None
    return group * size, 100


def _with_fraction(low: str, number: Numeral) -> Numeral:
    """Two and a half; two point five million."""
    if half := _HALF.match(low, number.end):
        number = Numeral(half.end(), number.mantissa * 10 + 5, number.exponent - 1, number.scale)
    elif (point := _POINT.match(low, number.end)) and not number.scaled:
        digits = [0 if word == "oh" else NUMBER_WORDS[word] for word in point[1].split()]
        mantissa = number.mantissa
        for digit in digits:
            mantissa = mantissa * 10 + digit
        number = Numeral(point.end(), mantissa, number.exponent - len(digits))
    else:
        return number
    return read_scale(low, number)
