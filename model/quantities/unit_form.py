"""One row of the table of units."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Kind

__all__ = ["UnitForm", "rows"]


class UnitForm(NamedTuple):
    """What a written unit means.

    Attributes:
        unit: Canonical unit; ``1`` for counts.
        factor: How many of the canonical unit one written unit is (one 斤 is 0.5 kg).
        kind: What sort of quantity it measures.
        counter: For counts, the word as written.
    """

    unit: str
    factor: float
    kind: Kind
    counter: str | None = None


def rows(kind: Kind, *groups: tuple[str, float, str]) -> dict[str, UnitForm]:
    """Rows of one kind from (canonical unit, factor, surfaces separated by spaces).

    >>> rows("mass", ("kg", 0.5, "斤 市斤"))["市斤"]
    UnitForm(unit='kg', factor=0.5, kind='mass', counter=None)
    """
    return {
        surface: UnitForm(unit, factor, kind)
        for unit, factor, surfaces in groups
        for surface in surfaces.split()
    }
