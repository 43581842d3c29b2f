"""What a message is about beneath its words, and what stands in a draft when it tells no fact."""

from __future__ import annotations

import math

import pytest

from coach.language.encoder import encoder
from coach.language.parse import parse
from coach.model import CoachingPlan, Situation
from coach.service import CoachService
from coach.suggest.concerns import log_chances
from coach.wiring import library

ABOUT = [
    ("You were three hours late last night and I had no text and no call.", "late-arriving", "deed.comes-late"),
    ("You cancelled on me an hour before dinner, the second time this month.", "friend-who-cancels", "deed.cancels"),
    ("You took the credit for my slides in the meeting on Monday.", "credit-taken", "deed.credit"),
    ("You spent four hundred on a jacket without a word to me.", "money-spent-without-asking", "deed.spends"),
    ("You were on your phone all through dinner again.", "phone-while-together", "deed.phone"),
]
SHARE = 0.8


def plan(service: CoachService, text: str) -> CoachingPlan:
    """The offline plan."""
    return service.plan(Situation(text=text))


def test_every_id_that_a_head_names_exists() -> None:
    """What was learned fits the content as it stands."""
    known = library()
    ids = {
        "concern": {one.id for one in known.concerns},
        "feeling": {one.id for one in known.feelings},
        "need": {one.id for one in known.needs},
    }
    for head, there in ids.items():
        assert set(map(str, encoder().setting(f"{head}.names"))) <= there


def test_chances_add_up_to_one() -> None:
    """For each head, over all that it tells apart."""
    vector = parse("You never ring.").encoding.whole
    assert sum(map(math.exp, log_chances("need", vector).values())) == pytest.approx(1, abs=1e-4)


def test_the_concern_decides_what_is_asked_for(service: CoachService) -> None:
    """For plain complaints the draft asks for something of the very concern, or of the deed where that is what is clear."""
    requests = {one.id: set(one.requests) for one in (*library().concerns, *library().deeds)}
    right = [
        any(draft.request in requests[concern] | requests[deed] for draft in plan(service, text).drafts)
        for text, concern, deed in ABOUT
    ]
    assert sum(right) >= SHARE * len(right)


def test_blame_without_a_fact_gets_a_moment_and_a_note(service: CoachService) -> None:
    """Nothing is left blank where the concern is clear; the note asks for the real moment."""
    found = plan(service, "You are so damn loud at night, it's like living with a brass band.")
    moments = {line for one in library().concerns for line in (*one.moments.habit, *one.moments.past)}
    text = " ".join(draft.text for draft in found.drafts).lower()
    assert any(line.lower() in text for line in moments)
    assert any("one real moment" in note for note in found.note)


def test_a_bare_label_is_asked_for_one_moment(service: CoachService) -> None:
    """A label tells nothing that could be guessed at."""
    assert all("[" in draft.text for draft in plan(service, "You're impossible.").drafts)
