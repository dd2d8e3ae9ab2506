"""What a claim is about, as a query to the reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaozheng.model.link.nature import is_price, nature_of
from kaozheng.model.link.periods import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaozheng.data.records import NumericRecord
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.link.periods import Nature, Period
    from kaozheng.model.protocols import Roles

__all__ = ["Scope", "scope_of"]

WORLD = "WLD"
# Kinds of subject that have a home.
_PLACED = frozenset({"weapon", "company", "facility", "project", "policy"})
# Metrics whose records name the other end of a flow.
_FLOWS = frozenset({"imports", "exports", "import_source_share", "export_share"})


@dataclass(frozen=True, slots=True)
class Scope:
    """What to look for.

    Attributes:
        subject: Entity id.
        metric: Metric id.
        places: Place codes that may answer; empty for any; an empty code where the text leaves the place open
            and the subject does not settle it.
        place_known: Whether the text (or the subject itself) settles the place.
        partner: The other end of a trade flow; empty for all partners together.
        stage: Stage that the text names.
        basis: Basis that the text names.
        period: Claimed period.
        nature: Flow, level or price.
        sources: Source ids of the publisher that the text names; empty for any.
    """

    subject: str
    metric: str
    places: tuple[str, ...]
    place_known: bool
    partner: str
    stage: str
    basis: str
    period: Period | None
    nature: Nature
    sources: frozenset[str] = frozenset()


def scope_of(roles: Roles, store: ReferenceStore) -> Scope | None:
    """The query that `roles` amount to; None without subject or metric."""
    if roles.subject is None or roles.metric is None:
        return None
    places, known = _places(roles, store)
    return Scope(
        subject=roles.subject,
        metric=roles.metric,
        places=places,
        place_known=known,
        partner=(roles.partner or "") if roles.metric in _FLOWS else "",
        stage=roles.stage or "",
        basis=roles.basis or "",
        period=parse_period(roles.period),
        nature=nature_of(roles.metric),
        sources=frozenset(sources_of_publisher(roles.source, store)),
    )


def _places(roles: Roles, store: ReferenceStore) -> tuple[tuple[str, ...], bool]:
    """Places to look in, and whether the place is settled.

    Prices are quoted on world markets: without records for the place itself any market answers. A weapon or a
    firm whose records all lie in one place settles it by itself; a material that only one country's statistics
    cover does not.
    """
    price = is_price(roles.metric or "")
    if roles.place is not None and not price:
        return (roles.place,), True
    records = store.numeric(subject=roles.subject, metric=roles.metric)
    if price:
        return _markets(roles, records)
    there = {record.place for record in records}
    entity = store.entities.get(roles.subject or "")
    if len(there) == 1 and entity is not None and entity.kind in _PLACED:
        return tuple(there), True
    return (WORLD if WORLD in there else "",), False


def _markets(roles: Roles, records: Iterable[NumericRecord]) -> tuple[tuple[str, ...], bool]:
    """Markets whose prices answer: the one named in the clause if it has prices, else any."""
    if roles.place is None or "place" in roles.inherited:
        return (), True
    own = any(record.place == roles.place for record in records)
    return ((roles.place,), True) if own else ((), False)


def sources_of_publisher(source: str | None, store: ReferenceStore) -> Iterable[str]:
    """Every source of the publisher that a named source belongs to."""
    named = store.sources.get(source) if source else None
    if named is None:
        return () if source is None else (source,)
    return (other.id for other in store.sources.values() if other.publisher == named.publisher)
