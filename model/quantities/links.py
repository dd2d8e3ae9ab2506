"""Links and e-mail addresses hold digits that are no numbers."""

from __future__ import annotations

import re

__all__ = ["blank_links"]

_LINKS = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"'\u3000-\u9fff\uff00-\uffef]+", re.IGNORECASE)
_ADDRESS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_+%")
_MASK = "\x00"
_LONGEST = 64


def blank_links(text: str) -> str:
    r"""The text with every link and e-mail address replaced by as many NULs.

    >>> blank_links("a@b.org, 5 t").replace("\0", "*")
    '*******, 5 t'
    """
    if "://" in text or "www." in text:
        text = _LINKS.sub(lambda match: _MASK * len(match[0]), text)
    return _blank_addresses(text) if "@" in text else text


def _blank_addresses(text: str) -> str:
    """Without e-mail addresses."""
    pieces, done, position = [], 0, text.find("@")
    while position >= 0:
        start, end = position, position + 1
        while start > max(done, position - _LONGEST) and text[start - 1] in _ADDRESS:
            start -= 1
        while end < min(len(text), position + _LONGEST) and text[end] in _ADDRESS:
            end += 1
        if start < position and end > position + 1:
            pieces += [text[done:start], _MASK * (end - start)]
            done = end
        position = text.find("@", end)
    return "".join([*pieces, text[done:]])
