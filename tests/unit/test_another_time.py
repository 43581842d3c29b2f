"""What no draft tells waits for another time, in the person's own words."""

from __future__ import annotations

import pytest

from coach.model import CoachingPlan, Situation
from coach.service import CoachService
from coach.suggest.another_time import another_time


def plan(service: CoachService, text: str) -> CoachingPlan:
    """Of a message with nothing set."""
    return service.plan(Situation(text=text))


def test_what_is_told_does_not_wait() -> None:
    """A line that shares most of its words with a draft is left out; one with another number is not."""
    told = "You came home at 9 on Friday and the soup was cold."
    assert another_time(["The soup was cold on Friday."], [], told, []) == ()
    assert another_time(["You came home at 11 on Friday."], [], told, []) == ("You came home at 11 on Friday.",)


def test_a_passage_waits_once() -> None:
    """What was set aside comes before the passages that say the same."""
    lines = another_time(["The fence is still down."], ["And the fence is still down."], "You borrowed the drill.", [])
    assert lines == ("The fence is still down.",)


def test_things_are_listed_only_where_nothing_else_holds_them() -> None:
    """Noun phrases are the last resort; roles are nobody's matter."""
    lines = another_time(
        ["I'd also like to talk about the rent."], [], "The boiler broke.", ["the boiler", "the rent", "a sister"]
    )
    assert lines == ("I'd also like to talk about the rent.",)
    assert another_time([], [], "You were to have the twins back at five.", ["having the twins back"]) == ()
    assert another_time([], ["I paid the rent alone."], "The boiler broke.", ["the rent"]) == (
        "I paid the rent alone.",
    )


def test_a_calm_passage_that_no_draft_tells_waits_as_it_was_said(service: CoachService) -> None:
    """With whoever is described spoken to."""
    found = plan(
        service,
        "My flatmate never washes a single pan, he is a lazy slob. I want to be able to cook when I get in from my shift at the bakery.",
    )
    told = " ".join((*(draft.text for draft in found.drafts), *found.later))
    assert "to cook when I get in from my shift at the bakery" in told


@pytest.mark.parametrize(
    "text",
    [
        "You left the gate open again, you absolute clown. The dog got out and a neighbour rang me. Can you stop doing that",
        "Ben never calls. I don't know how to tell him. What should I say to him?",
    ],
)
def test_what_is_asked_or_for_the_coach_does_not_wait(service: CoachService, text: str) -> None:
    """Nor does what stings."""
    later = " ".join(plan(service, text).later).lower()
    assert not any(words in later for words in ("can you stop", "how to tell", "should i say", "clown"))


def test_another_speakers_question_does_not_wait(service: CoachService) -> None:
    """A pasted chat holds what the other asked."""
    chat = "[09:14] Ana: did you book the vet?\n[09:15] Ben: omg can you stop\n[09:16] Ana: I asked you on Monday. You never do what you say."
    assert not any("stop" in line for line in plan(service, chat).later)
