"""What a date claim is about: which act, of whom, on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.detect.dates import date_extent, date_metric
from kaozheng.model.roles.places import choose_place
from kaozheng.model.roles.subjects import usable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kaozheng.data.records import Entity
    from kaozheng.data.store import Mention
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity

__all__ = ["date_parts"]

# What a dated act can be about: measures on materials and the measures themselves.
_NOT = frozenset({"weapon", "company", "aggregate", "facility"})


def date_parts(
    context: Context, date: Quantity, entities: Mapping[str, Entity]
) -> tuple[str | None, str | None, str | None]:
    """Subject, metric and place of a date claim.

    A named measure (稀土路线图) is the subject; else the first material of the clause, then of the sentence.
    """
    start, end = date_extent(context, date)
    found = usable(context, start, end, entities) or usable(
        context, context.sentence.start, context.sentence.end, entities
    )
    found = [mention for mention in found if entities[mention.id].kind not in _NOT]
    return (
        _first(found, entities),
        date_metric(context, date),
        choose_place(context, date, extent=(start, end)).place,
    )


def _first(found: list[Mention], entities: Mapping[str, Entity]) -> str | None:
    policies = [mention for mention in found if entities[mention.id].kind == "policy"]
    return (policies or found)[0].id if found else None
