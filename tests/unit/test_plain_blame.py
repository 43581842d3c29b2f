"""Blame in the plainest words, as most people would type it first, is always seen."""

from __future__ import annotations

import pytest

from coach.model import Situation
from coach.service import CoachService

PLAIN = [
    "You always leave the dishes and you never even say thanks. I feel like your maid.",
    "You always leave your towels on the floor.",
    "You never help with the kids.",
    "You're always late.",
    "You never listen to me.",
    "You always have to be right.",
    "You are so selfish.",
    "You don't care about me at all.",
    "You only think about yourself.",
    "Why can't you ever put your phone away?",
    "It's all your fault.",
    "You make me so angry.",
    "You should know better by now.",
    "Stop being so lazy.",
    "Your sister would never treat me like this.",
    "If you do that again, I'm leaving.",
    "Whatever. Do what you want.",
    "You're overreacting.",
    "Nice of you to join us.",
    "My husband never helps with the kids and I'm exhausted.",
    "You did the same thing at my birthday last year.",
    "You always interrupt me when I'm talking.",
    "You never do anything around the house.",
    "You always leave everything to me.",
    "You always leave the dishes and I feel tired.",
    "You always forget the milk and I feel sad.",
    "You never call and I feel lonely.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_blame_is_seen(service: CoachService, text: str) -> None:
    """Whatever the encoder makes of it."""
    assert service.reading(Situation(text=text)).analysis.findings
