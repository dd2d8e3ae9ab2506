"""The pass over an English text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.quantities.en.amounts import Amount, amount_of, currency_before, read_amount
from kaozheng.model.quantities.en.build import amount_quantity
from kaozheng.model.quantities.en.indefinite import plural_magnitude, several
from kaozheng.model.quantities.en.multiples import times, twice, verb_multiple
from kaozheng.model.quantities.en.numerals import NUMBER_WORDS, Numeral, read_words
from kaozheng.model.quantities.en.ranges import Pair, read_second, unit_from
from kaozheng.model.quantities.en.ranks import ORDINALS, number_one, rank
from kaozheng.model.quantities.en.rejects import code_end, is_designator, names_something
from kaozheng.model.quantities.en.shares import digit_fraction, half, out_of, single_fraction, worded_fraction
from kaozheng.model.quantities.en.source import Source
from kaozheng.model.quantities.wordlist import words

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Quantity

__all__ = ["scan_en"]

# Every place where a quantity may begin, in one pass; what is there is decided afterwards.
_START = re.compile(
    r"[0-9]"
    r"|zero|one|tw(?:o|elve|elfth|enty|ice|entieth)|first(?=[ ](?:in|among|for|on|globally|worldwide|"
    r"overall|by)[ ]|[.,;])|thr(?:ee|ice)|four|five|six|seven|eight|nine|ten(?:th|s)?(?![a-su-z])|"
    r"eleven|thirteen|thirty|forty|"
    r"fift(?:een|y|h)|half|halv|third|quarter|hundred|thousand|million|billion|trillion|dozen|scores|"
    r"doubl|tripl|trebl|quadrupl|quintupl|second|no\.|number|[½¼¾⅓⅔]"
)
_WORD = re.compile(r"[a-z]+")
_MULTIPLES = ("doubl", "tripl", "trebl", "quadrupl", "quintupl", "halv")
_PLURALS = words("tens dozens scores hundreds thousands millions billions trillions")
_SCALES = words("hundred thousand million billion trillion dozen")
_FRACTIONS = words(
    "third quarter fourth fifth sixth seventh eighth ninth tenth twelfth twentieth hundredth thousandth"
)
_HALF_A = re.compile(
    r"half(?:[ -](?:of[ ])?an?[ -]|-|[ ](?=(?:million|billion|dozen|century|year|hour)(?![a-z])))"
)
_ARTICLE = re.compile(r"(?:^|[^a-z])(an?)[ -]$")
_PRONOUN_TWO = re.compile(
    r"(?:the|these|those|our|their|its|his|her|your|both|us|them|any|other|each of the|between)[ ](?:other[ ])?$"
)
_COMPOUND_ORDINAL = re.compile(
    r"(?:-[ ]?|[ ]and[ ])(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?![a-z])"
)
_IN_YEAR = re.compile(r"(?:lord|year)[, ]+$")
_PER = re.compile(r"(?:[ ]per|for every)[ ]$")  # 45 per 100,000 people
_ONE = re.compile(r"(hundred|thousand|million|billion|trillion|dozen)(?![a-z])")
_SCALE = re.compile(r"(hundred|thousand|million|billion|trillion)(?![a-z])")
_MORE = re.compile(r"[ ](thousand|million|billion|trillion)(?![a-z])")
_AND_A_HALF = re.compile(r"[ ]and[ ]a[ ]half(?![a-z])")
_TOKEN = re.compile(r"[a-z0-9]++(?:[.,-][a-z0-9]++)*+")
_CJK = re.compile(r"[ ]?[\u3400-\u9fff]")
_Found = tuple["list[Quantity]", int]


def scan_en(text: str) -> list[Quantity]:
    """Quantities in an English text, dates left out, in order of appearance.

    >>> [(q.text, q.value, q.unit) for q in scan_en("Russia's 2.85 million tons, and 98% of the F-35's gallium.")]
    [('2.85 million tons', 2850000.0, 't'), ('98%', 98.0, '%')]
    >>> [(q.text, q.comparator, q.mode) for q in scan_en("Prices rose by more than 5%, to $725 per kilogram.")]
    [('5%', 'gt', 'by'), ('$725', 'eq', 'to')]
    """
    return _Scanner(Source(text)).run()


class _Scanner:
    """One pass over one text."""

    def __init__(self, src: Source) -> None:
        self._src = src
        self._low = src.low

    def run(self) -> list[Quantity]:
        """Every quantity."""
        out: list[Quantity] = []
        position, search = 0, _START.search
        while match := search(self._low, position):
            start = match.start()
            if match[0] < "a" or match[0][0] in "½¼¾⅓⅔":
                found, position = self._digits(start)
            elif start and self._low[start - 1].isalpha():
                position = match.end()
                continue
            else:
                found, position = self._word(start)
            out.extend(quantity for quantity in found if not out or quantity.start >= out[-1].end)
        return out

    def _digits(self, start: int) -> _Found:
        """A place where digits begin."""
        src = self._src
        if (share := digit_fraction(src, start) or out_of(src, start)) and not self._low[
            start - 1 : start
        ].isalnum():
            return [share], share.end
        end = code_end(src, start)
        if end is not None:
            ranked = rank(src, start) if self._low[start - 1 : start] in {"", " ", "-"} else None
            return ([ranked], ranked.end) if ranked else ([], max(end, start + 1))
        amount = read_amount(src, start)
        if amount is None:
            return [], _run_end(self._low, start)
        if (multiple := times(src, start, amount.number)) is not None:
            return [multiple], multiple.end
        return self._amount(amount, start)

    def _amount(self, amount: Amount, start: int) -> _Found:
        """An amount in digits, with what is joined to it, unless it is part of a name or a code."""
        src = self._src
        if amount.unit is None:
            after = self._low[amount.number.end : amount.number.end + 1]
            if (
                amount.counter is None and (after.isalpha() or self._is_glued(amount.number.end))
            ) or _CJK.match(self._low, amount.number.end):
                return [], _run_end(self._low, start)
            if _PER.search(self._low, max(0, start - 12), start):
                return [], amount.end
            if not amount.number.scaled and (
                end := is_designator(src, start, amount.number.end, counted=amount.counter is not None)
            ):
                return [], end
        return self._joined(amount)

    def _is_glued(self, end: int) -> bool:
        """Whether a hyphen and more follow the digits, and no range: 747-8, 2030-ready."""
        return (
            self._low[end : end + 1] == "-"
            and self._low[end + 1 : end + 2].isalpha()
            and not self._low.startswith(("-plus", "-odd", "-to-", "-or-"), end)
        )

    def _joined(self, amount: Amount) -> _Found:
        """One amount, a range, or two amounts with a common unit."""
        src = self._src
        pair = read_second(src, amount)
        if pair is None:
            return [amount_quantity(src, amount)], amount.end
        if pair.is_range(src):
            quantity = pair.quantity(src)
            return [quantity], quantity.end
        if pair.word == "-" and amount.unit is None and pair.second.unit is None:
            return [], pair.second.end
        return [amount_quantity(src, self._first_of(pair))], amount.end

    def _first_of(self, pair: Pair) -> Amount:
        """From 25 to 145 percent: the first is a percentage too."""
        return unit_from(pair.first, pair.second) if pair.word == "to" else pair.first

    def _word(self, start: int) -> _Found:
        """A place where a word begins that may be a quantity."""
        match = _WORD.match(self._low, start)
        word = match[0] if match else ""
        end = match.end() if match else start + 1
        if word.endswith("fold") and word[:-4] in NUMBER_WORDS:
            word, end = word[:-4], end - 4
        quantity = self._special(start, word)
        if quantity is not None:
            return [quantity], quantity.end
        if word in _SCALES:
            return self._article(start) or ([], end)
        if word == "half":
            return self._half_a(start) or ([], end)
        return self._number(start, end) if word in NUMBER_WORDS else ([], end)

    def _special(self, start: int, word: str) -> Quantity | None:
        """Words with a reader of their own."""
        src = self._src
        if word in _PLURALS:
            return plural_magnitude(src, start)
        if word in _SCALES:
            return several(src, start)
        if word in {"no", "number"}:
            return number_one(src, start)
        if word.startswith(_MULTIPLES):
            return verb_multiple(src, start)
        if word in {"twice", "thrice"}:
            return twice(src, start)
        if word == "half":
            return None if _HALF_A.match(self._low, start) else half(src, start)
        fraction = single_fraction(src, start) if word in _FRACTIONS else None
        return fraction or (rank(src, start) if word in ORDINALS else None)

    def _article(self, start: int) -> _Found | None:
        """A million, a dozen ships, a hundred tonnes: the article belongs to the number."""
        article = _ARTICLE.search(self._low, max(0, start - 4), start)
        if article is None:
            return None
        number = _after_article(self._low, start)
        return self._counted(article.start(1), number) if number else None

    def _half_a(self, start: int) -> _Found | None:
        """Half a million, half a year, half-dozen."""
        match = _HALF_A.match(self._low, start)
        if match is None:
            return None
        if self._low.startswith("dozen", match.end()):
            return self._counted(start, Numeral(match.end() + 5, 6, 0))
        scale = _SCALE.match(self._low, match.end())
        if scale is not None:
            return self._counted(start, Numeral(scale.end(), 5, _exponent(scale[1]) - 1, _exponent(scale[1])))
        amount = amount_of(self._src, start, Numeral(match.end() - 1, 5, -1), None)
        return ([amount_quantity(self._src, amount)], amount.end) if amount.unit is not None else None

    def _number(self, start: int, end: int) -> _Found:
        """A number word."""
        src = self._src
        if (share := worded_fraction(src, start) or out_of(src, start)) is not None:
            return [share], share.end
        number = read_words(self._low, start)
        if number is None:
            return [], end
        if ordinal := _COMPOUND_ORDINAL.match(self._low, number.end):
            return [], ordinal.end()
        if (multiple := times(src, start, number)) is not None and (number.mantissa > 1 or number.scaled):
            return [multiple], multiple.end
        return self._counted(start, number)

    def _counted(self, start: int, number: Numeral) -> _Found:
        """A number in words, unless it is part of a name, a pronoun or a compound."""
        src, end = self._src, number.end
        opening, currency = currency_before(src, start)
        amount = amount_of(src, opening, number, currency)
        pair = read_second(src, amount)
        if pair is not None and pair.is_range(src):
            quantity = pair.quantity(src)
            return [quantity], quantity.end
        if amount.unit is None and not number.scaled and self._is_no_count(start, number, amount):
            return [], end
        if (
            amount.unit is not None
            and number.mantissa in {0, 1}
            and not number.scaled
            and self._is_idiom(start, amount)
        ):
            return [], end
        return [amount_quantity(src, self._first_of(pair) if pair else amount)], amount.end

    def _is_no_count(self, start: int, number: Numeral, amount: Amount) -> bool:
        """One of the, the two sides, Big Four, two-faced, zero-sum."""
        low, end = self._low, number.end
        if number.exponent == 0 and number.mantissa <= 1:
            return True
        if low[end : end + 1] == "-" and amount.counter is None and low[end + 1 : end + 2].isalpha():
            return True
        if low[start - 1 : start] in {"-", "'"} or low.startswith(("'s", "th", " o'clock"), end):
            return True
        if _IN_YEAR.search(low, max(0, start - 8), start):
            return True
        if names_something(self._src, start, end):
            return True
        if (
            low.endswith("group of ", 0, start)
            or low.endswith("number ", 0, start)
            or low.endswith("phase ", 0, start)
        ):
            return True
        return number.mantissa == 2 and _PRONOUN_TWO.search(low, max(0, start - 14), start) is not None

    def _is_idiom(self, start: int, amount: Amount) -> bool:
        """One day, one second, no one year: one with a unit of time is rarely a measure."""
        before = self._low[max(0, start - 10) : start]
        if amount.unit in {"d", "s", "h", "min"} and amount.number.mantissa == 1:
            return not before.endswith(
                ("for ", "in ", "within ", "than ", "least ", "about ", "after ", "every ", "only ", "just ")
            )
        return before.endswith(("the ", "no ", "any ", "this ", "that "))


def _after_article(low: str, start: int) -> Numeral | None:
    """The number that a scale word after *a* begins: a million, a hundred and twenty, a dozen."""
    match = _ONE.match(low, start)
    if match is None:
        return None
    if match[1] == "dozen":
        return Numeral(match.end(), 12, 0, 1)
    rest = _AND_A_HALF.match(low, match.end())
    if rest is not None:
        return Numeral(rest.end(), 15, _exponent(match[1]) - 1, _exponent(match[1]))
    more = _MORE.match(low, match.end())
    if more is not None:
        return Numeral(more.end(), 100, _exponent(more[1]), _exponent(more[1]))
    return Numeral(match.end(), 1, _exponent(match[1]), _exponent(match[1]))


def _exponent(word: str) -> int:
    """Power of ten of a scale word."""
    return {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}[word]


def _run_end(low: str, start: int) -> int:
    """One past the letters, digits and signs of a token that is no quantity."""
    match = _TOKEN.match(low, start)
    return match.end() if match else start + 1
