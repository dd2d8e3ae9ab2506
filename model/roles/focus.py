"""What the text before a sentence was about: the subject and the place that later sentences leave out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.roles.locality import speaks_of_parts
from kaozheng.model.roles.places import owners
from kaozheng.model.roles.subjects import suits, usable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kaozheng.data.records import Entity
    from kaozheng.model.detect.context import Context

__all__ = ["Focus"]

_PLACE_ANAPHOR = {
    "zh": re.compile(r"其(?!中|他|它|余|实|次)|该国|它|这个国家|我国|本国"),
    "en": re.compile(r"\b(?:its?|the country|the nation|the kingdom|their|they)\b", re.IGNORECASE),
}
# Metrics that speak of a country even when none is named again.
_OF_COUNTRIES = frozenset(
    [
        "area", "consumption", "export_quota", "exports", "fx_reserves", "gdp", "gdp_growth", "import_reliance",
        "import_source_share", "imports", "military_expenditure", "population", "production", "production_quota",
        "production_share", "reserves", "reserves_share", "resources", "stocks",
    ]
)  # fmt: skip
# Metrics of a material or product that may have been named before; sums of money have subjects of their own.
_OF_MATERIALS = frozenset(
    [
        "capacity", "consumption", "consumption_share", "deliveries", "effective_date", "announced_date", "deadline",
        "energy_intensity", "export_quota", "export_share", "exports", "import_reliance", "import_source_share",
        "imports", "inventory", "price", "production", "production_quota", "production_share", "recovery_rate",
        "reserves", "reserves_share", "resources", "start_date", "stocks", "suspended_date",
    ]
)  # fmt: skip
_REACH = 3


class Focus:
    """Looks back from a sentence.

    Args:
        contexts: All sentences of the article.
        entities: The register of entities.
        published: The article's date, when known.
    """

    def __init__(
        self, contexts: Sequence[Context], entities: Mapping[str, Entity], published: str | None = None
    ) -> None:
        self.published = published
        self._contexts = contexts
        self._entities = entities
        self._title = [context for context in contexts if context.sentence.is_title][:3]

    def subject(self, context: Context, metric: str | None) -> str | None:
        """The one suitable entity of the nearest earlier sentence in the paragraph, else of the title."""
        if metric not in _OF_MATERIALS:
            return None
        for earlier in self._before(context):
            found = self._entities_of(earlier, metric)
            if found:
                return found.pop() if len(found) == 1 else None
        found = set().union(*(self._entities_of(title, metric) for title in self._title))
        return found.pop() if len(found) == 1 else None

    def place(self, context: Context, metric: str | None) -> str | None:
        """The one country of the nearest earlier sentence in the paragraph that names any.

        With its or 该国 in the sentence, the first country of that sentence will do.
        """
        refers = _PLACE_ANAPHOR[context.lang].search(context.sentence.text) is not None
        if metric not in _OF_COUNTRIES and not refers:
            return None
        for earlier in self._before(context):
            if speaks_of_parts(earlier):
                return None
            found = [m.id for m in owners(earlier, earlier.sentence.start, earlier.sentence.end)]
            if found:
                return found[0] if len(set(found)) == 1 or refers else None
        return self._article_place(context)

    def _article_place(self, context: Context) -> str | None:
        """The title's one country, when the paragraph has named none and most of the text is about it."""
        titled = {m.id for t in self._title for m in owners(t, t.sentence.start, t.sentence.end)}
        if len(titled) != 1 or context.sentence.is_title:
            return None
        place = titled.pop()
        named = [m.id for c in self._contexts for m in c.named("place") if m.id != "WLD"]
        return place if named.count(place) * 2 > len(named) else None

    def _entities_of(self, context: Context, metric: str | None) -> set[str]:
        start, end = context.sentence.start, context.sentence.end
        return {
            mention.id
            for mention in usable(context, start, end, self._entities)
            if suits(self._entities[mention.id], metric)
        }

    def _before(self, context: Context) -> Iterator[Context]:
        """Up to a few earlier sentences of the same paragraph, nearest first."""
        for index in range(context.index - 1, max(-1, context.index - 1 - _REACH), -1):
            earlier = self._contexts[index]
            if earlier.sentence.paragraph != context.sentence.paragraph:
                return
            yield earlier
