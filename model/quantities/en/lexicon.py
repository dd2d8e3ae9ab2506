"""Words around English numbers: hedges, verbs and nouns of change, head nouns, what is not a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.wordlist import words

if TYPE_CHECKING:
    from kaozheng.model.quantities.types import Comparator

__all__ = [
    "ADVERBS",
    "DOWN",
    "HEDGES",
    "HEDGES_AFTER",
    "IRREGULAR_PLURALS",
    "NOT_NOUNS",
    "TO_ANY",
    "UP",
    "direction_of",
]


def _phrases(comparator: Comparator, listing: str) -> dict[tuple[str, ...], Comparator]:
    """Phrases separated by commas, as tuples of words."""
    return {tuple(phrase.split()): comparator for phrase in listing.split(",")}


HEDGES: dict[tuple[str, ...], Comparator] = {
    **_phrases(
        "approx",
        "about, around, roughly, approximately, nearly, almost, some, close to, near, nearing, "
        "approaching, circa, c., "
        "ca., ~, ≈, an estimated, estimated, estimated at, estimated to be, just about, somewhere around, "
        "in the region of, in the vicinity of, on the order of, in the order of, virtually, practically, well nigh, "
        "approx., approx, somewhere near, very nearly, the better part of, not quite",
    ),
    **_phrases(
        "gt",
        "more than, over, above, exceed, exceeds, exceeded, exceeding, in excess of, upwards of, upward "
        "of, greater than, "
        "higher than, larger than, longer than, older than, bigger than, surpass, surpasses, surpassed, surpassing, "
        "topped, topping, tops, well over, just over, slightly over, little over, a little over, a bit over, "
        "slightly more than, little more than, a little more than, well above, just above, far more "
        "than, many more than, "
        "north of, slightly above, much more than, significantly more than, considerably more than, >, "
        "better than, faster than, heavier than, not just, anything over",
    ),
    **_phrases(
        "ge",
        "at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of, "
        "minimum, ≥, >=, "
        "at the very least, as few as, as little as",
    ),
    **_phrases(
        "lt",
        "less than, fewer than, under, below, lower than, smaller than, shorter than, just under, slightly under, "
        "just below, slightly less than, slightly below, little under, a little under, a little less than, "
        "little less than, well under, well below, far less than, far fewer than, short of, just short of, "
        "younger than, cheaper than, south of, <, much less than, barely, slower than",
    ),
    **_phrases(
        "le",
        "no more than, not more than, up to, at most, at the most, a maximum of, maximum of, maximum, as much as, "
        "as many as, as high as, as long as, as large as, not exceeding, not exceed, no higher than, no "
        "greater than, ≤, "
        "<=, no longer than, not above, no later than",
    ),
}  # fmt: skip
HEDGES_AFTER: dict[str, Comparator] = {
    "or more": "ge",
    "or above": "ge",
    "or higher": "ge",
    "or over": "ge",
    "or older": "ge",
    "or longer": "ge",
    "or greater": "ge",
    "and over": "ge",
    "and above": "ge",
    "and older": "ge",
    "and up": "ge",
    "at least": "ge",
    "plus": "ge",
    "or less": "le",
    "or fewer": "le",
    "or below": "le",
    "or lower": "le",
    "or under": "le",
    "or younger": "le",
    "or shorter": "le",
    "and under": "le",
    "and below": "le",
    "at most": "le",
    "or so": "approx",
    "or thereabouts": "approx",
    "odd": "approx",
    "approximately": "approx",
    "give or take": "approx",
}


def _forms(verbs: str) -> frozenset[str]:
    """Every form of regular verbs and nouns of change; irregular ones are listed in full."""
    out = set()
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        out |= {verb, f"{verb}s", f"{stem}ed", f"{stem}ing"}
        if verb.endswith(("p", "n", "m", "b", "t")):
            out |= {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
    return frozenset(out)


UP = _forms(
    "increase climb jump surge soar expand gain advance accelerate widen balloon skyrocket swell boost raise lift "
    "strengthen rebound recover lengthen extend escalate rocket leap spike mount broaden deepen heighten add "
    "quicken upgrade improve appreciate hike bump inch"
) | words(
    "rise rises rose risen rising grow grows grew grown growing growth up upped went-up upturn uptick "
    "upswing higher more "
    "hike hikes hiked hiking leapt swollen sprang shot addition additional extra bigger larger longer "
    "increment greater faster overshot acceleration expansion appreciation intensified intensify pushed"
)
DOWN = _forms(
    "decrease decline drop plunge plummet tumble slump shrink slow contract narrow reduce lower dip slip slide crash "
    "weaken ease trim slash shed collapse lose downgrade halve depreciate cool moderate retreat recede erode "
    "subtract dwindle shorten scale-back pare recoil curtail devalue deteriorate edge-down crater"
) | words(
    "fall falls fell fallen falling down cut cuts cutting lost loss losses slid sank sunk sink sinks "
    "sinking shrank shrunk "
    "reduction reductions contraction lower less fewer downturn cheaper smaller shorter slower dropoff slump "
    "depreciation devaluation below shortfall behind slowdown slipped dipped"
)
# Verbs that say a level was reached or set, not which way.
TO_ANY = _forms("change revise adjust move shift return turn convert amend correct") | words(
    "went go goes going gone "
)
ADVERBS = words(
    "sharply slightly further steadily rapidly significantly dramatically modestly marginally again back "
    "gradually steeply "
    "substantially quickly slowly only just even still a an another yet around about by-about considerably markedly "
    "year-on-year year-over-year month-on-month quarter-on-quarter yoy annually roughly strongly nearly "
    "precipitously "
    "abruptly overall together all collectively the its their his her our cumulative total further, respectively"
)
IRREGULAR_PLURALS = words(
    "people men women children aircraft troops personnel staff police cattle sheep fish spacecraft "
    "warcraft hovercraft "
    "servicemen servicewomen policemen fishermen lawmakers congressmen businessmen spokesmen journalists "
    "crew livestock "
    "feet geese teeth mice salmon criteria phenomena media data alumni nuclei bacteria indices matrices vertices "
    "watercraft headquarters series species offspring poultry gunmen militiamen seamen grandchildren schoolchildren "
    "countrymen clergy infantry infantrymen airmen fatalities folk helicopter-borne frenchmen englishmen"
)
NOT_NOUNS = words(
    "is was has does says its his this thus as us plus minus versus across towards always perhaps "
    "besides sometimes "
    "afterwards less unless yes others' hers ours theirs yours whereas onwards upwards downwards backwards forwards "
    "overseas alas hers makes takes gives comes goes seems gets remains becomes lies needs means shows stands begins "
    "continues happens includes requires looks appears indoors outdoors themselves ourselves overs pus bus gas "
    "previous serious various numerous famous religious dangerous precious enormous indigenous autonomous anonymous "
    "conscious continuous obvious nervous tremendous generous victorious continuous hazardous contiguous homeless "
    "business class process access congress success progress press loss mass express cross"
)


def direction_of(word: str) -> str | None:
    """Which way a word of change points.

    >>> direction_of("fell"), direction_of("increase"), direction_of("revised"), direction_of("of")
    ('down', 'up', 'any', None)
    """
    if word in UP:
        return "up"
    if word in DOWN:
        return "down"
    return "any" if word in TO_ANY else None
