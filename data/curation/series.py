"""Which record series each series of a source table becomes (``series.csv``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kaozheng.data.curation.tables import read_table
from kaozheng.errors import ReferenceDataError

__all__ = ["ROW_PLACE", "Series", "SeriesKey", "load_series"]

ROW_PLACE = "@row"
SeriesKey = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Series:
    """The curator's decision about one source series.

    Attributes:
        subject: Entity id.
        metric: Metric id.
        suffix: What sets the series apart from the headline series of subject and metric; empty for the headline.
        stage: Stage of the chain.
        basis: Basis of weighing, or price series.
        unit: Canonical unit.
        factor: What a printed value is multiplied by to be in `unit`.
        printed_unit: The unit of the printed value, where the data release misstates it; else empty.
        place: Fixed place, where the table's own place is the other end of a flow or wrong; else empty.
        partner: ``@row`` for the table's own place, a place code, or empty.
        drop: Why the series is not shipped; empty when it is.
    """

    subject: str
    metric: str
    suffix: str
    stage: str
    basis: str
    unit: str
    factor: str
    printed_unit: str
    place: str
    partner: str
    drop: str

    @property
    def path(self) -> str:
        """Metric and suffix as they stand in record ids.

        >>> Series("copper", "production", "refinery", "refinery", "", "t", "1000", "", "", "", "").path
        'production.refinery'
        """
        return f"{self.metric}.{self.suffix}" if self.suffix else self.metric


def load_series(path: Path | None = None) -> dict[SeriesKey, Series]:
    """All decisions, by source table, subject, metric, detail, unit and occurrence."""
    path = path or Path(__file__).parent / "series.csv"
    table: dict[SeriesKey, Series] = {}
    for row in read_table(path):
        key = (row["table"], row["subject"], row["metric"], row["detail"], row["unit"], row["occurrence"])
        if key in table:
            raise ReferenceDataError(
                f"{path.name}: the series {' / '.join(key)} is decided twice; keep one row"
            )
        table[key] = _series(row)
    return table


def _series(row: dict[str, str]) -> Series:
    return Series(
        subject=row["to_subject"],
        metric=row["to_metric"],
        suffix=row["suffix"],
        stage=row["stage"],
        basis=row["basis"],
        unit=row["to_unit"],
        factor=row["factor"],
        printed_unit=row["printed_unit"],
        place=row["place"],
        partner=row["partner"],
        drop=row["drop"],
    )
