"""The state machine of a room as it lies in the store: 10,000 steps against a plain model, on each database."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from coach.errors import RoomError
from coach.library.cards import Card
from coach.store.rooms import Rooms
from coach.together import room as r
from coach.together.evening import Evening
from coach.together.room import Room, Said, Seat
from coach.together.seen import view
from coach.together.table import RoomTable

if TYPE_CHECKING:
    from coach.store.database import Database

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

    rooms: ClassVar[Rooms]
    made: ClassVar[count[int]]
    steps: ClassVar[int]

    def __init__(self) -> None:
        super().__init__()
        number = next(self.made)
        self.room = Room()
        self.rooms.make(f"{number:032x}", str(number), f"{number:08}", self.room.model_dump_json(by_alias=True))
        self.table = RoomTable(self.rooms, str(number), lambda: None)
        self.answers: dict[tuple[int, Seat], str] = {}  # what each would say is their answer, by question
        self.show: set[tuple[int, Seat]] = set()
        self.replies: dict[tuple[int, Seat], str] = {}

    def opened(self, number: int) -> bool:
        """Whether both answered this question and both said show."""
        return all((number, seat) in self.answers and (number, seat) in self.show for seat in r.SEATS)

    def attempt(self, allowed: bool, change: Any) -> None:
        """Do it if it is allowed, and twice; else it is refused and nothing changed."""
        if allowed:
            self.change(change)
            self.table.change(change)
            assert self.table.read() == self.room, "the second time changes nothing"
        else:
            with pytest.raises(RoomError):
                self.table.change(change)
            assert self.table.read() == self.room

    def change(self, change: Any) -> None:
        """Change the room as it stands in the store, and read it anew."""
        self.table.change(change)
        self.room = self.table.read()

    @rule()
    def join(self) -> None:
        self.attempt(True, r.join)

    @rule(late=st.booleans())
    def draw(self, late: bool) -> None:
        number = self.room.number
        after = number - 1 if late else number
        goes_on = not late and not self.room.closing
        evening = Evening(drawn=("x",) * (number + 1))
        self.attempt(True, lambda room: r.put_card(room, after, CARD, evening))
        assert self.room.number == number + goes_on

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
        self.change(lambda room: r.wish_deeper(room, seat, wished=wished))
        assert self.room.evening.level == (min(level + 1, 3) if both else level)

    @rule(seat=seats)
    def leave(self, seat: Seat) -> None:
        number = self.room.number
        self.attempt(True, lambda room: r.leave(room, seat))
        if not self.opened(number):
            self.answers.pop((number, seat), None)
            self.show.discard((number, seat))

    @rule(seat=seats, text=words)
    def thank(self, seat: Seat, text: str) -> None:
        self.attempt(True, lambda room: r.thank(room, seat, Said(text=text)))

    @rule(ends=st.booleans())
    def end(self, ends: bool) -> None:
        self.attempt(True, r.close if ends else r.reopen)

    @invariant()
    def nothing_is_seen_early_lost_or_doubled(self) -> None:
        """Each sees their own answers as they are, and the other's exactly when both said show."""
        type(self).steps += 1
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


def test_ten_thousand_steps(database: Database) -> None:
    """Whatever two people do, in any order: never an answer seen early, never lost, never doubled."""
    Evenings.rooms, Evenings.made, Evenings.steps = Rooms(database), count(), 0
    run_state_machine_as_test(
        Evenings,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS_EACH, suppress_health_check=list(HealthCheck)
        ),
    )
    print(f"{Evenings.steps} steps in {next(Evenings.made)} evenings")
    assert Evenings.steps >= 10_000
