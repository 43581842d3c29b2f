"""A rehearsal: a tree of turns, each with what was said, what it did, and what the partner answered. Frozen, and JSON at any time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from coach.library.practice import Act, Fact, Level, Persona, Point
from coach.model import Finding, Frozen, Relation

Hardness = Literal["gentle", "real", "hard"]
CALM, HOT, FULL = 35, 70, 100  # below the first it is calm, from the second on hot, at the last flooded


class Setup(Frozen):
    """Who talks with whom about what. ``matter`` is a noun phrase; ``other_side`` the story the partner may tell, bit by bit, ``facts`` what they answer to a plain question.

    The partner is kept whole, so that somebody's own persona, or one that changed since, still speaks as it began.
    """

    persona: Persona
    scene: str | None = None
    relation: Relation | None = None
    matter: str
    what_happened: str = ""
    opening_line: str
    other_side: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    hardness: Hardness = "real"
    seed: int = 0


class Feedback(Frozen):
    """On one turn, short. ``stung`` are the very words and ``why`` they sting; ``attempt`` a wording to try, by ``technique``."""

    landed: str = ""
    stung: str = ""
    why: str = ""
    attempt: str = ""
    technique: str = ""


class Answer(Frozen):
    """What the partner said. ``frame`` is the template it came from, ``told`` the line of their story in it, ``fact`` the plain thing."""

    text: str
    frame: str = ""
    told: str = ""
    fact: str = ""
    written_by: str = "offline"
    reason: str | None = None


class Turn(Frozen):
    """One turn. ``parent`` is the turn before it; the opening has none. ``answer`` is missing until the partner spoke.

    slots: what the partner can take up of it. kind: ``opening``, what the person ``said``, or a ``break`` of twenty minutes. ``tension`` is the partner's, after the turn.
    """

    id: int
    parent: int | None
    kind: Literal["opening", "said", "break"] = "said"
    said: str = ""
    act: Act = "neutral"
    point: Point | None = None
    goods: tuple[Act, ...] = ()
    owns: bool = False
    open_questions: int = 0
    findings: tuple[Finding, ...] = ()
    slots: dict[str, str] = Field(default_factory=dict)
    tension: int = Field(ge=0, le=FULL)
    feedback: Feedback = Feedback()
    answer: Answer | None = None


class Rehearsal(Frozen):
    """The whole tree; ``at`` is the turn the talk stands at, ``kept`` the end of the branch the person likes best."""

    setup: Setup
    turns: tuple[Turn, ...]
    at: int = 0
    kept: int | None = None
    goodbye: str = ""

    def turn(self, name: int) -> Turn:
        """The turn of this id."""
        return next(turn for turn in self.turns if turn.id == name)

    def path(self, end: int | None = None) -> tuple[Turn, ...]:
        """The turns from the opening to ``end``, or to where the talk stands."""
        found = [self.turn(self.at if end is None else end)]
        while found[-1].parent is not None:
            found.append(self.turn(found[-1].parent))
        return tuple(reversed(found))

    @property
    def last(self) -> Turn:
        """Where the talk stands."""
        return self.turn(self.at)

    @property
    def ended(self) -> bool:
        """Whether the person ended it."""
        return bool(self.goodbye)

    def children(self, name: int) -> tuple[Turn, ...]:
        """The turns that go on from one, the oldest first."""
        return tuple(turn for turn in self.turns if turn.parent == name)

    def ends(self) -> Iterator[Turn]:
        """The last turn of every branch, the oldest branch first."""
        parents = {turn.parent for turn in self.turns}
        yield from (turn for turn in self.turns if turn.id not in parents)

    def with_turn(self, turn: Turn) -> Rehearsal:
        """Put a turn in, or in the place of the one with its id, and stand there."""
        others = [one for one in self.turns if one.id != turn.id]
        return self.model_copy(update={"turns": tuple(sorted((*others, turn), key=lambda one: one.id)), "at": turn.id})


def level(tension: int) -> Level:
    """How a tension feels."""
    return "calm" if tension < CALM else "tense" if tension < HOT else "hot"
