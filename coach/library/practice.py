"""Schemas of rehearsals: personas, their answers, and scenes."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, model_validator

from coach.library.entry import Entry, Id, Line, check_slots
from coach.model import Kind, Relation, ReplyLabel, Topic

# What a turn does: the eleven labels of replies, and what else people do in a hard talk.
Act = Literal[
    ReplyLabel,
    "blame",
    "owned_feeling",
    "request",
    "apology",
    "repair",
]
ACTS: tuple[Act, ...] = get_args(Act)
# What exactly a turn asks, offers or tells, where the act alone leaves open what would answer it.
Point = Literal[
    "feeling", "need", "reason", "check", "yes_no", "more", "view", "me", "idea",
    "since", "date", "fact", "who", "count", "us", "okay", "upset", "assent",
    "you_do", "we_do", "may_i", "wants",
    "guess", "either", "dreads", "detail", "does", "again", "span", "amount", "moment", "somebody", "choose", "where", "how_was", "silence", "treat", "touch", "meets",
    "raises", "charges", "tells", "learns", "agrees", "offers", "refuses", "closes", "greets", "thanks", "warm", "low",
    "praise", "glad", "reassures", "cares", "shared", "together", "explains", "wished", "news", "limits", "jokes", "answers",
]  # fmt: skip
POINTS: tuple[Point, ...] = get_args(Point)
Level = Literal["calm", "tense", "hot"]
Outcome = Literal["calm", "mixed", "flooded"]
_PERSONA_SLOTS = frozenset("clause thing feeling quote deed time asked short matter reveal".split())
_VIEW_SLOTS = frozenset({"landed", "stung"})


class Trigger(Entry):
    """What sets a persona off more than others, by kinds of finding."""

    kinds: tuple[Kind, ...] = Field(min_length=1)
    text: Line


class Softener(Entry):
    """What reaches a persona more than others, by acts."""

    acts: tuple[Act, ...] = Field(min_length=1)
    text: Line


class PersonaFrame(Entry):
    """An answer to one act, or to one point of it. Slots, with a capital for a capital: ``clause`` ``thing`` ``feeling`` ``quote`` ``deed`` ``time`` ``asked`` ``short`` ``matter`` ``reveal``."""

    act: Act
    to: Point | None = None
    at: Level | None = None
    text: Line

    @model_validator(mode="after")
    def _known_slots(self) -> PersonaFrame:
        check_slots(self.text.lower(), _PERSONA_SLOTS)
        return self


def _compiles(asks: str) -> str:
    try:
        re.compile(asks)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from None
    return asks


Asks = Annotated[Line, AfterValidator(_compiles)]  # a regular expression over a question in lower case


class PlainAnswer(Entry):
    """What anybody might answer to a question of fact that ``asks`` finds, where the scene holds nothing about it."""

    id: Id
    asks: Asks
    texts: tuple[Line, ...] = Field(min_length=2)


class Fact(Entry):
    """What the partner of a scene answers to a question that ``asks`` finds."""

    asks: Asks
    text: Line


class View(Entry):
    """How the talk was for a persona; may quote the other's words that ``landed`` or ``stung``."""

    outcome: Outcome
    text: Line

    @model_validator(mode="after")
    def _known_slots(self) -> View:
        check_slots(self.text.lower(), _VIEW_SLOTS)
        return self


class Persona(Entry):
    """A simulated partner: how they fight, flee or freeze, what sets them off, what softens them, and all they answer.

    ``heat`` and ``soothe`` are how fast blame raises and good turns lower their tension. ``reveals`` go from the surface to the
    hidden need, given one by one. ``manners`` are how they put a plain ``{fact}``.
    """

    id: Id
    name: Line
    about: Line
    voice: Line
    way: Literal["fight", "flight", "freeze"]
    hidden_need: Line
    heat: float = Field(ge=0.7, le=1.4)
    soothe: float = Field(ge=0.7, le=1.3)
    triggers: tuple[Trigger, ...] = Field(min_length=1)
    softeners: tuple[Softener, ...] = Field(min_length=1)
    reveals: tuple[Line, ...] = Field(min_length=8)
    breaks: tuple[Line, ...] = Field(min_length=4)
    returns: tuple[Line, ...] = Field(min_length=4)
    goodbyes: tuple[Line, ...] = Field(min_length=4)
    views: tuple[View, ...] = Field(min_length=6)
    manners: tuple[Line, ...] = ("{fact}",)
    frames: tuple[PersonaFrame, ...]

    @model_validator(mode="after")
    def _manners_hold_a_fact(self) -> Persona:
        for manner in self.manners:
            check_slots(manner, frozenset({"fact"}))
        return self

    @model_validator(mode="after")
    def _enough_frames(self) -> Persona:
        few = {}
        for act in ACTS:
            own = [frame.text for frame in self.frames if frame.act == act and frame.to is None]
            slotted = sum("{" in text for text in own)
            always = sum(
                bool(found) and {name.lower() for name in found} <= {"matter", "reveal"}
                for found in (re.findall(r"{(\w+)}", text) for text in own)
            )
            if len(own) < 14 or slotted < 12 or always < 4:
                few[act] = (len(own), slotted, always)
        if few:
            raise ValueError(
                f"too few frames (all, with slots, with matter or reveal alone; 14, 12, 4 are needed): {few}"
            )
        return self


class FirstTry(Entry):
    """A way to begin a talk that is likely to sting, and one that is likely to be heard."""

    weak: Line
    strong: Line


class Scene(Entry):
    """A situation to rehearse. ``matter`` is a noun phrase; ``other_side`` what the other lived in it, from the surface to the depth; ``facts`` what they answer when asked for a plain thing."""

    id: Id
    title: Line
    topics: tuple[Topic, ...] = Field(min_length=1, max_length=3)
    relation: Relation
    matter: Line
    what_happened: Line
    opening_line: Line
    stakes: Line
    personas: tuple[Id, ...] = Field(min_length=2, max_length=4)
    other_side: tuple[Line, ...] = Field(min_length=6)
    first_tries: tuple[FirstTry, ...] = Field(min_length=2)
    facts: tuple[Fact, ...] = ()
