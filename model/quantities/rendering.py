"""Numbers in every written form that the parser reads.

The inverse of `parse_numeral`: property tests render a value and parse it back, and example generators write
numbers as an author would.
"""

from __future__ import annotations

from typing import Literal, get_args

from kaozheng.errors import KaozhengError

__all__ = ["FORMS", "Form", "NumeralFormError", "forms_of", "hanzi", "render"]

Form = Literal[
    "arabic", "grouped", "fullwidth", "magnitude", "mixed", "hanzi", "traditional", "financial", "digits"
]
FORMS: tuple[Form, ...] = get_args(Form)

_DIGITS = "零一二三四五六七八九"
_MAGNITUDES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_FULLWIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
_TRADITIONAL = str.maketrans("万亿两", "萬億兩")
_FINANCIAL = str.maketrans("零一二三四五六七八九十百千万亿", "零壹贰叁肆伍陆柒捌玖拾佰仟万亿")
_LIMIT = 10**16


class NumeralFormError(KaozhengError):
    """A value has no numeral of the form that was asked for."""


def render(value: int, form: Form, decimals: int = 0) -> str:
    """The number ``value / 10**decimals`` as written in one form.

    Args:
        value: Whole number, from 0 up to (not including) 10**16.
        form: One of `FORMS`.
        decimals: How many of the last digits stand behind the decimal point.

    >>> [render(34000, form) for form in FORMS]
    ['34000', '34,000', '３４０００', '3.4万', '3万4000', '三万四千', '三萬四千', '叁万肆仟', '三四〇〇〇']
    >>> render(1204, "hanzi"), render(10200, "magnitude"), render(35, "hanzi", decimals=1)
    ('一千二百零四', '1.02万', '三点五')

    Raises:
        NumeralFormError: The value has no numeral of this form.
    """
    if form not in forms_of(value, decimals):
        available = ", ".join(forms_of(value, decimals)) or "none"
        raise NumeralFormError(f"{value} with {decimals} decimals has no form {form!r}; it has: {available}")
    if form in ("arabic", "grouped", "fullwidth", "magnitude"):
        return _arabic(value, form, decimals)
    if form == "mixed":
        return _mixed(value)
    if form == "digits":
        return str(value).translate({ord(str(n)): "〇一二三四五六七八九"[n] for n in range(10)})
    words = hanzi(value // 10**decimals)
    if decimals:
        tail = str(value % 10**decimals).rjust(decimals, "0")
        words += "点" + "".join(_DIGITS[int(char)] for char in tail)
    if form == "traditional":
        return words.translate(_TRADITIONAL)
    return words.translate(_FINANCIAL) if form == "financial" else words


def forms_of(value: int, decimals: int = 0) -> tuple[Form, ...]:
    """The forms in which a value can be written unambiguously.

    Two Chinese digits alone (三四) mean "three or four", so that short numbers have no digit string.

    >>> forms_of(34, decimals=1)
    ('arabic', 'fullwidth', 'hanzi', 'traditional')
    """
    if not 0 <= value < _LIMIT or decimals < 0:
        return ()
    if decimals:
        return ("arabic", "fullwidth", "hanzi", "traditional")
    fitting: list[Form] = ["arabic", "fullwidth", "hanzi", "traditional", "financial"]
    if value >= 1000:
        fitting.append("grouped")
    if value >= 10**4:
        fitting.append("magnitude")
    if 10**4 <= value < 10**8 and value % 10**4 >= 1000:
        fitting.append("mixed")
    if value >= 100:
        fitting.append("digits")
    return tuple(form for form in FORMS if form in fitting)


def _arabic(value: int, form: Form, decimals: int) -> str:
    """Digits, grouped digits, full-width digits, or digits before 万 and 亿."""
    if form == "magnitude":
        size, name = next((size, name) for size, name in _MAGNITUDES if value >= size)
        whole, rest = divmod(value, size)
        tail = str(rest).rjust(len(str(size)) - 1, "0").rstrip("0")
        return f"{whole}.{tail}{name}" if tail else f"{whole}{name}"
    if form == "grouped":
        return f"{value:,}"
    whole, rest = divmod(value, 10**decimals)
    text = f"{whole}.{str(rest).rjust(decimals, '0')}" if decimals else str(whole)
    return text.translate(_FULLWIDTH) if form == "fullwidth" else text


def _mixed(value: int) -> str:
    """3万4000."""
    return f"{value // 10**4}万{value % 10**4}"


def hanzi(value: int) -> str:
    """A whole number in Chinese numerals.

    >>> hanzi(0), hanzi(12), hanzi(10500), hanzi(380000), hanzi(123456789)
    ('零', '十二', '一万零五百', '三十八万', '一亿二千三百四十五万六千七百八十九')
    """
    if value >= 10**8:
        return _joined(hanzi(value // 10**8) + "亿", value % 10**8, 10**7)
    if value >= 10**4:
        return _joined(_section(value // 10**4) + "万", value % 10**4, 10**3)
    return _section(value) or "零"


def _joined(head: str, rest: int, full: int) -> str:
    """The part below a magnitude, with 零 where places are empty."""
    if rest == 0:
        return head
    tail = hanzi(rest)
    if tail.startswith("十"):
        tail = "一" + tail
    return head + ("零" if rest < full else "") + tail


def _section(number: int) -> str:
    """A number below 10000: 一千零五十, 十二."""
    text = ""
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += _DIGITS[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    return text[1:] if text.startswith("一十") else text
