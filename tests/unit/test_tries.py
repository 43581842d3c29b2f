"""A good answer to the try-it box of every technique is seen as one, and its weak examples are not."""

from __future__ import annotations

import pytest

from coach.library.teaching import TechniqueEntry
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
    "a-reluctant-partner": "It makes sense that you don't want this tonight. I feel sad when we leave it, and I'd like to understand. Would you be up for ten minutes on Sunday?",
    "apology": "I read your diary, and that was wrong of me. I can see that it hurt you. I won't touch it again, and I'll put it back tonight.",
    "appreciation": "Thank you for driving me to the station at six on Monday. I felt calm the whole way. It shows how much you care.",
    "asking-permission": "I feel uneasy about the drinking at family dinners, and I hope we can find a way. Is now a good time, or would you rather not?",
    "banter": "I once called a date by my sister's name, and she still laughed. No wonder you're nervous. You're so good at listening, I love that about you.",
    "bids": "That sounds like a long day, and you made it home. What was the heaviest part of that day?",
    "leading-with-your-own-story": "At twenty I was afraid that I would never find work, and I felt ashamed of it. What were you afraid of at that age? We can leave it, if you'd rather not. Would you like to tell me?",
    "naming-the-discomfort": "I feel nervous to bring this up. I should have told you sooner that I can't pay you back this month.",
    "old-wounds-in-todays-talk": "When you came an hour late today, I felt scared. Part of it is old, and that is my part in this. Could you send me a text next time?",
    "open-questions-and-follow-ups": "So you couldn't do one more day there. What was it about that place?",
    "receiving-a-no": "So you can't take mum this summer, you've said it twice. I feel worried, and I can see that it's too much for you right now.",
    "receiving-without-defending": "So you've had no heating for a week, and I had said I'd sort out the heating. I forgot to call them. What has it been like?",
    "setting-and-presence": "Would you like to talk about moving in together on Saturday at ten, with our phones off? Another day is fine too.",
    "specific-over-global": "When you came at nine last night, I felt tense. Could you send me a text when you run late?",
    "the-weekly-date": "I feel lonely in the evenings, and I miss our walks. Would you walk with me on Thursday at six? What would you like to do?",
    "third-party-reappraisal": "On Friday he had friends over until three. She had an exam in the morning and felt tense. He was happy to see his friends. Perhaps each of you would see your own side in this.",
    "when-to-see-a-counselor": "I feel worried about us, and my part is that I shut down. Would you be willing to see a counselor with me? What do you think?",
}


@pytest.mark.parametrize("technique", TECHNIQUES.values(), ids=lambda one: one.id)
def test_a_good_answer_is_seen_as_one(checker: Checker, technique: TechniqueEntry) -> None:
    """Everything the technique looks for is found in an answer that has it."""
    _, found = tried(checker, technique, ANSWERS[technique.id])
    assert [(one.look_for, one.reason) for one in found if not one.met] == []


@pytest.mark.parametrize("technique", TECHNIQUES.values(), ids=lambda one: one.id)
def test_the_sentence_to_begin_from_lacks_something(checker: Checker, technique: TechniqueEntry) -> None:
    """Otherwise there would be nothing to try."""
    _, found = tried(checker, technique, technique.try_it.start)
    assert not all(one.met for one in found)
