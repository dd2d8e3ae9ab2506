"""倍: whether a multiple is the change (增长两倍) or its result (增至两倍), and the ratio that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Direction, Mode
    from kaozheng.model.quantities.zh.surroundings import Surroundings

__all__ = ["multiple_factor", "multiple_mode"]


def multiple_mode(around: Surroundings) -> tuple[Mode, Direction | None]:
    """Mode and direction; without a verb of change a multiple is a ratio (是邻国的三倍)."""
    if around.change is None:
        return "to", None
    return around.change.mode, around.change.direction


def multiple_factor(value: float | None, mode: Mode, direction: Direction | None) -> float | None:
    """The ratio of new to old: 增长两倍 is 3, 增至两倍 is 2; 减少两倍 means nothing definite.

    >>> multiple_factor(2, "by", "up"), multiple_factor(2, "to", None), multiple_factor(2, "by", "down")
    (3, 2, None)
    """
    if value is None or (mode == "by" and direction == "down"):
        return None
    return value + 1 if mode == "by" else value
