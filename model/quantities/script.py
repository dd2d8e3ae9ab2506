"""Which lines of a text are Chinese and which English, and the stretches of the other script inside them."""

from __future__ import annotations

import re

__all__ = ["blocks", "foreign_stretches"]

# Curly quotes, dashes and the signs of currencies take three bytes as Chinese characters do, so a line is
# Chinese only when it has clearly more of them than English typography brings along.
_SHARE_OF_WIDE = 12

_LATIN_IN_CHINESE = re.compile(r"[\x20-\x7e£€–—’]{3,2000}")
_WORTH_READING = re.compile(r"[0-9$£€][^A-Za-z]{0,3}[A-Za-z]|[a-z]{4,} [a-z]{2,}|\$[0-9]")
_CHINESE_IN_ENGLISH = re.compile(r"[\u3400-\u9fff0-9.,%～~—–\-＀-￯、，。]{3,2000}")
_CJK = re.compile(r"[\u3400-\u9fff]")


def blocks(text: str, lang: str | None) -> list[tuple[int, int, str]]:
    r"""Runs of lines in one script as (start, end, language).

    >>> blocks("镓价上涨\n两成\nGallium rose by 20%\n", None)
    [(0, 8, 'zh'), (8, 28, 'en')]
    """
    if lang is not None:
        return [(0, len(text), "zh" if lang.lower().startswith("zh") else "en")] if text else []
    if text.isascii():
        return [(0, len(text), "en")] if text else []
    found: list[tuple[int, int, str]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        script = _script(line) or (found[-1][2] if found else "en")
        if found and found[-1][2] == script:
            found[-1] = (found[-1][0], end, script)
        else:
            found.append((start, end, script))
        start = end
    return found


def _script(line: str) -> str:
    """``zh`` or ``en``; nothing for a line without words."""
    if line.isascii():
        return "en" if not line.isspace() else ""
    wide = (len(line.encode("utf-8", "replace")) - len(line)) // 2
    if wide * _SHARE_OF_WIDE < len(line):
        return "en"
    return "zh" if _CJK.search(line) else "en"


def foreign_stretches(text: str, lang: str) -> list[tuple[int, int]]:
    """Stretches in the other script that may hold a quantity: $3.6bn in Chinese, 38万吨 in English.

    >>> foreign_stretches("产量为110.7m tonnes，占98%", "zh")
    [(3, 16)]
    """
    if lang == "en":
        if text.isascii():
            return []
        return [m.span() for m in _CHINESE_IN_ENGLISH.finditer(text) if _CJK.search(m.group())]
    return [m.span() for m in _LATIN_IN_CHINESE.finditer(text) if _WORTH_READING.search(m.group())]
