"""The state machine of a room: never an answer seen early, never lost, never doubled. 10,000 steps against a plain model."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from coach.errors import RoomError
from coach.library.cards import Card
from coach.together import room as r
from coach.together.evening import Evening
from coach.together.room import Room, Said, Seat
from coach.together.seen import view

CARD = Card.model_validate(
    {
        "id": "test.card",
        "text": "What made you smile?",
        "depth": 1,
        "tone": "warm",
        "topics": ["communication"],
        "for": ["anyone"],
        "follow_ups": [{"if": "yes", "ask": "What?"}, {"if": "no", "ask": "How?"}],
        "go_first": "I …",
    }
)
STEPS_EACH, EXAMPLES = 100, 130
seats = st.sampled_from(r.SEATS)
words = st.sampled_from(["secret-a", "secret-b", "secret-c"])


class Evenings(RuleBasedStateMachine):
    """Two people do whatever they like, in any order, twice, and too late."""

    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.answers: dict[tuple[int, Seat], str] = {}  # what each would say is their answer, by question
        self.show: set[tuple[int, Seat]] = set()
        self.replies: dict[tuple[int, Seat], str] = {}

    def opened(self, number: int) -> bool:
        """Whether both answered this question and both said show."""
        return all((number, seat) in self.answers and (number, seat) in self.show for seat in r.SEATS)

    def attempt(self, allowed: bool, change: Any) -> None:
        """Do it if it is allowed, and twice; else it is refused and nothing changed."""
        before = self.room
        if allowed:
            self.room = change(self.room)
            assert change(self.room) == self.room, "the second time changes nothing"
        else:
            with pytest.raises(RoomError):
                change(before)

    @rule()
    def join(self) -> None:
        self.attempt(True, r.join)

    @rule(late=st.booleans())
    def draw(self, late: bool) -> None:
        number = self.room.number
        after = number - 1 if late else number
        drawn = r.put_card(self.room, after, CARD, Evening(drawn=("x",) * (number + 1)))
        assert drawn.number == (number if late or self.room.closing else number + 1)
        assert r.put_card(drawn, number, CARD, Evening()) == drawn or late
        self.room = drawn

    @precondition(lambda self: self.room.number)
    @rule(seat=seats, text=words, late=st.booleans())
    def answer(self, seat: Seat, text: str, late: bool) -> None:
        number = self.room.number
        same = self.answers.get((number, seat)) == text
        allowed = not late and (same or not self.opened(number))
        self.attempt(allowed, lambda room: r.answer(room, seat, number - late, Said(text=text)))
        if allowed and not same:
            self.answers[number, seat] = text
            self.show.discard((number, seat))

    @precondition(lambda self: self.room.number)
    @rule(seat=seats)
    def take_back(self, seat: Seat) -> None:
        number = self.room.number
        allowed = not self.opened(number)
        self.attempt(allowed, lambda room: r.take_back(room, seat, number))
        if allowed:
            self.answers.pop((number, seat), None)
            self.show.discard((number, seat))

    @precondition(lambda self: self.room.number)
    @rule(seat=seats)
    def say_show(self, seat: Seat) -> None:
        number = self.room.number
        allowed = (number, seat) in self.answers
        self.attempt(allowed, lambda room: r.show(room, seat, number))
        if allowed:
            self.show.add((number, seat))

    @precondition(lambda self: self.room.number)
    @rule(seat=seats, text=words)
    def reply(self, seat: Seat, text: str) -> None:
        number = self.room.number
        allowed = self.opened(number) and self.replies.get((number, seat), text) == text
        self.attempt(allowed, lambda room: r.reply(room, seat, number, Said(text=text)))
        if allowed:
            self.replies[number, seat] = text

    @rule(seat=seats, wished=st.booleans())
    def deeper(self, seat: Seat, wished: bool) -> None:
        level = self.room.evening.level
        both = wished and r.other(seat) in self.room.deeper
        self.room = r.wish_deeper(self.room, seat, wished=wished)
        assert self.room.evening.level == (min(level + 1, 3) if both else level)

    @rule(seat=seats)
    def leave(self, seat: Seat) -> None:
        number = self.room.number
        self.room = r.leave(self.room, seat)
        if not self.opened(number):
            self.answers.pop((number, seat), None)
            self.show.discard((number, seat))

    @rule(seat=seats, text=words)
    def thank(self, seat: Seat, text: str) -> None:
        self.attempt(True, lambda room: r.thank(room, seat, Said(text=text)))

    @rule()
    def saved_and_read_again(self) -> None:
        assert Room.model_validate_json(self.room.model_dump_json(by_alias=True)) == self.room

    @invariant()
    def nothing_is_seen_early_lost_or_doubled(self) -> None:
        """Each sees their own answers as they are, and the other's exactly when both said show."""
        Evenings.steps += 1
        for seat in r.SEATS:
            seen = view(self.room, seat)
            for one in (*seen.before, *([seen.now] if seen.now else [])):
                across, opened = r.other(seat), self.opened(one.number)
                assert one.revealed == opened
                assert _text(one.mine) == self.answers.get((one.number, seat))
                assert _text(one.theirs) == (self.answers.get((one.number, across)) if opened else None)
                assert _text(one.my_reply) == self.replies.get((one.number, seat))
                assert _text(one.their_reply) == self.replies.get((one.number, across))
            if seen.now is not None and not self.opened(seen.now.number):
                told = seen.model_copy(update={"before": (), "their_thanks": None, "my_thanks": None})
                told = told.model_copy(update={"now": seen.now.model_copy(update={"mine": None})})
                assert "secret" not in told.model_dump_json(), "no word of a sealed answer leaves in any field"
            assert [one.number for one in seen.before] == [n for n in range(1, self.room.number) if self.opened(n)]


def _text(said: Said | None) -> str | None:
    return said.text if said else None


def test_ten_thousand_steps() -> None:
    """Whatever two people do, in any order: never an answer seen early, never lost, never doubled."""
    Evenings.steps = 0
    run_state_machine_as_test(
        Evenings,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS_EACH, suppress_health_check=list(HealthCheck)
        ),
    )
    assert Evenings.steps >= 10_000
