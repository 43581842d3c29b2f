"""Two people and a room: opening it, joining, drawing, answering, replying, leaving. The one way from a page to a room."""

from __future__ import annotations

import random
import secrets
import threading
import time
from collections.abc import Callable, Collection
from functools import partial

from coach.errors import RoomError
from coach.library.schema import Card
from coach.model import Frozen
from coach.together import door, evening, room
from coach.together.bank import Bank, Wishes
from coach.together.ports import Pulse, RoomStore
from coach.together.room import Room, Said, Seat, other
from coach.together.seen import RoomView, view

SECRET_SECONDS = 600
_LOOK = 0.7  # seconds: how old a look at all rooms may be
_TELL = 3.0  # seconds between telling the store who is here
_AWAY = 8  # seconds without a sign after which somebody counts as away
_EVERYWHERE = "everywhere"  # wrong codes from all places together
_MANY = 60  # wrong codes from all places after which everyone who types a code waits a little
_NO_ROOM = "No open room has this code. Check it with the other person; a room also closes once two have joined, and after a day."
_NO_LINK = "This link no longer opens a room: each works once, for ten minutes. Ask for a new one, or type the code."


class Place(Frozen):
    """Where somebody sits."""

    room: str
    seat: Seat


class Glance(Frozen):
    """What an open page asks for every second or two: whether anything changed, and whether the other is there."""

    version: int
    they_are_here: bool


class Together:
    """Rooms for two. Shared by all sessions; it remembers who was seen when, and nothing anybody typed."""

    def __init__(self, rooms: RoomStore, clock: Callable[[], float] = time.time) -> None:
        self._rooms, self._clock = rooms, clock
        self._lock = threading.Lock()
        self._pulses: dict[str, Pulse] = {}
        self._looked = self._told = 0.0
        self._seen: dict[Place, float] = {}

    def open(self, token: str, wishes: Wishes) -> str:
        """Open a room and give its code. A room one sat in before is left."""
        self.leave(token)
        opened = False
        while not opened:  # until a code is free, which the first one nearly always is
            made = Room(code=door.new_code(), evening=evening.Evening(wishes=wishes))
            opened = self._rooms.make(token, secrets.token_hex(16), made.code, made.model_dump_json(by_alias=True))
        self._looked = 0.0
        return made.code

    def invite(self, place: Place) -> str:
        """A secret that lets one person in within ten minutes."""
        secret = door.new_secret()
        self._rooms.invite(place.room, secret, int(self._clock()) + SECRET_SECONDS)
        return secret

    def join(self, token: str, typed: str, who: str) -> None:
        """Join by code. ``who`` tells where the try comes from. Raises RoomError with what to do."""
        code = door.read_code(typed)
        if not code:
            raise RoomError("A code has eight letters and numbers, such as 7KQ2 M4XD. Nothing was sent.")
        waits = [self._rooms.wrong_tries(one)[1] - self._clock() for one in (who, _EVERYWHERE)]
        if max(waits) > 0:
            raise RoomError(
                f"There were too many wrong codes. Please wait {round(max(waits)) + 1} seconds, or use the link."
            )
        self._refuse_a_second(token)
        if self._rooms.join(token, _joined, code=code) is None:
            self._rooms.tried(who, door.wait_after)
            self._rooms.tried(_EVERYWHERE, lambda wrong: 0 if wrong < _MANY else 2)
            raise RoomError(_NO_ROOM)
        self._looked = 0.0

    def join_by_secret(self, token: str, secret: str) -> None:
        """Join by the secret of a link. Raises RoomError when it no longer works."""
        self._refuse_a_second(token)
        if not secret or self._rooms.join(token, _joined, secret=secret) is None:
            raise RoomError(_NO_LINK)
        self._looked = 0.0

    def place(self, token: str) -> Place | None:
        """Where this person sits, if anywhere."""
        found = self._rooms.seat(token)
        return None if found is None else Place(room=found[0], seat=1 if found[1] == 1 else 2)

    def glance(self, place: Place) -> Glance | None:
        """The cheap look of an open page; it also tells the other that this one is here. None when the room is gone."""
        pulse = self._pulse(place)
        if pulse is None:
            return None
        across = Place(room=place.room, seat=other(place.seat))
        last = max(self._seen.get(across, 0.0), float(pulse.seen.get(across.seat, 0)))
        return Glance(version=pulse.version, they_are_here=self._clock() - last <= _AWAY)

    def view(self, place: Place) -> RoomView:
        """The room as this person sees it. Raises RoomError when it is gone."""
        found = self._rooms.read(place.room)
        if found is None:
            raise RoomError("This room is closed. Nothing of it is kept.")
        return view(Room.model_validate_json(found[1]), place.seat)

    def draw(
        self,
        place: Place,
        after: int,
        bank: Bank,
        seen: Collection[str],
        chance: random.Random,
        like: Card | None = None,
    ) -> None:
        """The next question for both; ``after`` is the number of the one on the page, so that two presses draw one card.

        ``seen`` are the ids that the one who draws has met on other evenings.
        """

        def drawn(now: Room) -> Room:
            if now.number != after:
                return now
            further, found = evening.draw(now.evening, bank, set(seen), chance, like)
            if found is None:
                raise RoomError("No question fits what you picked. Open a room with wider choices.")
            return room.put_card(now, after, found.card, further)

        self._act(place, drawn)

    def answer(self, place: Place, number: int, said: Said) -> None:
        """Seal an answer, or change it."""
        self._act(place, lambda now: room.answer(now, place.seat, number, said))

    def take_back(self, place: Place, number: int) -> None:
        """Take the answer back."""
        self._act(place, lambda now: room.take_back(now, place.seat, number))

    def show(self, place: Place, number: int) -> None:
        """Say "show"."""
        self._act(place, lambda now: room.show(now, place.seat, number))

    def reply(self, place: Place, number: int, said: Said) -> None:
        """Reply to the other's answer."""
        self._act(place, lambda now: room.reply(now, place.seat, number, said))

    def wish_deeper(self, place: Place, *, wished: bool) -> None:
        """Wish to go deeper, or not after all."""
        self._act(place, lambda now: room.wish_deeper(now, place.seat, wished=wished))

    def close(self, place: Place) -> None:
        """End the evening with one appreciation each."""
        self._act(place, room.close)

    def thank(self, place: Place, said: Said) -> None:
        """Say the appreciation."""
        self._act(place, lambda now: room.thank(now, place.seat, said))

    def leave(self, token: str) -> None:
        """Get up and go; what was not shown yet goes along. The other may stay."""
        self._rooms.leave(token, lambda body, seat: _changed(partial(room.leave, seat=1 if seat == 1 else 2), body))

    def erase(self, token: str) -> None:
        """Remove the room and everything said in it, for both."""
        self._rooms.leave(token, lambda body, seat: None)

    def _refuse_a_second(self, token: str) -> None:
        place = self.place(token)
        if place is not None and not self.view(place).alone:
            raise RoomError("You are in a room already. Leave it first, if you want to join another.")

    def _act(self, place: Place, change: Callable[[Room], Room]) -> None:
        self._rooms.change(place.room, partial(_changed, change))
        self._looked = 0.0  # the next look is a fresh one

    def _pulse(self, place: Place) -> Pulse | None:
        with self._lock:
            now = self._clock()
            self._seen[place] = now
            if now - self._told >= _TELL:
                self._seen = {one: at for one, at in self._seen.items() if now - at <= _AWAY}
                self._rooms.saw((one.room, one.seat) for one in self._seen)
                self._told = now
            if now - self._looked >= _LOOK:
                self._pulses = dict(self._rooms.pulses())
                self._looked = now
            return self._pulses.get(place.room)


def _joined(body: str) -> str:
    return _changed(room.join, body)


def _changed(change: Callable[[Room], Room], body: str) -> str:
    return change(Room.model_validate_json(body)).model_dump_json(by_alias=True)
