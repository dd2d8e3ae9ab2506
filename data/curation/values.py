"""From the cells of a source row to value, interval and qualifiers in the canonical unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kaozheng.data.curation.numbers import Printed, parse_printed

__all__ = ["Amount", "amount", "qualifiers"]

_RANGE = re.compile(r"range:([\d.eE+]+)\.\.([\d.eE+]+)")
_RENAMED = {"third_party_data_as_published_by_USGS": "third_party", "derived_by_compiler": "derived"}
# Facts about the subject or the table, not about the value; corrections have their own edition.
_LEFT_OUT = frozenset({"us_critical_mineral_2025", "superseded_by_v1.3", "supersedes"})
_NO_VALUE = frozenset({"withheld", "not_available", "not_applicable", "net_exporter"})


@dataclass(frozen=True, slots=True)
class Amount:
    """Value and interval in the canonical unit; empty where the source gives none."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def qualifiers(cell: str, metric: str, extra: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The qualifiers of a record, sorted.

    A quota is a limit on amounts; on a price the flag is a footnote number that was misread.

    >>> qualifiers("estimated;us_critical_mineral_2025;range:5..7", "price")
    ('estimated', 'range')
    >>> qualifiers("production_quota", "price")
    ()
    """
    found = set(extra)
    for word in cell.split(";"):
        name = "range" if word.startswith("range:") else _RENAMED.get(word, word)
        if name == "correction_v1.3":
            name = "correction"
        if name == "production_quota" and metric == "price":
            continue
        if name and name not in _LEFT_OUT:
            found.add(name)
    return tuple(sorted(found))


def amount(value: str, text: str, cell: str, factor: Decimal, *, percent: bool) -> Amount:
    """The amount of one source row.

    >>> amount("44000000", "44,000,000", "", Decimal(1), percent=False)
    Amount(value=Decimal('44000000'), low=Decimal('43500000'), high=Decimal('44500000'))
    >>> amount("95", ">95", "greater_than", Decimal(1), percent=True)
    Amount(value=Decimal('95'), low=Decimal('95'), high=None)
    >>> amount("", "W", "withheld", Decimal(1), percent=False)
    Amount(value=None, low=None, high=None)
    """
    flags = set(cell.split(";"))
    span = _RANGE.search(cell)
    if span:
        return Amount(None, Decimal(span[1]) * factor, Decimal(span[2]) * factor)
    if "less_than_half_unit" in flags:
        return Amount(None, Decimal(0), factor / 2)
    if not value or flags & _NO_VALUE:
        return Amount()
    if "zero" in flags:
        return Amount(Decimal(0), Decimal(0), Decimal(0))
    printed = _printed(value, text, percent=percent)
    exact = printed.value * factor
    if "greater_than" in flags:
        return Amount(exact, exact, None)
    if "less_than" in flags:
        return Amount(exact, Decimal(0), exact)
    return Amount(exact, printed.low * factor, printed.high * factor)


def _printed(value: str, text: str, *, percent: bool) -> Printed:
    """The number as printed where it is the value; else the value with its own digits."""
    plain = f"{Decimal(value):f}"
    shown = parse_printed(text, percent=percent) if any(c.isdigit() for c in text) else None
    if shown is not None and shown.value == Decimal(value):
        return shown
    return parse_printed(plain, percent=percent)
