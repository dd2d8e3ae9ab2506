"""Quantities in Chinese and English text: numbers with units, shares, changes, multiples, ranks and dates."""

from __future__ import annotations

from kaozheng.model.quantities.parser import parse_quantities
from kaozheng.model.quantities.types import Hedge, Quantity

__all__ = ["Hedge", "Quantity", "parse_quantities"]
