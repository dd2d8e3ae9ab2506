"""Runs every rule over a package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kaozheng.data.validate import causal, ids, names, periods, references, repeats, schema, totals, values
from kaozheng.data.validate.package import load_package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kaozheng.data.validate.package import Package
    from kaozheng.data.validate.problem import Problem

__all__ = ["RULES", "validate_package"]

RULES: tuple[Callable[[Package], Iterator[Problem]], ...] = (
    schema.descriptor,
    schema.missing_columns,
    schema.missing_values,
    schema.not_a_number,
    schema.repeated_ids,
    ids.id_form,
    references.unknown_id,
    references.unknown_unit,
    references.unknown_concept,
    periods.bad_date,
    periods.published_too_early,
    values.disordered_interval,
    values.withheld_value,
    values.unexplained_gap,
    values.impossible_share,
    names.nameless,
    names.shared_name,
    repeats.repeated_series,
    repeats.edition_jump,
    totals.parts_against_total,
    causal.causal_words,
    causal.causal_gaps,
)


def validate_package(path: Path | str) -> list[Problem]:
    """Every problem of a package, errors first, then by file and row.

    Args:
        path: Folder of a package, its ``datapackage.json``, or one CSV or JSONL file of records.

    Returns:
        Problems; the package is valid when none of them is an error.

    >>> from kaozheng.data.validate.package import SHIPPED
    >>> [problem for problem in validate_package(SHIPPED) if problem.severity == "error"]
    []
    """
    package = load_package(Path(path))
    found = list(package.problems)
    for rule in RULES:
        found.extend(rule(package))
    return sorted(
        found, key=lambda problem: (problem.severity, problem.file, problem.row, problem.column, problem.code)
    )
