"""What a message is for, by the help its writer needs."""

from __future__ import annotations

import pytest

from coach.language.intent import intent
from coach.language.parse import parse
from coach.language.questions import read_questions
from coach.model import Intent

CASES: list[tuple[Intent, str]] = [
    ("complaint", "My husband never helps with the kids and I'm exhausted"),
    ("complaint", "You came home at two and didn't call"),
    ("complaint", "We agreed on noon and it was one when you rang; I felt let down"),
    ("complaint", "My roommate ate my food again without asking."),
    ("complaint", "Thanks for nothing."),
    ("complaint", "I'm sorry but you let me down."),
    ("complaint", "He forgot our anniversary and went out with his mates."),
    ("complaint", "You interrupted me four times at dinner and I stopped trying."),
    ("invitation", "We only talk about schedules; I miss us"),
    ("invitation", "I'd love to know what you dream about these days."),
    ("invitation", "It feels like we've drifted apart and I want to feel close to you again."),
    ("logistics", "When is the presentation?"),
    ("logistics", "Did you book the vet?"),
    ("logistics", "Dinner is at seven, bring the keys."),
    ("reassurance", "Do you even love me?"),
    ("reassurance", "Are you mad at me?"),
    ("reassurance", "Are we okay?"),
    ("thanks", "Thank you for picking up the kids, it made my day."),
    ("thanks", "I really appreciate how you listened last night."),
    ("apology", "I'm so sorry I snapped at you this morning."),
    ("apology", "Sorry about last night, I was out of order."),
    ("plain", "Could you take the bins out tonight?"),
    ("plain", "I got the job!"),
    ("plain", "My boss offered me a promotion and I don't know how to tell my wife."),
    ("plain", "The nurse is late most mornings and Gran waits in bed until ten."),
    ("logistics", "The plumber comes at eight tomorrow."),
    ("plain", "They want us to bring the pudding once more and our oven is dead."),
    ("plain", "ok"),
    ("plain", ""),
]


@pytest.mark.parametrize(("expected", "text"), CASES)
def test_the_purpose_of_a_message(expected: Intent, text: str) -> None:
    """Complaint, invitation, logistics, reassurance, thanks, apology or plain."""
    parsed = parse(text)
    assert intent(parsed, (), read_questions(parsed)) == expected
