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
    """

    start: int
    end: int
    value: str | tuple[str, str]

    @property
    def closing(self) -> str:
        """The period itself, or the last of a pair."""
        return self.value if isinstance(self.value, str) else self.value[1]

    @property
    def year(self) -> int:
        """The year it ends in.

        >>> Hit(0, 4, ("2018", "2020")).year
        2020
        """
        return int(self.closing[:4])

    @property
    def is_year(self) -> bool:
        """Whether it names years and nothing smaller."""
        return len(self.closing) == 4


def as_range(first: str, last: str) -> tuple[str, str] | None:
    """A pair in order, or None when the second does not come after the first.

    >>> as_range("2018", "2020"), as_range("2020", "2018")
    (('2018', '2020'), None)
    """
    return (first, last) if first < last else None
