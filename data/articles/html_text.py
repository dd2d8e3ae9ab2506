"""What text an HTML element holds, and how much of it: one pass each, whatever the nesting."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from lxml import etree

__all__ = ["BLOCKS", "lines_of", "squeeze", "weigh"]

BLOCKS = frozenset(
    [
        *("address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset"),
        *("figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre"),
        *("section", "table", "tbody", "thead", "tfoot", "tr", "ul"),
    ]
)
_CELLS = frozenset({"td", "th"})
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u3000]+")
_HAN = re.compile("[\u3400-\u9fff]")

Element = Any  # lxml is untyped


def squeeze(text: str) -> str:
    """Runs of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def weigh(root: Element) -> dict[Element, int]:
    """How much text each element holds outside of links; a Chinese character counts twice."""
    weights: dict[Element, int] = defaultdict(int)
    for element in reversed(list(root.iter(etree.Element))):
        weights[element] = 0 if element.tag == "a" else weights[element] + _mass(element.text)
        parent = element.getparent()
        if parent is not None:
            weights[parent] += weights[element] + _mass(element.tail)
    return weights


def lines_of(root: Element) -> list[str]:
    """The paragraphs of an element, without empty ones; table cells are separated by a space."""
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        edge = "\n" if element.tag in BLOCKS else " " if element.tag in _CELLS else ""
        text = element.text if event == "start" else element.tail if element is not root else None
        parts += [edge, _SPACE.sub(" ", text or "")]
    lines = (squeeze(line) for line in "".join(parts).split("\n"))
    return [line for line in lines if line]


def _mass(text: str | None) -> int:
    """Letters and signs, Chinese ones twice."""
    return len("".join(text.split())) + len(_HAN.findall(text)) if text else 0
