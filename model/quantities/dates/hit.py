"""A date that a scanner found, before its comparator is known."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Hit", "as_range"]


class Hit(NamedTuple):
    """A date or period in the text.

    Attributes:
        start: First code point.
        end: One past the last.
        value: ISO period, or a pair of them.
        approx: Whether the words inside the span are vague.
    """

    start: int
    end: int
    value: str | tuple[str, str]
    approx: bool = False


def as_range(first: str, last: str) -> tuple[str, str] | None:
    """A pair in order, or None when the second does not come after the first.

    >>> as_range("2018", "2020"), as_range("2020", "2018")
    (('2018', '2020'), None)
    """
    return (first, last) if first < last else None
