"""Rules about causal records and concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from kaozheng.data.records import CausalStatus, Polarity
from kaozheng.data.validate.package import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.validate.package import Package
    from kaozheng.data.validate.problem import Problem

__all__ = ["causal_gaps", "causal_words"]

_WORDS = {"polarity": get_args(Polarity), "status": get_args(CausalStatus)}


def causal_words(package: Package) -> Iterator[Problem]:
    """Polarity and status are words of the scheme."""
    for table in package.of_kind("causal"):
        for row in table.rows:
            for column, allowed in _WORDS.items():
                if row[column] not in allowed:
                    message = f"{row[column]!r} is not allowed; allowed: {', '.join(allowed)}"
                    yield table.problem(row, column, "causal_word", message)


def causal_gaps(package: Package) -> Iterator[Problem]:
    """A verdict of the sources needs a source, and matching needs concepts on both sides."""
    for table in package.of_kind("causal"):
        for row in table.rows:
            if row["status"] in ("established", "refuted", "contested") and not cells(row["source_ids"]):
                yield table.problem(row, "source_ids", "no_source", f"{row['status']} without a source")
            for column in ("cause_concepts", "effect_concepts"):
                if not cells(row[column]):
                    yield table.problem(row, column, "no_concepts", "no concept, so no text can match")
