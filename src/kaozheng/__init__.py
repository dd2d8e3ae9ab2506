"""Kaozheng (考证): checks the numbers and causes in Chinese and English articles.

    from kaozheng import Verifier

    report = Verifier.from_pretrained().check("俄罗斯稀土储量为38万吨。", published="2025-11-09")
    print(report.to_dict()["summary"])

Names are imported on first use, so that ``import kaozheng`` stays quick and pulls in no optional package.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.data.store import ReferenceStore
    from kaozheng.errors import KaozhengError
    from kaozheng.model.quantities import Quantity, parse_quantities
    from kaozheng.model.report import Claim, Report
    from kaozheng.model.verifier import Verifier

__version__ = "0.1.0"
__all__ = [
    "Claim",
    "KaozhengError",
    "Quantity",
    "ReferenceStore",
    "Report",
    "Verifier",
    "__version__",
    "parse_quantities",
]

_HOME = {
    "Claim": "kaozheng.model.report",
    "KaozhengError": "kaozheng.errors",
    "Quantity": "kaozheng.model.quantities",
    "ReferenceStore": "kaozheng.data.store",
    "Report": "kaozheng.model.report",
    "Verifier": "kaozheng.model.verifier",
    "parse_quantities": "kaozheng.model.quantities",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'kaozheng' has no attribute {name!r}; it has: {', '.join(__all__)}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
