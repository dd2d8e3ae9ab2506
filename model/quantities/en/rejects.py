"""Digits and number words that are no quantities: designators, codes, citations, times, days of a month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.dates.english_forms import MONTHS
from kaozheng.model.quantities.dates.english_years import is_year
from kaozheng.model.quantities.en.units import read_unit
from kaozheng.model.quantities.wordlist import words

if TYPE_CHECKING:
    from kaozheng.model.quantities.en.source import Source

__all__ = ["code_end", "is_designator", "names_something", "starts_sentence"]

# Words before a number that make a name of it, whatever follows but a unit.
_DESIGNATORS = words(
"section sections article articles chapter chapters paragraph paragraphs para paras rule rules "
        "resolution resolutions "
    "act order orders title titles part parts annex annexes appendix schedule figure figures fig fig. "
        "table tables page "
    "pages p. pp. p pg. note notes footnote volume vol vol. issue no. nos. number numbers num boeing airbus type "
    "model mark mk version v windows phase level tier category class grade grades stage step unit area "
        "flight room suite "
    "apartment apt apt. floor gate platform route highway interstate road rt rt. exit channel line track "
        "lot block box "
    "district ward precinct zone sector division regiment brigade battalion squadron fleet id hs isbn issn code "
    "apollo falcon iphone ipad galaxy playstation xbox amendment proposition prop directive regulation "
        "protocol clause "
    "item group goal goals target sdg sdgs objective question case docket bill law decree circular "
        "proclamation convention "
    "chapter vision agenda formula studio pier catch season episode round game lane runway terminal reactor reactors "
    "blocks annexes grid h.r. s. h.res. s.res. hr sr eo pub. pl psalm verse isaiah john matthew luke genesis romans "
    "corinthians size serial registration ref reference tel tel. fax phone telephone ext ext. extension "
        "call dial zip sars "
    "mi-8 mig soyuz voyager pioneer viking mariner gemini windows android ios python java")  # fmt: skip
_VERBS = words(
    "order orders act part parts mark track block target note notes step form question track lot box"
)
_LIST_MORE = re.compile(
    r"(?:\([a-z0-9]{1,3}\))*(?:(?:,?[ ](?:and|or|to|through|&)[ ]|,[ ]?|"
    r"[-–/])[0-9]+[a-z]?(?![0-9%,.]{0,8}[0-9%])(?:\([a-z0-9]{1,3}\))*)*"
)
_CODES = re.compile(
    r"[0-9]++(?:-[0-9]++){2,}(?:-[a-z])?"  # 88-1204-3, ISBNs, ISO dates
    r"|[0-9]{3}-[0-9]{4}(?![0-9])"  # 555-0147
    r"|(?<=\+)[0-9]{1,3}(?:[ ()-]{1,2}[0-9]{2,4}){2,}"
    r"|[0-9]{3}[).]?[ -][0-9]{3}[ .-][0-9]{4}(?![0-9])"
    r"|[0-9]++:[0-9]++(?::[0-9]{2})?(?:[ ]?[ap]\.?m\b\.?)?"
    r"|[0-9]{1,2}[ ]?(?:[ap]\.m\.?|[ap]m\b|o'clock)"
    r"|[0-9]++(?:\.[0-9]++){2,}|[0-9]++\.[0-9]++/[0-9]++"
    r"|[0-9][0-9,]{0,6}(?:[ ]?[-–][ ]?[0-9,]{1,7})?[ ](?:bce?|ce|a\.d\.|b\.c\.)(?![a-z])"
    r"|[0-9]{1,4}/[0-9]{1,4}(?:/[0-9]{1,4})?(?![0-9])"
    r"|[0-9]++(?:st|nd|rd|th)(?![a-z])"
    r"|[0-9]{2,4}'?s(?![a-z])"
    r"|(?<=['‘’])[0-9]{2}(?![0-9,.%]{0,8}[0-9%])"
    r"|[0-9]++[ ](?:u\.?s\.?c\.?|c\.?f\.?r\.?|fed\.[ ]reg\.|stat\.)(?![a-z])[ ]?(?:§+[ "
    r"]?)?(?:[0-9]+(?:\([a-z0-9]+\))*)?"
    r"|[0-9]++[ ]u\.s\.[ ][0-9]++"
    r"|[0-9]{1,12}(?:[.,][0-9]{1,6}){0,3}[ -](?:hundred|thousand|million|billion)th(?![a-z])"
    r"|[0-9]{1,3}\.[a-z](?![a-z])"  # section 2.b.
    r"|[0-9]{1,3}[ ][0-9]{1,2}[ ][nsew](?![a-z])"  # coordinates
    r"|(?<=§[ ])[0-9]++(?:\([a-z0-9]+\))*"
    r"|[0-9]{2,4}(?=[ ]\((?:19|20)[0-9]{2}\))"
    r"|[0-9]{1,3}(?:st|nd|rd|th)?(?:[ ]?(?:-|–|to|and|or|,)[ ]?[0-9]{1,2}(?:st|nd|rd|th)?){0,3}(?:[ ]of)?[ "
    r"-](?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9,.]{0,8}[0-9%])"
_DAY_TAIL = re.compile(
    rf"{_DAY}(?:[ ]?[-–][ ]?{_DAY})?(?![ ](?:percent|per[ ]cent|million|billion|thousand|hundred)(?![a-z])|,[0-9]|%)"
    r"(?:,[ ](?:19|20)[0-9]{2}(?![0-9]))?"
)
_YEAR_PAIR = re.compile(
    r"(?:1[0-9]|20)[0-9]{2}(?:[ ]?[-–—/][ ]?(?:(?:1[0-9]|20)[0-9]{2}|[0-9]{2}))?(?![0-9])"
)
_RUN = re.compile(r"[0-9]++")
_TOKEN = re.compile(r"[a-z0-9]++(?:[-.,/:][a-z0-9]++)*+")
_CITATION = re.compile(r"[0-9]{1,3}(?:[ ]?[,–-][ ]?[0-9]{1,3}){0,12}\]")
_ITEM = re.compile(r"[0-9]{1,2}(\)|\.(?=[ \t]))")
_CODE_LENGTH = 9
_PREVIOUS = re.compile(r"([^\s\x00]+)[ \n]+$")
_STREET = re.compile(
    r"(?:[ ][A-Z][a-z]+\.?){1,3}[ ](?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Lane|Drive|Square|Place)"
)
_FUNCTION = words(
    "the a an in on at of to by for from with and or but about around over under above below nearly "
    "almost some roughly "
    "approximately only just than more less least most up as that this these those with within into "
    "after before since "
    "until during between among against while when where which who is are was were has have had be been "
    "its their his her "
    "our my your all both each every any no not also even still yet so if then there here we they he she "
    "it you i today "
    "yesterday now last next first another other others such like per via plus minus total nor because "
    "although though "
    "however exactly fewer far well currently including including: reached hit including, meanwhile "
    "together combined "
    "china's russia's"
)


def code_end(src: Source, start: int) -> int | None:
    """Where the code, date, time or designator at `start` ends; None where the digits may be a quantity.

    >>> from kaozheng.model.quantities.en.source import Source
    >>> code_end(Source("202-555-0147"), 0), code_end(Source("F-35s"), 2), code_end(Source("35 ships"), 0)
    (12, 5, None)
    """
    if _glued(src, start):
        return _token_end(src.low, start)
    match = _CODES.match(src.low, start)
    if match is not None and _is_code(src, match):
        return match.end()
    pair = _YEAR_PAIR.match(src.low, start)
    if pair is not None and is_year(src.text, start, start + 4):
        return pair.end()
    if _after_month(src, start) and (day := _DAY_TAIL.match(src.low, start)):
        return day.end()
    if _long_code(src, start):
        return _token_end(src.low, start)
    return _bracket_end(src.low, start)


def is_designator(src: Source, start: int, end: int, *, counted: bool) -> int | None:
    """Where a designator that begins at `start` ends: Section 232, Boeing 737, 10 Downing Street, Group of 77.

    Args:
        src: The text.
        start: First digit.
        end: One past the last digit.
        counted: Whether a plural noun follows, which makes a name less likely.
    """
    match = _PREVIOUS.search(src.text, max(0, start - 32), start)
    if match is None:
        return _address_end(src, end)
    word = match[1].lstrip("(\"'“‘[")
    low = word.lower()
    if low.rstrip(".") in _DESIGNATORS or low in _DESIGNATORS:
        if not word[:1].isupper() and (
            low in _VERBS or "," in src.low[start:end] or (counted and low not in {"no.", "nos."})
        ):
            return None
        more = _LIST_MORE.match(src.low, end)
        return more.end() if more else end
    if low == "of" and src.low.endswith("group of ", 0, start):
        return end
    if (
        not counted
        and src.low[start:end].isdigit()
        and end - start <= 5
        and _is_name(src, word, match.start(1))
    ):
        return end
    return _address_end(src, end)


def names_something(src: Source, start: int, end: int) -> bool:
    """Whether a number word is part of a name: Big Four, Five Eyes, Three Gorges, Phase One."""
    if not src.capital(start):
        return False
    follower = src.text[end + 1 : end + 2]
    if follower.isupper() and src.text[end : end + 1] in {" ", "-"}:
        word = re.match(r"[A-Za-z.]+", src.text[end + 1 : end + 24])
        return word is None or not word[0].endswith(
            ("ese", "ian", "ians", "ish", "can", "cans", "ean", "eans", "US", "U.S.", "U.S")
        )
    return not starts_sentence(src.text, start)


def starts_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or a heading begins at `start`."""
    before = text[max(0, start - 4) : start].rstrip(" \t\"'“‘([—–-*•")
    return (
        not before
        or before[-1] in ".!?:;\n\r"
        or text[max(0, start - 4) : start].rstrip(" \t")[-1:] in {"—", "–", "*", "•", "“", '"'}
    )


def _glued(src: Source, start: int) -> bool:
    """Whether letters, a hyphen after letters, or a sign of codes stands right before the digits."""
    if start == 0:
        return False
    before = src.low[start - 1]
    if before.isalnum() or before in "#_@&=\\§\x00":
        return not _is_code_of_money(src, start)
    if before in "-–/.":
        previous = src.low[start - 2 : start - 1]
        return previous.isalnum() or (before in "./" and previous in ")]'")
    return before == ":" and src.low[start - 2 : start - 1].isalnum()


def _is_code_of_money(src: Source, start: int) -> bool:
    """USD5 and RMB5 are amounts."""
    return src.text[max(0, start - 3) : start] in {
        "USD",
        "EUR",
        "GBP",
        "RMB",
        "CNY",
        "JPY",
        "HKD",
        "AUD",
        "CAD",
        "CHF",
        "INR",
    }


def _is_code(src: Source, match: re.Match[str]) -> bool:
    """Whether a match of a code stands: 2/3 of is a fraction, 10 may is not a date, 2nd-largest is a rank."""
    if match["month"] is not None:
        return src.capital(match.start("month"))
    written = match[0]
    if written.endswith(("st", "nd", "rd", "th")):
        return True
    if "/" in written:
        return not re.match(r"[ ](?:of|majority)(?![a-z])", src.low[match.end() : match.end() + 10])
    return True


def _after_month(src: Source, start: int) -> bool:
    """Whether the name of a month stands before."""
    match = _PREVIOUS.search(src.text, max(0, start - 12), start)
    if match is None or not match[1][:1].isupper():
        return False
    return match[1].lower().rstrip(".") in MONTHS and not src.text.startswith("May I", match.start(1))


def _long_code(src: Source, start: int) -> bool:
    """Nine digits and more without separators and unit, or a leading zero: a code."""
    run = _RUN.match(src.low, start)
    if run is None:
        return False
    length = run.end() - start
    return (length >= _CODE_LENGTH and read_unit(src, run.end()) is None) or (
        length > 1 and src.low[start] == "0"
    )


def _bracket_end(low: str, start: int) -> int | None:
    """Where [12], [3, 4], (3), or 1) and 1. at the beginning of a line end."""
    before = low[start - 1 : start]
    if before == "[" and (citation := _CITATION.match(low, start)):
        return citation.end()
    item = _ITEM.match(low, start)
    if item is None or (item[1] == ")" and before not in {"(", "", "\n", " "}):
        return None
    return item.end(1) if item[1] == ")" or before in {"", "\n"} else None


def _token_end(low: str, start: int) -> int:
    """One past the letters, digits and hyphens from `start`."""
    match = _TOKEN.match(low, start)
    return match.end() if match else start + 1


def _is_name(src: Source, word: str, start: int) -> bool:
    """Whether a capitalised word before a bare number makes a name of both: Falcon 9, Vision 2030."""
    if not word[:1].isupper() or not word[-1:].isalnum() or word.lower() in _FUNCTION:
        return False
    return not (starts_sentence(src.text, start) and word.lower() in _FUNCTION) and word.lower() not in MONTHS


def _address_end(src: Source, end: int) -> int | None:
    """10 Downing Street."""
    match = _STREET.match(src.text, end)
    return match.end() if match else None
