"""The tables of a reference package and their columns: what the rules check and the descriptor states."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CAUSAL", "RECORDS", "TABLES", "Column"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: As in the header.
        kind: Frictionless type: ``string``, ``number``, ``integer``, ``boolean`` or ``array``.
        description: What a cell holds.
        required: Whether a cell must not be empty.
        unique: Whether no two rows may share a value.
        many: Whether a cell holds several values separated by ``|``.
    """

    name: str
    kind: str = "string"
    description: str = ""
    required: bool = False
    unique: bool = False
    many: bool = False


def _id(description: str) -> Column:
    return Column("id", description=description, required=True, unique=True)


_EN = Column("names_en", description="English names, the preferred one first", many=True)
_ZH = Column("names_zh", description="Chinese names (simplified), the preferred one first", many=True)

RECORDS = (
    _id("edition or source/subject/metric[.series]/place[/partner][/period]"),
    Column("subject", description="id in entities.csv", required=True),
    Column("metric", description="id in metrics.csv", required=True),
    Column("stage", description="stage of the chain, id in bases.csv"),
    Column("basis", description="basis of weighing or price series, id in bases.csv"),
    Column("detail", description="name of the series as the source prints it"),
    Column(
        "place",
        description="id in places.csv: who reports, produces, holds, imports or exports",
        required=True,
    ),
    Column("partner", description="id in places.csv: the other end of a flow"),
    Column("period", description="period described, ISO 8601"),
    Column("value", "number", "value in the unit; empty when withheld, not available or a range"),
    Column("low", "number", "lower end of the range or of the source's rounding"),
    Column("high", "number", "upper end of the range or of the source's rounding"),
    Column("unit", description="id in units.csv, compounds with /", required=True),
    Column("qualifiers", description="estimated, withheld, range ...", many=True),
    Column("printed", description="value and unit as the source prints them"),
    Column("source_id", description="id in sources.csv", required=True),
    Column("edition", description="id in editions.csv"),
    Column("published", description="day, month or year of publication, ISO 8601", required=True),
    Column("supersedes", description="id of the record that this one replaces"),
)

CAUSAL = (
    _id("causal/cause--effect"),
    Column("cause_en", required=True),
    Column("cause_zh", required=True),
    Column("effect_en", required=True),
    Column("effect_zh", required=True),
    Column("polarity", description="increase, decrease, cause, prevent or enable", required=True),
    Column("status", description="established, refuted, contested or none", required=True),
    Column("mechanism"),
    Column("mechanism_zh"),
    Column("cause_concepts", "array", "concept, entity or place ids"),
    Column("effect_concepts", "array", "concept, entity or place ids"),
    Column("cause_date", description="ISO 8601"),
    Column("effect_date", description="ISO 8601"),
    Column("documented_cause", description="id of the causal record with the documented cause"),
    Column("source_ids", "array", "ids in sources.csv"),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "events": (
        _id("date-place-subject"),
        Column("date", required=True),
        Column("place"),
        Column("action"),
        Column("subjects", description="ids in entities.csv", many=True),
        Column("measure_en"),
        Column("measure_zh"),
        Column("source_id", required=True),
    ),
    "entities": (
        _id("readable slug"),
        Column("kind", required=True),
        _EN,
        _ZH,
        Column("broader", description="ids of entities that contain this one", many=True),
    ),
    "places": (
        _id("ISO 3166-1 alpha-3, or the code of a group"),
        _EN,
        _ZH,
        Column("members", description="place ids of a group, where they are fixed", many=True),
    ),
    "metrics": (
        _id("snake_case"),
        Column("kinds", description="kinds of quantity that can state it", required=True, many=True),
        _EN,
        _ZH,
        Column("confused_with", description="metrics that texts mix up with this one", many=True),
        Column("additive", "boolean", "whether parts add up to the whole", required=True),
    ),
    "bases": (
        _id("stage, basis of weighing or price series"),
        Column("kind", description="stage, basis or series", required=True),
        _EN,
        _ZH,
        Column("incomparable_with", description="bases never to be compared with this one", many=True),
    ),
    "concepts": (
        _id("notion that causes and effects are made of"),
        _EN,
        _ZH,
        Column("opposite", description="id of the reverse notion"),
    ),
    "units": (
        _id("symbol as the quantity parser writes it"),
        Column("kind", description="kind of quantity", required=True),
        Column("si_unit", description="base unit it converts to"),
        Column("si_factor", "number", "how many base units one unit is"),
        _EN,
        _ZH,
    ),
    "sources": (
        _id("readable slug"),
        Column("publisher", required=True),
        Column("title", required=True),
        Column("year", "integer"),
        Column("published", description="ISO 8601", required=True),
        Column("url"),
        Column("licence", required=True),
        Column("names", description="how texts name the source, both languages", many=True),
    ),
    "editions": (
        _id("series-year[-version]"),
        Column("series", description="recurring publication", required=True),
        Column("title", required=True),
        Column("published", description="ISO 8601", required=True),
        Column("source_id", description="id in sources.csv", required=True),
        Column("supersedes", description="id of the edition before"),
    ),
}
