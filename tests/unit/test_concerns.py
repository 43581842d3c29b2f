"""What a message is about beneath its words, and what stands in a draft when it tells no fact."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from coach.language.encoder import encoder
from coach.language.parse import parse, parse_many
from coach.model import CoachingPlan, Situation
from coach.service import CoachService
from coach.suggest.concerns import ConcernChooser, log_chances
from coach.wiring import library

ABOUT = [
    (
        "You were three hours late last night and I had no text and no call.",
        "late-arriving late-no-word deed.comes-late",
    ),
    (
        "You cancelled on me an hour before dinner, the second time this month.",
        "friend-who-cancels plans-cancelled deed.cancels",
    ),
    ("You took the credit for my slides in the meeting on Monday.", "credit-taken deed.credit"),
    ("You spent four hundred on a jacket without a word to me.", "money-spent-without-asking deed.spends"),
    ("You were on your phone all through dinner again.", "phone-while-together deed.phone"),
]
APART = Path(__file__).parents[1] / "data" / "apart" / "concerns.jsonl"
SHARE = 0.8


@pytest.fixture(scope="module")
def apart() -> list[tuple[str, float, bool]]:
    """For each message that nothing was taught or fitted on: its text, the chance of the concern chosen, and whether that one fits."""
    rows = [json.loads(line) for line in APART.read_text(encoding="utf-8").splitlines()]
    chooser = ConcernChooser(library().concerns)
    parsed = parse_many(row["text"] for row in rows)
    chosen = [chooser.choose(one, frozenset(), (), None) for one in parsed]
    return [
        (row["text"], one.chances[0], one.concerns[0].id in row["concern"])
        for row, one in zip(rows, chosen, strict=True)
        if row["concern"]
    ]


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
        any(draft.request in requests[matter] for draft in plan(service, text).drafts for matter in matters.split())
        for text, matters in ABOUT
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
    """A label tells nothing that could be guessed at; only the direct draft has a place for the moment, the others can be said."""
    found = plan(service, "You're impossible.")
    assert ["[" in draft.text for draft in found.drafts] == [False, True, False]
    assert "one time it happened" in found.note[0]


def test_the_concern_fits_messages_kept_apart(apart: list[tuple[str, float, bool]]) -> None:
    """The first of 164 is one of those a reader named, for more than half."""
    right = [fits for _, _, fits in apart]
    assert sum(right) / len(right) >= 0.55


def test_a_chance_is_the_share_that_is_right(apart: list[tuple[str, float, bool]]) -> None:
    """What is called clear is hardly ever wrong, and what is called a guess is one."""
    clear = [fits for _, chance, fits in apart if chance >= 0.65]
    guess = [fits for _, chance, fits in apart if chance < 0.3]
    assert sum(clear) / len(clear) >= 0.75
    assert sum(guess) / len(guess) <= 0.45


def test_no_line_of_a_concern_stands_where_none_is_sure(
    service: CoachService, apart: list[tuple[str, float, bool]]
) -> None:
    """A message whose matter is a guess gets requests and views that are true of almost any case, or go with the deed."""
    known = library()
    lines = {line for one in known.concerns for line in (*one.requests, *one.perspectives)}
    lines -= {line for one in known.deeds for line in (*one.requests, *one.perspectives)}
    guessed = [text for text, chance, _ in apart if chance < 0.2]
    assert len(guessed) >= 5
    for text in guessed:
        found = plan(service, text)
        assert not lines.intersection(draft.request for draft in found.drafts), text
        assert not lines.intersection(found.other_view), text
