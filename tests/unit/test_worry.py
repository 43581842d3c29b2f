"""A worry about somebody is no complaint."""

from __future__ import annotations

import pytest

from coach.model import CoachingPlan, Situation
from coach.service import CoachService

WORRIES = [
    "I'm worried about my grandad. He left the gas on twice this week and he says I'm fussing.",
    "My lodger has stopped going to his classes and sleeps till four. I don't want to pry but I'd hate to do nothing.",
    "I think my aunt is struggling with her memory. She rang me at 3am on Tuesday to ask what day it was.",
    "My cousin has stopped seeing any of us. She's lost a lot of weight since May and says she's fine.",
    "My lodger hardly sleeps and she isn't eating. I can hear her walk about at four.",
    "You haven't been yourself since the move. You've cancelled choir four times.",
]
NONE = [
    "I'm worried about you forgetting the passports again like in May.",
    "You never stand up for yourself and then I have to do it.",
    "I'm not worried. You came home at two and left the door open.",
    "My husband hardly sleeps at home and I never know where he is.",
    "My son is not eating the dinners I cook and leaves the plates in his room.",
    "You can't even bring yourself to ring your own mother.",
]


def plan(service: CoachService, text: str) -> CoachingPlan:
    """Of a message with nothing set."""
    return service.plan(Situation(text=text))


def told_as_worry(found: CoachingPlan) -> bool:
    """Whether a note says that it is a worry."""
    return any("worry about them" in note for note in found.note)


@pytest.mark.parametrize("text", WORRIES)
def test_what_was_seen_is_said_and_nothing_is_asked_to_stop(service: CoachService, text: str) -> None:
    """Every draft tells what was seen, to the one it is about, and ends with room for them."""
    found = plan(service, text)
    assert told_as_worry(found)
    for draft in found.drafts:
        assert "you" in draft.text.lower()
        assert draft.text.endswith("?")
        assert not draft.need


@pytest.mark.parametrize("text", NONE)
def test_a_grievance_is_no_worry(service: CoachService, text: str) -> None:
    """Nor is what only sounds like one."""
    assert not told_as_worry(plan(service, text))


def test_the_one_worried_about_is_spoken_to(service: CoachService) -> None:
    """Whoever is named before their pronoun becomes "you", with their name."""
    found = plan(
        service, "I think my friend from work, Odile, is struggling with her nerves. She cried in the lift on Monday."
    )
    assert "are struggling with your nerves. You cried in the lift on Monday." in found.drafts[1].text
