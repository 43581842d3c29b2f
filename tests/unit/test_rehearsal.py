"""A rehearsal from the first word to the last: speakers of three kinds with every persona, branches, and what the partner takes up."""

from __future__ import annotations

import pytest
from speakers import ASKING, BLAMING, OWNING, SORRY, Speaker, listener, only, talk

from coach.language.parse import parse
from coach.library.load import Library
from coach.library.practice import Persona, Scene
from coach.model import Situation
from coach.rehearsal.acts import asks_to_stop, read_turn
from coach.rehearsal.debrief import debrief, session
from coach.rehearsal.feedback import INSTEAD
from coach.rehearsal.rehearser import Rehearser
from coach.rehearsal.slots import slots
from coach.rehearsal.state import CALM, FULL, Hardness, Rehearsal, Setup
from coach.service import CoachService
from coach.suggest.feelings import FeelingWords
from coach.wiring import library as content

PERSONAS = content().personas
each_persona = pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.id)


@pytest.fixture(scope="module")
def rehearser(service: CoachService, library: Library) -> Rehearser:
    """Rehearsals on the real reading of language."""
    return Rehearser(service, library)


@pytest.fixture(scope="module")
def feelings(library: Library) -> FeelingWords:
    """The library's words for feelings."""
    return FeelingWords(library)


def begun(rehearser: Rehearser, persona: Persona, hardness: Hardness = "real", seed: int = 0) -> Rehearsal:
    """A talk about late nights."""
    return rehearser.begin(
        Setup(
            persona=persona,
            matter="the late nights",
            opening_line="You wanted to talk?",
            other_side=(
                "I stayed because the new boss was watching who left first.",
                "I kept thinking one more hour and I'd ring.",
            ),
            hardness=hardness,
            seed=seed,
        )
    )


def said(rehearsal: Rehearsal) -> list[str]:
    """Everything the partner said."""
    return [turn.answer.text for turn in rehearsal.turns if turn.answer]


@each_persona
@pytest.mark.parametrize("hardness", ["gentle", "hard"])
@pytest.mark.parametrize("speaker", [listener(), only(ASKING), only(OWNING)], ids=["hears", "asks", "owns"])
def test_good_turns_end_calm(rehearser: Rehearser, persona: Persona, hardness: Hardness, speaker: Speaker) -> None:
    """One who only reflects, owns and asks ends calm within ten turns."""
    assert talk(rehearser, begun(rehearser, persona, hardness), speaker, 10).last.tension < CALM


@each_persona
@pytest.mark.parametrize("hardness", ["gentle", "hard"])
def test_blame_alone_floods(rehearser: Rehearser, persona: Persona, hardness: Hardness) -> None:
    """One who only blames floods everybody, and a break brings them back calmer than they began."""
    full = talk(rehearser, begun(rehearser, persona, hardness), only(BLAMING), 12)
    assert full.last.tension == FULL
    rested = rehearser.rest(full)
    assert rested.last.tension < full.turns[0].tension
    assert rested.last.answer is not None
    assert rested.last.answer.text in persona.returns


@each_persona
def test_sorry_without_change_does_neither(rehearser: Rehearser, persona: Persona) -> None:
    """One who apologises again and again, and changes nothing, neither floods nor calms."""
    path = talk(rehearser, begun(rehearser, persona), only(SORRY), 12).path()
    assert all(CALM <= turn.tension < FULL for turn in path)


@each_persona
@pytest.mark.parametrize(
    "speaker",
    [listener(), only(BLAMING), only(SORRY), only(("Okay.", "Right."))],
    ids=["hears", "blames", "sorry", "okay"],
)
def test_no_line_comes_twice(rehearser: Rehearser, persona: Persona, speaker: Speaker) -> None:
    """In twelve turns the partner never repeats a line, and no slot is left open."""
    lines = said(talk(rehearser, begun(rehearser, persona), speaker, 12))
    assert len(lines) == len(set(lines)) == 13
    assert not any(set("{}") & set(line) for line in lines)


def test_the_same_talk_gets_the_same_answers(rehearser: Rehearser) -> None:
    """Answers follow from the seed and what was said; another seed may answer otherwise."""
    one, again, *others = (
        said(talk(rehearser, begun(rehearser, PERSONAS[0], seed=seed), only(ASKING), 6)) for seed in (1, 1, 2, 3, 4)
    )
    assert one == again
    assert any(other != one for other in others)


def test_a_question_is_told_more_each_time(rehearser: Rehearser) -> None:
    """Good questions bring out the story, line by line, from the surface on."""
    for persona in PERSONAS:
        told = [
            turn.answer.told
            for turn in talk(rehearser, begun(rehearser, persona), only(ASKING), 8).turns
            if turn.answer
        ]
        assert sum(map(bool, told)) >= 4, persona.id


def test_going_back_keeps_the_branch(rehearser: Rehearser) -> None:
    """Another try from an earlier turn is a branch of its own; the first one stays as it was."""
    first = talk(rehearser, begun(rehearser, PERSONAS[0]), only(BLAMING), 3)
    again = rehearser.say(rehearser.go_back(first, 2), OWNING[0])
    assert [turn.id for turn in again.path()] == [0, 1, 4]
    assert [turn.id for turn in again.path(3)] == [0, 1, 2, 3]
    assert {turn.id for turn in again.ends()} == {3, 4}
    assert again.turns[:4] == first.turns
    assert again.last.tension < first.turn(2).tension


def test_a_rehearsal_is_text_and_back(rehearser: Rehearser) -> None:
    """It can be kept at any moment, also while the partner's answer is still to come, and goes on from there."""
    heard = rehearser.hear(begun(rehearser, PERSONAS[0]), "I felt alone on Sunday.")
    back = Rehearsal.model_validate_json(heard.model_dump_json())
    assert back == heard
    assert rehearser.answer(back) == rehearser.answer(heard)


@each_persona
def test_every_ending_is_told(rehearser: Rehearser, persona: Persona) -> None:
    """After a good talk, a bad one and an empty one there is a debrief with the other's view, and a kind last line."""
    for speaker, turns in ((listener(), 10), (only(BLAMING), 6), (only(SORRY), 0)):
        done = rehearser.end(talk(rehearser, begun(rehearser, persona), speaker, turns))
        told = debrief(done, ())
        assert done.goodbye in persona.goodbyes
        assert told.view
        assert "{" not in told.view
        assert told.turns == turns


def test_the_debrief_counts_by_skill(rehearser: Rehearser) -> None:
    """What was used is counted and compared with the sessions before; nothing that was said is kept of those."""
    first = talk(rehearser, begun(rehearser, PERSONAS[0]), only(BLAMING), 4)
    past = (session(first, "2026-01-02"),)
    assert not any(turn.said in past[0].model_dump_json() for turn in first.turns[1:])
    told = debrief(talk(rehearser, begun(rehearser, PERSONAS[0]), only(ASKING), 4), past)
    assert told.counts["open_questions"] == 4
    assert told.counts["blame"] == 0
    assert told.earlier["blame"] == 4
    assert told.keep is not None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("You never listen to me.", "blame"),
        ("I felt lonely on Sunday.", "owned_feeling"),
        ("Would you ring me before seven?", "request"),
        ("I'm sorry I shouted at you.", "apology"),
        ("Can we start again?", "repair"),
        ("That came out wrong.", "repair"),
        ("It sounds like you've had a hard week.", "reflective"),
        ("That makes sense. Anyone would be tired.", "validating"),
        ("You're right, I forgot. That's on me.", "responsibility"),
        ("What was that like for you?", "curious"),
        ("Not this again.", "dismissive"),
        ("I'm sorry you feel that way.", "minimising"),
        ("Who was there? What time? Why didn't you ring?", "interrogating"),
        ("Okay.", "neutral"),
        ("The train comes at nine.", "neutral"),
        ("You came home at ten on Tuesday.", "neutral"),
    ],
)
def test_acts(service: CoachService, feelings: FeelingWords, text: str, act: str) -> None:
    """Plain cases of each act, as answers to a partner who told of their day."""
    partner = parse("I've had a long week at work and I'm tired of being asked about it.")
    assert read_turn(service.reading(Situation(text=text)), partner, feelings).act == act


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("You never help.", "I never help"),
        ("I was alone on Sunday.", "you were alone on Sunday"),
        ("I want you to come home earlier.", "you want me to come home earlier"),
        ("I feel like you don't trust me.", "I don't trust you"),
        ("You aren't listening.", "I'm not listening"),
        ("I'm scared that you will leave me.", "you're scared that I will leave you"),
        ("My brother never rings you.", "your brother never rings me"),
        ("It sounds like you were worried sick.", "I was worried sick"),
        ("I made you wait.", "you made me wait"),
        ("You and I never talk.", None),
        ("Would you ring me before seven?", None),
        ("If you had rung, I would have come.", None),
        ("Whatever.", None),
    ],
)
def test_echoes(feelings: FeelingWords, text: str, clause: str | None) -> None:
    """A clause comes back with its person turned round, or not at all."""
    assert slots(parse(text), (), feelings).get("clause") == clause


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Stop.", True),
        ("please stop", True),
        ("I want to end this here", True),
        ("Stop shouting at me!", False),
        ("", False),
    ],
)
def test_stop(text: str, stops: bool) -> None:
    """The person can always end it with a word; an order to the partner is no such word."""
    assert asks_to_stop(text) is stops


@pytest.mark.parametrize("scene", content().scenes, ids=lambda one: one.id)
def test_scenes(rehearser: Rehearser, scene: Scene) -> None:
    """In every scene, with each persona that suits it, the strong way to begin leaves them no tenser, and never more than before."""
    for persona in (one for one in PERSONAS if one.id in scene.personas):
        talk = rehearser.begin(
            Setup(
                persona=persona,
                scene=scene.id,
                matter=scene.matter,
                opening_line=scene.opening_line,
                other_side=scene.other_side,
            )
        )
        for tried in scene.first_tries:
            weak, strong = rehearser.say(talk, tried.weak).last, rehearser.say(talk, tried.strong).last
            assert strong.tension < talk.last.tension, tried.strong
            assert strong.tension <= weak.tension, tried.weak


@pytest.mark.parametrize("wording", [text for ways in INSTEAD.values() for text, _ in ways])
def test_what_is_offered_never_stings(service: CoachService, feelings: FeelingWords, wording: str) -> None:
    """Whatever wording is offered in the place of one that stings is free of blame, and is no rebuff."""
    text = wording.format(matter="the late nights")
    assert service.reading(Situation(text=text)).analysis.findings == ()
    told = read_turn(service.reading(Situation(text=text)), parse("You never think of me when it gets late."), feelings)
    assert told.bad is None


@each_persona
def test_attempts_never_sting(rehearser: Rehearser, service: CoachService, persona: Persona) -> None:
    """Nor is any wording that was made for a turn of a real talk."""
    talked = talk(
        rehearser,
        begun(rehearser, persona),
        only((*BLAMING[:3], ASKING[0], *BLAMING[3:6], "Fine.", ASKING[1], SORRY[0])),
        10,
    )
    for turn in talked.turns:
        assert service.reading(Situation(text=turn.feedback.attempt)).analysis.findings == (), turn.feedback.attempt
