"""Which subjects speak of the same thing: a plant and its kind, a measure and the metals it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaozheng.data.store import ReferenceStore

__all__ = ["akin", "materials_of"]


def akin(one: str, other: str, store: ReferenceStore) -> bool:
    """Whether two subjects are the same, one contains the other, or one is a measure or plant named after it.

    ``inola-smelter`` is an ``aluminium-smelter``; ``rare-earth-road-map`` is about ``rare-earths``.
    """
    if one == other:
        return True
    first, second = _wider(one, store), _wider(other, store)
    return other in first or one in second or bool(_named_after(first, second))


def _wider(subject: str, store: ReferenceStore) -> set[str]:
    """A subject and everything that contains it."""
    found, queue = {subject}, [subject]
    while queue:
        entity = store.entities.get(queue.pop())
        for parent in entity.broader if entity else ():
            if parent not in found:
                found.add(parent)
                queue.append(parent)
    return found


def _named_after(ones: set[str], others: set[str]) -> bool:
    """Whether an id of one set begins or contains an id of the other, word by word."""
    return any(_inside(short, long) or _inside(long, short) for short in ones for long in others)


def _inside(short: str, long: str) -> bool:
    """Whether the words of one id stand in another (rare-earths in rare-earth-road-map)."""
    return short != long and f"-{short.removesuffix('s')}" in f"-{long}" and len(short) > 3


def materials_of(subject: str, store: ReferenceStore) -> list[str]:
    """The subject, what contains it, and the material it is named after (aluminium for aluminium-smelter)."""
    wider = _wider(subject, store)
    named = [name for name in store.entities if any(_inside(name, item) for item in wider)]
    return [subject, *sorted(wider - {subject}), *named]
