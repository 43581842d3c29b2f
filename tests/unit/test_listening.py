"""Help with a reply: made from the other's own words, free of what closes a talk, and read before it goes."""

from __future__ import annotations

import pytest

from coach.service import CoachService
from coach.together.listening import Listener

ANSWERS = [
    "I felt so lonely when you were away in March and nobody called.",
    "My grandmother's kitchen. It smelled of cardamom and she let me stir the pot.",
    "I want to move to the sea one day and open a tiny bakery.",
    "I'm scared that my job will be gone by summer and I can't tell my dad.",
    "When we danced in the car park after the wedding I was so happy.",
    "I need more time with just you, without the phones.",
    "The day my brother was born. I held him and I was the proudest kid in town.",
    "Honestly? The smell of rain on the balcony, and nobody needing anything from me.",
]


@pytest.fixture(scope="module")
def listener(service: CoachService) -> Listener:
    """The real one."""
    return Listener(service)


@pytest.mark.parametrize("answer", ANSWERS)
def test_each_help_is_a_good_reply(listener: Listener, service: CoachService, answer: str) -> None:
    """No "but", nothing that a pattern marks; the question is open and single; the reflection is not the answer again."""
    made = listener.help(answer)
    for text in (made.reflection, made.validation, made.question):
        found = service.recheck(text).analysis.findings
        assert [one for one in found if not one.pattern.startswith("learned.")] == [], text
        assert " but " not in text
    assert service.question(made.question).open
    assert made.question.count("?") == 1
    assert len(made.question.split()) <= 25
    assert made.reflection != answer


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (ANSWERS[0], "when I was away in March"),
        (ANSWERS[1], "she let you stir the pot"),
        ("My grandmother's kitchen on a Sunday.", "your grandmother's kitchen"),
        ("Probably that you fixed my bike without a word.", "that I fixed your bike"),
        ("When you hold my hand in a crowd.", "when I hold your hand"),
        ("I wish we would talk more before we sleep.", "if we could talk more"),
        ("I want you to hold me when I cry.", "if I could hold you"),
        ("I'd go to Lisbon and rent a tiny flat.", "to go to Lisbon"),
        ("I never told you, but I cried in the car after our fight.", "to cry in the car"),
        (ANSWERS[2], "to move to the sea"),
        ("I'd love to see the northern lights with you.", "mean to you to see the northern lights"),
        ("I want us to argue less.", "if we could argue less"),
        ("I wish we had a garden.", "different for you if we had a garden"),
        ("That evening you waited for me at the station.", "when I waited for you at the station"),
        ("I guess I'm afraid of the quiet.", "to be afraid of the quiet"),
        ("You know you were the first one I told.", "that I was the first one you told"),
        ("Our old tent. It was far too small.", "think of our old tent"),
        ("We got stuck in a lift once.", "to be stuck in a lift|when we got stuck"),
        (ANSWERS[5], "more time with me"),
    ],
)
def test_the_question_takes_up_their_words(listener: Listener, answer: str, words: str) -> None:
    """Turned round to the one who listens."""
    asked = listener.help(answer).question
    assert any(one in asked for one in words.split("|")), asked


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("When you hold my hand in a crowd.", "So it's when I hold your hand in a crowd. I'm glad to know that."),
        ("You make me laugh when I'm tired.", "So I make you laugh when you're tired. I'm glad to know that."),
        ("A dog that talks, obviously.", "I can picture it: a dog that talks. I'm glad you told me."),
        (
            "Dancing in the living room.",
            "I can picture it: dancing in the living room. I can hear that it means something to you.",
        ),
        ("I'm not sad about it any more.", "So you're not sad about it any more. I'm glad you told me."),
        (
            "I was so angry when you forgot my birthday.",
            "So you were angry when I forgot your birthday. I can hear the anger in that.",
        ),
        (
            "You never listen when I talk about work.",
            "So I never listen when you talk about work. I'm glad you told me.",
        ),
        ("My aunt, because she never judged me.", "So it's your aunt. I'm glad you told me."),
        ("Being asked how I am.", "I can picture it: being asked how you are. I'm glad you told me."),
        ("She never says thank you to me.", "So she never says thank you to you. I'm glad you told me."),
        ("The house was too quiet. I hate that.", "So the house was too quiet. Thank you for telling me."),
        ("I lost my best friend that year.", "So you lost your best friend that year. Thank you for telling me."),
        (
            "I'm fed up with doing it all myself.",
            "So you're fed up with doing it all yourself. I can hear the frustration in that.",
        ),
    ],
)
def test_only_a_feeling_that_was_named_is_given_back(listener: Listener, answer: str, words: str) -> None:
    """A story stays a story: nothing is said to hurt, and no joy is seen, where the answer names neither."""
    assert listener.help(answer).reflection == words


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("My brother failed the exam and it was for the best.", "I can see why that stays with you."),
        ("The other children laughed at my shoes.", "I can see why that stays with you."),
        ("We laughed until it hurt.", "I can see how that would hurt.|I can see why that means so much to you."),
        ("I'd love to sleep under the stars.", "I can see why you would want that."),
        ("Grandpa taught me to whistle.", "I can see why that has stayed with you."),
        ("Toast with butter, always.", "That makes sense to me."),
        ("It annoys me when we are late.", "I can see why that gets to you."),
    ],
)
def test_what_makes_sense_fits_what_was_told(listener: Listener, answer: str, words: str) -> None:
    """Nothing hard is met as a joy, and a wish as a wish."""
    assert listener.help(answer).validation in words.split("|")


@pytest.mark.parametrize(
    ("answer", "nothing"),
    [
        ("I don't know, nothing comes to mind.", True),
        ("Honestly, I can't think of one.", True),
        ("Dunno.", True),
        ("I don't know what I'd do without my sister.", False),
        ("I don't know, maybe the sea at night.", False),
    ],
)
def test_no_answer_is_fine(listener: Listener, answer: str, nothing: bool) -> None:
    """Who finds no answer is not told that it means something; who begins like this and goes on is heard."""
    assert ("leave it there" in listener.help(answer).reflection) is nothing


@pytest.mark.parametrize("answer", ["Hm.", "", "yes", "🌊", "?!"])
def test_few_words_get_a_gentle_way_on(listener: Listener, answer: str) -> None:
    """Nothing is made up about an answer that tells little."""
    assert "bit more" in listener.help(answer).reflection


@pytest.mark.parametrize(
    ("reply", "hint"),
    [
        ("You should just update your CV and apply now.", "gives advice"),
        ("You always exaggerate.", "may sting"),
        ("It's not a big deal.", "sting|smaller|reach"),
        ("ok", "says little|reach"),
        ("You won't, don't be silly.", "smaller|sting"),
        ("Why don't you ask your boss?", "gives advice|sting"),
    ],
)
def test_a_reply_is_read_before_it_goes(listener: Listener, reply: str, hint: str) -> None:
    """Each hint says what it saw and offers a reply made from the answer."""
    heard = listener.read(ANSWERS[3], reply)
    assert any(words in heard.hint for words in hint.split("|")), heard.hint
    assert "fear" in heard.better


def test_a_friendly_word_is_enough_for_a_joke(listener: Listener) -> None:
    """Where nothing was felt or wished, a reply need not say back what it heard; where there was, it is asked for."""
    assert listener.read("A dog that talks, obviously.", "Haha, I would want that too!").hint == ""
    assert listener.read(ANSWERS[3], "Right, and now let us eat.").hint


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_helps_own_reflection_passes(listener: Listener, answer: str) -> None:
    """What the coach offers is not sent back with a hint, alone or with kind words of one's own around it."""
    made = listener.help(answer)
    assert listener.read(answer, made.reflection).hint == ""
    assert listener.read(answer, f"{made.reflection} {made.question}").hint == ""
    assert "sting" in listener.read(answer, f"{made.reflection} You always exaggerate.").hint


def test_danger_is_for_the_writers_eyes(listener: Listener) -> None:
    """An answer is screened before it is sealed."""
    assert listener.screen("Honestly, he hit me again last week.").severity != "none"
    assert listener.screen(ANSWERS[0]).severity == "none"
