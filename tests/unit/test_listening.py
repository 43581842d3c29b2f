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
        (ANSWERS[1], "your grandmother's kitchen"),
        (ANSWERS[2], "to move to the sea"),
        (ANSWERS[5], "more time with me"),
    ],
)
def test_the_question_takes_up_their_words(listener: Listener, answer: str, words: str) -> None:
    """Turned round to the one who listens."""
    assert words in listener.help(answer).question


@pytest.mark.parametrize("answer", ["Dunno.", "", "yes", "🌊", "?!"])
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
    ],
)
def test_a_reply_is_read_before_it_goes(listener: Listener, reply: str, hint: str) -> None:
    """Each hint says what it saw and offers a reply made from the answer."""
    heard = listener.read(ANSWERS[3], reply)
    assert any(words in heard.hint for words in hint.split("|")), heard.hint
    assert "fear" in heard.better


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
