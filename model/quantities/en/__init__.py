"""Quantities in English text."""

from __future__ import annotations

from kaozheng.model.quantities.en.scan import scan_en

__all__ = ["scan_en"]
