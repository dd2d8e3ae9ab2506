"""Markdown to the text that a reader sees."""

from __future__ import annotations

import re

__all__ = ["plain_markdown", "split_front_matter"]

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
# One pattern per kind of mark, with what stays of it; applied in this order.
_MARKUP = tuple(
    (re.compile(pattern, re.MULTILINE), kept)
    for pattern, kept in (
        (r"<!--[^>]{0,2000}?-->", ""),
        (r"^[ \t]{0,3}(?:```|~~~)[^\n]*\n?", ""),
        (r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", ""),
        (r"^[ \t]{0,3}(?:=+|-{2,})[ \t]*$", ""),
        (r"^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+.*$", ""),
        (r"^[ \t]{0,3}#{1,6}[ \t]+", ""),
        (r"(?<=\S)[ \t]+#+[ \t]*$", ""),
        (r"^[ \t]{0,3}(?:>[ \t]?)+", ""),
        (r"^[ \t]*[-*+][ \t]+(?=\S)", ""),
        (r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$", ""),
        (r"!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)", r"\1"),
        (r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)", r"\1"),
        (r"\[([^\]\n]{1,500})\]\[[^\]\n]{0,200}\]", r"\1"),
        (r"<(https?://[^>\s]{1,2000})>", r"\1"),
        (r"</?[a-zA-Z][^<>\n]{0,500}>", ""),
        (r"(?<!\\)(\*\*|__)(?=\S)([^\n]{1,1000}?)(?<=[^\s\\])\1", r"\2"),
        (r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,500})(?<=[^\s\\])\*(?![\w*])", r"\1"),
        (r"(?<![\w_\\])_(?=[^\s_])([^_\n]{1,500})(?<=[^\s\\])_(?![\w_])", r"\1"),
        (r"~~([^~\n]{1,500})~~", r"\1"),
        (r"`([^`\n]{1,500})`", r"\1"),
        (r"\\([\\`*_{}\[\]()#+.!|>~-])", r"\1"),
    )
)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    r"""The fields between ``---`` lines at the top, and what follows.

    >>> split_front_matter("---\ntitle: 稀土\ndate: 2025-11-09\n---\n正文")
    ({'title': '稀土', 'date': '2025-11-09'}, '正文')
    """
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(match[1])}
    return fields, text[match.end() :]


def plain_markdown(text: str) -> str:
    r"""The text without its marks; list numbers and table bars stay, so that it reads on.

    >>> plain_markdown("# 稀土\n\n俄罗斯有**380万吨**[储量](https://example.org)，*占* 4%。")
    '稀土\n\n俄罗斯有380万吨储量，占 4%。'
    """
    for pattern, kept in _MARKUP:
        text = pattern.sub(kept, text)
    return text
