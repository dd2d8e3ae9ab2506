"""The form in which names and texts are compared: one code point for one code point, so offsets survive."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kaozheng.data.text import fold

__all__ = ["is_wordy", "match_folded", "match_form", "needs_case", "variants"]

_SPACES = "\t\n\r\x0b\x0c\x85\u00a0\u2002\u2003\u2009\u200a\u202f\u3000"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"
_APOSTROPHES = "\u2018\u2019\u02bc\uff07"
_DESIGNATOR = re.compile(r"(?<=[^\W\d_]) ?(?=\d)")


def match_form(text: str) -> str:
    """Simplified, half-width, without case and accents; hyphens and white space are spaces.

    >>> match_form("Rare-Earth　Élément：氧化鎵")
    'rare earth element:氧化镓'
    """
    return match_folded(fold(text))


def match_folded(folded: str) -> str:
    """The same for a text that `fold` has been over."""
    lower = folded.casefold()
    if len(lower) != len(folded):  # a few letters fold to two, such as the German sharp s: leave those alone
        lower = "".join(low if len(low := char.casefold()) == 1 else char for char in folded)
    return lower.translate(_table())


def is_wordy(char: str) -> bool:
    """Whether a name that ends in `char` needs a word boundary after it: letters and digits, but not Chinese.

    >>> is_wordy("a"), is_wordy("7"), is_wordy("镓"), is_wordy("."), is_wordy("")
    (True, True, False, False, False)
    """
    return char.isalnum() and char < "\u2e80"


def needs_case(name: str) -> bool:
    """Whether a name counts only in its own case: US is a country and us is not.

    >>> needs_case("US"), needs_case("Ga"), needs_case("USGS"), needs_case("China"), needs_case("F-35")
    (True, True, True, False, False)
    """
    if not (name.isascii() and name.isalpha()):
        return False
    return len(name) <= 2 or (len(name) <= 4 and name.isupper())


def variants(name: str, *, plural: bool) -> set[str]:
    """The forms under which a name is looked for in a text.

    >>> sorted(variants("F-35", plural=True))
    ['f 35', 'f 35s', 'f35', 'f35s']
    >>> sorted(variants("rare earth", plural=True)), variants("US", plural=True)
    (['rare earth', 'rare earths'], {'us'})

    Args:
        name: A name or an alias as the register writes it.
        plural: Whether English nouns also get their plural.
    """
    form = " ".join(match_form(name).split())
    found = {form, _DESIGNATOR.sub("", form), _DESIGNATOR.sub(" ", form)} if form else set()
    if plural and not needs_case(name):
        found |= {_plural(form) for form in found if _is_noun(form)}
    return found


def _is_noun(form: str) -> bool:
    """Whether an English plural can be made: a word of three letters or more, or a designator."""
    last = form.rpartition(" ")[2]
    return last.isascii() and last.isalnum() and form.isascii() and (len(last) > 2 or form[0].isalpha())


def _plural(form: str) -> str:
    """The regular English plural.

    >>> _plural("capacity"), _plural("price"), _plural("box")
    ('capacities', 'prices', 'boxes')
    """
    if re.search(r"[^aeiou\d\W]y$", form):
        return form[:-1] + "ies"
    return form + ("es" if re.search(r"(?:s|x|z|ch|sh)$", form) else "s")


@cache
def _table() -> dict[int, int]:
    """Spaces, hyphens, apostrophes and accented Latin letters to their plain form."""
    table = {ord(char): ord(" ") for char in _SPACES + _HYPHENS}
    table.update({ord(char): ord("'") for char in _APOSTROPHES})
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = ord(base.lower())
    return table
