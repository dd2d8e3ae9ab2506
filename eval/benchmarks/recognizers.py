"""Recognizers-Text behind the interface of our own parser, as well as its output can be mapped.

Its models are asked one by one, the longest span wins where they overlap, and values are rewritten the way
our contract writes them: percent for fractions, ISO dates, main units for cents.
"""

from __future__ import annotations

import importlib
import re
import warnings
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from kaozheng.errors import MissingExtraError
from kaozheng.model.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kaozheng.eval.quantities import Case

__all__ = ["Recognizers"]

_CULTURES = {"zh": "zh-cn", "en": "en-us"}
_MODELS = {
    "recognizers_number.NumberRecognizer": ("get_number_model", "get_percentage_model"),
    "recognizers_number_with_unit.NumberWithUnitRecognizer": ("get_currency_model", "get_dimension_model"),
    "recognizers_date_time.DateTimeRecognizer": ("get_datetime_model",),
}
_RANK = {"datetimeV2": 3, "currency": 2, "dimension": 2, "percentage": 2, "number": 1}
_SUBUNITS = {"Cent": 0.01, "Penny": 0.01, "Fen": 0.01, "Jiao": 0.1}
_MONTHS_OF = {"P3M": ("Q", 3), "P6M": ("H", 6)}
_DURATION = re.compile(r"PT?(\d+(?:\.\d+)?)[YMWDHS]")
_PERIOD = re.compile(r"\((\d{4})-(\d\d)-\d\d,(\d{4})-(\d\d)-\d\d,(P\w+)\)")


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    rank: int
    value: float | str | tuple[str, str]


class Recognizers:
    """The number, percentage, currency, dimension and date models of both languages.

    Raises:
        MissingExtraError: Recognizers-Text is not installed.
    """

    def __init__(self) -> None:
        self._models = {lang: list(_load(culture)) for lang, culture in _CULTURES.items()}

    def __call__(self, case: Case) -> list[Quantity]:
        """Parses a case; units and comparators are left open."""
        reference = datetime.fromisoformat(case.anchor) if case.anchor else None
        return [
            Quantity(
                span.start,
                span.end,
                case.text[span.start : span.end],
                span.value,
                None,
                None,
                None,
                "eq",
                "other",
            )
            for span in _longest(self._spans(case.text, case.source[:2], reference))
        ]

    def run(self, text: str, lang: str) -> int:
        """Asks every model about a text; returns how many results they gave."""
        return sum(len(parse(text, None)) for parse in self._models[lang])

    def _spans(self, text: str, lang: str, reference: datetime | None) -> Iterator[_Span]:
        for parse in self._models[lang]:
            for result in parse(text, reference):
                if (value := _value(result)) is None:
                    continue  # a unit without a number, or something we do not call a quantity
                rank = _RANK.get(result.type_name.split(".")[0], 0)
                yield _Span(result.start, result.end + 1, rank, value)


def _load(culture: str) -> Iterator[Callable[[str, datetime | None], list[Any]]]:
    for name, getters in _MODELS.items():
        module, _, recognizer = name.partition(".")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # invalid escape sequences in its resources
                built = getattr(importlib.import_module(module), recognizer)(culture)
        except ImportError as error:
            raise MissingExtraError("recognizers-text-suite", extra="dev") from error
        for getter in getters:
            model = getattr(built, getter)()
            yield partial(_ask_about_dates if name.endswith("DateTimeRecognizer") else _ask, model)


def _ask(model: Any, text: str, _: datetime | None) -> list[Any]:  # noqa: ANN401 - untyped library
    return list(model.parse(text))


def _ask_about_dates(model: Any, text: str, reference: datetime | None) -> list[Any]:  # noqa: ANN401 - same
    return list(model.parse(text, reference))


def _quantity(text: str, span: _Span) -> Quantity:
    return Quantity(
        span.start, span.end, text[span.start : span.end], span.value, None, None, None, "eq", "other"
    )


def _longest(spans: Iterator[_Span]) -> list[_Span]:
    """The longest spans that do not overlap; a unit beats a bare number of the same length."""
    kept: list[_Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, -s.rank)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def _value(result: Any) -> float | str | tuple[str, str] | None:  # noqa: ANN401 - untyped library
    resolution = result.resolution or {}
    if result.type_name.startswith("datetimeV2"):
        return _date_value(resolution["values"][-1]) if resolution.get("values") else None
    number = str(resolution.get("value") or "").rstrip("%")
    if not re.fullmatch(r"-?\d+(\.\d+)?(E[+-]?\d+)?", number):
        return None
    is_fraction = result.type_name == "number" and re.search(r"分之|/|third|quarter|fifth|half", result.text)
    return float(number) * (100 if is_fraction else _SUBUNITS.get(resolution.get("unit", ""), 1))


def _date_value(entry: dict[str, str]) -> float | str | tuple[str, str] | None:
    timex = entry.get("timex", "")
    if found := _DURATION.fullmatch(timex):
        return float(found[1])
    if found := _PERIOD.fullmatch(timex):
        return _period(*found.groups())
    return timex if re.fullmatch(r"\d{4}(-\d\d){0,2}", timex) else entry.get("value")


def _period(year: str, month: str, last_year: str, last_month: str, length: str) -> str | tuple[str, str]:
    if length in _MONTHS_OF:
        letter, months = _MONTHS_OF[length]
        return f"{year}-{letter}{(int(month) - 1) // months + 1}"
    if length.endswith("Y"):
        return year, str(int(last_year) - (length == "P10Y"))
    return f"{year}-{month}", f"{last_year}-{last_month}"
