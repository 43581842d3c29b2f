"""Who does what in a suggestion, beside the message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.language.parse import parse
from coach.model import Response, Situation, WhoSaid
from coach.suggest.roles import faults

if TYPE_CHECKING:
    from coach.engines.port import Engine
    from coach.model import Reading
    from coach.service import CoachService
    from coach.suggest.guard import Guard

LAMP = "You broke my lamp on Sunday and hid the pieces."
WRONG_PERSON = "it takes one of the two for the other"
WRONG_THING = "it takes a thing for a person, or a person for a thing"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How was it for you when I broke the lamp?", [WRONG_PERSON]),
        ("You may have been sad about your lamp.", [WRONG_PERSON]),
        ("What went through your head when you broke the lamp?", []),
        ("You may have broken things of your own too.", []),
        ("How could I hide the pieces?", []),
        ("How could the lamp break you?", [WRONG_THING]),
        ("What does the lamp want from us?", [WRONG_THING]),
    ],
)
def test_who_did_it_stays_who_did_it(service: CoachService, text: str, expected: list[str]) -> None:
    """A deed keeps its doer and a thing its owner, unless both may have done it, or it may yet be done."""
    assert list(faults(parse(text), reading_of(service))) == expected


@pytest.mark.parametrize(("who_said", "expected"), [("me", [WRONG_PERSON]), ("them", [])])
def test_a_message_of_the_other_turns_the_persons(
    service: CoachService, who_said: WhoSaid, expected: list[str]
) -> None:
    """ "You" in what the other said is the person."""
    reading = reading_of(service, who_said)
    assert list(faults(parse("How was it for you when I broke your lamp?"), reading)) == expected


@pytest.mark.parametrize("missing", ["text", "they_say"])
def test_a_response_without_words_is_refused(service: CoachService, missing: str) -> None:
    """An empty text is a fault of the model's and no crash of ours."""
    given = {"they_say": "It was old.", "text": "You thought it was old.", "avoid": "So?", "avoid_why": "It is short."}
    response = Response(technique="validation", **{**given, missing: ""})
    guards: list[Guard] = []

    def kept(offline: Engine, guard: Guard) -> Engine:
        guards.append(guard)
        return offline

    service.with_engine(kept)
    assert guards[0].faults(reading_of(service), "responses", [response]) == [("something of it is missing",)]


def reading_of(service: CoachService, who_said: WhoSaid = "me") -> Reading:
    """The message about the lamp, read."""
    return next(iter(service.readings([Situation(text=LAMP, who_said=who_said)])))
