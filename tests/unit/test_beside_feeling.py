"""Blame that stands beside an owned feeling is heard; an I-statement's own moment is not."""

from __future__ import annotations

import pytest

from coach.language.beside_feeling import beside_feeling
from coach.language.parse import parse
from coach.model import Situation
from coach.service import CoachService


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("You hand me the late shifts and I feel worn out.", "You hand me the late shifts"),
        ("I'm scared, and it's your fault.", "it's your fault"),
        ("im so tired n u just sit there", "u just sit there"),
    ],
)
def test_the_rest_is_what_is_said_beside_the_feeling(text: str, rest: str) -> None:
    """Without the feeling and the word that joined it."""
    assert list(beside_feeling(parse(text)).values()) == [rest]


@pytest.mark.parametrize(
    "text",
    [
        "I felt alone when you left the party without me.",
        "When I count on something and it doesn't happen, I feel flat.",
        "You keep the heating off and I feel cold at night, so could you leave it on until ten?",
        "I feel tired.",
        "You never call.",
    ],
)
def test_the_moment_of_a_feeling_is_no_rest(text: str) -> None:
    """Nor is a sentence that asks for something, or one without a feeling."""
    assert beside_feeling(parse(text)) == {}


@pytest.mark.parametrize(
    "text", ["You treat this place like a hotel and I feel worn out.", "I'm worn out and you don't lift a finger."]
)
def test_blame_is_heard_beside_a_feeling(service: CoachService, text: str) -> None:
    """As it would be without the feeling."""
    assert service.reading(Situation(text=text)).analysis.findings


@pytest.mark.parametrize(
    ("around", "harsh"),
    [
        (
            "I drove the twins to football on Saturday, and to the dentist on Monday, and I sat in the car with my laptop. {} My sister works at the pool. The bus came late again because of the snow. Can we look at the calendar for May?",
            "You are a liar.",
        ),
        (
            "The man came about the boiler at nine. He was here for two hours. {} I paid him eighty in cash. The receipt is in the tin with the others, next to the phone.",
            "You're such a baby.",
        ),
    ],
)
def test_an_insult_is_heard_in_the_middle_of_a_long_quiet_story(service: CoachService, around: str, harsh: str) -> None:
    """A story of many calm sentences takes nothing from it; without it nothing is heard."""
    found = service.reading(Situation(text=around.format(harsh))).analysis.findings
    assert any(one.text in harsh for one in found)
    assert not service.reading(Situation(text=around.format(""))).analysis.findings
