"""Small human acts and questions of fact: how they are read, what is taken up of them, and that the partner answers their kind."""

from __future__ import annotations

import pytest

from coach.language.parse import parse
from coach.library.load import Library
from coach.library.practice import Persona, Point
from coach.model import Situation
from coach.rehearsal.acts import read_turn
from coach.rehearsal.asked import question_slots
from coach.rehearsal.finer import BROADER
from coach.rehearsal.moves import moves
from coach.rehearsal.rehearser import Rehearser
from coach.rehearsal.state import Setup
from coach.service import CoachService
from coach.suggest.feelings import FeelingWords
from coach.wiring import library as content

TOLD = "I stood on the platform till ten."
KINDS: list[tuple[str, Point]] = [
    ("May I hold your hand?", "touch"),
    ("Some tea?", "treat"),
    ("This Thursday, then?", "meets"),
    ("Are you still there?", "silence"),
    ("How was your lesson today?", "how_was"),
    ("Where did you park?", "where"),
    ("How much was the ticket?", "amount"),
    ("How long was the queue?", "span"),
    ("What time do you finish?", "moment"),
    ("Who mended the gate?", "somebody"),
    ("What do you do on Mondays?", "does"),
    ("Do you want quiet, or is it all right to talk?", "either"),
    ("Are you leaving me?", "dreads"),
    ("You're brilliant with her.", "praise"),
    ("I'm not cross with you.", "reassures"),
    ("Eat something first.", "cares"),
    ("I waited as well.", "shared"),
    ("I asked because nobody told me.", "explains"),
    ("I wish we'd danced.", "wished"),
    ("I can't promise I'll be cheerful.", "limits"),
    ("That's my final offer.", "jokes"),
]


@pytest.mark.parametrize(("text", "point"), KINDS)
def test_a_small_act_is_read_as_what_it_is(library: Library, text: str, point: Point) -> None:
    """Plain cases of each finer point."""
    done = moves(parse(text), parse(TOLD), FeelingWords(library))
    assert point in {move.point for move in done}


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("Who do you sit with at lunch?", "asked", "who I sit with at lunch"),
        ("What did your aunt say about me?", "asked", "what my aunt said about you"),
        ("How old was he?", "asked", "how old he was"),
        ("What do you two talk about?", "asked", ""),
        ("Have you slept?", "short", "I have"),
        ("They were late, weren't they?", "short", "they were"),
        ("Is your boss in?", "short", ""),
        ("Saturday at ten?", "time", "Saturday at ten"),
    ],
)
def test_a_question_can_be_said_back(text: str, slot: str, words: str) -> None:
    """As an indirect question, as a short yes, as the time that is named; nothing where it would not read well."""
    assert question_slots(parse(text).sentences[0]).get(slot, "") == words


@pytest.mark.parametrize("persona", content().personas, ids=lambda one: one.id)
def test_each_kind_gets_an_answer_of_its_kind(service: CoachService, library: Library, persona: Persona) -> None:
    """The answer is a frame to the very point that was read, or to the broader one, or a plain fact, and never a line of the story."""
    rehearser = Rehearser(service, library)
    begun = rehearser.begin(Setup(persona=persona, matter="the platform", opening_line=TOLD))
    frames = {frame.text: frame.to for frame in persona.frames}
    for text, _ in KINDS:
        last = rehearser.say(begun, text).last
        assert last.answer is not None
        assert last.answer.told == ""
        assert last.answer.fact or frames[last.answer.frame] in {last.point, BROADER.get(last.point or "tells")}, text


def test_words_that_forgive_are_no_apology(service: CoachService, library: Library) -> None:
    """ "You've nothing to be sorry for" says sorry for nothing."""
    text = "You've nothing to be sorry for."
    said = read_turn(service.reading(Situation(text=text)), parse(TOLD), FeelingWords(library))
    assert "apology" not in said.goods
