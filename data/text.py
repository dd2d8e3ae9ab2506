"""Text forms that must not change offsets: traditional to simplified characters, full-width to ASCII."""

from __future__ import annotations

from functools import cache

import opencc

__all__ = ["fold", "simplified"]

_CJK = range(0x3400, 0xA000)


def fold(text: str) -> str:
    """Simplified characters and half-width letters, digits and signs, one code point for one code point.

    Character by character, so that an offset into the result is an offset into `text`. Characters come from
    OpenCC's traditional-to-simplified table.

    >>> fold("鎵儲量約３８萬噸，佔９８％")
    '镓储量约38万吨,占98%'
    """
    return text.translate(_table())


def simplified(text: str) -> str:
    """Simplified characters and half-width letters and digits; punctuation stays as written.

    For rules that are written with Chinese punctuation. One code point for one code point, like `fold`.

    >>> simplified("銻儲量約６７萬噸，居首位")
    '锑储量约67万吨，居首位'
    """
    return text.translate(_without_punctuation())


@cache
def _without_punctuation() -> dict[int, int]:
    return {old: new for old, new in _table().items() if new > 0x7F or chr(new).isalnum()}


@cache
def _table() -> dict[int, int]:
    """Code point to code point."""
    characters = [chr(code) for code in _CJK]
    simplified = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {ord(old): ord(new) for old, new in zip(characters, simplified, strict=True) if old != new}
    table.update({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
    table[0x3000] = 0x20
    return table
