"""What the quantity parser returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Comparator", "Direction", "Hedge", "Kind", "Mode", "Quantity"]

Comparator = Literal["eq", "approx", "gt", "ge", "lt", "le", "range"]
Mode = Literal["by", "to"]
Direction = Literal["up", "down"]
Kind = Literal[
    "mass",
    "money",
    "price",
    "share",
    "change",
    "count",
    "multiple",
    "length",
    "area",
    "volume",
    "energy",
    "power",
    "duration",
    "speed",
    "temperature",
    "rate",
    "rank",
    "date",
    "other",
]


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words that loosen a number: 约, 超过, 左右, nearly, at least.

    Attributes:
        start: First code point of the hedge in the text.
        end: One past its last code point.
        text: The words as written.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity as written, with its normalised meaning.

    Offsets are Unicode code points into the text that was parsed, end exclusive, and cover number
    and unit without hedge words: ``text[q.start:q.end] == q.text``.

    Attributes:
        start: First code point.
        end: One past the last code point.
        text: Number and unit as written.
        value: The number with its magnitudes expanded, in `unit`; None for ranges. For dates an ISO 8601
            string (``2023-08-01``, ``2023-08``, ``2023``, ``2023-Q3``, ``2023-H1``) or a pair of them.
        low: Lower end of a range, else of the written precision (38万 is 375000 to 385000). None for dates.
        high: Upper end, likewise.
        unit: Canonical unit: ISO 4217 for money, ``t kg km ha bbl kWh ...``, compounds with ``/``,
            ``%``, ``pp``, ``bp``, ``1`` for counts and multiples. None for dates.
        comparator: How the text compares with the number.
        kind: What sort of quantity it is.
        hedge: The hedge words, when there are any.
        mode: For changes and multiples, whether the number is the change (`by`) or its result (`to`).
        direction: For changes and multiples, up or down, where the text says so.
        factor: For multiples, the ratio of new to old: 增长两倍 is 3, 增至两倍 is 2, halved is 0.5.
        counter: For counts, the word counted with or the thing counted: 架, 艘, aircraft.
    """

    start: int
    end: int
    text: str
    value: float | str | tuple[str, str] | None
    low: float | None
    high: float | None
    unit: str | None
    comparator: Comparator
    kind: Kind
    hedge: Hedge | None = None
    mode: Mode | None = None
    direction: Direction | None = None
    factor: float | None = None
    counter: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The quantity object of the JSON contract; optional fields are left out when they are empty.

        >>> Quantity(0, 4, "38万吨", 380000.0, 375000.0, 385000.0, "t", "eq", "mass").to_dict()
        {'start': 0, 'end': 4, 'text': '38万吨', 'value': 380000, 'low': 375000, 'high': 385000, \
'unit': 't', 'comparator': 'eq', 'kind': 'mass'}
        """
        value = list(self.value) if isinstance(self.value, tuple) else _tidy(self.value)
        out: dict[str, Any] = {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "value": value,
            "low": _tidy(self.low),
            "high": _tidy(self.high),
            "unit": self.unit,
            "comparator": self.comparator,
            "kind": self.kind,
        }
        if self.hedge is not None:
            out["hedge"] = {"start": self.hedge.start, "end": self.hedge.end, "text": self.hedge.text}
        for name in ("mode", "direction", "factor", "counter"):
            extra = getattr(self, name)
            if extra is not None:
                out[name] = _tidy(extra)
        return out


def _tidy(number: Any) -> Any:  # noqa: ANN401 - passes strings and None through
    """Whole floats as integers, so that JSON says 380000 and not 380000.0."""
    if isinstance(number, float) and number.is_integer() and abs(number) < 2**53:
        return int(number)
    return number
