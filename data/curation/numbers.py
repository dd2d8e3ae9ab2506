"""Printed numbers: their value and the interval that their rounding leaves open.

The rule. A printed number stands for every value that rounds to it. The rounding step is the place of its
last digit when it has decimals, else the place of its last non-zero digit, but never coarser than its
second significant digit and never coarser than one for percentages.

The reason. The U.S. Geological Survey rounds to at most three significant digits, and estimates to two. A
trailing zero may be a digit or a filler; 300,000 t read as "one digit known" would be 250,000 to 350,000 t,
coarser than the source ever rounds. Two digits is the coarsest rounding it uses, so 44,000,000 t is 43.5 to
44.5 million t, 839,000 kg is 838,500 to 839,500 kg and 300,000 t is 295,000 to 305,000 t.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kaozheng.errors import ReferenceDataError

__all__ = ["Printed", "parse_printed", "rounding_step"]

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_MAGNITUDES = {
    "thousand": Decimal(1_000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed number.

    Attributes:
        value: The number in full.
        step: The step it is rounded to, in the same unit.
    """

    value: Decimal
    step: Decimal

    @property
    def low(self) -> Decimal:
        """Lowest value that rounds to it; amounts do not go below zero."""
        low = self.value - self.step / 2
        return max(low, Decimal(0)) if self.value >= 0 else low

    @property
    def high(self) -> Decimal:
        """Highest value that rounds to it."""
        return self.value + self.step / 2


def rounding_step(digits: str, *, percent: bool = False) -> Decimal:
    """The step that a printed number is rounded to.

    >>> rounding_step("44,000,000"), rounding_step("839,000"), rounding_step("300,000")
    (Decimal('1000000'), Decimal('1000'), Decimal('10000'))
    >>> rounding_step("5.66"), rounding_step("20"), rounding_step("90", percent=True)
    (Decimal('0.01'), Decimal('1'), Decimal('1'))
    """
    plain = digits.replace(",", "").lstrip("-")
    if "." in plain:
        return Decimal(1).scaleb(-len(plain.split(".")[1]))
    whole = plain.lstrip("0")
    if not whole or percent:
        return Decimal(1)
    zeros = len(whole) - len(whole.rstrip("0"))
    return Decimal(10) ** min(zeros, max(len(whole) - 2, 0))


def parse_printed(text: str, *, percent: bool = False) -> Printed:
    """Value and rounding of the first number in a printed text, with its magnitude word.

    >>> parse_printed("$722.912 billion (2024 est.)")
    Printed(value=Decimal('722912000000'), step=Decimal('1000000'))
    >>> parse_printed(">85,000,000").value
    Decimal('85000000')
    """
    match = _NUMBER.search(text)
    if match is None:
        raise ReferenceDataError(f"no number in the printed value {text!r}; correct the source table")
    word = text[match.end() :].split()[:1]
    magnitude = _MAGNITUDES.get(word[0].lower(), Decimal(1)) if word else Decimal(1)
    value = Decimal(match.group().replace(",", "")) * magnitude
    step = rounding_step(match.group(), percent=percent) * magnitude
    return Printed(
        value.quantize(Decimal(1)) if magnitude > 1 and value == value.to_integral() else value, _plain(step)
    )


def _plain(step: Decimal) -> Decimal:
    """The step without an exponent where it is a whole number."""
    return step.quantize(Decimal(1)) if step == step.to_integral() else step
