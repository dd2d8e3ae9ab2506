"""Runs detector and role tagger over the case files and counts what they get right.

python -m tests.model.roles.scoring [zh|en] [dev|held] [-v]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaozheng.data.store import ReferenceStore
from kaozheng.model.detect.context import build_contexts
from kaozheng.model.detect.numeric import numeric_candidates
from kaozheng.model.protocols import Article
from kaozheng.model.quantities import parse_quantities
from kaozheng.model.roles import RuleRoleTagger
from kaozheng.model.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.model.protocols import Candidate, Roles

CASES = Path(__file__).resolve().parents[2] / "cases" / "roles"
ROLES = ("subject", "metric", "place", "period", "partner", "source")
PUBLISHED = "2025-10-26"


@dataclass
class Score:
    """Counts over a set of cases.

    `right`, `wrong` and `missed` count roles: a wrong role is filled with something else, a missed one is
    empty although the case fills it.
    """

    found: int = 0
    lost: int = 0
    extra: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def accuracy(self, role: str) -> float:
        """Share of claims on which a role is as the case says (also when that is nothing)."""
        total = self.right[role] + self.wrong[role] + self.missed[role]
        return self.right[role] / total if total else 1.0

    def precision(self, role: str) -> float:
        """Share of filled or rightly empty roles among those not missed."""
        total = self.right[role] + self.wrong[role]
        return self.right[role] / total if total else 1.0

    @property
    def detection_precision(self) -> float:
        """Share of detected claims that the cases list."""
        return self.found / max(1, self.found + self.extra)

    @property
    def detection_recall(self) -> float:
        """Share of the listed claims that were detected."""
        return self.found / max(1, self.found + self.lost)


@cache
def store() -> ReferenceStore:
    """The shipped reference."""
    return ReferenceStore.open()


def cases(lang: str, split: str | None = None) -> Iterator[dict[str, Any]]:
    """The cases of one language."""
    for line in (CASES / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if split is None or case["split"] == split:
            yield case


def read(
    text: str, lang: str, published: str | None = PUBLISHED, title: str | None = None
) -> tuple[Article, list[Candidate], list[Roles]]:
    """Article, numeric candidates and their roles."""
    article = Article(
        text=text,
        lang=lang,
        published=published,
        title=title,
        sentences=segment(text, title),
        quantities=tuple(parse_quantities(text, lang=lang, anchor=published)),
    )
    found = list(numeric_candidates(build_contexts(article, store())))
    return article, found, list(RuleRoleTagger(store()).tag(article, found))


def score(lang: str, split: str) -> Score:
    """Counts over one half of the cases of a language."""
    total = Score()
    for case in cases(lang, split):
        _score_case(case, lang, total)
    return total


def _score_case(case: dict[str, Any], lang: str, total: Score) -> None:
    _, found, roles = read(case["text"], lang)
    left = list(zip(found, roles, strict=True))
    for claim in case["claims"]:
        match = next((pair for pair in left if pair[0].quantities[0].text == claim["quantity"]), None)
        if match is None:
            total.lost += 1
            total.remarks.append(f"LOST {claim['quantity']!r} in {case['text']}")
            continue
        left.remove(match)
        total.found += 1
        _score_roles(case, claim, match, total)
    if not case.get("open"):
        total.extra += len(left)
        total.remarks += [f"EXTRA {c.quantities[0].text!r} ({c.score}) in {case['text']}" for c, _ in left]


def _score_roles(
    case: dict[str, Any], claim: dict[str, Any], match: tuple[Candidate, Roles], total: Score
) -> None:
    candidate, roles = match
    for role in (*ROLES, "modality"):
        if role not in claim:
            continue
        got = candidate.modality if role == "modality" else getattr(roles, role)
        wanted = claim[role] if isinstance(claim[role], list) else [claim[role]]
        if got in wanted or (role == "source" and got and str(got).startswith(str(wanted[0]))):
            total.right[role] += 1
            continue
        (total.missed if got is None else total.wrong)[role] += 1
        total.remarks.append(f"{role}: got {got}, wanted {wanted} for {claim['quantity']} in {case['text']}")


def main() -> None:
    """Prints the figures."""
    words = [word for word in sys.argv[1:] if word != "-v"]
    for lang in [word for word in words if word in ("zh", "en")] or ["zh", "en"]:
        for split in [word for word in words if word in ("dev", "held")] or ["dev", "held"]:
            total = score(lang, split)
            out = [
                f"{lang} {split}: detection P {total.detection_precision:.3f} R {total.detection_recall:.3f}"
            ]
            out += [
                f"{role} {total.accuracy(role):.3f} (P {total.precision(role):.3f})"
                for role in (*ROLES, "modality")
            ]
            sys.stdout.write("; ".join(out) + "\n")
            if "-v" in sys.argv and split == "dev":
                sys.stdout.write("\n".join(total.remarks) + "\n")


if __name__ == "__main__":
    main()
