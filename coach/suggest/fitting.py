"""Which of a matter's lines fit what was said: a line that names things nobody spoke of, or asks at the wrong time, belongs to another matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from coach.library.wording import Concern, Deed
from coach.model import Relation, Topic
from coach.suggest.choose_cards import stems
from coach.suggest.recast import Observation
from coach.suggest.requests import belongs, filled_templates

_GENERAL = 0.06  # a word in the lines of more than this share of all matters names nothing in particular
_AT_WORK: frozenset[Topic] = frozenset({"coworkers", "work_stress"})
LIKELY = 0.65  # the chance of a matter from which its views are told, and its lines may be a little strange
_LITTLE = 1.0  # how strange that is
_ACTS = 5  # the first words that call for a concern are its acts: they are spoken of where it is
_STYLES = 3  # drafts, each with a request
_OFF = 1.5  # what a line loses by speaking of another time or another place
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday weekend tonight tomorrow morning evening"
_THAT_DAY = re.compile(r"\b(?:that (?:day|time|night|evening)|led up|back then|one last time)\b")
_ONCE = re.compile(r"\b(?:what happened|got in the way|give back|make good|replace)\b")
_AGAIN = re.compile(
    r"\b(each|every|once an? (?:day|week|month)|from now on|(?:two|few|couple of) (?:weeks|months)|an? (?:week|month) from now"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|most days|weeknights|mornings|evenings|standing|regular|weekly)\b",
    re.IGNORECASE,
)
_REPEATED = re.compile(
    r"\b(again|always|every|each|never|keep|keeps|kept|still|times|ever|often|as usual|another|(?:second|third|fourth) time)\b",
    re.IGNORECASE,
)
_AT_HOME = re.compile(r"\b(tonight|this evening|bed|bedtime|dinner|home|(?:satur|sun)days?|weekend)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """What lines are held against: the text, whether it tells of something over and done, and whether it is about work."""

    text: str
    known: frozenset[str]  # stems of what was spoken of
    over: bool
    habit: bool
    repeated: bool
    at_work: bool


def said(
    text: str, main: Sequence[Observation], topics: Sequence[Topic], relation: Relation | None, *, guessed: bool = False
) -> Said:
    """What a text and its main point tell of what, when and where; a ``guessed`` point tells of what alone."""
    tenses = set() if guessed else {one.tense for one in main}
    known = stems(" ".join((text, *(one.text for one in main))) if guessed else text)
    repeated = bool(_REPEATED.search(text))
    over = tenses == {"past"} and not repeated
    at_work = relation == "colleague" or topics[0] in _AT_WORK
    return Said(text, known, over, tenses == {"habit"}, repeated, at_work)


@dataclass(frozen=True)
class Lines:
    """What can be asked for, three at least, and how the other may see it; each best first."""

    requests: list[str]
    perspectives: list[str]


class Fitting:
    """Ranks lines by how few things they name that the text doesn't. A word that stands in the lines of many matters names nothing."""

    def __init__(self, matters: Sequence[Concern | Deed]) -> None:
        shared = Counter(
            stem
            for matter in matters
            for stem in {stem for line in (*matter.requests, *matter.perspectives) for stem in stems(line)}
        )
        self._general = stems(_DAYS) | {stem for stem, count in shared.items() if count > _GENERAL * len(matters)}

    def strangeness(self, line: str, heard: Said) -> float:
        """How many things a line names that nobody spoke of; more for the wrong time or place."""
        off = (
            (heard.over and _AGAIN.search(line))
            or (heard.habit and _ONCE.search(line))
            or ((heard.habit or heard.repeated) and _THAT_DAY.search(line))
            or (heard.at_work and not _AT_HOME.search(heard.text) and _AT_HOME.search(line))
        )
        return len(self._named(line) - heard.known) + (_OFF if off else 0.0)

    def fits(self, line: str, heard: Said) -> bool:
        """Whether a line is hardly strange."""
        return self.strangeness(line, heard) <= _LITTLE

    def ranked(self, lines: Sequence[str], heard: Said, most: float) -> list[str]:
        """Lines no stranger than ``most``; those that name what was spoken of first, the rest in an order that depends on the text alone."""
        order = {line: (not self._named(line) & heard.known, crc32(f"{heard.text}{line}".encode())) for line in lines}
        return sorted((line for line in order if self.strangeness(line, heard) <= most), key=order.__getitem__)

    def _named(self, line: str) -> frozenset[str]:
        return stems(line) - self._general

    def lines(self, source: Concern | Deed, other: Deed, things: Sequence[str], heard: Said, sure: float) -> Lines:
        """The lines of ``source`` that fit, ``sure`` being the chance that it is the matter; where too few do, those of ``other`` as well."""
        concern = source if isinstance(source, Concern) else None
        thing = next((noun for noun in things if concern and belongs(noun, concern)), "")
        there = replace(heard, known=heard.known | stems(" ".join(concern.words[:_ACTS]))) if concern else heard
        most = _LITTLE if sure >= LIKELY else 0.0
        asked = self.ranked(filled_templates(source.requests, thing), there, most)
        if sure < LIKELY:
            acts = stems(" ".join(concern.words[:_ACTS])) if concern else frozenset()
            asked = [line for line in asked if (self._named(line) | acts & stems(line)) & heard.known]
        seen = self.ranked(source.perspectives, there, most) if sure >= LIKELY else []
        return Lines(
            asked if len(asked) >= _STYLES else [*asked, *self.ranked(other.requests, heard, _LITTLE)],
            seen or self.ranked(other.perspectives, heard, _LITTLE),
        )
