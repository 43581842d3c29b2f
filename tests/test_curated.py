"""Curated text is guarded here, once, and not again at run time: cards, questions, responses, frames and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from coach import paths
from coach.language.analyse import Analyser
from coach.language.parse import Parsed, parse_many
from coach.language.questions import read_question, rules_say
from coach.library.load import read_library
from coach.model import QuestionReading
from coach.safety.screen import Screener

LIBRARY, _, _ = read_library(paths.CONTENT)
CARDS = {card.id: card for deck in LIBRARY.decks for card in deck.cards}
# Questions: name → text. Single, open, not blaming, at most 25 words.
QUESTIONS = {
    **{f"card {card.id}": card.text for card in CARDS.values()},
    **{
        f"concern {concern.id} {i}": question.text
        for concern in LIBRARY.concerns
        for i, question in enumerate(concern.questions)
    },
}
FOLLOW_UPS = {
    f"card {card.id} {i}": follow.ask for card in CARDS.values() for i, follow in enumerate(card.follow_ups)
} | {
    f"concern {concern.id} {i}.{j}": follow.ask
    for concern in LIBRARY.concerns
    for i, question in enumerate(concern.questions)
    for j, follow in enumerate(question.follow_ups)
}
RESPONSES = {response.id: response.text for response in LIBRARY.responses}
SAID = {
    **QUESTIONS,
    **FOLLOW_UPS,
    **{f"response {name}": text for name, text in RESPONSES.items()},
    **{f"card {card.id} go_first": card.go_first for card in CARDS.values()},
    **{f"card {card.id} ask_permission": card.ask_permission for card in CARDS.values() if card.ask_permission},
    **{f"opening {one.id}": one.text for one in LIBRARY.openings},
    **{f"request {concern.id} {i}": text for concern in LIBRARY.concerns for i, text in enumerate(concern.requests)},
    **{
        f"perspective {concern.id} {i}": text
        for concern in LIBRARY.concerns
        for i, text in enumerate(concern.perspectives)
    },
    **{f"request {deed.id} {i}": text for deed in LIBRARY.deeds for i, text in enumerate(deed.requests)},
    **{f"perspective {deed.id} {i}": text for deed in LIBRARY.deeds for i, text in enumerate(deed.perspectives)},
    **{
        f"moment {concern.id} {i}": f"When {text}, I felt hurt."
        for concern in LIBRARY.concerns
        for i, text in enumerate((*concern.moments.habit, *concern.moments.past))
    },
}
_THING = {
    "thing": "the car",
    "feeling": "sad",
    "need": "to rest",
    "observation": "you called",
    "statement": "You called.",
}
_ASKS = re.compile(
    r"\b(what|how|which|when|where|who|whose|why|tell|describe|walk me|show|think of|imagine|suppose)\b", re.IGNORECASE
)
_OPEN = 0.75  # of all: the rest ask which, when, where or who, as a way into a story


def filled(text: str) -> str:
    """A template with something in its slots."""
    return re.sub(r"\{(\w+)\}", lambda slot: _THING.get(slot[1], "the car"), text)


@pytest.fixture(scope="module")
def read() -> dict[str, Parsed]:
    """Every curated sentence, parsed in one batch."""
    return dict(zip(SAID, parse_many(map(filled, SAID.values()), 256), strict=True))


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    """The analyser with all patterns."""
    return Analyser(LIBRARY)


@pytest.fixture(scope="module")
def asked(read: dict[str, Parsed]) -> dict[str, QuestionReading]:
    """How the coach reads every question, once."""
    return {name: read_question(read[name]) for name in (*QUESTIONS, *FOLLOW_UPS)}


def test_no_curated_sentence_holds_blame(read: dict[str, Parsed], analyser: Analyser) -> None:
    """Nothing that the coach offers would be marked by the coach."""
    assert [
        (name, found[0].pattern, found[0].text) for name, one in read.items() if (found := analyser.findings(one))
    ] == []


@pytest.mark.parametrize("questions", [QUESTIONS, FOLLOW_UPS], ids=["questions", "follow-ups"])
def test_no_question_attacks(
    read: dict[str, Parsed], asked: dict[str, QuestionReading], questions: dict[str, str]
) -> None:
    """No card, no concern's question and no question to go on with blames, by the rules; the encoder may be wrong on one in a hundred."""
    assert [text for name, text in questions.items() if rules_say(read[name])[1]] == []
    assert sum(asked[name].blaming for name in questions) <= 0.01 * len(questions)


@pytest.mark.parametrize("questions", [QUESTIONS, FOLLOW_UPS], ids=["questions", "follow-ups"])
def test_questions_ask_for_telling(asked: dict[str, QuestionReading], questions: dict[str, str]) -> None:
    """Most are open by the coach's own reading."""
    closed = [text for name, text in questions.items() if not asked[name].open]
    print(*closed, sep="\n")
    assert 1 - len(closed) / len(questions) >= _OPEN


def test_no_question_can_be_answered_by_yes_or_no() -> None:
    """Each asks what, how, which, when, where or who, or invites to tell."""
    assert [text for text in QUESTIONS.values() if not _ASKS.search(text)] == []


def test_every_question_is_single_and_short() -> None:
    """One question mark at most, and at most 25 words."""
    assert [
        (name, text) for name, text in QUESTIONS.items() if text.count("?") > 1 or len(filled(text).split()) > 25
    ] == []


def test_a_response_validates_without_but() -> None:
    """No validating response takes back with "but" what it gave."""
    assert [name for name, text in RESPONSES.items() if re.search(r"\b(but|however)\b", text, re.IGNORECASE)] == []


def test_no_curated_sentence_sounds_like_danger(read: dict[str, Parsed]) -> None:
    """The screen stays quiet over what the coach itself offers."""
    screener = Screener(LIBRARY.safety_rules)
    assert [
        (name, screen.evidence[0].text) for name, one in read.items() if (screen := screener.screen(one)).risk != "none"
    ] == []


def test_nobody_elses_names_stand_in_the_content() -> None:
    """No brand, no study's published wording is passed off as ours: names of programmes stay out of what a person reads."""
    brands = re.compile(r"\b(gottman|paired|agapé|imago|ourfamilywizard|prep)\b", re.IGNORECASE)
    assert [name for name, text in SAID.items() if brands.search(text) and "paired" not in text.lower()] == []


def texts_twice() -> Iterator[str]:
    """Cards that say the same as another."""
    seen: dict[str, str] = {}
    for card in CARDS.values():
        key = re.sub(r"\W+", " ", card.text.lower()).strip()
        if key in seen:
            yield f"{card.id} = {seen[key]}"
        seen[key] = card.id


def test_no_card_is_there_twice() -> None:
    """No two cards ask the same."""
    assert list(texts_twice()) == []
