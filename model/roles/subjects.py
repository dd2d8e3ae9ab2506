"""What a number is about: the material, product or weapon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kaozheng.data.records import Entity
    from kaozheng.data.store import Mention
    from kaozheng.model.detect.context import Context
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.roles.metrics import MetricChoice

__all__ = ["SubjectChoice", "choose_subject", "suits", "usable"]

_UNIT_METRICS = frozenset({"deliveries", "orders", "inventory", "range", "speed"})
_AMOUNT_METRICS = frozenset(
    {"reserves", "resources", "recovery_rate", "energy_intensity", "import_reliance", "consumption"}
)
_NO_SUBJECT = frozenset(
    {
        "gdp",
        "gdp_growth",
        "population",
        "inflation",
        "area",
        "military_expenditure",
        "military_expenditure_share",
        "fx_reserves",
        "public_debt",
        "trade_balance",
        "unemployment",
    }
)
_ZH_AFTER = re.compile(r"^(?:的|左右的|以上的|多)?(?:[^，。；的]{0,2}的)?(?:金属|高纯|纯|进口|国产)?$")
_EN_AFTER = re.compile(r"^\s*(?:worth\s+)?of\s+(?:[\w'’.%-]+\s+){0,4}$|^\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_ZH_ATTACHED = re.compile(r"^(?:[^，。；]{0,6})$")
_EN_ATTACHED = re.compile(r"^(?:[\s\w'’.-]{0,24})$")
_EN_OF = re.compile(r"^\s*(?:of|for|in)\s+(?:[\w'’.-]+\s+){0,3}$", re.IGNORECASE)
_JOINED = {"zh": re.compile(r"^(?:、|和|与|及|以及)$"), "en": re.compile(r"^(?:,|,?\s+and|,?\s+or)\s+$")}


@dataclass(frozen=True, slots=True)
class SubjectChoice:
    """The subject and whether the clause itself names it."""

    subject: str | None = None
    near: bool = True


def usable(context: Context, start: int, end: int, entities: Mapping[str, Entity]) -> list[Mention]:
    """Entity mentions of a span outside the words that attribute."""
    said = context.attribution
    return [
        mention
        for mention in context.named("entity", start, end)
        if mention.id in entities and not (said is not None and said.start <= mention.start < said.holder_end)
    ]


def suits(entity: Entity, metric: str | None) -> bool:
    """Whether an entity of this kind can have the metric: weapons are delivered and not mined."""
    if metric in _NO_SUBJECT:
        return False
    if metric in _UNIT_METRICS:
        return entity.kind not in ("material", "aggregate")
    if metric in _AMOUNT_METRICS:
        return entity.kind not in ("weapon", "company", "aggregate") and not (
            metric == "energy_intensity" and "electricity" in entity.id
        )
    return entity.kind != "aggregate"


def choose_subject(
    context: Context, quantity: Quantity, choice: MetricChoice, entities: Mapping[str, Entity]
) -> SubjectChoice:
    """The subject from the clause of the quantity, else from earlier clauses of the sentence."""
    if choice.cue is not None and choice.cue.subject:
        return SubjectChoice(_implied(context, choice.cue.subject, entities), choice.near)
    number = context.clause_of(quantity.start)
    start, end = context.clauses[number]
    found = _suiting(context, start, end, choice.metric, entities)
    if found:
        return SubjectChoice(_pick(context, quantity, choice, found))
    for left, right in context.clauses_before(number):
        earlier = _suiting(context, left, right, choice.metric, entities)
        if earlier:
            return SubjectChoice(_single(context, earlier[-1], earlier), near=False)
    return SubjectChoice()


def _implied(context: Context, subject: str, entities: Mapping[str, Entity]) -> str | None:
    """The entity that a metric word names, narrowed to one named in the sentence (工业用电)."""
    named = (
        [m.id for m in context.named("entity") if subject in (m.id, *entities[m.id].broader)]
        if entities
        else []
    )
    if named:
        return named[-1]
    return subject if subject in entities else None


def _suiting(
    context: Context, start: int, end: int, metric: str | None, entities: Mapping[str, Entity]
) -> list[Mention]:
    return [m for m in usable(context, start, end, entities) if suits(entities[m.id], metric)]


def _pick(context: Context, quantity: Quantity, choice: MetricChoice, found: Sequence[Mention]) -> str | None:
    """Which entity of the clause: named right after the number, with the metric word, or nearest before."""
    mention = _follows(context, quantity, found) or _with_cue(context, choice, found)
    if mention is not None:
        return _single(context, mention, found)
    before = [mention for mention in found if mention.end <= quantity.start]
    return _single(context, before[-1] if before else found[0], found)


def _follows(context: Context, quantity: Quantity, found: Sequence[Mention]) -> Mention | None:
    """300吨镓, 98% of the global gallium supply."""
    after = _ZH_AFTER if context.lang == "zh" else _EN_AFTER
    for mention in found:
        if mention.start >= quantity.end and after.match(context.text(quantity.end, mention.start)):
            return mention
    return None


def _with_cue(context: Context, choice: MetricChoice, found: Sequence[Mention]) -> Mention | None:
    """镓的价格, rare earth reserves, exports of gallium."""
    cue = choice.cue
    if cue is None or not choice.near:
        return None
    attached = _ZH_ATTACHED if context.lang == "zh" else _EN_ATTACHED
    before = [m for m in found if m.end <= cue.start and attached.match(context.text(m.end, cue.start))]
    if before:
        return before[-1]
    after = [m for m in found if m.start >= cue.end]
    if after and (context.lang == "zh" or _EN_OF.match(context.text(cue.end, after[0].start))):
        return after[0]
    return None


def _single(context: Context, chosen: Mention, found: Sequence[Mention]) -> str | None:
    """The entity, or None when it is named together with another (镓和锗) and the number is of both."""
    joined = _JOINED[context.lang]
    for other in found:
        between = context.text(min(chosen.end, other.end), max(chosen.start, other.start))
        if other.id != chosen.id and joined.match(between):
            return None
    return chosen.id
