"""What a stretch of text names, in ids of the reference: concepts, materials, places, years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from kaozheng.data.text import fold
from kaozheng.model.detect.metonyms import with_metonyms
from kaozheng.model.lexicon import cells, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaozheng.data.store import Mention, ReferenceStore

__all__ = ["Named", "named_in", "opposite", "things_in"]

# 对美, to the USA, away from China: the place is the target of a measure, not its author.
_TARGET = re.compile(
    r"(?:对|向|输|赴|针对|给|断供|禁运|封锁|制裁|卖给|销往|输往|供应)$"
    r"|\b(?:to|against|on|towards?|for|at|away from|relian\w+ on|imports? from) (?:the )?$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"['’]s?\b|\s(?:[\w-]+\s){0,2}(?:export|curb|control|restrict|ban\b|licen|embargo|quota|permit)",
    re.IGNORECASE,
)
# 软件延误而不是镓管制; late software, not gallium: the second is named only to be denied.
_CONTRAST = re.compile(
    r"(?:而不是|而非|并非|不是)[^,，。；]{1,20}(?=[,，。；]|$)"
    r"|(?:,\s*not|\brather than|\binstead of)\s[^,;.]{2,40}(?=[,;.]|$)"
)
# A control that is taken back works the other way.
_LIFTED = re.compile(
    r"取消|解除|放宽|放松|松绑|废除|恢复(?:发放|批准|签发|出口|许可|审批)|发放(?!.{0,4}[慢迟缓停阻拖])|获批|审批提速"
    r"|暂停(?:实施|执行)?[^,。]{0,12}(?:管制|禁令|限制|措施)|(?:管制|禁令|限制)[^,。]{0,4}(?:结束|到期|失效|暂停|松动)"
    r"|得到解决|解决了|克服|缓解"
    r"|\b(?:lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|relax\w*|remov\w+|resum\w+|scrap(?:s|ped|ping)|grant(?:s|ed|ing)?"
    r"|expir\w+|abolish\w*|abolition|faster approvals?|solv\w+|overc[ao]m\w+|fixed"
    r"|end(?:s|ed|ing)? (?:of |to )?(?:the |its |these )?(?:ban|bans|controls?|curbs|restrictions|halt|pause|licensing)"
    r"|suspen\w+ (?:of )?(?:the |its )?(?:\w+ )?(?:ban|bans|controls?|curbs|restrictions|licensing))\b",
    re.IGNORECASE,
)
_TAKEN_BACK: Final = {"export-control": "export-control-lifting", "halt": "halt-lifted"}
# What lasts for good or is complete is another claim than that it happened.
_OVERRULED: Final = {
    "lasting-collapse": {"export-fall", "supply-disruption", "shortage"},
    "permanent-halt": {"export-fall", "supply-disruption"},
    "complete-cutoff": {"supply-disruption", "export-fall", "import-fall", "shortage"},
    "defense-production-act": {"military-production"},
    "full-independence": {"dependence-fall", "reduce-reliance"},
}
_PRICE = re.compile("价|price", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![\d.,])((?:19|20)\d\d)(?!年代|s)(?=年|\b(?![,.]\d|\s?(?:吨|公斤|架|tons?|tonnes?|kg|美元|元)))"
)
_CJK = re.compile(r"[㐀-鿿]")
_GAPS: Final = {"zh": r"(?:[^,。;，；]{0,10}?)", "en": r"(?:[^,.;]{0,45}?)"}
_LONGEST: Final = 1500
"""Code points of a side that are read; a longer one is no clause, and reading it would not be cheap."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a stretch of text names.

    Attributes:
        concepts: Concept ids, with those that follow from others (price and rise give price-rise).
        entities: Entity ids.
        places: Place ids of authors and scenes; the targets of measures are in `targets`.
        targets: Place ids behind 对, to, against.
        lifted: Whether something is taken back or solved.
        years: Years that the text states.
        borrowed: Ids that only the antecedent of an expression like 该禁令 or the new permits names.
    """

    concepts: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    lifted: bool = False
    years: frozenset[str] = frozenset()
    borrowed: frozenset[str] = frozenset()


def named_in(text: str, store: ReferenceStore) -> Named:
    """Concepts, entities, places and years of a side of a claim.

    >>> from kaozheng.data.store import ReferenceStore
    >>> named = named_in("Beijing's licensing of tungsten exports since 2025", ReferenceStore.open())
    >>> "export-control" in named.concepts, sorted(named.entities), sorted(named.places), sorted(named.years)
    (True, ['tungsten'], ['CHN'], ['2025'])
    """
    text = _CONTRAST.sub(lambda match: " " * len(match.group()), text[:_LONGEST])
    folded = fold(text)
    lang = _language(text)
    mentions = with_metonyms(text, lang, store.find_names(text))
    entities = _entities(text, mentions, store)
    concepts = {mention.id for mention in mentions if mention.kind == "concept"}
    concepts |= {name for name in _worded(folded, lang, concepts) if name in store.concepts}
    if any(
        m.id == "price" and _PRICE.search(folded[m.start : m.end]) for m in mentions if m.kind == "metric"
    ):
        concepts.add("price")
    if any(store.entities[key].kind == "policy" for key in entities):
        concepts.add("export-control")
    lifted = _LIFTED.search(folded) is not None
    if lifted:
        concepts = {_TAKEN_BACK.get(concept, concept) for concept in concepts}
    places, targets = _places(folded, mentions)
    return Named(
        frozenset(_with_compounds(concepts)),
        entities,
        places,
        targets,
        lifted,
        frozenset(_YEAR.findall(folded)),
    )


def things_in(text: str, store: ReferenceStore) -> Named:
    """Entities and places only: all that the surroundings of a claim can give it."""
    text = text[:_LONGEST]
    mentions = with_metonyms(text, _language(text), store.find_names(text))
    places, targets = _places(fold(text), mentions)
    return Named(entities=_entities(text, mentions, store), places=places, targets=targets)


def opposite(concept: str, store: ReferenceStore) -> str | None:
    """The concept that means the reverse, when there is one; home and abroad are no directions."""
    known = store.concepts.get(concept)
    return None if known is None or concept == "domestic" else known.opposite or None


def _language(text: str) -> str:
    return "zh" if len(_CJK.findall(text)) * 3 > len(text) else "en"


def _places(folded: str, mentions: Iterable[Mention]) -> tuple[frozenset[str], frozenset[str]]:
    """Authors and scenes, and the targets of measures."""
    found = [mention for mention in mentions if mention.kind == "place"]
    targets = {m.id for m in found if _is_target(folded, m)}
    return frozenset({m.id for m in found} - targets), frozenset(targets)


def _is_target(folded: str, place: Mention) -> bool:
    """Behind 对 or to, but not the owner of what follows: in response to China's curbs."""
    if _OWNER.match(folded, place.end):
        return False
    return (
        folded[place.start] in "对向"
        or _TARGET.search(folded[max(0, place.start - 14) : place.start]) is not None
    )


def _entities(text: str, mentions: Iterable[Mention], store: ReferenceStore) -> frozenset[str]:
    """Entities, and the materials inside the name of a policy: 镓锗出口管制 names gallium and germanium."""
    found: set[str] = set()
    for mention in mentions:
        if mention.kind != "entity":
            continue
        found.add(mention.id)
        if store.entities[mention.id].kind == "policy":
            apart = re.sub(r"([㐀-鿿])|\s+", r" \1 . ", text[mention.start : mention.end])
            found |= {inner.id for inner in store.find_names(apart) if inner.kind == "entity"}
    return frozenset(found)


def _worded(folded: str, lang: str, known: set[str]) -> set[str]:
    """Concepts whose wording is a pattern: 对…实施…管制, licensing of … exports."""
    return {
        concept
        for concept, patterns in _wordings(lang).items()
        if concept not in known and any(pattern.search(folded) for pattern in patterns)
    }


@cache
def _wordings(lang: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Patterns of each concept, from ``model/lexicon/causal-concepts.csv``."""
    found: dict[str, list[re.Pattern[str]]] = {}
    for row in read_rows("causal-concepts"):
        if row["lang"] == lang:
            body = row["pattern"].replace("…", _GAPS[lang])
            pattern = body if lang == "zh" else rf"(?<![\w-])(?:{body})(?!\w)"
            found.setdefault(row["concept"], []).append(re.compile(pattern, re.IGNORECASE))
    return {concept: tuple(patterns) for concept, patterns in found.items()}


def _with_compounds(concepts: set[str]) -> set[str]:
    """Concepts and what follows from them."""
    found = set(concepts)
    for _ in range(2):
        found |= {concept for concept, parts in _compounds() if parts <= found}
    for stronger, weaker in _OVERRULED.items():
        if stronger in found:
            found -= weaker
    return found


@cache
def _compounds() -> tuple[tuple[str, frozenset[str]], ...]:
    """Concept and parts, from ``model/lexicon/causal-compounds.csv``."""
    return tuple((row["concept"], frozenset(cells(row["parts"]))) for row in read_rows("causal-compounds"))
