"""A room for two, as a pure state machine: each function takes a room and gives the next one, or says why not.

Nobody sees an answer before both have answered and each has said "show"; until then it can be changed or taken back.
Every function may be asked twice for the same thing (a double press, a retry): the second time changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from coach.errors import RoomError
from coach.library.cards import Card
from coach.model import Frozen
from coach.together.evening import Evening, deeper

Seat = Literal[1, 2]
SeatKey = Annotated[Seat, BeforeValidator(int)]  # a key of a JSON object is a text
SEATS: tuple[Seat, Seat] = (1, 2)
_MOVED_ON = "The two of you have moved on to another question. Your words are still in the box."
_OPEN = "Both answers are open now, so this one stays as it is."


class Said(Frozen):
    """An answer or a reply: typed, or said out loud, which is as good."""

    text: str = ""
    aloud: bool = False


class Round(Frozen):
    """One question: the answers, who said "show", and the replies, by seat."""

    card: Card
    first: Seat
    answers: dict[SeatKey, Said] = Field(default_factory=dict)
    show: tuple[Seat, ...] = ()
    replies: dict[SeatKey, Said] = Field(default_factory=dict)

    @property
    def revealed(self) -> bool:
        """Whether both answers are open."""
        return all(seat in self.answers and seat in self.show for seat in SEATS)


class Room(Frozen):
    """Everything about a room. ``rounds`` are in order; only the last can be answered. ``code`` opens it until two sit there.

    ``names`` are what two who share a device call each other; empty if they gave none.
    """

    code: str = ""
    names: tuple[str, str] = ("", "")
    here: tuple[Seat, ...] = (1,)
    joined: bool = False
    evening: Evening = Evening()
    rounds: tuple[Round, ...] = ()
    deeper: tuple[Seat, ...] = ()
    closing: bool = False
    thanks: dict[SeatKey, Said] = Field(default_factory=dict)

    @property
    def number(self) -> int:
        """How many questions were drawn; the number of the current one."""
        return len(self.rounds)


Change = Callable[[Room], Room]


def other(seat: Seat) -> Seat:
    """The one across."""
    return 2 if seat == 1 else 1


def join(room: Room) -> Room:
    """The second person sits down."""
    return room.model_copy(update={"code": "", "here": SEATS, "joined": True})


def leave(room: Room, seat: Seat) -> Room:
    """One goes. What they had not shown goes with them."""
    rounds = room.rounds
    if rounds and not rounds[-1].revealed:
        rounds = (*rounds[:-1], _without(rounds[-1], seat))
    return room.model_copy(update={"here": tuple(one for one in room.here if one != seat), "rounds": rounds})


def put_card(room: Room, after: int, card: Card, evening: Evening) -> Room:
    """The next question, with the ``evening`` it was drawn on, if ``after`` is still the number of the current one: two presses at once draw one card."""
    if room.number != after or room.closing:
        return room
    question = Round(card=card, first=1 if evening.turn == 2 else 2)  # `turn` is whose the one after this is
    return room.model_copy(update={"rounds": (*room.rounds, question), "evening": evening})


def answer(room: Room, seat: Seat, number: int, said: Said) -> Room:
    """Answer, or change the answer. It is shown only when its writer says so anew."""
    current = _current(room, number)
    if current.answers.get(seat) == said:
        return room
    if current.revealed:
        raise RoomError(_OPEN)
    return _with(room, _without(current, seat, {seat: said}))


def take_back(room: Room, seat: Seat, number: int) -> Room:
    """Take the answer back, before both are open."""
    current = _current(room, number)
    if current.revealed:
        raise RoomError(_OPEN)
    return _with(room, _without(current, seat))


def show(room: Room, seat: Seat, number: int) -> Room:
    """Say that one's own answer may be seen as soon as the other says so too."""
    current = _current(room, number)
    if seat not in current.answers:
        raise RoomError("Write your answer first, or say that you talked about it out loud.")
    return _with(room, current.model_copy(update={"show": tuple(sorted({*current.show, seat}))}))


def reply(room: Room, seat: Seat, number: int, said: Said) -> Room:
    """Reply to the other's answer. A reply that was sent stays as it is."""
    current = _current(room, number)
    if not current.revealed:
        raise RoomError("Both answers come first.")
    if current.replies.get(seat, said) != said:
        raise RoomError("Your reply was sent already, and stays as it is.")
    return _with(room, current.model_copy(update={"replies": {**current.replies, seat: said}}))


def wish_deeper(room: Room, seat: Seat, *, wished: bool = True) -> Room:
    """Wish to go deeper, or not after all. It happens when both wish it."""
    wishes = {*room.deeper, seat} if wished else {*room.deeper} - {seat}
    if wishes == set(SEATS):
        return room.model_copy(update={"deeper": (), "evening": deeper(room.evening)})
    return room.model_copy(update={"deeper": tuple(sorted(wishes))})


def close(room: Room) -> Room:
    """End the evening: no further question, one appreciation each."""
    return room.model_copy(update={"closing": True})


def reopen(room: Room) -> Room:
    """Go on after all, with the question that was on the table."""
    return room.model_copy(update={"closing": False})


def thank(room: Room, seat: Seat, said: Said) -> Room:
    """The appreciation at the end."""
    return room.model_copy(update={"thanks": {**room.thanks, seat: said}})


def _current(room: Room, number: int) -> Round:
    if number != room.number or not room.rounds:
        raise RoomError(_MOVED_ON)
    return room.rounds[-1]


def _with(room: Room, current: Round) -> Room:
    return room.model_copy(update={"rounds": (*room.rounds[:-1], current)})


def _without(current: Round, seat: Seat, instead: dict[Seat, Said] | None = None) -> Round:
    answers = {one: said for one, said in current.answers.items() if one != seat}
    return current.model_copy(
        update={"answers": {**answers, **(instead or {})}, "show": tuple(one for one in current.show if one != seat)}
    )
