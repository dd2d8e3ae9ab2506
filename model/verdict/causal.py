"""Verdicts on causal claims: which records speak of this cause and this effect, and what they make of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kaozheng.model.messages import Both
from kaozheng.model.messages_causal import causal_finding
from kaozheng.model.verdict.causal_evidence import causal_evidence, names_of, sources_of
from kaozheng.model.verdict.causal_features import Sides, opposite, read_sides
from kaozheng.model.verdict.causal_index import causal_index
from kaozheng.model.verdict.causal_match import Match, matches
from kaozheng.model.verdict.causal_time import Dates, claimed_order, is_before, known_by, record_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.data.records import CausalRecord
    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.protocols import Article, Candidate
    from kaozheng.model.report import Evidence, Finding, Verdict

__all__ = ["CausalResult", "check_causal"]

_BASE: Final[dict[str, float]] = {"established": 0.9, "refuted": 0.9, "contested": 0.8, "none": 0.7}
_UNSURE: Final = 0.85
_NO_RECORD: Final = 0.5
_CONTEXT: Final = 3
_SEQUENCE: Final = re.compile(
    r"after|following|as|amid|on|in the wake of|随着|隨著|[之以]?[后後]|以[来來]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CausalResult:
    """What is said of a causal claim."""

    verdict: Verdict
    confidence: float
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]


def check_causal(article: Article, candidate: Candidate, store: ReferenceStore, as_of: str) -> CausalResult:
    """Checks one causal claim against the causal records.

    Args:
        article: The article.
        candidate: A causal candidate with both spans.
        store: The reference.
        as_of: The day as seen from which it is judged (ISO 8601).

    >>> from kaozheng.data.store import ReferenceStore
    >>> from kaozheng.model.detect.causal import detect_causal
    >>> from kaozheng.model.protocols import Article, Sentence
    >>> text = "中国的镓出口管制导致2023年F-35交付量不足。"
    >>> article = Article(text, "zh", None, None, (Sentence(0, len(text), text, 0),), ())
    >>> result = check_causal(article, detect_causal(article)[0], ReferenceStore.open(), "2025-10-26")
    >>> result.verdict, [finding.code for finding in result.findings]
    ('refuted', ['misattributed_cause', 'cause_after_effect'])
    """
    sides = read_sides(article, candidate, store)
    return _Bench(article, candidate, store, as_of, sides, matches(sides, store)).rule()


@dataclass(frozen=True, slots=True)
class _Bench:
    """One claim with the records found for it."""

    article: Article
    candidate: Candidate
    store: ReferenceStore
    as_of: str
    sides: Sides
    found: list[Match]

    def rule(self) -> CausalResult:
        """The verdict of the best reading."""
        same = _best_per_cause([match for match in self.found if match.decides and match.relation == "same"])
        if same:
            known = [
                m for m in same if m.record.status == "none" or known_by(m.record, self.store, self.as_of)
            ]
            return self._by_records(known) if known else self._not_yet_known(same)
        for relation, rule in (("opposite", self._opposite), ("reversed", self._reversed)):
            decided = [m for m in self.found if m.decides and m.relation == relation and self._speaks(m)]
            if decided:
                return rule(decided[0])
        return self._no_record()

    # Rulings

    def _by_records(self, same: list[Match]) -> CausalResult:
        """Established, refuted, contested or looked for in vain; several causes may differ."""
        statuses = {match.record.status for match in same}
        impossible = self._impossible(same[0].record)
        if impossible is not None and statuses == {"established"}:
            finding = self._order(impossible)
            return self._result("refuted", 0.8, [finding], same, "refutes")
        if statuses == {"established"}:
            return self._result("supported", _BASE["established"], self._strength(same), same, "supports")
        if "refuted" in statuses and "established" not in statuses:
            return self._refuted(same)
        if statuses <= {"none", "established"} and "none" in statuses:
            return self._none(same)
        return self._contested(same)

    def _refuted(self, same: list[Match]) -> CausalResult:
        """The documented cause is another one."""
        refuted = [match for match in same if match.record.status == "refuted"]
        others = [match for match in same if match.record.status != "refuted"]
        findings = [self._misattributed(match.record, part=bool(others)) for match in refuted[:1]]
        order = self._impossible(refuted[0].record)
        if order is not None:
            findings.append(self._order(order))
        if self._only_sequence():
            findings.insert(0, self._said("correlation_as_cause"))
            return self._result("not_enough_evidence", _BASE["none"], findings, same, "context")
        if self.candidate.strength == 1:
            findings.append(self._said("correlation_as_cause"))
        findings.extend(
            self._disputed(match.record) for match in others if match.record.status == "contested"
        )
        return self._result("refuted", _BASE["refuted"], findings, same, "refutes")

    def _only_sequence(self) -> bool:
        """After, as, 随着: the text puts two things in a row and does not say that one made the other."""
        return (
            self.candidate.strength == 1
            and _SEQUENCE.fullmatch(_words(self.candidate.signal).strip()) is not None
        )

    def _contested(self, same: list[Match]) -> CausalResult:
        """The sources disagree, or support only part of what the text says."""
        findings = [self._disputed(match.record) for match in same if match.record.status == "contested"]
        findings += [
            self._misattributed(match.record, part=True) for match in same if match.record.status == "refuted"
        ]
        if (self.candidate.strength or 0) >= 3:
            findings.append(self._said("overstated_strength"))
        return self._result("conflicting_evidence", _BASE["contested"], findings, same, "context")

    def _none(self, same: list[Match]) -> CausalResult:
        """Looked for, no evidence found."""
        findings = [
            causal_finding(
                "no_record.none",
                self.article.lang,
                {"record": match.record.id},
                sources=sources_of(match.record, self.store),
                mechanism=_mechanism(match.record),
            )
            for match in same
            if match.record.status == "none"
        ]
        if self.candidate.strength == 1:
            findings.append(self._said("correlation_as_cause"))
        return self._result("not_enough_evidence", _BASE["none"], findings, same, "context")

    def _opposite(self, match: Match) -> CausalResult:
        """The record's effect goes the other way."""
        record = match.record
        finding = causal_finding(
            "wrong_direction",
            self.article.lang,
            {"record": record.id},
            effect=Both(record.effect_zh, record.effect_en),
            sources=sources_of(record, self.store),
            mechanism=_mechanism(record),
        )
        turned = {opposite(name, self.store) for name in record.effect_concepts}
        rivals = [
            m
            for m in self.found
            if m.relation == "same"
            and m.record.status == "established"
            and turned & set(m.record.effect_concepts)
        ]
        if rivals:
            return self._result("conflicting_evidence", 0.6, [finding], [match, rivals[0]], "context")
        return self._result("refuted", 0.8, [finding], [match], "refutes")

    def _reversed(self, match: Match) -> CausalResult:
        """The record has the arrow the other way; dates decide whether the text's arrow is possible at all."""
        record = match.record
        finding = causal_finding(
            "reversed_causation",
            self.article.lang,
            {"record": record.id},
            cause=Both(record.cause_zh, record.cause_en),
            effect=Both(record.effect_zh, record.effect_en),
            sources=sources_of(record, self.store),
        )
        dated = record.cause_date and record.effect_date and record.cause_date < record.effect_date
        verdict: Verdict = "refuted" if dated else "conflicting_evidence"
        return self._result(verdict, 0.75, [finding], [match], "refutes" if dated else "context")

    def _not_yet_known(self, same: list[Match]) -> CausalResult:
        """Nothing had been published on the day of the article."""
        finding = causal_finding(
            "not_yet_known",
            self.article.lang,
            {"record": same[0].record.id},
            as_of=self.as_of,
            mechanism=_mechanism(same[0].record),
        )
        return self._result("not_enough_evidence", 0.6, [finding], same, "context")

    def _no_record(self) -> CausalResult:
        """Nothing in the reference decides; what is near is shown."""
        cause, effect = names_of(self.sides.cause, self.store), names_of(self.sides.effect, self.store)
        findings = [
            causal_finding(
                "no_record",
                self.article.lang,
                {"looked_for": {"cause": list(cause[1]), "effect": list(effect[1])}},
                cause=cause[0],
                effect=effect[0],
            )
        ]
        order = claimed_order(self.article, self.candidate, self.sides.cause, self.store, None)
        if order is not None:
            findings.insert(0, self._order(order))
        elif self.candidate.modality in {"predicted", "conditional"}:
            findings.append(causal_finding("prediction", self.article.lang))
        return self._result("not_enough_evidence", _NO_RECORD, findings, self.found[:_CONTEXT], "context")

    # Findings

    def _misattributed(self, record: CausalRecord, *, part: bool) -> Finding:
        """The documented cause beside the text's."""
        documented = self._record(record.documented_cause)
        gaps: dict[str, Both | str] = {
            "cause": _words(self.candidate.cause),
            "effect": _words(self.candidate.effect),
            "part": Both(record.cause_zh, record.cause_en),
            "sources": sources_of(documented or record, self.store),
            "mechanism": _mechanism(record),
        }
        if documented is None:
            return causal_finding(
                "misattributed_cause.none", self.article.lang, {"record": record.id}, **gaps
            )
        gaps["documented"] = Both(documented.cause_zh, documented.cause_en)
        gaps["dates"] = _dates(documented.cause_date, record.cause_date)
        details = {
            "record": record.id,
            "documented_cause": documented.id,
            "documented_cause_date": documented.cause_date or None,
            "claimed_cause_date": record.cause_date or None,
        }
        key = "misattributed_cause.part" if part else "misattributed_cause"
        return causal_finding(key, self.article.lang, details, **gaps)

    def _disputed(self, record: CausalRecord) -> Finding:
        return causal_finding(
            "contested_cause",
            self.article.lang,
            {"record": record.id},
            sources=sources_of(record, self.store),
            mechanism=_mechanism(record),
        )

    def _strength(self, same: Sequence[Match]) -> list[Finding]:
        """Established as an enabling condition is not the cause."""
        only_enables = all(match.record.polarity == "enable" for match in same)
        return [self._said("overstated_strength")] if only_enables and self.candidate.strength == 3 else []

    def _said(self, code: str) -> Finding:
        return causal_finding(code, self.article.lang, signal=_words(self.candidate.signal))

    def _order(self, dates: Dates) -> Finding:
        details = {"cause_date": dates.cause, "effect_date": dates.effect}
        if dates.event is not None:
            details["event"] = dates.event.id
        return causal_finding(
            "cause_after_effect", self.article.lang, details, cause_date=dates.cause, effect_date=dates.effect
        )

    def _impossible(self, record: CausalRecord) -> Dates | None:
        """An effect before its cause, by the record or by the article's own dates."""
        return record_order(record) or claimed_order(
            self.article, self.candidate, self.sides.cause, self.store, record
        )

    # Parts

    def _speaks(self, match: Match) -> bool:
        """Only an established record, out by then, can say that the text has it the wrong way."""
        return match.record.status == "established" and known_by(match.record, self.store, self.as_of)

    def _record(self, key: str) -> CausalRecord | None:
        return causal_index(self.store).record(key) if key else None

    def _result(
        self, verdict: Verdict, base: float, findings: list[Finding], used: Sequence[Match], relation: str
    ) -> CausalResult:
        """The verdict with its evidence; less sure for predictions and for thin matches."""
        confidence = base * (0.5 + 0.5 * min((match.score for match in used if match.decides), default=1.0))
        if self.candidate.modality in {"predicted", "conditional"}:
            confidence *= _UNSURE
        evidence = causal_evidence(used, relation, self.store, self.article.lang)
        return CausalResult(verdict, round(confidence, 4), tuple(findings), evidence)


def _best_per_cause(same: list[Match]) -> list[Match]:
    """One record for each cause that the text gives: the one that says most of the claim's names."""
    kept: list[Match] = []
    for match in sorted(same, key=lambda m: (-m.names, m.missing, -m.score)):
        causes = set(match.record.cause_concepts)
        if not any(causes & set(other.record.cause_concepts) for other in kept):
            kept.append(match)
    return kept


def _dates(documented: str, claimed: str) -> Both:
    """When the documented cause was known, and that this was before the claimed one began."""
    if not documented:
        return Both("", "")
    if claimed and is_before(documented, claimed):
        return Both(
            f"（{documented}已有记载，早于{claimed}）", f", documented {documented}, before {claimed}"
        )
    return Both(f"（{documented}）", f" ({documented})")


def _mechanism(record: CausalRecord) -> Both:
    return Both(record.mechanism_zh, record.mechanism)


def _words(span: object) -> str:
    return getattr(span, "text", "")
