"""Quantities in Chinese and English text."""

from __future__ import annotations

from kaozheng.model.quantities.types import Hedge, Quantity

__all__ = ["Hedge", "Quantity"]
