"""Links each record to the one of an earlier edition that it replaces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kaozheng.data.records import NumericRecord

__all__ = ["link_editions"]

_Key = tuple[str, str, str, str, str]
# "Other countries" are not the same countries in two editions.
_INCOMPARABLE = frozenset({"OTH"})
_WITHOUT_PERIOD = frozenset({"reserves", "resources"})


def link_editions(
    records: Iterable[NumericRecord], order: Mapping[str, Sequence[str]]
) -> list[NumericRecord]:
    """Records with `supersedes` filled in.

    Two records are the same measurement when subject, metric and suffix, place, partner and period agree.
    Reserves have no period of their own: each edition's estimate replaces the last one's.

    Args:
        records: All records, of any edition.
        order: Series of editions to its edition ids, oldest first.

    Returns:
        The records in the same order.
    """
    records = list(records)
    chains: dict[tuple[str, _Key], dict[str, str]] = {}
    series_of = {edition: name for name, editions in order.items() for edition in editions}
    for record in records:
        if record.edition in series_of and record.place not in _INCOMPARABLE:
            chains.setdefault((series_of[record.edition], _key(record)), {})[record.edition] = record.id
    linked = []
    for record in records:
        name = series_of.get(record.edition, "")
        chain = chains.get((name, _key(record)), {})
        linked.append(replace(record, supersedes=_former(record, chain, order.get(name, ()))))
    return linked


def _former(record: NumericRecord, chain: Mapping[str, str], editions: Sequence[str]) -> str:
    if record.edition not in chain:
        return ""
    earlier = editions[: editions.index(record.edition)]
    return next((chain[edition] for edition in reversed(earlier) if edition in chain), "")


def _key(record: NumericRecord) -> _Key:
    path = record.id.split("/")[2]
    period = "" if record.metric in _WITHOUT_PERIOD else record.period
    return (record.subject, path, record.place, record.partner, period)
