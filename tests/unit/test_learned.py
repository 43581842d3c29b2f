"""Patterns and encoder weighed together: silent on plain acts and kind words, and what is found stands in the person's own text."""

from __future__ import annotations

import pytest

from coach import paths
from coach.language import learned
from coach.language.analyse import Analyser
from coach.language.parse import parse
from coach.library.load import read_library
from coach.model import Finding, Kind, Situation
from coach.service import CoachService

REASONS: dict[Kind, str] = {entry.kind: entry.why for entry in read_library(paths.CONTENT)[0].learned}
SILENT = (
    "You left the towels on the floor on Tuesday.",
    "The dishes were in the sink when I came home, and you were on the sofa.",
    "When the phone is out at dinner I feel lonely, and I miss how we used to talk.",
    "Could you take the early feed tomorrow?",
    "I'd love to hear how your week went.",
    "Thank you for waiting up for me.",
    "I'm sorry I shouted. You didn't deserve it.",
    "What was the best part of your day?",
    "See you at six, I'll bring the bread.",
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    """All patterns."""
    return Analyser(read_library(paths.CONTENT)[0])


def found(analyser: Analyser, text: str) -> list[Finding]:
    """What stands after weighing."""
    parsed = parse(text)
    return learned.weighed(parsed, analyser.findings(parsed), REASONS)


@pytest.mark.parametrize("text", SILENT)
def test_plain_acts_feelings_requests_and_thanks_are_left_alone(analyser: Analyser, text: str) -> None:
    """Silence beats a false alarm: what a draft of the coach may say is never marked."""
    assert found(analyser, text) == []


@pytest.mark.parametrize(
    "text", ["", " ", "?", "\n\n", "🙄", "ok", "...", '"You never listen," she said.', "a" * 500, "u " * 300]
)
def test_any_text_is_read(analyser: Analyser, text: str) -> None:
    """Odd texts give findings inside the text or none, and raise nothing."""
    for finding in found(analyser, text):
        assert text[finding.start : finding.end] == finding.text


def test_every_kind_has_its_reason() -> None:
    """One plain sentence for each kind that the encoder can name."""
    assert set(REASONS) == set(learned.KINDS)
    assert all(why.endswith(".") and why.count(".") == 1 for why in REASONS.values())


def test_blame_that_no_pattern_knows_is_found_and_named(analyser: Analyser) -> None:
    """A jibe without a cue word: a clause of the original text, curly quotes included, with the reason of its kind."""
    text = "We had a nice lunch.  How generous of Kofi’s majesty to lift a plate tonight."
    parsed = parse(text)
    finding, *_ = learned.weighed(parsed, (), REASONS)
    assert finding.start > text.index("lunch")
    assert text[finding.start : finding.end] == finding.text
    assert finding.pattern == f"learned.{finding.kind}"
    assert finding.why == REASONS[finding.kind]


def test_one_charge_at_the_end_of_a_quiet_story_is_heard(analyser: Analyser) -> None:
    """Among calm sentences it sounds calmer than it is."""
    story = "The choir met on Tuesday and I'd laid out forty chairs. You came at eight."
    assert found(analyser, story) == []
    assert found(analyser, f"{story} You have turned everybody in that room against me.")


def test_what_a_pattern_finds_in_a_kind_sentence_is_dropped() -> None:
    """A pattern's find in a sentence that nobody would hear as blame does not stand."""
    text = "Thank you so much for yesterday, you are a dear."
    find = Finding(start=33, end=47, text=text[33:47], pattern="label.x", kind="label", why="Because.")
    assert learned.weighed(parse(text), (find,), REASONS) == []


def test_a_patterns_find_in_a_blaming_sentence_stands() -> None:
    """Patterns explain better than the encoder: their words and their reason are kept."""
    text = "You never listen to a word I say."
    find = Finding(start=0, end=9, text=text[:9], pattern="absolute.x", kind="absolute", why="Because.")
    assert find in learned.weighed(parse(text), (find,), REASONS)


def test_somebody_elses_words_are_not_read(analyser: Analyser) -> None:
    """A sentence that is all quotation is never marked."""
    text = (
        'My nan rang me last night about the garden. "You never listen." I laughed and put the kettle on for us both.'
    )
    assert not any("listen" in one.text for one in found(analyser, text))


def test_another_language_is_left_to_its_speakers(service: CoachService) -> None:
    """The encoder knows English only, and is not asked about a text in Spanish."""
    assert (
        service.reading(
            Situation(text="Siempre llegas tarde y nunca me escuchas, estoy harta de esto.")
        ).analysis.findings
        == ()
    )
