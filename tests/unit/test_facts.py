"""Questions of fact: what the scene holds, what was answered before, and a small plain answer of the kind that is asked for."""

from __future__ import annotations

import pytest

from coach.language.parse import parse
from coach.library.load import Library
from coach.library.practice import Fact, Persona, Scene
from coach.rehearsal.asked import option
from coach.rehearsal.rehearser import Rehearser
from coach.rehearsal.state import Answer, Rehearsal, Setup
from coach.service import CoachService
from coach.wiring import library as content

SCENES = content().scenes
HELD = "Half past five, since the autumn."


@pytest.fixture(scope="module")
def rehearser(service: CoachService, library: Library) -> Rehearser:
    """Rehearsals on the real reading of language."""
    return Rehearser(service, library)


def begun(persona: Persona) -> Rehearsal:
    """A talk in a scene that holds one fact."""
    fact = Fact(asks=r"(?:when|what time) .*\bfinish\b", text=HELD)
    setup = Setup(persona=persona, matter="the evenings", opening_line="You wanted to talk?", facts=(fact,))
    return Rehearser.begin(setup)


def answered(rehearsal: Rehearsal) -> Answer:
    """The last answer."""
    assert rehearsal.last.answer is not None
    return rehearsal.last.answer


@pytest.mark.parametrize("persona", content().personas, ids=lambda one: one.id)
def test_what_the_scene_holds_is_answered_and_stays_so(rehearser: Rehearser, persona: Persona) -> None:
    """The held fact stands in the answer, and asked once more it is the same, in other words around it."""
    first = rehearser.say(begun(persona), "And when do you finish?")
    again = rehearser.say(first, "Sorry, what time do you finish?")
    assert HELD in answered(first).text
    assert HELD in answered(again).text
    assert answered(first).text != answered(again).text


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("How long is the drive?", "answer.journey"),
        ("What did you have for supper?", "answer.what-to-eat"),
        ("How many times did you ring?", "answer.how-many-times"),
        ("So who drove you home?", "answer.who-does"),
        ("Which evening suits you?", "answer.which-day"),
        ("What's the time, or rather, what time is it?", "answer.clock-now"),
        ("How much was it?", "answer.cost"),
        ("Where did you go, after that?", "answer.where-went"),
    ],
)
def test_a_question_gets_an_answer_of_its_kind(
    rehearser: Rehearser, library: Library, question: str, entry: str
) -> None:
    """What no scene holds is answered from the entry for this kind of question, and the same when it is asked again."""
    texts = next(one.texts for one in library.plain_answers if one.id == entry)
    first = rehearser.say(begun(library.personas[0]), question)
    again = rehearser.say(first, question)
    assert answered(first).fact in texts
    assert answered(first).fact in answered(again).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is it three of you, or two?", "Two, I think."),
        ("Shall I fetch her, or do you bring her?", "I'll bring her."),
        ("Would you stay here or visit your aunt?", "Visit my aunt, I think."),
        ("Was it him, or what was it?", ""),
    ],
)
def test_of_two_things_one_is_chosen(question: str, said: str) -> None:
    """The last of two is answered where it is a plain thing."""
    assert option(parse(question).sentences[-1]) == said


@pytest.mark.parametrize("question", ["Do you still love me?", "Are you all right?", "Can I sit with you?"])
def test_what_asks_for_more_than_a_fact_gets_none(rehearser: Rehearser, library: Library, question: str) -> None:
    """A question of the heart is no question of fact."""
    assert answered(rehearser.say(begun(library.personas[0]), question)).fact == ""


@pytest.mark.parametrize("scene", SCENES, ids=lambda one: one.id)
def test_scenes_hold_facts(scene: Scene) -> None:
    """At least six each, and no two the same patterns."""
    assert len(scene.facts) >= 6
    assert len({fact.asks for fact in scene.facts}) == len(scene.facts)
