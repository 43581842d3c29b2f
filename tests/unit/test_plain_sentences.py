"""What a draft and a question say: whole sentences, in the order they were said, of the one they are about."""

from __future__ import annotations

import pytest

from coach.model import Situation
from coach.service import CoachService

TOLD = (
    ("We got home at two, the pair of us, and you'd locked the door", "the pair of us"),
    ("You should of asked before you lent out the tent", "didn't ask before you lent out the tent"),
    ("You only message when you need a babysitter", "message when you need a babysitter"),
    ("You left your boots on the stairs since Sunday", "You've left your boots on the stairs since Sunday"),
    ("If Theo is dropped off late one more time I'm ringing the court", "hen Theo is dropped off late"),
    ("I feel stupid every time I ask a question in the Friday meeting", "I ask a question in the Friday meeting"),
    ("Your aunt moved the cot and you shrugged when I got cross", "you shrugged when I got cross"),
    ("My son's coach keeps shouting at him for being slow. Max cried on Monday", "shouting at him"),
    ("We missed the bus because you couldn't be bothered getting up", "didn't get up"),
    ("You told them I just type letters", "I just type letters"),
    ("My shifts are Mon Wed Fri and you booked the boiler man for a Wed", "Monday Wednesday Friday"),
    (
        "You asked me to keep quiet and I'd rather not go on doing so in front of your team",
        "doing so in front of your team",
    ),
)
TWISTED = (" so so ", "Before I", "mum, can be", "Ever came", "when then ")


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_was_said_is_told_whole_and_of_the_right_person(service: CoachService, text: str, told: str) -> None:
    """The words of the moment stand in the drafts, and nothing is twisted."""
    plan = service.plan(Situation(text=text))
    said = " ".join((*(draft.text for draft in plan.drafts), *plan.later))
    assert told in said
    assert not [words for words in TWISTED if words in said]


def test_a_plain_request_is_spelt_out_and_asked(service: CoachService) -> None:
    """Text-speak becomes plain words, and a question that was typed without its mark gets it."""
    plan = service.plan(Situation(text="can u pls ring b4 u come over"))
    assert plan.drafts[1].text == "Can you please ring before you come over?"


@pytest.mark.parametrize(
    "text",
    [
        "You keep taking my charger and leaving it at work",
        "You said you'd fix the gate by Sunday and it's Thursday now",
        "You told Ines about the scan before I had told my mother, and she rang me at work in tears",
    ],
)
def test_a_question_names_the_matter_and_copies_no_long_clause(service: CoachService, text: str) -> None:
    """No "you keep", and at most one question quotes what was done."""
    asked = [question.text for question in service.plan(Situation(text=text)).questions]
    assert not [one for one in asked if "you keep" in one]
    assert sum(" when you " in one or " after you " in one for one in asked) <= 1


def test_the_three_drafts_speak_of_the_feeling_in_three_ways(service: CoachService) -> None:
    """The words around the feeling differ from draft to draft."""
    plan = service.plan(Situation(text="You went to bed without saying goodnight to the kids on Friday"))
    ways = {
        draft.text.partition(draft.feeling)[0][-8:] + draft.text.partition(draft.feeling)[2][:6]
        for draft in plan.drafts
    }
    assert len(ways) == len(plan.drafts)
