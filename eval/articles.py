"""Scores the whole checker on annotated articles: which claims it finds and what it says of them.

Run ``python -m kaozheng.eval.articles tests/cases/articles/dev`` for the figures, ``--errors`` for every
disagreement. An article is ``NAME.{zh,zht,en}.txt``; its claims stand beside it in ``NAME.json``.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaozheng.errors import KaozhengError
from kaozheng.model.verifier import Verifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kaozheng.model.report import Claim, Report

__all__ = [
    "AnnotatedArticle",
    "AnnotationError",
    "Gold",
    "Outcome",
    "describe",
    "load_articles",
    "measure",
    "pair",
]

_VERDICTS = {"supported", "refuted", "not_enough_evidence", "conflicting_evidence"}
_SLIP = "magnitude_slip"
_WRONG_CAUSE = "misattributed_cause"


class AnnotationError(KaozhengError):
    """An annotation of an article cannot be used."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One claim as a fact-checker judges it.

    Attributes:
        start: First code point of the quantity, or of the causal signal.
        end: One past the last.
        text: What stands there.
        kind: ``numeric`` or ``causal``.
        verdicts: Every verdict that is right; most often one.
        codes: Finding codes that a right report has when it refutes the claim.
        record: Id of the record that decides; may be empty.
        note: The fact-checker's reason.
    """

    start: int
    end: int
    text: str
    kind: str
    verdicts: tuple[str, ...]
    codes: tuple[str, ...]
    record: str
    note: str


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article and the claims in it."""

    name: str
    text: str
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one annotated claim, or of a claim that nobody annotated.

    Attributes:
        article: Name of the article.
        gold: The annotation; None for a claim the checker made up.
        claim: The checker's claim; None when it found none there.
    """

    article: str
    gold: Gold | None
    claim: Claim | None

    @property
    def right(self) -> bool:
        """Whether the verdict is among the accepted ones."""
        return self.gold is not None and self.claim is not None and self.claim.verdict in self.gold.verdicts

    @property
    def refuted(self) -> bool:
        """Whether the checker refutes it."""
        return self.claim is not None and self.claim.verdict == "refuted"

    @property
    def missing_codes(self) -> tuple[str, ...]:
        """Required finding codes that the report lacks."""
        if self.gold is None or (self.gold.verdicts != ("refuted",) and not self.refuted):
            return ()
        return tuple(code for code in self.gold.codes if not self.has(code))

    def has(self, code: str) -> bool:
        """Whether the checker's claim carries a finding."""
        return self.claim is not None and any(finding.code == code for finding in self.claim.findings)

    def wants(self, code: str) -> bool:
        """Whether the fact-checker expects a finding, should the claim be refuted."""
        return self.gold is not None and code in self.gold.codes


def load_articles(folder: Path) -> list[AnnotatedArticle]:
    """The annotated articles of a folder, by name.

    Raises:
        AnnotationError: There are none, or an annotation is not understood.
    """
    texts = sorted(folder.glob("*.txt"))
    if not texts:
        raise AnnotationError(f"no articles in {folder}: NAME.zh.txt, NAME.zht.txt or NAME.en.txt is wanted")
    return [_load(path) for path in texts]


def _load(path: Path) -> AnnotatedArticle:
    text = path.read_text(encoding="utf-8")
    name = path.name.removesuffix(".txt")
    notes = path.with_name(f"{name.rpartition('.')[0]}.json")
    if not notes.exists():
        raise AnnotationError(f"{path} has no annotations; they are looked for in {notes.name}")
    rows = json.loads(notes.read_text(encoding="utf-8"))
    gold = sorted((_gold(row, text, notes) for row in rows), key=lambda g: (g.start, g.end, g.kind))
    return AnnotatedArticle(name, text, tuple(gold))


def _gold(row: dict[str, object], text: str, where: Path) -> Gold:
    find, nth, kind = str(row["find"]), int(str(row.get("nth", 1))), str(row["kind"])
    verdicts, codes = row["verdict"], row.get("codes", [])
    if kind not in {"numeric", "causal"} or not isinstance(verdicts, list) or not isinstance(codes, list):
        raise AnnotationError(
            f"{where}: {find!r} needs a kind (numeric, causal) and lists of verdicts and codes"
        )
    if not verdicts or not _VERDICTS.issuperset(verdicts):
        raise AnnotationError(f"{where}: {find!r} has verdicts {verdicts}; there are {sorted(_VERDICTS)}")
    start = _nth(text, find, nth)
    if start < 0:
        raise AnnotationError(f"{where}: {find!r} does not stand {nth} times in the article")
    record, note = str(row.get("record", "")), str(row.get("note", ""))
    return Gold(start, start + len(find), find, kind, tuple(verdicts), tuple(codes), record, note)


def _nth(text: str, find: str, nth: int) -> int:
    """Where the nth occurrence starts; -1 when there are fewer.

    >>> _nth("98架和98架", "98架", 2)
    4
    """
    start = -1
    for _ in range(nth):
        start = text.find(find, start + 1)
        if start < 0:
            return -1
    return start


def pair(article: AnnotatedArticle, report: Report) -> list[Outcome]:
    """Every annotation with the claim that covers it, then every claim that covers none."""
    used: set[str] = set()
    outcomes = []
    for gold in article.gold:
        claim = _match(gold, report.claims)
        if claim is not None:
            used.add(claim.id)
        outcomes.append(Outcome(article.name, gold, claim))
    extra = [claim for claim in report.claims if claim.id not in used]
    return [*outcomes, *(Outcome(article.name, None, claim) for claim in extra)]


def _match(gold: Gold, claims: Sequence[Claim]) -> Claim | None:
    """The claim that shares most with the annotated stretch; for causes the signal decides, else the claim."""
    same = [claim for claim in claims if claim.kind == gold.kind]
    best = max(same, key=lambda claim: _shared(gold, claim), default=None)
    if best is not None and _shared(gold, best) > 0:
        return best
    if gold.kind == "numeric":
        return None
    around = [claim for claim in same if claim.start <= gold.start and gold.end <= claim.end]
    return min(around, key=lambda claim: claim.end - claim.start, default=None)


def _shared(gold: Gold, claim: Claim) -> int:
    """How many code points the annotation shares with the claim's quantity or signal."""
    spans = [(quantity.start, quantity.end) for quantity in claim.quantities]
    if claim.signal is not None:
        spans.append((claim.signal.start, claim.signal.end))
    return max((min(end, gold.end) - max(start, gold.start) for start, end in spans), default=0)


def measure(outcomes: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """Every figure as (hits, of how many).

    ``false_refuted`` is the one that must stay near nought: refuted although the fact-checker excludes it.
    """
    everything = list(outcomes)
    gold = [o for o in everything if o.gold is not None]
    extra = [o for o in everything if o.gold is None]
    figures: dict[str, tuple[int, int]] = {}
    for kind in ("numeric", "causal"):
        those = [o for o in gold if o.gold is not None and o.gold.kind == kind]
        figures[f"recall_{kind}"] = (sum(o.claim is not None for o in those), len(those))
        figures[f"verdict_{kind}"] = (sum(o.right for o in those), len(those))
    found = [o for o in gold if o.claim is not None]
    figures["verdict_of_found"] = (sum(o.right for o in found), len(found))
    harmless = [o for o in gold if o.gold is not None and "refuted" not in o.gold.verdicts]
    figures["false_refuted"] = (sum(o.refuted for o in harmless), len(harmless))
    figures |= _false_support(gold)
    figures["refuted_of_extra"] = (sum(o.refuted for o in extra), len(extra))
    for verdict in ("refuted", "supported"):
        sure = [o for o in gold if o.gold is not None and o.gold.verdicts == (verdict,)]
        figures[f"recall_{verdict}"] = (sum(o.right for o in sure), len(sure))
    for code in (_SLIP, _WRONG_CAUSE):
        figures |= _of_code(code, everything)
    return figures


def _false_support(gold: list[Outcome]) -> dict[str, tuple[int, int]]:
    """How often an error passes for true."""
    wrong = [o for o in gold if o.gold is not None and "supported" not in o.gold.verdicts]
    passed = sum(o.claim is not None and o.claim.verdict == "supported" for o in wrong)
    return {"false_supported": (passed, len(wrong))}


def _of_code(code: str, outcomes: list[Outcome]) -> dict[str, tuple[int, int]]:
    """Precision and recall of one finding code."""
    said = [o for o in outcomes if o.has(code)]
    wanted = [o for o in outcomes if o.wants(code) and o.gold is not None and o.gold.verdicts == ("refuted",)]
    return {
        f"{code}_precision": (sum(o.wants(code) for o in said), len(said)),
        f"{code}_recall": (sum(o.has(code) for o in wanted), len(wanted)),
    }


def describe(outcome: Outcome) -> str:
    """One disagreement in a few lines: gold, what came out, roles and findings."""
    gold, claim = outcome.gold, outcome.claim
    head = f"{outcome.article}: {gold.text if gold else '(nothing annotated)'}"
    if gold is not None:
        head += f"  gold {'/'.join(gold.verdicts)} {list(gold.codes)} {gold.record} {gold.note}"
    if claim is None:
        return f"{head}\n    not found"
    roles = f"{claim.subject} | {claim.metric} | {claim.place} | {claim.period}"
    if claim.kind == "causal":
        roles = " | ".join(span.text if span else "-" for span in (claim.cause, claim.signal, claim.effect))
    codes = [finding.code for finding in claim.findings]
    records = [f"{evidence.relation} {evidence.record}" for evidence in claim.evidence[:3]]
    return (
        f"{head}\n    got {claim.verdict} {codes} {records}\n    roles {roles}\n    in {claim.text.strip()}"
    )


def _table(figures: dict[str, tuple[int, int]]) -> str:
    """The figures, one a line."""
    return "\n".join(
        f"{name:32} {hits / total if total else 0:7.3f}  {hits}/{total}"
        for name, (hits, total) in figures.items()
    )


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="List every disagreement.")
def main(folder: Path, errors: bool) -> None:
    """Check the annotated articles of FOLDER and print how well that went."""
    verifier = Verifier.from_pretrained()
    articles = load_articles(folder)
    outcomes = [o for article in articles for o in pair(article, verifier.check(article.text))]
    if errors:
        for outcome in outcomes:
            if not outcome.right or outcome.missing_codes:
                click.echo(describe(outcome))
    click.echo(f"{len(articles)} articles, {sum(o.gold is not None for o in outcomes)} claims annotated")
    click.echo(_table(measure(outcomes)))
    got = Counter(o.claim.verdict for o in outcomes if o.gold is None and o.claim is not None)
    click.echo(f"claims that nobody annotated: {dict(got)}")


if __name__ == "__main__":
    main()
