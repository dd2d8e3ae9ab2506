"""The source tables that records are built from, and the editions they belong to."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["TABLES", "SourceTable"]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One table of facts.

    Attributes:
        name: Name in ``series.csv`` and of the file under ``records/``.
        file: Name of the file with the raw facts.
        editions: Source id in the raw table to edition id; empty edition for a single publication.
        qualifiers: Qualifiers that every record of the table gets.
        counted: Subjects that print two series under one name, told apart by order of appearance.
    """

    name: str
    file: str
    editions: dict[str, str]
    qualifiers: tuple[str, ...] = ()
    counted: frozenset[str] = frozenset()


# Snapshots of figures that were public earlier: the date is that of the copy at hand.
_QUOTE = ("published_date_of_quote",)

TABLES = (
    SourceTable(
        "usgs-mcs-2025",
        "facts_usgs_mcs2025_world.csv",
        {"USGS_MCS2025": "usgs-mcs-2025"},
        counted=frozenset({"helium", "titanium mineral concentrates"}),
    ),
    SourceTable(
        "usgs-mcs-2026",
        "facts_usgs_mcs2026.csv",
        {"USGS_MCS2026": "usgs-mcs-2026", "USGS_MCS2026_V13": "usgs-mcs-2026-v1.3"},
        counted=frozenset({"mica"}),
    ),
    SourceTable(
        "usgs-rare-earths-history",
        "facts_usgs_rare_earths_history.csv",
        {"USGS_DS140_REE": "", "USGS_MYB2022_REE": "usgs-myb-2022"},
        _QUOTE,
    ),
    SourceTable("us-imports-from-china", "facts_us_imports_from_china.csv", {"USITC_DATAWEB_V3": ""}, _QUOTE),
    SourceTable("cia-factbook", "facts_cia_factbook.csv", {"CIA_WFB": "cia-factbook-2026"}, _QUOTE),
    SourceTable("owid-metals", "facts_owid_metal_production.csv", {"OWID_METALS": ""}, _QUOTE),
)
