"""What the causal rules pass among themselves: signals of the lexicon, and links found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.model.report import Polarity

__all__ = ["Hit", "Link", "Range", "SignalEntry"]

Range = tuple[int, int]
"""Start and end (exclusive) in the sentence; negative starts never occur."""


@dataclass(frozen=True, slots=True)
class SignalEntry:
    """One line of the lexicon of signals.

    Attributes:
        frame: Where cause and effect stand relative to the signal.
        polarity: What the signal alone says about the effect.
        strength: 3 导致/caused, 2 推动/contributed, 1 有关/linked.
        score: How often such a signal is causal.
        needs: What must hold besides (``change``: a word of change in the effect ...); empty for nothing.
    """

    frame: str
    polarity: Polarity
    strength: int
    score: float
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A signal found in a sentence."""

    start: int
    end: int
    entry: SignalEntry


@dataclass(frozen=True, slots=True)
class Link:
    """A cause and its effect in one sentence.

    Attributes:
        cause: Range in the sentence; None when the cause is the sentence before.
        effect: Range in the sentence; None when the effect is the sentence before.
        signal: Range in the sentence.
        entry: The line of the lexicon.
    """

    cause: Range | None
    effect: Range | None
    signal: Range
    entry: SignalEntry
