"""The rows of a reference package as typed objects.

Field names and meanings are those of the package's ``datapackage.json``.
Places are ISO 3166-1 alpha-3 codes, plus ``WLD`` (world), ``EUU`` (European Union) and the group codes in
``places.csv``. Periods are ISO 8601: ``2024``, ``2025-07``, ``2023-08-01``, or an interval
``2025-01/2025-07``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "Basis",
    "CausalRecord",
    "CausalStatus",
    "Concept",
    "Edition",
    "Entity",
    "Metric",
    "NumericRecord",
    "Place",
    "Polarity",
    "PolicyEvent",
    "Source",
]

Polarity = Literal["increase", "decrease", "cause", "prevent", "enable"]
CausalStatus = Literal["established", "refuted", "contested", "none"]


@dataclass(frozen=True, slots=True)
class NumericRecord:
    """One sourced value.

    Attributes:
        id: Stable readable id, e.g. ``usgs-mcs-2025/gallium/production/CHN/2024``.
        subject: Entity id, e.g. ``gallium``.
        metric: Metric id, e.g. ``production``.
        stage: Where in the chain it is measured: ``mine``, ``refinery``, ``smelter``, ``primary``; may be empty.
        basis: What is weighed: ``REO``, ``metal content``, ``gross weight``, ``LCE`` ...; may be empty.
        detail: The series name as the source prints it.
        place: Place code.
        period: The period described (ISO 8601); empty when the source gives none.
        value: Value in `unit`; None when withheld, not available, or a range.
        low: Lower end of a range, or of the source's own rounding.
        high: Upper end, likewise.
        unit: Canonical unit, as the quantity parser writes it: ``t``, ``kg``, ``USD/kg``, ``%``, ``1``.
        qualifiers: ``estimated``, ``withheld``, ``greater_than``, ``plan``, ``official_claim`` ...
        printed: The value as printed in the source.
        source_id: Id in the register of sources.
        edition: Edition id (``usgs-mcs-2025``); empty for single publications.
        published: Date on which this value was published (ISO 8601, day when known).
        supersedes: Id of the record that this one replaces; may be empty.
        partner: The other place of a flow: `place` imports from (or exports to) it; may be empty.
    """

    id: str
    subject: str
    metric: str
    stage: str
    basis: str
    detail: str
    place: str
    period: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifiers: tuple[str, ...]
    printed: str
    source_id: str
    edition: str
    published: str
    supersedes: str = ""
    partner: str = ""


@dataclass(frozen=True, slots=True)
class CausalRecord:
    """One curated statement about what causes what.

    Attributes:
        id: Stable readable id, e.g. ``causal/gallium-controls--f35-deliveries-2023``.
        cause_en: The cause in English.
        cause_zh: The cause in Chinese.
        effect_en: The effect in English.
        effect_zh: The effect in Chinese.
        polarity: What the cause does to the effect.
        status: What the sources make of it. ``none``: looked for, no evidence found.
        mechanism: One sentence on why the sources say so.
        cause_concepts: Concept ids that a text's cause must mention (see ``concepts.csv``).
        effect_concepts: The same for the effect.
        cause_date: When the cause was announced or began (ISO 8601); may be empty.
        effect_date: When the effect was first announced or observed; may be empty.
        documented_cause: Id of the causal record that states the documented cause, for refuted entries.
        source_ids: Ids in the register of sources.
    """

    id: str
    cause_en: str
    cause_zh: str
    effect_en: str
    effect_zh: str
    polarity: Polarity
    status: CausalStatus
    mechanism: str
    mechanism_zh: str
    cause_concepts: tuple[str, ...]
    effect_concepts: tuple[str, ...]
    cause_date: str
    effect_date: str
    documented_cause: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PolicyEvent:
    """A dated act of policy: an announcement, an entry into force, a suspension."""

    id: str
    date: str
    place: str
    action: str
    subjects: tuple[str, ...]
    measure_en: str
    measure_zh: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Something records are about: a material, a weapon, a company, an aggregate such as GDP.

    Attributes:
        id: Canonical id (``gallium``, ``rare-earths``, ``f-35``).
        kind: ``material``, ``product``, ``weapon``, ``company``, ``aggregate`` ...
        names_en: English names and aliases, the preferred one first.
        names_zh: Chinese names and aliases in simplified characters, the preferred one first.
        broader: Ids of entities that contain this one (dysprosium -> heavy-rare-earths -> rare-earths).
    """

    id: str
    kind: str
    names_en: tuple[str, ...]
    names_zh: tuple[str, ...]
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a group of countries or the world."""

    id: str
    names_en: tuple[str, ...]
    names_zh: tuple[str, ...]
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured.

    Attributes:
        id: Canonical id (``production``, ``reserves``, ``import_reliance``).
        kinds: Kinds of quantity that can state it (``mass``, ``share``, ``price`` ...).
        names_en: English names and aliases.
        names_zh: Chinese names and aliases in simplified characters.
        confused_with: Metrics that texts mix up with this one (reserves and resources).
        additive: Whether values of parts add up to that of the whole.
    """

    id: str
    kinds: tuple[str, ...]
    names_en: tuple[str, ...]
    names_zh: tuple[str, ...]
    confused_with: tuple[str, ...] = ()
    additive: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """A stage of the chain, a basis of weighing, or a price series.

    Attributes:
        id: Canonical id (``mine``, ``refinery``, ``REO``, ``LCE``, ``retail-series``).
        kind: ``stage``, ``basis`` or ``series``.
        names_en: English names and aliases.
        names_zh: Chinese names and aliases in simplified characters.
        incomparable_with: Ids of bases whose values must never be compared with this one's.
    """

    id: str
    kind: str
    names_en: tuple[str, ...]
    names_zh: tuple[str, ...]
    incomparable_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A notion that causes and effects are made of: export control, price rise, delivery shortfall.

    Attributes:
        id: Canonical id (``export-control``).
        names_en: English wordings.
        names_zh: Chinese wordings in simplified characters.
        opposite: Id of the concept that means the reverse (price-rise, price-fall); may be empty.
    """

    id: str
    names_en: tuple[str, ...]
    names_zh: tuple[str, ...]
    opposite: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record comes from."""

    id: str
    publisher: str
    title: str
    year: int | None
    published: str
    url: str
    licence: str
    names: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Edition:
    """One dated edition of a recurring publication (Mineral Commodity Summaries 2025)."""

    id: str
    series: str
    title: str
    published: str
    source_id: str
    supersedes: str = ""
