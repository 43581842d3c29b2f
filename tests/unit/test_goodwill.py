"""Kind words and plain questions are known for what they are, and mockery that borrows them is not."""

from __future__ import annotations

import pytest

from coach.language.goodwill import goodwill
from coach.language.parse import parse
from coach.language.question_blame import only_asks
from coach.model import Situation
from coach.service import CoachService


@pytest.mark.parametrize(
    "text",
    [
        "You star, the gutters are done.",
        "Have a proper rest, the boys are in bed.",
        "Can't wait to see you on the pier.",
        "You've got your gran's hands.",
        "You were brilliant with the twins.",
        "Fine by me, see you at noon.",
    ],
)
def test_a_kind_sentence_is_known_and_left_alone(text: str, service: CoachService) -> None:
    """Whatever the encoder takes it for."""
    assert goodwill(parse(text)) == {0}
    assert service.reading(Situation(text=text)).analysis.findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Oh, you star, you found the sink.",
        "Have a rest for once, but leave me out of it.",
        "You were wonderful, you lazy liar.",
        "The bus was late.",
    ],
)
def test_a_kind_frame_that_is_turned_round_is_no_goodwill(text: str) -> None:
    """One turning or unkind word leaves the sentence to the encoder, and a sentence without a kind frame always is."""
    assert goodwill(parse(text)) == frozenset()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("When do you have to leave?", True),
        ("How long have you had that cough?", True),
        ("Do you ever see Anna?", True),
        ("When are you going to grow up?", False),
        ("Where were you when my mother fell?", False),
        ("How long do you really think this can go on?", False),
        ("Why did you leave?", False),
    ],
)
def test_a_plain_question_only_asks(text: str, *, plain: bool) -> None:
    """When, where and how long are asked without a word of a quarrel; why is left to the other rules."""
    assert only_asks(" ".join(parse(text).lower)) is plain


@pytest.mark.parametrize(
    "text",
    [
        "What time do you have to be back?",
        "Are you still coming on Sunday?",
        "Do you ever hear from Anna?",
        "How long do you have to take the tablets?",
        "Have you never tried mango?",
        "You can always ring me.",
    ],
)
def test_plain_questions_and_offers_have_no_finding(text: str, service: CoachService) -> None:
    """They ask for something to know, or leave a door open."""
    assert service.reading(Situation(text=text)).analysis.findings == ()
