"""The rule and lexicon role tagger: clause first, then the sentence, then the paragraph and the title."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.model.detect.context import WORLD, build_contexts
from kaozheng.model.lexicon import read_rows
from kaozheng.model.protocols import Roles
from kaozheng.model.roles.dates import date_parts
from kaozheng.model.roles.ellipsis import fill_ellipses
from kaozheng.model.roles.focus import Focus
from kaozheng.model.roles.locality import TERRITORIAL, is_local
from kaozheng.model.roles.metrics import choose_metric
from kaozheng.model.roles.periods import choose_period
from kaozheng.model.roles.places import PlaceChoice, choose_place, owners, world_is_owner
from kaozheng.model.roles.respectively import respective_names
from kaozheng.model.roles.sources import choose_basis, choose_source
from kaozheng.model.roles.subjects import SubjectChoice, choose_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.data.store import ReferenceStore
    from kaozheng.model.detect.context import Context
    from kaozheng.model.protocols import Article, Candidate
    from kaozheng.model.quantities.types import Quantity
    from kaozheng.model.roles.metrics import MetricChoice

__all__ = ["RuleRoleTagger"]


_STAGED = frozenset({"production", "production_share", "capacity"})


class RuleRoleTagger:
    """Says what each numeric claim is about, by word lists and positions.

    Precision comes first: a role that is not clear stays None, because a wrong one leads to a wrong verdict.

    Args:
        store: The reference data, for its names.
    """

    def __init__(self, store: ReferenceStore) -> None:
        self._store = store
        self._basis_kinds = {key: basis.kind for key, basis in store.bases.items()}
        self._subjects = {row["metric"]: row["subject"] for row in read_rows("metric-subjects")}

    def tag(self, article: Article, candidates: Sequence[Candidate]) -> Sequence[Roles]:
        """One `Roles` per candidate, in the same order; empty roles for causal candidates."""
        contexts = build_contexts(article, self._store)
        focus = Focus(contexts, self._store.entities, article.published)
        roles = [
            self._roles(contexts[candidate.sentence], candidate.quantities[0], focus)
            if candidate.kind == "numeric" and candidate.quantities
            else Roles()
            for candidate in candidates
        ]
        return fill_ellipses(contexts, candidates, roles)

    def _roles(self, context: Context, quantity: Quantity, focus: Focus) -> Roles:
        if quantity.kind == "date":
            return self._date_roles(context, quantity, focus)
        choice = choose_metric(context, quantity)
        if choice.refused or is_local(context, quantity, choice.metric):
            return self._unplaced(context, quantity, choice, focus)
        place = self._place(context, quantity, choice)
        subject = self._subject(context, quantity, choice)
        roles = Roles(
            subject=subject.subject,
            metric=choice.metric,
            place=place.place,
            period=choose_period(context, quantity),
            partner=place.partner,
            source=choose_source(context, quantity, self._store.sources, focus.published),
            stage=self._stage(context, quantity, choice),
            basis=choose_basis(context, quantity, self._basis_kinds, "basis"),
            inherited=_inherited(choice, place, subject),
        )
        return self._completed(context, quantity, roles, focus)

    def _unplaced(self, context: Context, quantity: Quantity, choice: MetricChoice, focus: Focus) -> Roles:
        """A number of a company, a mine or a province, or of nothing known: neither subject nor place."""
        return Roles(
            metric=choice.metric,
            period=choose_period(context, quantity),
            source=choose_source(context, quantity, self._store.sources, focus.published),
        )

    def _stage(self, context: Context, quantity: Quantity, choice: MetricChoice) -> str | None:
        """The stage of an output; other metrics have none (废旧电路板的回收率)."""
        if choice.metric not in _STAGED:
            return None
        return choice.stage or choose_basis(context, quantity, self._basis_kinds, "stage")

    def _place(self, context: Context, quantity: Quantity, choice: MetricChoice) -> PlaceChoice:
        frame = choice.frame
        chosen = choose_place(context, quantity, frame.spans if frame else ())
        if frame is not None:
            chosen = replace(
                chosen, place=frame.place or chosen.place, partner=frame.partner or chosen.partner
            )
        named = respective_names(context, quantity)
        if "partner" in named:
            return replace(chosen, partner=named["partner"], place=None)
        return replace(chosen, place=named["place"], near=True) if "place" in named else chosen

    def _subject(self, context: Context, quantity: Quantity, choice: MetricChoice) -> SubjectChoice:
        named = respective_names(context, quantity).get("entity")
        if named is not None:
            return SubjectChoice(named)
        fixed = self._subjects.get(choice.metric or "")
        if fixed is not None:
            return SubjectChoice(fixed if fixed in self._store.entities else None)
        return choose_subject(context, quantity, choice, self._store.entities)

    def _completed(self, context: Context, quantity: Quantity, roles: Roles, focus: Focus) -> Roles:
        """Subject and place from earlier text where the sentence leaves them out."""
        inherited = list(roles.inherited)
        subject, place = roles.subject, roles.place
        if subject is None and not context.named("entity") and roles.metric is not None:
            subject = focus.subject(context, roles.metric)
            inherited += ["subject"] if subject else []
        if place is None and roles.metric in TERRITORIAL and world_is_owner(context, quantity):
            place = WORLD
        elif place is None and not owners(context, context.sentence.start, quantity.end):
            place = focus.place(context, roles.metric)
            inherited += ["place"] if place else []
        return replace(roles, subject=subject, place=place, inherited=tuple(inherited))

    def _date_roles(self, context: Context, date: Quantity, focus: Focus) -> Roles:
        subject, metric, place = date_parts(context, date, self._store.entities)
        inherited = []
        if subject is None:
            subject = focus.subject(context, metric)
            inherited += ["subject"] if subject else []
        if place is None:
            place = focus.place(context, metric)
            inherited += ["place"] if place else []
        return Roles(subject=subject, metric=metric, place=place, inherited=tuple(inherited))


def _inherited(choice: MetricChoice, place: PlaceChoice, subject: SubjectChoice) -> tuple[str, ...]:
    """Roles that come from an earlier clause of the sentence."""
    found = {
        "metric": choice.metric is not None and not choice.near,
        "place": place.place is not None and not place.near,
        "subject": subject.subject is not None and not subject.near,
    }
    return tuple(name for name, earlier in found.items() if earlier)
