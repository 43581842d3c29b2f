"""What a message tells, clause by clause: the facts that must reach a draft, in words that can be said."""

from __future__ import annotations

import pytest

from coach.language.analyse import Analyser
from coach.language.clauses import clauses
from coach.language.parse import parse_many
from coach.library.load import Library
from coach.suggest.facts import Facts
from coach.suggest.feelings import FeelingWords
from coach.suggest.message import Message, sort_message
from coach.suggest.recast import fits_when

SPLIT = [
    (
        "You promised you'd ring the vet and it's already Saturday.",
        ["You promised you'd ring the vet", "it's already Saturday"],
    ),
    (
        "The hall is full of boots, you don't sweep and you shut the door.",
        ["The hall is full of boots", "you don't sweep", "you shut the door"],
    ),
    (
        "You never said thank you, my aunt got a card from everybody.",
        ["You never said thank you", "my aunt got a card from everybody"],
    ),
]


@pytest.mark.parametrize(("text", "parts"), SPLIT)
def test_clauses_part_where_somebody_else_begins(text: str, parts: list[str]) -> None:
    """A mere comma, or the end of what was promised, begins a new clause."""
    (parsed,) = parse_many([text])
    spans = [parsed.span(one.tokens[0].i, one.tokens[-1].i + 1).text for one in clauses(parsed.doc)]
    assert spans == parts


TOLD = [
    (
        "You should have told me the boiler man was coming. You never think.",
        "you didn't tell me the boiler man was coming",
    ),
    ("Why am I always the one who walks the dog in the rain?", "I'm the one who walks the dog in the rain"),
    (
        "Can you for once not read my post before I've opened it?",
        "you read my post before I've opened it",
    ),
    (
        "You knew I had an exam on Monday and you still threw a party on Sunday night.",
        "I had an exam on Monday and you still threw a party on Sunday night",
    ),
    (
        "I can't sit down for five minutes without you asking where your keys are.",
        "you ask where your keys are",
    ),
    (
        "Must be nice to nap on the sofa while I scrub the oven and pack the lunches.",
        "I scrub the oven and pack the lunches",
    ),
    (
        "You just walked out while I was telling you about the tests.",
        "you walked out while I was telling you about the tests",
    ),
    ("You told me my cooking is fine and then you said get a takeaway.", 'then you said "get a takeaway"'),
    ("You let your uncle mock my accent and you smirked.", "you let your uncle mock my accent and you smirked"),
    ("Gran, stop opening my parcels before I get home.", "you open my parcels before I get home"),
    ("Isn't it a bit much to bring eleven friends to my flat?", "you bring eleven friends to my flat"),
    ("I found out from Leila that you sold the piano.", "you sold the piano"),
    ("Why did I have to hear from Omar that you'd quit?", "I heard from Omar that you'd quit"),
    ("You told me the boiler was mended. It wasn't.", "you told me the boiler was mended and it wasn't"),
    ("You missed my recital. Again.", "you missed my recital, again"),
    ("You didn't come to the wake, not even for ten minutes.", "not even for ten minutes"),
    ("You've used my razor for the second time this week.", "you've used my razor twice this week"),
    ("That's the third time you've lost my key since May.", "you've lost my key three times since May"),
    ("Ma you can't keep telling my son he's slow.", "you keep telling my son he's slow"),
    ("You reckon it's fine to park across our gate?", "you park across our gate"),
    ("You greedy pig, you finished my birthday cake.", "you finished my birthday cake"),
    ("I missed the train because you'd hidden my pass.", "you'd hidden my pass and I missed the train"),
    ("My colleague took my slides and passed them round.", "you took my slides and passed them round"),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_happened_stands_first(text: str, told: str, library: Library) -> None:
    """However it was wrapped, the fact is the main point of the message."""
    assert told in " and ".join(one.text for one in _sorted(text, library).main)


def test_a_person_is_named_before_a_pronoun(library: Library) -> None:
    """Who "she" is stands in a sentence that the drafts leave out."""
    (one, *_) = _sorted("You always side with your sister. On Friday she locked me out and you laughed.", library).main
    assert "your sister locked me out" in one.text


def test_two_people_and_nobody_is_named(library: Library) -> None:
    """Where either could be meant the pronoun stays."""
    message = _sorted("You always side with your sister and your mother. On Friday she locked me out.", library)
    assert "she locked me out" in " ".join(one.text for one in message.main)


def test_nothing_that_happened_is_dropped(library: Library) -> None:
    """What is told beside the main point is kept for another time, a journey that was only announced too."""
    message = _sorted(
        "You missed the scan, you missed the antenatal class, and now you're telling me you'll be in Oslo in May.",
        library,
    )
    assert "Oslo" in " ".join((*(one.text for one in message.main), *message.context, *message.later))


def test_what_a_threat_is_about_is_kept(library: Library) -> None:
    """The threat goes; the recital it is about stays."""
    message = _sorted("If you miss the recital, don't bother coming on Sunday.", library)
    assert "the recital" in " ".join((*message.later, *(one.text for one in message.main)))


def test_no_thing_is_named_from_a_turn_of_speech(library: Library) -> None:
    """As in "the one", "on time": no noun worth a line."""
    message = _sorted("You're the one who is never on time.", library)
    assert not {"the one", "the time"} & {thing for line in message.later for thing in line.split(", ")}


def test_what_is_granted_comes_first(library: Library) -> None:
    """ "I know …, but" stays whole and stands before the point."""
    message = _sorted("I know the trains are bad but you've missed three of my scans.", library)
    assert message.before == ("I know the trains are bad.",)


def test_what_was_said_in_one_breath_stays_so(library: Library) -> None:
    """The person's own "so" and "but" join the sentences of the story."""
    message = _sorted("You forgot the passports, so we lost the flight and two nights in Porto.", library)
    assert message.story == ("You forgot the passports, so we lost the flight and two nights in Porto.",)


def test_a_promise_is_no_moment(library: Library) -> None:
    """It is told with what became of it, and never alone after "when"."""
    message = _sorted("You said you'd ring on Monday. It's Thursday now.", library)
    assert [one.text for one in message.main] == ["you said you'd ring on Monday", "it's Thursday now"]
    assert not fits_when(message.main[0])


def _sorted(text: str, library: Library) -> Message:
    (parsed,) = parse_many([text])
    analyser = Analyser(library)
    return sort_message(parsed, analyser.analyse(parsed), Facts(analyser), FeelingWords(library))
