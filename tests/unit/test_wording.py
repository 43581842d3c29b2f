"""Turns of phrase that a draft says more plainly."""

from __future__ import annotations

import pytest

from coach.suggest.wording import plainly

TURNED = [
    ("nobody told me until Monday", "I wasn't told until Monday"),
    ("you were supposed to collect the twins at four", "I was counting on you to collect the twins at four"),
    ("you borrowed my coat for the third time", "you borrowed my coat three times"),
    ("you're after selling the piano", "you've sold the piano"),
    ("you read it when I was in the bath", "you read it while I was in the bath"),
    ("you was at the pub", "you were at the pub"),
]
KEPT = [
    "you were supposed to be a witness",
    "you asked when I was leaving",
    "nobody asked what I wanted",
    "you were meant to have the keys",
]


@pytest.mark.parametrize(("said", "told"), TURNED)
def test_it_is_said_plainly(said: str, told: str) -> None:
    """The fact stays, the turn goes."""
    assert plainly(said) == told


@pytest.mark.parametrize("said", KEPT)
def test_other_words_stay(said: str) -> None:
    """What only looks like such a turn is left as it is."""
    assert plainly(said) == said
