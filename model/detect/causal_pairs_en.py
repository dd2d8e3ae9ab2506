"""English frames with two parts: the reason for E is C; C is the reason why E; what caused E was C."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.detect.causal_clauses import tighten
from kaozheng.model.detect.causal_types import Link, SignalEntry

if TYPE_CHECKING:
    from kaozheng.model.detect.causal_types import Range

__all__ = ["find_pairs"]

_ENTRY = SignalEntry("pair", "cause", 3, 0.9)
_KIND = (
    r"(?:main |real |key |chief |primary |principal |only |root |true |first |simple |"
    r"biggest |most important |direct |underlying |documented |official )*"
)
_WILL = r"(?:would|will|could|may|might)"
_STOP = r"(?=[,;.!?]|$)"

_PATTERNS = (
    re.compile(
        r"(?:^|(?<=[;:.] )|(?<=, ))(?P<c>(?:[^;:.!?]{4,120}?\b)?[Ss]o (?!that\b|far\b|"
        r"as\b)\w+(?: [^,;:.!?]{3,60}?)?) (?P<s>that) (?P<e>[^;.!?]{4,160}?)(?=[;.!?]|$)"
    ),
    re.compile(
        rf"(?<!even )(?<!as )\b(?P<s>if|once) (?P<c>[^;.!?,]{{6,120}}?), (?:then )?(?=[^,;.!?]*\b{_WILL}\b)"
        rf"(?:(?:it|this|that|they) {_WILL} )?(?P<e>[^;.!?,]{{8,160}}?)(?=[,;.!?]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<s>(?:the|one|another|a) {_KIND}(?:reason|cause|driver|explanation)s?(?: (?:for|of|"
        rf"behind|why|that)))\s(?P<e>[^;.!?]{{4,120}}?)\s(?:is|was|are|were|lies in|lay in|"
        rf"has been)\s(?P<c>[^;.!?,][^;.!?]{{3,160}}?){_STOP}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bwhat (?P<s>caused|drove|triggered|prompted|forced|led to|held back|delayed|stopped|"
        rf"prevented)\s(?P<e>[^;.!?,]{{4,100}}?)\s(?:is|was|were|"
        rf"are)\s(?P<c>[^;.!?,]{{4,160}}?){_STOP}",
        re.IGNORECASE,
    ),
)


def find_pairs(text: str) -> list[Link]:
    """Links of the frames that have two parts.

    >>> text = "The main reason for the shortfall was a late software release."
    >>> [(text[slice(*l.cause)], text[slice(*l.effect)]) for l in find_pairs(text)]
    [('a late software release', 'the shortfall')]
    """
    links: list[Link] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            cause = _without_that(text, match.span("c"))
            effect = tighten(text, match.span("e"))
            if (
                cause is not None
                and effect is not None
                and not re.match(r"(?:not|n't)\b", text[slice(*cause)])
            ):
                links.append(Link(cause, effect, match.span("s"), _ENTRY))
    return links


def _without_that(text: str, span: Range) -> Range | None:
    """A cause without its opening that."""
    match = re.match(r"\s*(?:that|because)\s+", text[slice(*span)])
    return tighten(text, (span[0] + (match.end() if match else 0), span[1]))
