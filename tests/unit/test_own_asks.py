"""Requests that are made out of the person's own words."""

from __future__ import annotations

import pytest

from coach.model import Situation
from coach.service import CoachService


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I've asked you four times to move your bike out of the hall.", "move your bike out of the hall?"),
        ("I told you twice to lock the back door and it's still open every night.", "lock the back door?"),
        ("You promised you'd mend the shelf by Sunday and it's still on the floor.", "mend the shelf?"),
        ("You change the rota without telling me.", "tell me before you change the rota?"),
        ("You book the van without checking with me first.", "talk to me before you book the van?"),
        ("You rented out the spare room without asking me.", "ask me before you do something like that?"),
        ("You drop round at ours with no warning.", "give me a day's notice before you drop round at ours?"),
        ("I always end up walking the dog in the rain.", "walking the dog in the rain"),
        ("I'm sick of being the one who scrubs the bathroom in this house.", "scrubbing the bathroom"),
        ("I've been bathing the twins on my own for three weeks now.", "bathing the twins"),
        ("I do all the laundry and the shopping.", "the laundry and the shopping"),
        ("I end up ringing your dentist every time.", "ring your dentist yourself from now on?"),
        ("She keeps the heating at 25 and then complains about the bill.", "keeping the heating at 25"),
        ("You didn't leave me any hot water this morning.", "leave me some hot water?"),
        ("You didn't offer to carry the pram up the stairs.", "carry the pram up the stairs?"),
    ],
)
def test_the_request_is_made_of_what_was_said(service: CoachService, text: str, asked: str) -> None:
    """What was asked for before, promised, done unasked or left to one alone is what the direct draft asks for."""
    drafts = {draft.style: draft for draft in service.plan(Situation(text=text)).drafts}
    assert asked in drafts["direct"].request or asked in drafts["brief"].request


@pytest.mark.parametrize(
    "text",
    [
        "You promised you'd come to my hearing and the chair stayed empty.",
        "You put your hand on my leg whenever we sit in the van.",
        "I sat in the car alone for two hours.",
        "I asked you not to tell her.",
        "You treat me like I'm one of the kids.",
    ],
)
def test_nothing_is_asked_for_that_cannot_be_done_any_more(service: CoachService, text: str) -> None:
    """What is over, what one waits or sits through, and what nobody should bargain about gives no request of its own."""
    requests = " ".join(draft.request for draft in service.plan(Situation(text=text)).drafts).lower()
    for never in ("hearing", "your hand", "sitting in the car", "tell her", "treating", "a day when"):
        assert never not in requests
