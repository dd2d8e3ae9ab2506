"""Quantities in English text."""

from __future__ import annotations

from .scan import scan_en

__all__ = ["scan_en"]
