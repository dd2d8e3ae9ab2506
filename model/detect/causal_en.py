"""Cause and effect in an English sentence, from its signal words and the frames they open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaozheng.model.detect.causal_clauses import clause_at, clauses, is_frame_clause, tighten
from kaozheng.model.detect.causal_lexicon import find_signals
from kaozheng.model.detect.causal_pairs_en import find_pairs
from kaozheng.model.detect.causal_types import Hit, Link
from kaozheng.model.detect.causal_words_en import (
    AGENT,
    ANAPHOR,
    BLOCKED,
    CONJUNCTION,
    COORDINATED,
    LEADING,
    MODIFIER,
    NEGATION,
    NO_EVIDENCE,
    PURPOSE,
    RESULT,
    SPEAKER,
    TRAILING,
)

if TYPE_CHECKING:
    from kaozheng.model.detect.causal_types import Range

__all__ = ["links_en"]

_STRONG = re.compile(r"[;:!?()\n]|\s[-–—]+\s|—")
_WORD = re.compile(r"\w+")
_PREPOSITIONAL = re.compile(
    r"^(?:in|on|since|by|at|after|before|during|with|under|despite|amid|as|for|from|over|"
    r"through|until|following|unlike|like|given|when|while|although|though|if|throughout|"
    r"among|within|across|alongside|beyond|without)\b",
    re.IGNORECASE,
)


def links_en(text: str) -> list[Link]:
    """Every causal link of an English sentence.

    >>> text = "China's curbs led to higher gallium prices, disrupting chip plants."
    >>> [(text[slice(*l.cause)], text[slice(*l.effect)]) for l in links_en(text)]
    [("China's curbs", 'higher gallium prices'), ('higher gallium prices', 'chip plants')]
    """
    return _Reader(text).read()


class _Reader:
    """One pass over a sentence; earlier links are the antecedents of later ones."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.clauses = clauses(text, "en")
        self.links = find_pairs(text)
        taken = [link.signal for link in self.links]
        taken += [match.span() for match in BLOCKED.finditer(text)]
        denial = NO_EVIDENCE.search(text)
        self.end = denial.end() if denial else len(text)
        self.hits = [
            hit
            for hit in find_signals(text, "en")
            if not self._blocked(hit, taken) and not self._refused(hit)
        ]

    def read(self) -> list[Link]:
        """The links in order of their signals."""
        frames = {"verb": self._verb, "fore": self._fore, "back": self._back, "link": self._connective}
        for number, hit in enumerate(self.hits):
            link = frames[hit.entry.frame](hit, number)
            if link is not None and self._holds(link, hit) and not self._known(link):
                self.links.append(link)
        return sorted(self.links, key=lambda link: link.signal)

    # Frames

    def _verb(self, hit: Hit, number: int) -> Link | None:
        """A led to B; A, leading to B; A rose and pushed up B."""
        cause = self._subject(hit, number)
        return Link(cause, self._right(hit, number), (hit.start, hit.end), hit.entry)

    def _back(self, hit: Hit, number: int) -> Link | None:
        """E was caused by C; E stems from C; E, driven by C."""
        effect = self._subject(hit, number, chained=False)
        return Link(self._right(hit, number), effect, (hit.start, hit.end), hit.entry)

    def _fore(self, hit: Hit, number: int) -> Link | None:
        """Because of C, E and E because of C."""
        index = clause_at(self.clauses, hit.start)
        clause = self.clauses[index]
        lead = LEADING.sub("", self.text[clause[0] : hit.start])
        lead = LEADING.sub("", SPEAKER.sub("", lead))
        fronted = not lead.strip(' ,"“') and (
            index == 0 or self._strong_before(clause[0]) or self._joined(index)
        )
        if not fronted:
            cause = self._right(hit, number)
            return Link(cause, self._subject(hit, number, chained=False), (hit.start, hit.end), hit.entry)
        if index + 1 >= len(self.clauses):
            return Link(tighten(self.text, (hit.end, clause[1])), None, (hit.start, hit.end), hit.entry)
        last = self._fronted_end(index)
        cause = tighten(self.text, (hit.end, self.clauses[last][1]))
        effect = self._clause_range(last + 1)
        return Link(cause, effect, (hit.start, hit.end), hit.entry)

    def _connective(self, hit: Hit, number: int) -> Link | None:
        """C; therefore E. C, so E."""
        index = clause_at(self.clauses, hit.start)
        clause = self.clauses[index]
        if hit.entry.needs == "comma" and self.text[: hit.start].rstrip()[-1:] not in {",", ";"}:
            return None
        if number + 1 < len(self.hits) and self.hits[number + 1].entry.frame == "verb":
            between = self.text[hit.end : self.hits[number + 1].start]
            if not TRAILING.sub("", between).strip(" ,"):
                return None
        before = self._clean((clause[0], hit.start))
        effect = tighten(self.text, (hit.end, clause[1]))
        if before is None:
            if effect is None and index + 1 < len(self.clauses):
                effect = self._clause_range(index + 1)
            cause = self._before(clause[0])
        else:
            # The exports were therefore halted: the effect is the whole clause.
            effect = (before[0], effect[1] if effect else before[1])
            cause = self._before(clause[0])
        return Link(cause, effect, (hit.start, hit.end), hit.entry)

    # Parts

    def _subject(self, hit: Hit, number: int, *, chained: bool = True) -> Range | None:
        """What stands before a signal, or what its pronoun or participle stands for."""
        index = clause_at(self.clauses, hit.start)
        start = self.clauses[index][0]
        coordinated = False
        if number and self.hits[number - 1].start >= start:
            previous = self.hits[number - 1]
            coordinated = COORDINATED.search(self.text[previous.end : hit.start]) is not None
            if previous.entry.frame != "link":
                start = previous.end
        span = None if coordinated else self._clean((start, hit.start))
        if span is not None and self._only_opening(span) and index:
            span = None
        if span is not None and not self._stands_for(span):
            return self._head(span, start)
        earlier = self._link_before(start if not coordinated else hit.start)
        if earlier is not None:
            # An effect's subject is the effect again; a coordinated verb has the same cause.
            return earlier.cause if coordinated and chained else _outcome(earlier)
        return self._before(self.clauses[index][0])

    def _head(self, span: Range, start: int) -> Range:
        """A subject behind a conjunction: prices rose as exports fell -> exports fell."""
        matches = list(
            re.finditer(
                r"\b(?:because|while|whereas|although|though|but|when|and that|as)\s", self.text[slice(*span)]
            )
        )
        if (
            matches
            and span[0] + matches[-1].end() < span[1] - 3
            and start <= span[0]
            and matches[-1].group().strip() != "as"
        ):
            return (span[0] + matches[-1].end(), span[1])
        return span

    def _right(self, hit: Hit, number: int) -> Range | None:
        """What stands behind a signal, up to the next signal, conjunction or mark."""
        stop = len(self.text)
        index = clause_at(self.clauses, max(hit.start, hit.end - 1))
        stop = min(stop, self.clauses[index][1])
        stop = self._list_end(index, stop)
        for later in self.hits[number + 1 :]:
            if hit.entry.frame == "fore" and later.entry.frame == "verb":
                continue  # because a shortage would hurt output: all of it is the reason
            if hit.end + 2 < later.start < stop:
                stop = hit.end + len(self._before_signal(hit.end, later.start))
                break
        rest = self.text[hit.end : stop]
        cut = CONJUNCTION.search(rest, 3)
        if (cut and len(_WORD.findall(rest[: cut.start()])) >= 2 and hit.entry.frame != "fore") or (
            cut
            and hit.entry.frame == "fore"
            and re.match(r"while|whereas|although|though|but", cut.group(), re.IGNORECASE)
        ):
            stop = hit.end + cut.start()
        found = tighten(self.text, (hit.end, stop))
        if found is None and index + 1 < len(self.clauses):
            return self._clause_range(index + 1)
        return found

    def _before_signal(self, start: int, end: int) -> str:
        """The text between two signals without the helpers of the second."""
        text = self.text[start:end]
        return re.sub(r"\s(?:and|or|which|that)\s*$", "", TRAILING.sub("", text))

    def _list_end(self, index: int, stop: int) -> int:
        """A list goes on over its commas: higher prices, fewer deliveries and delays."""
        end, position = stop, index + 1
        while position < len(self.clauses) and position <= index + 4:
            left, right = self.clauses[position]
            if self._strong_before(left):
                break
            text = self.text[left:right].strip()
            words = len(_WORD.findall(text))
            if re.match(r"(?:and|or)\s", text) and 2 <= words <= 6 and position > index + 1:
                return right
            if words > 4 or _PREPOSITIONAL.match(text):
                if (
                    re.search(r"\s(?:and|or)\s", text)
                    and words <= 8
                    and position == index + 1
                    and not _PREPOSITIONAL.match(text)
                ):
                    return end
                break
            position += 1
        return end

    def _before(self, position: int) -> Range | None:
        """The main clause before a comma: back to a strong mark, without an opening phrase."""
        start = 0
        for match in _STRONG.finditer(self.text, 0, position):
            start = match.end()
        parts = [part for part in self.clauses if start <= part[0] and part[1] <= position]
        while len(parts) > 1 and (self._only_opening(parts[0]) or self._speaks(parts[0])):
            parts.pop(0)
        if not parts:
            return None
        for link in reversed(self.links):
            if (
                link.effect is not None
                and parts[0][0] <= link.effect[0]
                and abs(link.effect[1] - parts[-1][1]) <= 2
            ):
                return (
                    self._clean((parts[0][0], parts[-1][1]))
                    if link.signal[0] > link.effect[0]
                    else _outcome(link)
                )
        return self._clean((parts[0][0], parts[-1][1]))

    def _clean(self, span: Range) -> Range | None:
        """A span without conjunctions, speakers, and helpers at its end; None for pronouns and nothing."""
        start, end = span
        end = start + len(TRAILING.sub("", self.text[start:end]))
        for pattern in (LEADING, SPEAKER, LEADING):
            match = pattern.match(self.text[start:end])
            if match:
                start += match.end()
        return tighten(self.text, (start, end)) if start < end else None

    def _clause_range(self, index: int) -> Range | None:
        """A clause, joined to the next while it only sets the time."""
        last = index
        while last + 1 < len(self.clauses) and is_frame_clause(self.text[slice(*self.clauses[last])], "en"):
            last += 1
        return self._clean_right((self.clauses[index][0], self.clauses[last][1]))

    def _clean_right(self, span: Range) -> Range | None:
        start, end = span
        match = LEADING.match(self.text[start:end])
        if match and match.end() < end - start:
            start += match.end()
        for later in self.hits:
            if later.start > start + 6 and later.start < end and later.entry.frame in {"fore"}:
                end = later.start
        return tighten(self.text, (start, end))

    def _fronted_end(self, index: int) -> int:
        """Last clause of a fronted reason: lists of places or dates in it may hold commas."""
        last = index
        while last + 2 < len(self.clauses):
            text = self.text[slice(*self.clauses[last + 1])].strip()
            if (
                len(_WORD.findall(text)) > 3
                or is_frame_clause(text, "en")
                or self._strong_before(self.clauses[last + 1][0])
            ):
                break
            last += 1
        return last

    # Tests

    def _blocked(self, hit: Hit, taken: list[Range]) -> bool:
        """Part of another expression, or behind a denial."""
        return hit.start >= self.end or any(start < hit.end and hit.start < end for start, end in taken)

    def _refused(self, hit: Hit) -> bool:
        """Denied or only intended."""
        before = self.text[max(0, hit.start - 90) : hit.start]
        if NEGATION.search(before):
            return True
        if hit.entry.frame != "verb":
            return False
        if hit.entry.strength < 3 and self._acts(hit):
            return True
        bare = not self.text[hit.start : hit.end].split()[0].lower().endswith("ing")
        passive = re.search(
            r"\b(?:was|were|been|is|are|be|being|worst)\s(?:\w+ly\s)?$", before, re.IGNORECASE
        )
        if passive and self.text[hit.start : hit.end].split()[0].lower().endswith("ed"):
            return True
        opens = bare and not LEADING.sub("", re.split(r"[;:.!?]", before)[-1]).strip(' ,"“(')
        return opens or PURPOSE.search(before) is not None or MODIFIER.search(before) is not None

    def _acts(self, hit: Hit) -> bool:
        """Ford halted its plant: who acts is no cause."""
        start = self.clauses[clause_at(self.clauses, hit.start)][0]
        subject = LEADING.sub("", TRAILING.sub("", self.text[start : hit.start])).strip()
        if AGENT.fullmatch(subject) is None:
            return False
        own = re.match(r"\s(?:its|their|his|her|output|production)\b", self.text[hit.end :])
        return " " in subject or own is not None  # Rain delayed the harvest is no act

    def _strong_before(self, position: int) -> bool:
        """Whether a clause follows a strong mark and not a comma."""
        return position > 0 and _STRONG.search(self.text[max(0, position - 3) : position]) is not None

    def _joined(self, index: int) -> bool:
        """, and because of C, E."""
        return re.match(
            r"\s*(?:and|but|so)\b", self.text[slice(*self.clauses[index])]
        ) is not None and index + 1 < len(self.clauses)

    def _only_opening(self, span: Range) -> bool:
        """In 2023; On Monday; Despite its reserves."""
        text = self.text[slice(*span)].strip()
        if is_frame_clause(text, "en"):
            return True
        return _PREPOSITIONAL.match(text) is not None and not re.match(
            r"(?:if|when|while|although|though)\b", text, re.IGNORECASE
        )

    def _speaks(self, span: Range) -> bool:
        text = self.text[slice(*span)] + ", x"
        match = SPEAKER.match(text.strip())
        return match is not None and match.end() >= len(text.strip()) - 4

    def _stands_for(self, span: Range) -> bool:
        """Whether a subject is only a pronoun."""
        return ANAPHOR.fullmatch(self.text[slice(*span)].strip()) is not None

    def _link_before(self, start: int) -> Link | None:
        """The link whose effect ends where this clause begins."""
        for link in reversed(self.links):
            if link.effect is not None and 0 <= start - link.effect[1] <= 8 and link.signal[0] < start:
                return link
            if link.entry.frame == "back" and link.cause is not None and 0 <= start - link.cause[1] <= 2:
                return link
        return None

    def _holds(self, link: Link, hit: Hit) -> bool:
        """At most one side lies in the sentence before, and an object is there where one is needed."""
        if link.cause is None and link.effect is None:
            return False
        if hit.entry.frame == "verb" and link.effect is None:
            return False
        if hit.entry.frame in {"back", "fore"} and link.cause is None:
            return False
        if link.cause == link.effect:
            return False
        effect = self.text[slice(*link.effect)] if link.effect else "the sentence before"
        if hit.entry.needs == "result" and (link.effect is None or not RESULT.search(effect)):
            return False
        return len(effect) >= 4 and (hit.entry.needs != "object" or len(_WORD.findall(effect)) >= 1)

    def _known(self, link: Link) -> bool:
        return any(link.cause == other.cause and link.effect == other.effect for other in self.links)


def _outcome(link: Link) -> Range | None:
    """What a link leaves behind as the next cause: caused a shortage leaves a shortage, hurt supply all of itself."""
    if link.effect is None or link.entry.strength > 2 or link.signal[0] > link.effect[0]:
        return link.effect
    return (link.signal[0], link.effect[1])
