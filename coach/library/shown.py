"""Schemas of what is shown where there may be danger: panels, safe words, help lines."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from coach.library.entry import Entry, Id, Line
from coach.model import Risk


class SafetyPanel(Entry):
    """What stands before any wording when a danger is seen. ``helps``: the needs whose help lines come first; ``call``: words to begin a call with."""

    risk: Risk
    severity: Literal["concern", "immediate"]
    title: Line
    lines: tuple[Line, ...] = Field(min_length=2, max_length=4)
    question: Line
    call: Line
    helps: tuple[Line, ...] = Field(min_length=1)


class SafeSentence(Entry):
    """A sentence that keeps somebody safe, and when to say it."""

    when: Line
    text: Line


class SafeWords(Entry):
    """Wording for safety after a concern. ``drafts_if``: on which condition the person's own drafts may follow; without it, none do."""

    risk: Risk
    title: Line
    first: tuple[Line, ...] = Field(min_length=2)
    say: tuple[SafeSentence, ...] = Field(min_length=2)
    drafts_if: Line | None = None


class Helpline(Entry):
    """A help line. ``status`` says how well the row was confirmed; after ``expires`` a test fails."""

    id: Id
    region: Line
    name: Line
    serves: tuple[Line, ...] = Field(min_length=1)
    call: str | None = None
    text: str | None = None
    url: str | None = None
    hours: str | None = None
    languages: tuple[str, ...] = ()
    note: str | None = None
    status: Literal["official", "secondary", "recalled"]
    source: Line
    checked: date
    expires: date

    @model_validator(mode="after")
    def _reachable(self) -> Helpline:
        if not (self.call or self.text or self.url):
            raise ValueError("needs a number, a text line or an address")
        return self


class Region(Entry):
    """A region a person can pick, with its emergency number."""

    id: Id
    name: Line
    emergency: Line
