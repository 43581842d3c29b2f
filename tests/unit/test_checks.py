"""What a sentence holds: each thing is seen where it is, and missed with a reason where it is not."""

from __future__ import annotations

from typing import get_args

import pytest

from coach.library.load import Library
from coach.library.teaching import LookFor
from coach.studio.checks import Checker, check
from coach.studio.techniques import find, grouped, tried

SAID = "I drove mum to every appointment this month, and nobody even asked how I am."
HOLDS: list[tuple[LookFor, str]] = [
    ("no_blame", "I missed you at dinner."),
    ("feeling", "I felt worried last night."),
    ("observation", "You looked at your phone three times at dinner yesterday."),
    ("observation", "When you came home at nine last night without a call, I was worried."),
    ("observation", "I felt discouraged when my slides were left out on Monday."),
    ("need", "It matters to me to be heard."),
    ("need", "I really need some rest."),
    ("request", "Would you use headphones until eight?"),
    ("request", "I'd like us to go through them together."),
    ("other_view", "I can see that you had a long day."),
    ("open_question", "What was that like for you?"),
    ("reflection", "So you've been driving mum everywhere, and it felt lonely that nobody asked."),
    ("validation", "No wonder you're worn out, after a month of that."),
    ("responsibility", "I snapped at you last night, and that was my part in it."),
    ("appreciation", "Thank you for cooking on Tuesday; it gave me an hour to breathe."),
    ("one_matter", "When the bin was full this morning, I felt fed up. Could you take it out?"),
    ("permission", "Is now a good time to talk about money?"),
]
LACKS: list[tuple[LookFor, str, str]] = [
    ("no_blame", "You never listen.", "argues with the word"),
    ("feeling", "I feel ignored.", "The feeling beneath may be lonely or hurt."),
    ("feeling", "I feel that you don't care.", "thought"),
    ("feeling", "The bin is full.", "No feeling of"),
    ("observation", "You're impossible.", "could be seen or heard"),
    ("observation", "I feel hurt when you disrespect me.", "could be seen or heard"),
    ("need", "I need you to stop.", "asks for a deed"),
    ("need", "You were late.", "does not say what you need"),
    ("request", "I felt sad.", "asks for nothing"),
    ("request", "Could you stop leaving your shoes there?", "what you don’t want"),
    ("request", "Take the bins out or I'm leaving.", "order or a threat"),
    ("other_view", "I was late.", "Their side is missing"),
    ("open_question", "Did you like it?", "Yes, no or one word"),
    ("open_question", "Why are you always late?", "heard as a charge"),
    ("open_question", "I was late.", "no question"),
    ("reflection", "You should ask the others to help.", "advice"),
    ("validation", "At least mum has you.", "smaller"),
    ("responsibility", "It was cold outside yesterday.", "own part"),
    ("appreciation", "The bins are full.", "Nothing good"),
    ("one_matter", "You're late, and another thing, the bins are full.", "second matter"),
    ("one_matter", "You're late, and you forgot mum's birthday in 2017.", "Old matters"),
    ("permission", "We need to talk.", "without asking"),
]


@pytest.mark.parametrize(("name", "text"), HOLDS)
def test_it_is_seen_where_it_is(checker: Checker, name: LookFor, text: str) -> None:
    """A sentence that holds it passes."""
    (found,) = check(checker.study(text, SAID), (name,))
    assert found.met, found.reason


@pytest.mark.parametrize(("name", "text", "why"), LACKS)
def test_it_is_missed_with_a_reason(checker: Checker, name: LookFor, text: str, why: str) -> None:
    """A sentence without it does not pass, and the reason says what to do."""
    (found,) = check(checker.study(text, SAID), (name,))
    assert not found.met
    assert why in found.reason


def test_everything_that_can_be_looked_for_is_tested() -> None:
    """No check without a sentence that passes and one that does not."""
    assert set(get_args(LookFor)) == {name for name, _ in HOLDS} == {name for name, _, _ in LACKS}


def test_nothing_typed_is_nothing_found(checker: Checker) -> None:
    """An empty text raises nothing, whatever is looked for."""
    assert len(check(checker.study(""), get_args(LookFor))) == len(get_args(LookFor))


def test_a_technique_reads_a_try(checker: Checker, library: Library) -> None:
    """The try-it box gives a check for everything the technique looks for, in its order."""
    technique = find(library.techniques, "i-message")
    assert technique is not None
    reading, found = tried(checker, technique, "When you look at your phone while I talk, I feel lonely.")
    assert [one.look_for for one in found] == list(technique.try_it.look_for)
    assert reading.analysis.findings == ()


def test_every_technique_stands_in_its_group(library: Library) -> None:
    """Browsing loses none."""
    shown = [one.id for members in grouped(library.techniques).values() for one in members]
    assert sorted(shown) == sorted(one.id for one in library.techniques)
