"""The text in the forms the scanner needs, all of the same length."""

from __future__ import annotations

import re

from kaozheng.model.quantities.links import blank_links

__all__ = ["Source"]

_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_YEN = re.compile(r"\b(?:yen|Japan|Japanese|Tokyo|JPY)\b")
_YUAN = re.compile(r"\b(?:yuan|RMB|China|Chinese|Beijing)\b")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


class Source:
    r"""A text to scan.

    Attributes:
        text: With full-width letters and digits made half-width.
        low: In lower case, with plain spaces and apostrophes, and with links and e-mail addresses blanked out.
        raw: As submitted.

    >>> Source("Ｕp １０％, see www.a.org/2023").low
    'up 10%, see \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
    """

    __slots__ = ("_yen", "low", "raw", "text")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw.translate(_NARROW) if not raw.isascii() and _FULL_WIDTH.search(raw) else raw
        self.low = blank_links(_lower(self.text))

        self._yen: bool | None = None

    def speaks_of_yen(self) -> bool:
        """Whether the text is about Japan and not China; looked up once, since a text may hold many signs."""
        if self._yen is None:
            self._yen = bool(_YEN.search(self.text)) and not _YUAN.search(self.text)
        return self._yen

    def capital(self, start: int) -> bool:
        """Whether an upper-case letter stands at `start`."""
        return self.text[start : start + 1].isupper()


def _lower(text: str) -> str:
    """Lower case without a change of length (İ would become two characters)."""
    if text.isascii():
        return text.lower()
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := character.lower()) == 1 else character for character in text)
    for old, new in (
        ("\u00a0", " "),
        ("\u202f", " "),
        ("\u2009", " "),
        ("\u2019", "'"),
        ("\u2212", "-"),
        ("\u2011", "-"),
    ):
        low = low.replace(old, new)
    return low
