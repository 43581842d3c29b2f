"""Rooms for two people on two devices: opening one, joining, knowing who is there, leaving. The one way from a page to a room."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from coach.errors import RoomError
from coach.model import Frozen
from coach.together import door, evening, room
from coach.together.bank import Wishes
from coach.together.ports import Pulse, RoomStore
from coach.together.room import Room, Seat, other
from coach.together.table import RoomTable, changed

SECRET_SECONDS = 600
_LOOK = 0.7  # seconds: how old a look at all rooms may be
_TELL = 3.0  # seconds between telling the store who is here
_SILENT = 8  # seconds without a sign after which somebody counts as away while their line still seems open
_CLOSED = 2  # seconds without a sign after which they do once it is closed: longer than most reloads
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


class Sign(NamedTuple):
    """When somebody last looked, and whether the line to their page is still open."""

    at: float
    open: Callable[[], bool]


class Together:
    """Rooms for two. Shared by all sessions; it remembers who was seen when, and nothing anybody typed."""

    def __init__(self, rooms: RoomStore, clock: Callable[[], float] = time.time) -> None:
        self._rooms, self._clock = rooms, clock
        self._lock = threading.Lock()
        self._pulses: dict[str, Pulse] = {}
        self._looked = self._told = 0.0
        self._seen: dict[Place, Sign] = {}

    def open(self, token: str, wishes: Wishes) -> str:
        """Open a room and give its code. A room one sat in before is left."""
        self.leave(token)
        opened = False
        while not opened:  # until a code is free, which the first one nearly always is
            made = Room(code=door.new_code(), evening=evening.Evening(wishes=wishes))
            opened = self._rooms.make(token, secrets.token_hex(16), made.code, made.model_dump_json(by_alias=True))
        self._look_anew()
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
        if self._rooms.join(token, partial(changed, room.join), code=code) is None:
            self._rooms.tried(who, door.wait_after)
            self._rooms.tried(_EVERYWHERE, lambda wrong: 0 if wrong < _MANY else 2)
            raise RoomError(_NO_ROOM)
        self._look_anew()

    def join_by_secret(self, token: str, secret: str) -> None:
        """Join by the secret of a link. Raises RoomError when it no longer works."""
        self._refuse_a_second(token)
        if not secret or self._rooms.join(token, partial(changed, room.join), secret=secret) is None:
            raise RoomError(_NO_LINK)
        self._look_anew()

    def place(self, token: str) -> Place | None:
        """Where this person sits, if anywhere."""
        found = self._rooms.seat(token)
        return None if found is None else Place(room=found[0], seat=1 if found[1] == 1 else 2)

    def glance(self, place: Place, line: Callable[[], bool] = lambda: True) -> Glance | None:
        """The cheap look of an open page; it also tells the other that this one is here, for as long as its ``line`` is open. None when the room is gone."""
        pulse = self._pulse(place, line)
        if pulse is None:
            return None
        across = Place(room=place.room, seat=other(place.seat))
        sign = self._seen.get(across)
        last = max(sign.at if sign else 0.0, float(pulse.seen.get(across.seat, 0)))
        patience = _CLOSED if sign and not sign.open() else _SILENT
        return Glance(version=pulse.version, they_are_here=self._clock() - last <= patience)

    def table(self, place: Place) -> RoomTable:
        """The room to read and to change."""
        return RoomTable(self._rooms, place.room, self._look_anew)

    def leave(self, token: str) -> None:
        """Get up and go; what was not shown yet goes along. The other may stay."""
        self._rooms.leave(token, lambda body, seat: changed(partial(room.leave, seat=1 if seat == 1 else 2), body))
        self._look_anew()

    def erase(self, token: str) -> None:
        """Remove the room and everything said in it, for both."""
        self._rooms.leave(token, lambda body, seat: None)
        self._look_anew()

    def _refuse_a_second(self, token: str) -> None:
        place = self.place(token)
        if place is not None and self.table(place).read().joined:
            raise RoomError("You are in a room already. Leave it first, if you want to join another.")

    def _look_anew(self) -> None:
        self._looked = 0.0

    def _pulse(self, place: Place, line: Callable[[], bool]) -> Pulse | None:
        with self._lock:
            now = self._clock()
            self._seen[place] = Sign(now, line)
            if now - self._told >= _TELL:
                self._seen = {one: sign for one, sign in self._seen.items() if now - sign.at <= _SILENT}
                self._rooms.saw(
                    (one.room, one.seat) for one, sign in self._seen.items() if now - sign.at <= _TELL and sign.open()
                )
                self._told = now
            if now - self._looked >= _LOOK:
                self._pulses = dict(self._rooms.pulses())
                self._looked = now
            return self._pulses.get(place.room)
