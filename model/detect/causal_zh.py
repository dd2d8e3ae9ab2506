"""Cause and effect in a Chinese sentence, from its signal words and the frames they open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kaozheng.model.detect.causal_clauses import clause_at, clauses, is_frame_clause, tighten
from kaozheng.model.detect.causal_lexicon import find_signals
from kaozheng.model.detect.causal_pairs_zh import find_pairs
from kaozheng.model.detect.causal_types import Hit, Link
from kaozheng.model.detect.causal_words_zh import (
    AGENT,
    ANAPHOR,
    AND_ALSO,
    BLOCKED,
    CHANGE,
    HEARSAY,
    INTENTION,
    LEADING_CONNECTIVE,
    LEADING_SIGNAL,
    NEGATION,
    NO_EVIDENCE,
    PAST,
    SPEAKER,
    TRAILING_ADVERBS,
)

if TYPE_CHECKING:
    from kaozheng.model.detect.causal_types import Range

__all__ = ["links_zh"]

_MOVED = re.compile(r"(?P<c>[^,]*?)(?:把|将)(?P<e>(?!会|在|于|进一步|直接|要|被|导|引)[^,]{2,20})$")
_SO = re.compile(r"\s*(?:所以|因此|因而|故)")
_DISPOSAL = re.compile(r"[^,]{0,12}?(?:把|将)(?=[^,]{2,})")


def links_zh(folded: str) -> list[Link]:
    """Every causal link of a sentence in simplified characters with half-width punctuation.

    >>> text = "受出口管制影响,镓价飙升,进而推高雷达成本"
    >>> [(text[slice(*l.cause)], text[slice(*l.effect)]) for l in links_zh(text)]
    [('出口管制', '镓价飙升'), ('镓价飙升', '雷达成本')]
    """
    return _Reader(folded).read()


class _Reader:
    """One pass over a sentence; earlier links are the antecedents of later ones."""

    def __init__(self, folded: str) -> None:
        self.text = folded
        self.clauses = clauses(folded, "zh")
        self.links, taken = find_pairs(folded, self.clauses)
        self.blocked = [match.span() for match in BLOCKED.finditer(folded)]
        denial = NO_EVIDENCE.search(folded)
        self.end = denial.end() if denial else len(folded)
        self.hits = [hit for hit in find_signals(folded, "zh") if not self._blocked(hit, taken)]
        self.links = [self._cut_relative(link) for link in self.links]

    def read(self) -> list[Link]:
        """The links in order of their signals."""
        frames = {"verb": self._verb, "fore": self._fore, "back": self._back, "fore_effect": self._skip}
        for number, hit in enumerate(self.hits):
            read = frames.get(hit.entry.frame, self._connective)
            link = read(hit, number)
            if link is not None and self._holds(link) and not self._known(link):
                self.links.append(link)
        return sorted(self.links, key=lambda link: link.signal)

    # Frames

    def _verb(self, hit: Hit, number: int) -> Link | None:
        """A导致B."""
        if self._follows_fore(hit):
            return None
        clause = self.clauses[clause_at(self.clauses, hit.start)]
        left = self._left(hit, number, clause)
        if left is None:
            return None
        effect = self._right(hit, number, clause)
        moved = _MOVED.match(self.text[clause[0] : hit.start])
        if moved and effect is not None:  # A把E推至…: what is moved belongs to the effect
            effect = (clause[0] + moved.start("e"), effect[1])
            left = self._strip_left((clause[0], clause[0] + moved.end("c"))) or ()
        return Link(self._cause(left, hit, clause), effect, (hit.start, hit.end), hit.entry)

    def _fore(self, hit: Hit, _number: int) -> Link | None:
        """由于C,E and E,由于C."""
        index = clause_at(self.clauses, hit.start)
        clause = self.clauses[index]
        last = self._cause_end(index)
        cause = tighten(self.text, (hit.end, self.clauses[last][1]))
        before = self._strip_left((clause[0], hit.start))
        subject = before is not None and not is_frame_clause(self.text[before[0] : before[1]], "zh")
        if last + 1 < len(self.clauses):
            effect = self._effect_clause(last + 1)
        else:
            effect = before if subject else self._previous(index)
        return Link(cause, effect, (hit.start, hit.end), hit.entry)

    def _back(self, hit: Hit, number: int) -> Link | None:
        """E源于C; E,是因为C; 之所以E,是因为C."""
        index = clause_at(self.clauses, hit.start)
        clause = self.clauses[index]
        cause = tighten(self.text, (hit.end, self._stop(hit, number, clause)))
        effect = self._strip_left((clause[0], hit.start), strip_reason=True)
        if effect is not None:
            effect = self._without_disposal(effect)
        elif index + 1 < len(self.clauses) and _SO.match(self.text[slice(*self.clauses[index + 1])]):
            effect = self._effect_clause(index + 1)  # 是因为A,所以B
        else:
            effect = self._previous(index)
        return Link(cause, effect, (hit.start, hit.end), hit.entry)

    def _without_disposal(self, span: Range) -> Range:
        """论者把E归因于C: the effect is E."""
        match = _DISPOSAL.match(self.text[slice(*span)])
        return (span[0] + match.end(), span[1]) if match else span

    def _connective(self, hit: Hit, number: int) -> Link | None:
        """C,因此E and C,从而E."""
        index = clause_at(self.clauses, hit.start)
        clause = self.clauses[index]
        if self._leads_verb(hit, number):
            return None
        before = self._strip_left((clause[0], hit.start))
        earlier = self._link_before(clause) if hit.entry.frame == "next" else None
        cause = _outcome(earlier) if earlier and before is None else self._previous(index)
        effect = tighten(self.text, (hit.end, clause[1]))
        if effect is not None and before is not None:
            effect = (before[0], effect[1])  # 工厂因此停产: the subject belongs to the effect
        if effect is None and index + 1 < len(self.clauses):
            effect = self._effect_clause(index + 1)
        return Link(cause, effect, (hit.start, hit.end), hit.entry)

    def _skip(self, _hit: Hit, _number: int) -> None:
        """之所以 has its cause in a later clause, where 是因为 finds it."""

    # Parts

    def _left(self, hit: Hit, number: int, clause: Range) -> Range | tuple[()] | None:
        """What stands before a verb: a range, () when nothing does, None when the verb is denied or intended."""
        start = clause[0]
        if number and self.hits[number - 1].start >= clause[0]:
            previous = self.hits[number - 1]
            if previous.entry.frame == "verb" and hit.entry.strength < 3 <= previous.entry.strength:
                return None  # 促使俄罗斯加快自给: part of the effect
            start = previous.end if previous.entry.frame in {"verb", "next", "link", "fore"} else start
        for link in self.links:
            if link.entry.frame == "relative" and start <= link.signal[1] <= hit.start:
                start = link.signal[1]
        text = self.text[start : hit.start]
        ends = {link.signal[1] for link in self.links if link.entry.frame == "pair"}
        if start + len(TRAILING_ADVERBS.sub("", text)) in ends:
            return None  # 因断供而加快: the verb belongs to the pair
        bare = TRAILING_ADVERBS.sub("", text)
        if NEGATION.search(bare) or NEGATION.search(text) or INTENTION.search(bare) or INTENTION.search(text):
            return None
        if text.startswith("的"):
            start += 1
        span = self._strip_left((start, start + len(TRAILING_ADVERBS.sub("", self.text[start : hit.start]))))
        if span is None or ANAPHOR.fullmatch(self.text[span[0] : span[1]]):
            return ()
        return span

    def _cause(self, left: Range | tuple[()], hit: Hit, clause: Range) -> Range | None:
        """The cause of a verb: its subject, or what the subject stands for."""
        index = clause_at(self.clauses, hit.start)
        if left:
            return left
        earlier = self._link_before(clause)
        if earlier is None:
            return self._previous(index)
        joint = self.text[clause[0] : hit.start]
        onward = re.search(r"从而|进而|继而|由此|因此", joint)
        also = AND_ALSO.search(joint) or (hit.entry.strength < 3 and not onward)
        return earlier.cause if also else _outcome(earlier)

    def _right(self, hit: Hit, number: int, clause: Range) -> Range | None:
        """What stands after a verb, up to the next signal or the end of the clause."""
        start = hit.end
        while start < clause[1] and self.text[start] in "了着过的到":
            start += 1
        effect = self._without_hearsay(tighten(self.text, (start, self._stop(hit, number, clause))))
        index = clause_at(self.clauses, hit.start)
        short = effect is None or is_frame_clause(self.text[effect[0] : effect[1]], "zh")
        if short and index + 1 < len(self.clauses):
            return self._effect_clause(index + 1)
        return effect

    def _without_hearsay(self, span: Range | None) -> Range | None:
        """导致停产的说法: the effect is 停产."""
        if span is None:
            return None
        match = HEARSAY.search(self.text, span[0] + 2, span[1])
        return (span[0], match.start()) if match else span

    def _stop(self, hit: Hit, number: int, clause: Range) -> int:
        """Where an effect or a cause ends at the latest: the next signal in the clause, or its end."""
        for later in self.hits[number + 1 :]:
            if later.start >= clause[1]:
                break
            strong = later.entry.frame != "verb" or later.entry.strength > 2
            if strong and later.entry.frame in {"verb", "next", "fore"} and later.start > hit.end + 1:
                bare = TRAILING_ADVERBS.sub("", self.text[hit.end : later.start])
                return hit.end + len(bare)
        return clause[1]

    def _effect_clause(self, index: int) -> Range | None:
        """A clause as an effect: without 因此, merged with what follows when it only sets the time."""
        first, last = index, index
        while last + 1 < len(self.clauses) and is_frame_clause(
            self.text[self.clauses[last][0] : self.clauses[last][1]], "zh"
        ):
            last += 1
        start, end = self.clauses[first][0], self.clauses[last][1]
        lead = LEADING_SIGNAL.match(self.text, start, end)
        return tighten(self.text, (lead.end() if lead else start, end))

    def _cause_end(self, index: int) -> int:
        """Last clause of the cause opened by 由于: the one before 因此 or 导致, else its own."""
        for later in range(index + 1, min(index + 4, len(self.clauses))):
            if re.match(
                r"\s*(?:因此|所以|因而|故而?|导致|使得|致使|造成|才)", self.text[slice(*self.clauses[later])]
            ):
                return later - 1
        if index + 1 < len(self.clauses) and re.match(
            r"\s*(?:加上|再加上|加之|以及|叠加|且|并且|同时又?缺|又缺)",
            self.text[slice(*self.clauses[index + 1])],
        ):
            return min(index + 1, len(self.clauses) - 1)
        return index

    def _previous(self, index: int) -> Range | None:
        """The clause before, with clauses that are tied to it; None when the sentence has none."""
        position = index - 1
        while position >= 0:
            text = self.text[slice(*self.clauses[position])]
            speaker = SPEAKER.match(text)
            if is_frame_clause(text, "zh") or (speaker and speaker.end() >= len(text.strip())):
                position -= 1
                continue
            first = position
            while first > 0 and re.match(
                r"\s*(?:并且?|且|加之|再?加上|又|同时|以及|而且)", self.text[slice(*self.clauses[first])]
            ):
                first -= 1
            return self._strip_left((self.clauses[first][0], self.clauses[position][1]))
        return None

    def _strip_left(self, span: Range, *, strip_reason: bool = False) -> Range | None:
        """A span without connectives, speakers and, for reasons, 的原因 at its end."""
        start, end = span
        while True:
            rest = self.text[start:end]
            match = LEADING_CONNECTIVE.match(rest) or SPEAKER.match(rest)
            if match is None or match.end() == 0:
                break
            start += match.end()
        if strip_reason:
            tail = re.search(
                r"(?:的)?(?:主要|根本|直接|真正|重要)?的?(?:原因|根源|"
                r"主因)?(?:[,就也都正才主要完全部分很大程度上]*)$",
                self.text[start:end],
            )
            if tail:
                end = start + tail.start()
        found = tighten(self.text, (start, end))
        if found is None or ANAPHOR.fullmatch(self.text[found[0] : found[1]]):
            return None
        return found

    def _cut_relative(self, link: Link) -> Link:
        """由缺货引发的抢购推高价格: the effect ends before the next verb."""
        if link.entry.frame != "relative" or link.effect is None:
            return link
        start, end = link.effect
        verbs = [hit.start for hit in self.hits if hit.entry.frame == "verb" and start < hit.start < end]
        if not verbs:
            return link
        return replace(
            link, effect=(start, start + len(TRAILING_ADVERBS.sub("", self.text[start : verbs[0]])))
        )

    # Tests

    def _blocked(self, hit: Hit, taken: list[Range]) -> bool:
        """Inside a pair that was read already, or part of another word."""
        if any(start < hit.end and hit.start < end for start, end in taken):
            return True
        inside = any(start <= hit.start and hit.end <= end for start, end in self.blocked)
        if inside or hit.start >= self.end:
            return True
        before = self.text[max(0, hit.start - 3) : hit.start]
        return hit.entry.frame in {"fore", "back"} and before.endswith(("不", "不是", "并非", "而非"))

    def _follows_fore(self, hit: Hit) -> bool:
        """由于A,导致B: one link, which 由于 has read."""
        index = clause_at(self.clauses, hit.start)
        clause = self.clauses[index]
        effect = tighten(self.text, (hit.end, clause[1]))
        opens = not self.text[clause[0] : hit.start].strip()
        return opens and any(
            link.entry.frame in {"fore", "pair"} and link.signal[0] < hit.start and link.effect == effect
            for link in self.links
        )

    def _leads_verb(self, hit: Hit, number: int) -> bool:
        """从而推高: the verb carries the link."""
        if number + 1 >= len(self.hits):
            return False
        later = self.hits[number + 1]
        if later.entry.frame != "verb":
            return False
        return not TRAILING_ADVERBS.sub("", self.text[hit.end : later.start]).strip(" ,的")

    def _link_before(self, clause: Range) -> Link | None:
        """The link whose effect ends where this clause begins."""
        for link in reversed(self.links):
            if link.effect is not None and link.effect[1] <= clause[0] and clause[0] - link.effect[1] <= 2:
                return link
        return None

    def _holds(self, link: Link) -> bool:
        """Both sides are there (or lie in the sentence before) and the signal has what it needs."""
        if link.cause is None and link.effect is None:
            return False
        if link.effect is not None and link.effect[1] - link.effect[0] < 2:
            return False
        if link.cause is not None and link.cause[1] - link.cause[0] < 2:
            return self.text[slice(*link.cause)] in "镓锗锑铟钨战旱"
        effect = self.text[slice(*link.effect)] if link.effect else ""
        need = link.entry.needs
        if need == "change":
            if re.search(r"(?:由此|从而|进而|因此|这|此)[^,]{0,3}$", self.text[: link.signal[0]]):
                return True
            return CHANGE.search(effect) is not None
        if need == "force":
            cause = self.text[slice(*link.cause)] if link.cause else ""
            return AGENT.search(cause) is None
        if need == "past":
            return PAST.match(self.text, link.signal[1]) is not None or CHANGE.search(effect) is not None
        return need != "object" or len(effect) >= 2

    def _known(self, link: Link) -> bool:
        """The same link, or 是因为A,所以B read a second time from 所以."""
        return any(
            link.effect == other.effect
            and (link.cause == other.cause or (other.entry.frame == "back" and link.entry.frame == "link"))
            for other in self.links
        )


def _outcome(link: Link) -> Range | None:
    """What a link leaves behind as the next cause: 导致缺货 leaves 缺货, 冲击供应链 all of itself."""
    if link.effect is None or link.entry.strength > 2 or link.signal[0] > link.effect[0]:
        return link.effect
    return (link.signal[0], link.effect[1])
