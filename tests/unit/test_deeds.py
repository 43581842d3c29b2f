"""What can be asked for is read from the deed itself, and a grievance is unwrapped to the deed inside."""

from __future__ import annotations

import pytest

from coach.language.analyse import Analyser
from coach.language.parse import parse_many
from coach.library.load import Library
from coach.model import Situation
from coach.service import CoachService
from coach.suggest.deeds import DeedChooser
from coach.suggest.facts import Facts
from coach.suggest.feelings import FeelingWords
from coach.suggest.message import Message, sort_message

NAMED = [
    ("You rolled your eyes when I read my poem.", "deed.rolls-eyes"),
    ("You didn't reply to my invitation for a week.", "deed.no-answer"),
    ("You arrived forty minutes after the curtain.", "deed.comes-late"),
    ("You repainted nothing, but you booked a cruise for May.", "deed.decides"),
    ("I found out from the baker that you're leaving.", "deed.not-told"),
    ("Gran, stop opening my parcels before I get home.", "deed.searches"),
    ("You spent nine hundred on a lens in one afternoon.", "deed.spends"),
    ("You rented out the caravan without asking.", "deed.unasked"),
    ("You left the back door open all night.", "deed.leaves-open"),
    ("You didn't stand up when my aunt came in late.", None),
    ("I drove your uncle to the clinic on Tuesday.", None),
]
UNWRAPPED = [
    ("It hurts that you forgot the candles.", "you forgot the candles"),
    ("Everyone saw that you left before the toast.", "you left before the toast"),
    ("How many times must I tell you not to feed the pigeons?", "you feed the pigeons"),
    ("You can't just dump your boxes in my garage.", "you dump your boxes in my garage"),
    ("Must you hum all through the news?", "you hum all through the news"),
    ("I'm tired of being the one who orders the oil.", "I'm the one who orders the oil"),
    ("Nice of you to finally return my ladder.", "I waited for you to return my ladder"),
    ("You said you'd lock the shed. You didn't.", "you said you'd lock the shed and you didn't"),
    ("You used to wave from the bus and now you look away.", "you used to wave from the bus"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_deed_is_named_by_its_own_verb(text: str, name: str | None, library: Library) -> None:
    """By the verb of what is told, and not by one in a clause that only says when."""
    (parsed,) = parse_many([text])
    deed = DeedChooser(library.deeds).named(parsed, _sorted(text, library).main)
    assert (deed.id if deed else None) == name


@pytest.mark.parametrize(("text", "told"), UNWRAPPED)
def test_the_deed_inside_a_grievance_is_told(text: str, told: str, library: Library) -> None:
    """However the grievance is put, the main point is what happened."""
    assert told in " and ".join(one.text for one in _sorted(text, library).main)


def test_a_look_alike_feeling_is_not_kept_for_later(library: Library) -> None:
    """ "I feel attacked when …" accuses, and is no fact to come back to."""
    message = _sorted("I feel attacked every time we discuss the garden. You tore up my plan on Monday.", library)
    assert "attacked" not in " ".join((*message.context, *message.later))


def test_what_follows_at_once_stands_beside_the_fact(service: CoachService) -> None:
    """A promise and what became of it are told together."""
    gentle, *_ = service.plan(Situation(text="You said you'd be back by four and it was nearly six.")).drafts
    assert "back by four" in gentle.text
    assert "nearly six" in gentle.text


def test_unlike_deeds_get_unlike_requests(service: CoachService) -> None:
    """Ten deeds, ten different requests."""
    texts = [text for text, _ in NAMED] + [
        "You blasted the radio at five.",
        "You walked out of the meeting.",
        "You ate my soup.",
    ]
    asked = [service.plan(Situation(text=text)).drafts[0].request for text in texts]
    assert len(set(asked)) == len(texts)


def _sorted(text: str, library: Library) -> Message:
    (parsed,) = parse_many([text])
    analyser = Analyser(library)
    return sort_message(parsed, analyser.analyse(parsed), Facts(analyser), FeelingWords(library))
