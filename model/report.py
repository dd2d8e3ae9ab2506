"""The report: what the checker says of one article, and its JSON form (schema ``kaozheng.report/1``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Quantity

__all__ = [
    "SCHEMA",
    "Claim",
    "ClaimKind",
    "ConsistencyFinding",
    "Document",
    "Evidence",
    "Finding",
    "Modality",
    "ModelInfo",
    "Polarity",
    "ReferenceInfo",
    "Report",
    "Span",
    "Verdict",
]

SCHEMA = "kaozheng.report/1"

ClaimKind = Literal["numeric", "causal"]
Verdict = Literal["supported", "refuted", "not_enough_evidence", "conflicting_evidence"]
Modality = Literal["asserted", "attributed", "predicted", "conditional"]
Polarity = Literal["increase", "decrease", "cause", "prevent", "enable"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the submitted text: code points, end exclusive."""

    start: int
    end: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be said about a claim.

    Attributes:
        code: Finding code (DESIGN section 6), e.g. ``magnitude_slip``.
        message: One sentence in the article's language.
        message_en: The same in English (equal to `message` for English articles).
        details: Further fields, e.g. ``{"factor": 10, "corrected": 3800000}``; they join the JSON object.
    """

    code: str
    message: str
    message_en: str
    details: dict[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {"code": self.code, "message": self.message, "message_en": self.message_en, **self.details}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record (or a computation from records) that bears on a claim.

    Attributes:
        record: Record id; for a computation, the id of its first operand.
        relation: ``supports``, ``refutes`` or ``context``.
        value: The reference value in `unit`; None for causal evidence.
        low: Lower end where the record is a range.
        high: Upper end.
        unit: Canonical unit.
        period: The period the record describes.
        published: When it was published.
        deviation: Claimed over reference minus one.
        formula: The computation with its numbers in it, e.g. ``380000 / 3800000 = 0.1``.
        inputs: Ids of every record in the formula.
        source: The source's id, publisher, title, year and url.
        note: Anything else a reader needs, e.g. a causal record's mechanism.
    """

    record: str
    relation: Literal["supports", "refutes", "context"]
    value: float | str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    period: str | None = None
    published: str | None = None
    deviation: float | None = None
    formula: str | None = None
    inputs: tuple[str, ...] = ()
    source: dict[str, Any] | None = None
    note: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        out: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        out["inputs"] = list(self.inputs)
        return out


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of the article, with its verdict.

    Numeric claims leave `cause`, `effect`, `signal` and `polarity` empty; causal claims leave
    `quantities`, `subject`, `metric`, `place` and `period` empty.
    """

    id: str
    kind: ClaimKind
    text: str
    start: int
    end: int
    sentence: tuple[int, int]
    modality: Modality
    attributed_to: str | None
    score: float
    quantities: tuple[Quantity, ...] = ()
    subject: str | None = None
    metric: str | None = None
    place: str | None = None
    period: str | None = None
    cause: Span | None = None
    effect: Span | None = None
    signal: Span | None = None
    polarity: Polarity | None = None
    verdict: Verdict = "not_enough_evidence"
    confidence: float = 0.0
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "id": self.id,
            "kind": self.kind,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "sentence": {"start": self.sentence[0], "end": self.sentence[1]},
            "modality": self.modality,
            "attributed_to": self.attributed_to,
            "score": round(self.score, 4),
            "quantities": [quantity.to_dict() for quantity in self.quantities],
            "subject": self.subject,
            "metric": self.metric,
            "place": self.place,
            "period": self.period,
            "cause": self.cause.to_dict() if self.cause else None,
            "effect": self.effect.to_dict() if self.effect else None,
            "signal": self.signal.to_dict() if self.signal else None,
            "polarity": self.polarity,
            "verdict": self.verdict,
            "confidence": round(self.confidence, 4),
            "findings": [finding.to_dict() for finding in self.findings],
            "evidence": [evidence.to_dict() for evidence in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class ConsistencyFinding:
    """A contradiction between claims of the same article."""

    code: str
    claims: tuple[str, ...]
    message: str
    message_en: str

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "code": self.code,
            "claims": list(self.claims),
            "message": self.message,
            "message_en": self.message_en,
        }


@dataclass(frozen=True, slots=True)
class Document:
    """What was submitted."""

    id: str | None
    title: str | None
    lang: str
    published: str | None
    chars: int


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which detector and role tagger made the report."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ReferenceInfo:
    """Which reference data the claims were checked against, and as of which day."""

    name: str
    version: str
    sha256: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Report:
    """What the checker says of one article."""

    document: Document
    model: ModelInfo
    reference: ReferenceInfo
    claims: tuple[Claim, ...]
    consistency: tuple[ConsistencyFinding, ...] = ()

    @property
    def summary(self) -> dict[str, int]:
        """Counts of claims by kind and by verdict."""
        verdicts = ("supported", "refuted", "not_enough_evidence", "conflicting_evidence")
        counts = {"claims": len(self.claims)}
        for kind in ("numeric", "causal"):
            counts[kind] = sum(claim.kind == kind for claim in self.claims)
        for verdict in verdicts:
            counts[verdict] = sum(claim.verdict == verdict for claim in self.claims)
        return counts

    def to_dict(self) -> dict[str, Any]:
        """The JSON report of the contract."""
        return {
            "schema": SCHEMA,
            "document": {name: getattr(self.document, name) for name in Document.__slots__},
            "model": {name: getattr(self.model, name) for name in ModelInfo.__slots__},
            "reference": {name: getattr(self.reference, name) for name in ReferenceInfo.__slots__},
            "claims": [claim.to_dict() for claim in self.claims],
            "consistency": [finding.to_dict() for finding in self.consistency],
            "summary": self.summary,
        }
