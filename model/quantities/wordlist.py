"""Lists of words in the source, written as one string."""

from __future__ import annotations

__all__ = ["words"]


def words(listing: str) -> frozenset[str]:
    """The words of a listing separated by white space.

    >>> sorted(words("up down"))
    ['down', 'up']
    """
    return frozenset(listing.split())
