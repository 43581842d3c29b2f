"""What each sentence of a turn does, what is asked or offered in it, and which line of the story answers it."""

from __future__ import annotations

import pytest

from coach.language.parse import parse
from coach.library.load import Library
from coach.library.practice import Act, Point
from coach.model import Situation
from coach.rehearsal.acts import read_turn
from coach.rehearsal.moves import moves
from coach.rehearsal.rehearser import Rehearser
from coach.rehearsal.state import Setup
from coach.service import CoachService
from coach.suggest.feelings import FeelingWords

TOLD = "I sat in the depot for an hour, and I was worn out."


@pytest.mark.parametrize(
    ("text", "act", "point"),
    [
        ("What was that like for you?", "curious", "feeling"),
        ("What do you need from me?", "curious", "need"),
        ("Why did you stay so long?", "curious", "reason"),
        ("I wonder why you left.", "curious", "reason"),
        ("How long has it been going on?", "curious", "since"),
        ("When would be a good day?", "curious", "date"),
        ("Who else knows?", "curious", "who"),
        ("Are we all right?", "curious", "us"),
        ("How do you see it?", "curious", "view"),
        ("Tell me more.", "curious", "more"),
        ("You were worn out?", "reflective", "check"),
        ("If it gets late, would you ring?", "request", "you_do"),
        ("Shall we take a walk?", "request", "we_do"),
        ("May I sit with you?", "request", "may_i"),
        ("I need an hour to myself.", "request", "wants"),
        ("I'll bring the tea.", "responsibility", "offers"),
        ("I'm frightened of the bill.", "owned_feeling", "low"),
        ("I miss you.", "owned_feeling", "warm"),
        ("Thank you for telling me.", "validating", "thanks"),
        ("I didn't know that.", "neutral", "learns"),
        ("You told your sister.", "neutral", "charges"),
        ("Yes. All right.", "neutral", "agrees"),
        ("Let's leave it for today.", "neutral", "closes"),
    ],
)
def test_a_sentence_has_an_act_and_a_point(library: Library, text: str, act: Act, point: Point) -> None:
    """Plain cases of each point."""
    done = moves(parse(text), parse(TOLD), FeelingWords(library))
    assert (act, point) in {(move.act, move.point) for move in done}


def test_of_two_acts_the_question_is_answered(service: CoachService, library: Library) -> None:
    """What is said before a question is heard, and the question is what the partner answers."""
    text = "That sounds hard. What would help you tonight?"
    said = read_turn(service.reading(Situation(text=text)), parse(TOLD), FeelingWords(library))
    assert (said.act, said.point) == ("curious", "need")


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Could you ring me by seven?", "ring you by seven"),
        ("Shall we sit down on Saturday?", "sit down on Saturday"),
        ("May I hold your hand?", "hold my hand"),
        ("I'll bring you a coffee.", "bring me a coffee"),
        ("I won't tell anyone.", ""),
        ("Could you say “sorry” for once?", ""),
    ],
)
def test_what_is_asked_or_offered_is_taken_up(service: CoachService, library: Library, text: str, deed: str) -> None:
    """A bare verb phrase, turned round; none where it would not read well."""
    said = read_turn(service.reading(Situation(text=text)), parse(TOLD), FeelingWords(library))
    assert said.slots.get("deed", "") == deed


def test_the_line_that_is_told_is_about_what_was_asked(service: CoachService, library: Library) -> None:
    """A question about one thing brings out the line about it, wherever it stands in the story."""
    story = (
        "I do both desks since January.",
        "I ate the soup cold at midnight, standing up.",
        "Four people were let go before Christmas.",
    )
    rehearser = Rehearser(service, library)
    for persona in library.personas:
        setup = Setup(persona=persona, matter="the late nights", opening_line="Yes?", other_side=story)
        last = rehearser.say(rehearser.begin(setup), "What happened with the soup that night?").last
        assert last.answer is not None
        assert last.answer.told == story[1]
