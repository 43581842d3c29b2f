"""A good answer to the try-it box of every technique is seen as one, and its weak examples are not."""

from __future__ import annotations

import pytest

from coach.library.schema import TechniqueEntry
from coach.studio.checks import Checker
from coach.studio.techniques import tried
from coach.wiring import library

TECHNIQUES = {one.id: one for one in library().techniques}
ANSWERS = {
    "aftermath-of-a-fight": "I felt hurt when you laughed about my driving. My part was that I went quiet for an hour. Maybe you were tense too. Next time I'll say it at once.",
    "daily-check-in": "I was tired by noon and happy on the way home. Thank you for calling the school. What was the best bit of your day?",
    "dear-man": "I covered three of your shifts in March. I feel worn out. Would you take the Sunday shift this month?",
    "fast": "I can see the move matters to you. I won't come on Saturday, I need a quiet day.",
    "flooding-and-breaks": "I feel overwhelmed and my heart is racing. I need half an hour. Could we go on at nine?",
    "four-horsemen": "You're right, I said I'd pick it up and I forgot. I can see that you had a bad night because of it.",
    "give": "So nobody noticed, and you went home alone. No wonder you feel low. What was the worst moment?",
    "hear": "So for you it's a fight every night, and you're tired of it. I understand that, and I'd also like him to keep up. How do you see it?",
    "i-message": "When the kids came at seven on Friday, I felt tense. Maybe the traffic was bad for you. Could you send me a text when you leave?",
    "imago-dialogue": "So you tell me about work, I look at my phone, and you stopped telling me things. It makes sense that you gave up. I imagine you felt lonely. What did I miss?",
    "oars": "You know you want to see the doctor, and you dread what you may hear. You put the number on the fridge, and that took courage. What would it be like to know?",
    "ofnr": "On Friday you told the team about my new job. I felt sad. It matters to me to tell my own news. Would you ask me first next time?",
    "repair-attempts": "I'm sorry, that was unfair of me. I can see that it hurt you, and I'd like to hear the rest.",
    "six-levels-of-validation": "You trained her, and then she got the job. No wonder you're hurt, anyone would be after six years.",
    "softened-start-up": "Thank you for cooking tonight. I feel lonely when there's a phone on the table. It matters to me to talk with you at dinner.",
    "speaker-listener": "So when the trip was booked without you, you felt left out and sad, and you had wanted to plan it with me. What did I miss?",
    "stress-reducing-conversation": "So she talked over his head, and you stood there. No wonder you're angry. What was it like for you?",
}


@pytest.mark.parametrize(
    "technique", [one for name, one in TECHNIQUES.items() if name in ANSWERS], ids=lambda one: one.id
)
def test_a_good_answer_is_seen_as_one(checker: Checker, technique: TechniqueEntry) -> None:
    """Everything the technique looks for is found in an answer that has it."""
    _, found = tried(checker, technique, ANSWERS[technique.id])
    assert [(one.look_for, one.reason) for one in found if not one.met] == []


@pytest.mark.parametrize("technique", TECHNIQUES.values(), ids=lambda one: one.id)
def test_the_sentence_to_begin_from_lacks_something(checker: Checker, technique: TechniqueEntry) -> None:
    """Otherwise there would be nothing to try."""
    _, found = tried(checker, technique, technique.try_it.start)
    assert not all(one.met for one in found)
