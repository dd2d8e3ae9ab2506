"""Parts and wholes: shares beyond 100 %, a country above the world, a share against its own amounts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kaozheng.model.consistency.statements import in_unit_of, is_level
from kaozheng.model.messages import consistency
from kaozheng.model.verdict.wording import amount, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.consistency.statements import Statement
    from kaozheng.model.report import ConsistencyFinding

__all__ = ["find_parts", "find_share_against_levels", "find_shares"]

_WORLD = "WLD"
_WHOLE_SHARES = frozenset({"production_share", "reserves_share", "consumption_share", "export_share"})
# Rounding of several parts and their total.
_SLACK = 0.02
_SHARE_POINTS = 3.0


def find_shares(items: Sequence[Statement], store: ReferenceStore, lang: str) -> Iterator[ConsistencyFinding]:
    """Shares of one whole that add up to more than it."""
    groups: dict[tuple[str | None, ...], dict[str, Statement]] = defaultdict(dict)
    for item in items:
        part = _part_of_whole(item, store)
        if part is not None:
            groups[(*item.thing, item.roles.source, *part[0])].setdefault(part[1], item)
    for group in groups.values():
        found = list(group.values())
        total = sum(max(0.0, item.claim.low) for item in found)
        if len(found) > 1 and total > 100.0:
            said = " + ".join(item.quantity.text for item in found)
            ids = tuple(dict.fromkeys(item.id for item in found))
            whole = plain(sum(item.claim.value for item in found)) + "%"
            yield consistency("shares_exceed_100", lang, ids, sum=whole, parts=said)


def _part_of_whole(item: Statement, store: ReferenceStore) -> tuple[tuple[str | None, ...], str] | None:
    """Which whole a share belongs to and which part it is; None for anything but a share of a known whole."""
    roles = item.roles
    if (
        not (item.claim.share and is_level(item) and item.sure and item.asserted)
        or item.former
        or roles.place is None
    ):
        return None
    if roles.metric == "import_source_share" and roles.partner:
        return (roles.place,), roles.partner
    place = store.places.get(roles.place)
    if roles.metric not in _WHOLE_SHARES or roles.place == _WORLD or (place is not None and place.members):
        return None
    return (), roles.place


def find_parts(items: Sequence[Statement], store: ReferenceStore, lang: str) -> Iterator[ConsistencyFinding]:
    """A country above the world, or countries that together exceed it."""
    levels = [item for item in items if is_level(item) and _additive(item, store)]
    for total in (item for item in levels if item.roles.place == _WORLD):
        parts: dict[str, Statement] = {}
        for item in levels:
            place = item.roles.place
            if (
                place not in (None, _WORLD)
                and item.thing == total.thing
                and in_unit_of(total, item) is not None
            ):
                parts.setdefault(place or "", item)
        yield from _against_total(total, list(parts.values()), store, lang)


def _additive(item: Statement, store: ReferenceStore) -> bool:
    """Whether parts of its metric add up to the whole."""
    metric = store.metrics.get(item.roles.metric or "")
    usable = item.sure and item.asserted and not item.former and not item.claim.share
    return usable and metric is not None and metric.additive and not item.roles.partner


def _against_total(
    total: Statement, parts: list[Statement], store: ReferenceStore, lang: str
) -> Iterator[ConsistencyFinding]:
    """One part too large, else all parts together too large."""
    ceiling = total.claim.high * (1 + _SLACK)
    for part in parts:
        if part.claim.low * (in_unit_of(total, part) or 0) > ceiling:
            gaps = {"part": part.quantity.text, "total": total.quantity.text}
            yield consistency("part_exceeds_total", lang, (part.id, total.id), **gaps)
            return
    countries = [part for part in parts if not _group(part, store)]
    together = sum(max(0.0, part.claim.low) * (in_unit_of(total, part) or 0) for part in countries)
    if len(countries) > 1 and together > ceiling:
        ids = tuple(dict.fromkeys([*(part.id for part in countries), total.id]))
        whole = amount(float(f"{together:.4g}"), total.claim.unit)
        yield consistency("parts_against_total", lang, ids, sum=whole, total=total.quantity.text)


def _group(item: Statement, store: ReferenceStore) -> bool:
    """Whether the place is a group of countries."""
    place = store.places.get(item.roles.place or "")
    return place is not None and bool(place.members)


def find_share_against_levels(items: Sequence[Statement], lang: str) -> Iterator[ConsistencyFinding]:
    """A share that the text's own part and whole do not make up."""
    for share in items:
        metric = share.roles.metric or ""
        if metric not in _WHOLE_SHARES or not share.claim.share or not is_level(share) or not share.sure:
            continue
        base = metric.removesuffix("_share")
        part = _level(items, share, base, share.roles.place)
        whole = _level(items, share, base, _WORLD)
        if part is None or whole is None:
            continue
        factor = in_unit_of(whole, part)
        if factor and whole.claim.value > 0:
            yield from _compare(share, part, whole, factor, lang)


def _level(items: Sequence[Statement], share: Statement, metric: str, place: str | None) -> Statement | None:
    """The amount that the text gives for a place."""
    wanted = (share.roles.subject, metric, place, share.roles.period)
    for item in items:
        roles = item.roles
        found = (roles.subject, roles.metric, roles.place, roles.period)
        if found == wanted and is_level(item) and not item.claim.share and item.asserted and item.sure:
            return item
    return None


def _compare(
    share: Statement, part: Statement, whole: Statement, factor: float, lang: str
) -> Iterator[ConsistencyFinding]:
    """The stated share beside part over whole, each with its precision."""
    low = part.claim.low * factor / whole.claim.high * 100
    high = part.claim.high * factor / whole.claim.low * 100 if whole.claim.low > 0 else float("inf")
    if share.claim.low > high + _SHARE_POINTS or share.claim.high < low - _SHARE_POINTS:
        actual = f"{part.claim.value * factor / whole.claim.value * 100:.3g}%"
        gaps = {"share": share.quantity.text, "part": part.quantity.text, "total": whole.quantity.text}
        ids = tuple(dict.fromkeys((share.id, part.id, whole.id)))
        yield consistency("share_against_levels", lang, ids, actual=actual, **gaps)
