"""Schemas of the question bank."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from coach.library.entry import Entry, Id, Line
from coach.model import Topic

Audience = Literal[
    "anyone",
    "partner",
    "parent",
    "child",
    "friend",
    "sibling",
    "roommate",
    "colleague",
    "co_parent",
    "family",
    "group",
]


class CardFollowUp(Entry):
    """A second question for one likely kind of answer (``if``)."""

    when: Line = Field(alias="if")
    ask: Line


class Card(Entry):
    """One question of the bank; ``presumes`` are words of which a situation must hold one before the card is offered for it."""

    id: Id
    text: Line
    depth: Literal[1, 2, 3]
    tone: Literal["playful", "warm", "curious", "thoughtful", "tender"]
    topics: tuple[Topic, ...] = Field(min_length=1)
    audience: tuple[Audience, ...] = Field(alias="for", min_length=1)
    follow_ups: tuple[CardFollowUp, ...] = Field(min_length=2)
    go_first: Line
    ask_permission: Line | None = None
    presumes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _permission_for_tender(self) -> Card:
        if (self.depth == 3 or self.tone == "tender") and not self.ask_permission:
            raise ValueError("a card that is tender, or of depth 3, needs ask_permission")
        return self


class Deck(Entry):
    """A deck: one file in ``content/decks``."""

    id: Id
    title: Line
    about: Line
    how_to_use: Line
    cards: tuple[Card, ...] = Field(min_length=1)
