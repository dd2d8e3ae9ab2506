"""What a clause leaves out because the one before has said it.

Three habits of news prose: lists (智利930万吨，澳大利亚700万吨; Chile with 49,000), other years of the same thing
(2024年为110架，2023年仅98架), and the share that follows an amount (产量750吨，占全球98%). A role is filled only when
the unit is the same and the clause names nothing of its own that speaks against it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kaozheng.model.detect.context import WORLD
from kaozheng.model.detect.cues import Cue, cues_between, fits, is_number_kind
from kaozheng.model.protocols import Roles
from kaozheng.model.roles.caution import cautious
from kaozheng.model.roles.locality import is_local

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaozheng.model.detect.context import Context
    from kaozheng.model.protocols import Candidate
    from kaozheng.model.quantities.types import Quantity

__all__ = ["fill_ellipses"]

# How many sentences back the full statement may stand, within the paragraph.
_REACH = 2
_SHARE_OF: Final = {
    "production": "production_share",
    "reserves": "reserves_share",
    "consumption": "consumption_share",
    "exports": "export_share",
}
# 出口量骤降97%，仅剩190吨: an amount may follow the change of these.
_FLOWS: Final = frozenset({"production", "exports", "imports", "consumption", "stocks", "deliveries"})
_AMOUNTS: Final = frozenset({"mass", "volume", "energy", "count"})
_RELATIVE: Final = frozenset({"share", "change", "multiple", "rank"})
# A sum over the list is no item of it.
_TOGETHER = re.compile(
    r"合计|合共|共计|[两三四五六七八九十]国|\b(?:together|combined|in\s+total|the\s+(?:two|three|four|five))\b",
    re.I,
)
_FORMER = re.compile(r"前者(?:约|大约|大致)?(?:是|为|相当于)后者的$")
_RATIO = re.compile(r"^(?:约|大约|大致)?(?:是|为|相当于|接近)[^，。]{1,12}的$")
_YEAR = (
    re.compile(r"\d{4}(?:-\d\d)?"),
    re.compile(
        r"\s+(?:(?:a|one)\s+year\s+(?:earlier|ago|before|previously)|the\s+(?:previous|prior)\s+year)\b",
        re.IGNORECASE,
    ),
)
_GDP = re.compile(r"GDP|国内生产总值|\bgross\s+domestic", re.IGNORECASE)
_FRACTION = re.compile(
    r"(?:不到|不足|不及|约为|仅为|只有|仅有|相当于|仅相当于|只相当于|是|为|超过)[^，。的]{2,8}的(?:约|近|大约)?$"
    r"|\b(?:a|one|about|less\s+than|under|roughly|barely|nearly|over|only)\s*$",
)
# Measures that a list may go through material by material, and how many letters an item has besides its number.
_OF_MATERIALS: Final = frozenset(
    {"import_reliance", "production", "reserves", "production_share", "reserves_share"}
)
_BRIEF: Final = {"zh": 14, "en": 40}
_REFERRING = {
    "zh": re.compile(r"^(?:其|该国|它)"),
    "en": re.compile(r"^(?:and\s+|but\s+)?(?:its|the\s+country)\b", re.IGNORECASE),
}
_OF_WORLD = {
    "zh": re.compile(r"占(?!国内生产总值|GDP|财政|比重)|份额|世界|全球|一半|过半|总量|总产量|总储量"),
    "en": re.compile(
        r"\bof\s+(?:the\s+)?(?:world|global|total|entire)|\b(?:world|global)(?:'s|’s|wide)?\s+(?:total|output|supply|production"
        r"|reserves?)|\bof\s+(?:it|that|all)\b|\bhalf\s+(?:of\s+)?the\s+(?:world|total)",
        re.IGNORECASE,
    ),
}
_NOT_OF_WORLD = re.compile(
    r"进口|出口|依存|GDP|国内生产总值|财政|回收|关税|同比|环比|\b(?:imports?|exports?|GDP|tariffs?|recover)",
    re.IGNORECASE,
)
_OWNS = {"zh": re.compile(r"的(?:约|近|逾|超)?"), "en": re.compile(r"(?:'s|’s|s'|s’)\s+")}
_WORLD_BEFORE = {
    "zh": re.compile(r"(?:全球|世界|全世界)(?:总量|总计|合计|总产量|总储量|共|的|约|近|超过|逾|仅)*$"),
    "en": re.compile(
        r"\b(?:world|global|worldwide|total\s+world)\s+(?:\w+\s+){0,2}(?:of|at|was|were|is|totall?ed|stood\s+at|reached)"
        r"\s+(?:about\s+|some\s+|roughly\s+|more\s+than\s+|nearly\s+)?$",
        re.IGNORECASE,
    ),
}
# 而全球锑储量仅20万吨; 占全球 and 全球第一 speak of a country.
_WORLD_CLAUSE = re.compile(
    r"(?<!占)(?<!居)(?:全球|世界|全世界)[^，。；占居第]{0,10}(?:量|能|额|产出|供应)[^，。；占]{0,6}$"
)
_WORLD_AFTER = {
    "zh": re.compile(r"^(?:的)?(?:全球|世界)(?:总)"),
    "en": re.compile(
        r"^\s+(?:of\s+\w+\s+)?(?:(?:mined|produced|made|held|known|used|consumed)\s+)?(?:worldwide|globally|around\s+the\s+world"
        r"|in\s+the\s+(?:whole\s+)?world)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class _Said:
    """The latest full statement, or the topic that a sentence without a number sets (储量有多少？)."""

    roles: Roles
    quantity: Quantity | None
    context: Context
    cue: Cue | None = None


def fill_ellipses(
    contexts: Sequence[Context], candidates: Sequence[Candidate], roles: Sequence[Roles]
) -> list[Roles]:
    """The roles with what lists and shares leave out.

    Args:
        contexts: All sentences of the article.
        candidates: The claims in order of appearance.
        roles: What each claim says by itself.

    Returns:
        One `Roles` per candidate, in the same order.
    """
    discourse = _Discourse(contexts, {c.sentence for c in candidates if c.kind == "numeric"})
    return [discourse.read(candidate, own) for candidate, own in zip(candidates, roles, strict=True)]


class _Discourse:
    """What has been said so far, read in the order of the text."""

    def __init__(self, contexts: Sequence[Context], numbered: set[int]) -> None:
        self._contexts = contexts
        self._numbered = numbered
        self._reached = 0
        self._said: _Said | None = None
        self._before: _Said | None = None

    def read(self, candidate: Candidate, own: Roles) -> Roles:
        """The roles of the next claim."""
        self._pass_topics(candidate.sentence)
        if candidate.kind != "numeric" or not candidate.quantities or candidate.quantities[0].kind == "date":
            return own
        context, quantity = self._contexts[candidate.sentence], candidate.quantities[0]
        full = cautious(context, quantity, self._filled(context, quantity, own))
        if full.subject is not None and full.metric is not None and self._is_statement(quantity, full):
            self._before, self._said = self._said, _Said(full, quantity, context)
        return full

    def _pass_topics(self, sentence: int) -> None:
        """Sentences without a number may set the topic."""
        for context in self._contexts[self._reached : sentence]:
            if context.index not in self._numbered:
                self._said = _topic(context, self._last_subject(context)) or self._said
        self._reached = max(self._reached, sentence)

    def _last_subject(self, context: Context) -> str | None:
        """What the text was last about: the sentence before, or the statement that closed the paragraph before."""
        said = self._said
        near = said is not None and context.sentence.paragraph - said.context.sentence.paragraph <= 1
        return said.roles.subject if said is not None and near else None

    def _filled(self, context: Context, quantity: Quantity, own: Roles) -> Roles:
        own = _adjacent(context, quantity, _worldwide(context, quantity, own))
        own = _apart(context, quantity, own)
        said = self._said
        if (
            said is None
            or not _within_reach(said.context, context)
            or is_local(context, quantity, own.metric)
        ):
            return own
        full = (
            _share(context, quantity, own, said)
            or _part_of_gdp(context, quantity, own, said)
            or _fraction(context, quantity, own, said)
            or _change(context, quantity, own, said)
            or _ratio(context, quantity, own, said, self._before)
            or _supplier(context, quantity, own, said)
            or _sibling(context, quantity, own, said)
            or _item(context, quantity, own, said)
            or own
        )
        return _year_before(context, quantity, _referring(context, quantity, full))

    def _is_statement(self, quantity: Quantity, full: Roles) -> bool:
        """Whether later clauses may go on with it: an amount or a change, or a share that is itself the topic."""
        if quantity.kind == "share":
            return _levels(self._said, full)
        return quantity.kind not in ("multiple", "rank")


def _levels(said: _Said | None, full: Roles) -> bool:
    """Whether a share is itself the topic (军费占GDP的比重) and not an aside to the amount before it."""
    return said is None or full.metric not in _SHARE_OF.values()


def _within_reach(earlier: Context, context: Context) -> bool:
    same = earlier.sentence.paragraph == context.sentence.paragraph
    return same and 0 <= context.index - earlier.index <= _REACH


def _worldwide(context: Context, quantity: Quantity, own: Roles) -> Roles:
    """A total of the world inside a country's sentence (占全球29万吨的76%)."""
    start, end = context.clauses[context.clause_of(quantity.start)]
    before = context.text(start, _opening(quantity))
    after = context.text(quantity.end, end)
    if quantity.kind in _RELATIVE:
        return own
    world = (
        context.lang == "zh" and _WORLD_CLAUSE.search(before) and not _owned_by_country(context, start, end)
    )
    if world or _WORLD_BEFORE[context.lang].search(before) or _WORLD_AFTER[context.lang].match(after):
        inherited = tuple(name for name in own.inherited if name != "place")
        return replace(own, place=WORLD, inherited=inherited)
    return own


def _owned_by_country(context: Context, start: int, end: int) -> bool:
    return any(mention.id != WORLD for mention in context.named("place", start, end))


def _opening(quantity: Quantity) -> int:
    """Where the number begins with its hedge."""
    hedge = quantity.hedge
    return hedge.start if hedge is not None and hedge.end <= quantity.start else quantity.start


def _share(context: Context, quantity: Quantity, own: Roles, said: _Said) -> Roles | None:
    """The share of the world that follows an amount: 产量750吨，占全球98%."""
    share_metric = _SHARE_OF.get(said.roles.metric or "")
    # "mode" tells of a move (降至45%); a share of the whole is simply stated.
    if (
        quantity.kind != "share"
        or quantity.mode is not None
        or own.metric is not None
        or share_metric is None
    ):
        return None
    start, end = context.clauses[context.clause_of(quantity.start)]
    clause = context.text(start, end)
    if not _OF_WORLD[context.lang].search(clause) or _NOT_OF_WORLD.search(clause) or _TOGETHER.search(clause):
        return None
    if own.subject not in (None, said.roles.subject) or (
        said.roles.place in (None, WORLD) and own.place in (None, WORLD)
    ):
        return None
    place = own.place if own.place not in (None, WORLD) else said.roles.place
    return _inheriting(own, said, metric=share_metric, place=place, same=said.context is context)


def _item(context: Context, quantity: Quantity, own: Roles, said: _Said) -> Roles | None:
    """An item of a list, or the same thing in another year."""
    if own.metric is not None and own.subject is not None and not own.inherited:
        return None
    if not _could_state(quantity, said):
        return None
    if own.subject not in (None, said.roles.subject) or own.metric not in (None, said.roles.metric):
        return None
    start, end = context.clauses[context.clause_of(quantity.start)]
    if _speaks_of_else(context, quantity, said, start, end):
        return None
    place = _place_said(context, own, said)
    own_place = place != said.roles.place or _names_place(context, start, end)
    repeats = said.quantity is not None and said.quantity.kind != "change"
    if not own_place and own.period in (None, said.roles.period) and repeats:
        return None
    return _inheriting(own, said, metric=said.roles.metric, place=place, same=said.context is context)


def _could_state(quantity: Quantity, said: _Said) -> bool:
    """Whether the number is of the kind that was spoken of."""
    if said.quantity is not None and said.quantity.kind == "change":
        return said.roles.metric in _FLOWS and quantity.kind in _AMOUNTS
    if said.quantity is not None:
        return quantity.unit == said.quantity.unit and quantity.kind == said.quantity.kind
    return said.cue is not None and fits(said.cue, quantity) and not is_number_kind(quantity.kind)


def _apart(context: Context, quantity: Quantity, own: Roles) -> Roles:
    """A sum over several countries is no number of the one spoken of before (三国合计; together)."""
    start, _ = context.clauses[context.clause_of(quantity.start)]
    if own.place in (None, WORLD) or "place" not in own.inherited:
        return own
    return replace(own, place=None) if _TOGETHER.search(context.text(start, quantity.start)) else own


def _part_of_gdp(context: Context, quantity: Quantity, own: Roles, said: _Said) -> Roles | None:
    """The part of GDP that a defence budget is: 军费1090亿美元，占GDP的5.9%."""
    start, end = context.clauses[context.clause_of(quantity.start)]
    if quantity.kind != "share" or own.metric is not None or said.roles.metric != "military_expenditure":
        return None
    if said.context is not context or not _GDP.search(context.text(start, end)):
        return None
    place = own.place if own.place not in (None, WORLD) else said.roles.place
    return _inheriting(own, said, metric="military_expenditure_share", place=place, same=True)


def _fraction(context: Context, quantity: Quantity, own: Roles, said: _Said) -> Roles | None:
    """A fraction of another country's amount that follows one: 还不到印尼的六分之一."""
    if quantity.kind != "share" or own.metric is not None or said.quantity is None:
        return None
    if said.context is not context or said.quantity.kind in _RELATIVE:
        return None
    start, _ = context.clauses[context.clause_of(quantity.start)]
    found = _FRACTION.search(context.text(start, quantity.start))
    others = [
        m for m in context.named("place", start, quantity.start) if m.id not in (said.roles.place, WORLD)
    ]
    if found is None or len(others) != 1 or own.subject not in (None, said.roles.subject):
        return None
    return replace(said.roles, partner=others[0].id, source=own.source or said.roles.source)


def _supplier(context: Context, quantity: Quantity, own: Roles, said: _Said) -> Roles | None:
    """The next supplier in a list of import shares: Malaysia accounted for 13%; 日本占77%."""
    if said.roles.metric != "import_source_share" or quantity.kind != "share":
        return None
    if own.metric not in (None, "import_source_share", "production_share") or said.roles.place is None:
        return None
    start, _ = context.clauses[context.clause_of(quantity.start)]
    named = {m.id for m in context.named("place", start, quantity.start)} - {said.roles.place, WORLD}
    if len(named) != 1 or own.partner is not None or own.subject not in (None, said.roles.subject):
        return None
    found = replace(own, partner=named.pop())
    return _inheriting(
        found, said, metric="import_source_share", place=said.roles.place, same=said.context is context
    )


def _sibling(context: Context, quantity: Quantity, own: Roles, said: _Said) -> Roles | None:
    """The same measure of the next material: 锑的净进口依赖度为85%，铋为89%; 16% for aluminum."""
    if own.metric is not None or own.subject in (None, said.roles.subject) or said.quantity is None:
        return None
    if said.roles.metric not in _OF_MATERIALS or not _could_state(quantity, said):
        return None
    start, end = context.clauses[context.clause_of(quantity.start)]
    rest = context.text(start, quantity.start) + context.text(quantity.end, end)
    short = len(rest) <= _BRIEF[context.lang] and not _TOGETHER.search(rest)
    if not short or any(m.id not in (own.subject,) for m in context.named("entity", start, end)):
        return None
    if cues_between(context.sentence.text, context.lang, start, end, context.sentence.start):
        return None
    place = own.place if own.place is not None and "place" not in own.inherited else said.roles.place
    filled = _inheriting(own, said, metric=said.roles.metric, place=place, same=said.context is context)
    return replace(filled, subject=own.subject)


def _topic(context: Context, before: str | None) -> _Said | None:
    """What a sentence without a number is about, when that is one thing, one measure and at most one country.

    A sentence that only names the measure (储量的排位则不同。) goes on with the subject before it.
    """
    if any(quantity.kind not in ("date", "duration") for quantity in context.quantities):
        return None
    start, end = context.sentence.start, context.sentence.end
    cues = cues_between(context.sentence.text, context.lang, start, end, start)
    subjects = {mention.id for mention in context.named("entity")}
    if not subjects and before is not None and {cue.metric for cue in cues} & _SHARE_OF.keys():
        subjects = {before}
    places = {mention.id for mention in context.named("place")}
    if len(subjects) != 1 or len({cue.metric for cue in cues}) != 1 or len(places) > 1:
        return None
    roles = Roles(subject=subjects.pop(), metric=cues[0].metric, place=places.pop() if places else None)
    return _Said(roles, None, context, cues[0])


def _change(context: Context, quantity: Quantity, own: Roles, said: _Said) -> Roles | None:
    """The change that follows an amount in the same sentence: 较2023年的1.9万吨增长四成七."""
    if (
        quantity.kind != "change"
        or own.metric is not None
        or said.context is not context
        or said.quantity is None
    ):
        return None
    start, end = context.clauses[context.clause_of(quantity.start)]
    if own.subject not in (None, said.roles.subject) or _speaks_of_else(context, quantity, said, start, end):
        return None
    place = own.place if own.place is not None and "place" not in own.inherited else said.roles.place
    return _inheriting(own, said, metric=said.roles.metric, place=place, same=True)


def _ratio(
    context: Context, quantity: Quantity, own: Roles, said: _Said, before: _Said | None
) -> Roles | None:
    """A ratio to another country that follows an amount: 是美国的两倍多; 前者为后者的两倍."""
    if quantity.kind != "multiple" or (
        own.metric is not None and own.subject is not None and not own.inherited
    ):
        return None
    if said.context is not context or said.quantity is None or said.quantity.kind in _RELATIVE:
        return None
    start, _ = context.clauses[context.clause_of(quantity.start)]
    lead = context.text(start, quantity.start)
    if _FORMER.search(lead) and before is not None and before.roles.metric == said.roles.metric:
        return replace(before.roles, partner=said.roles.place)
    partner = next(
        (m.id for m in context.named("place", start, quantity.start) if m.id != said.roles.place), None
    )
    if partner is None or not _RATIO.search(lead):
        return None
    return replace(said.roles, partner=partner, source=own.source or said.roles.source)


def _adjacent(context: Context, quantity: Quantity, own: Roles) -> Roles:
    """The owner right before the number: 高于澳大利亚的9700万吨和中国的8700万吨; China's 44 million."""
    if quantity.kind in _RELATIVE:
        return own  # 印度的4.7倍: what is compared with
    opening = _opening(quantity)
    for mention in context.named("place", end=opening):
        if _OWNS[context.lang].fullmatch(context.text(mention.end, opening)) and mention.id != own.place:
            return replace(own, place=mention.id, inherited=tuple(n for n in own.inherited if n != "place"))
    return own


def _referring(context: Context, quantity: Quantity, own: Roles) -> Roles:
    """其储量则为67万吨 says whose as plainly as a name does."""
    start, end = context.clauses[context.clause_of(quantity.start)]
    if "place" in own.inherited and _REFERRING[context.lang].match(context.text(start, end)):
        return replace(own, inherited=tuple(name for name in own.inherited if name != "place"))
    return own


def _year_before(context: Context, quantity: Quantity, own: Roles) -> Roles:
    """The period a year before the one spoken of: 28,000 tons in 2024, up from 19,000 tons a year earlier."""
    _, end = context.clauses[context.clause_of(quantity.start)]
    if quantity.kind in _RELATIVE or _YEAR[0].fullmatch(own.period or "") is None:
        return own
    if _YEAR[1].match(context.text(quantity.end, max(end, quantity.end))) is None:
        return own
    year, month = (own.period or "")[:4], (own.period or "")[4:]
    return replace(own, period=f"{int(year) - 1}{month}")


def _period_of(said: _Said, *, same: bool) -> str | None:
    """The period that goes on; the year a change is measured from does not reach the next sentence."""
    changes = said.quantity is not None and said.quantity.kind == "change"
    return None if changes and not same else said.roles.period


def _place_said(context: Context, own: Roles, said: _Said) -> str | None:
    """The item's own place; one that an earlier clause of a new sentence names is its own (Vietnam, at 3.5 million)."""
    named = own.place is not None and "place" not in own.inherited
    here = said.context is not context and any(m.id == own.place for m in context.named("place"))
    return own.place if named or (own.place is not None and here) else said.roles.place


def _names_place(context: Context, start: int, end: int) -> bool:
    return bool(context.named("place", start, end))


def _speaks_of_else(context: Context, quantity: Quantity, said: _Said, start: int, end: int) -> bool:
    """Whether the clause sums up, or names another subject or another measure that the number could state."""
    if _TOGETHER.search(context.text(start, end)):
        return True
    if any(mention.id != said.roles.subject for mention in context.named("entity", start, end)):
        return True
    cues = cues_between(context.sentence.text, context.lang, start, end, context.sentence.start)
    return any(cue.metric != said.roles.metric and fits(cue, quantity) for cue in cues)


def _inheriting(own: Roles, said: _Said, *, metric: str | None, place: str | None, same: bool) -> Roles:
    """The item's roles with those of the statement; inside one sentence a list is as good as said in full."""
    missing = {"subject": own.subject is None, "metric": own.metric is None, "place": own.place != place}
    earlier = {name for name, left_out in missing.items() if left_out} | set(own.inherited)
    inherited = set(said.roles.inherited) if same else earlier
    if place == own.place and "place" not in own.inherited:
        inherited -= {"place"}
    return replace(
        own,
        subject=said.roles.subject,
        metric=metric,
        place=place,
        period=own.period if own.period is not None else _period_of(said, same=same),
        partner=own.partner if own.partner is not None else said.roles.partner,
        source=own.source if own.source is not None else said.roles.source,
        stage=own.stage if own.stage is not None else said.roles.stage,
        basis=own.basis if own.basis is not None else said.roles.basis,
        inherited=tuple(sorted(inherited)),
    )
