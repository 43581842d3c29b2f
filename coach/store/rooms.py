"""Rooms for two: one row each, changed as a whole. What stands in it is the business of coach.together; here it is a text.

A change reads the row, works on it and writes it back in one transaction that nobody else can come between. ``version``
counts the changes, so that an open page asks for one number and reads the rest only when it moved.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from coach.errors import RoomError
from coach.store.database import Database
from coach.store.tables import rooms, seats, tries
from coach.store.tokens import owner_id

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

DAY = 24 * 3600
_GONE = "This room is closed. Nothing of it is kept."


@dataclass(frozen=True)
class Pulse:
    """What an open page needs to know at every look: the version, and when each seat was last seen."""

    version: int
    seen: dict[int, int]


class Rooms:
    """Rooms by id; who sits where by owner token."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database, self._clock = database, clock

    def make(self, token: str, room: str, code: str, body: str) -> bool:
        """Open a room with its maker on seat 1; False when the code is taken. The maker leaves no other room by it."""
        owner, now = owner_id(token), self._now()
        with self._database.writing() as connection:
            connection.execute(delete(rooms).where(rooms.c.expires <= now))
            if connection.scalar(select(rooms.c.id).where(rooms.c.code == code)) is not None:
                return False
            connection.execute(
                rooms.insert().values(id=room, code=code, invite_until=0, body=body, version=1, expires=now + DAY)
            )
            self._sit(connection, owner, room, 1)
        return True

    def invite(self, room: str, secret: str, until: int) -> None:
        """Let whoever holds the secret join until then; an older secret no longer works, and none does once two sit there."""
        with self._database.writing() as connection:
            connection.execute(
                update(rooms)
                .where(rooms.c.id == room, rooms.c.code.is_not(None))
                .values(invite=_hashed(secret), invite_until=until)
            )

    def join(self, token: str, changed: Callable[[str], str], *, code: str = "", secret: str = "") -> str | None:
        """Take the second seat by code or by secret, and close the door behind; None when neither fits an open room."""
        owner, now = owner_id(token), self._now()
        door = rooms.c.code == code
        if secret:
            door = (rooms.c.invite == _hashed(secret)) & (rooms.c.invite_until > now)
        with self._database.writing() as connection:
            found = connection.execute(self._open(door, now)).first()
            if found is None:
                return None
            if connection.scalar(select(seats.c.owner).where(seats.c.room == found.id, seats.c.owner == owner)):
                return str(found.id)  # the maker opened their own link
            self._sit(connection, owner, found.id, 2)
            self._write(connection, found.id, changed(found.body), code=None, invite=None)
        return str(found.id)

    def seat(self, token: str) -> tuple[str, int] | None:
        """The room and the seat of an owner."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(seats.c.room, seats.c.seat)
                .join(rooms, rooms.c.id == seats.c.room)
                .where(seats.c.owner == owner_id(token), rooms.c.expires > self._now())
            ).first()
        return None if found is None else (found.room, found.seat)

    def read(self, room: str) -> tuple[int, str] | None:
        """The version of a room and what stands in it, if it is still there."""
        with self._database.reading() as connection:
            found = connection.execute(self._open(rooms.c.id == room, self._now(), lock=False)).first()
        return None if found is None else (found.version, found.body)

    def change(self, room: str, changed: Callable[[str], str]) -> None:
        """Put what ``changed`` makes of a room in its place. Raises RoomError when the room is gone, and whatever ``changed`` raises."""
        with self._database.writing() as connection:
            found = connection.execute(self._open(rooms.c.id == room, self._now())).first()
            if found is None:
                raise RoomError(_GONE)
            body = changed(found.body)
            if body != found.body:
                self._write(connection, room, body)

    def leave(self, token: str, changed: Callable[[str, int], str | None]) -> None:
        """Give up the seat; ``changed`` makes what is left for the other, or None to remove the room. No room is no mistake."""
        owner = owner_id(token)
        with self._database.writing() as connection:
            sits = connection.execute(select(seats.c.room, seats.c.seat).where(seats.c.owner == owner)).first()
            if sits is None:
                return
            found = connection.execute(self._open(rooms.c.id == sits.room, self._now())).first()
            connection.execute(delete(seats).where(seats.c.owner == owner))
            left = changed(found.body, sits.seat) if found is not None else None
            if left is None or not connection.scalar(select(func.count()).where(seats.c.room == sits.room)):
                connection.execute(delete(rooms).where(rooms.c.id == sits.room))
            else:
                self._write(connection, sits.room, left, code=None, invite=None)
        self._database.forget()

    def sweep(self) -> None:
        """Remove every room whose day is over."""
        with self._database.writing() as connection:
            connection.execute(delete(rooms).where(rooms.c.expires <= self._now()))
        self._database.forget()

    def pulses(self) -> dict[str, Pulse]:
        """The pulse of every room, in one read for all open pages."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(rooms.c.id, rooms.c.version, seats.c.seat, seats.c.seen)
                .join(seats, seats.c.room == rooms.c.id)
                .where(rooms.c.expires > self._now())
            ).all()
        pulses: dict[str, Pulse] = {}
        for row in found:
            pulses.setdefault(row.id, Pulse(row.version, {})).seen[row.seat] = row.seen
        return pulses

    def saw(self, present: Iterable[tuple[str, int]]) -> None:
        """Note that these seats are at their page now."""
        rows = [{"in_room": room, "on_seat": seat} for room, seat in sorted(present)]
        if rows:
            here = (seats.c.room == bindparam("in_room")) & (seats.c.seat == bindparam("on_seat"))
            with self._database.writing() as connection:
                connection.execute(update(seats).where(here).values(seen=self._now()), rows)

    def wrong_tries(self, who: str) -> tuple[int, int]:
        """How many wrong codes came from there, and until when no other is looked at."""
        with self._database.reading() as connection:
            found = connection.execute(select(tries.c.count, tries.c.until).where(tries.c.who == who)).first()
        return (0, 0) if found is None else (found[0], found[1])

    def tried(self, who: str, wait: Callable[[int], int]) -> None:
        """Count one more wrong code; ``wait`` tells for how many tries how many seconds to wait. A quiet day forgets them."""
        now = self._now()
        dialect = postgresql if self._database.locks_rows else sqlite
        with self._database.writing() as connection:
            connection.execute(delete(tries).where(tries.c.until <= now - DAY))
            connection.execute(dialect.insert(tries).values(who=who, count=0, until=now).on_conflict_do_nothing())
            count = connection.scalar(
                update(tries).where(tries.c.who == who).values(count=tries.c.count + 1).returning(tries.c.count)
            )
            connection.execute(update(tries).where(tries.c.who == who).values(until=now + wait(count or 1)))

    def _open(self, where: ColumnElement[bool], now: int, *, lock: bool = True) -> Select[Any]:
        query = select(rooms.c.id, rooms.c.version, rooms.c.body).where(where, rooms.c.expires > now)
        return query.with_for_update() if lock else query

    def _sit(self, connection: Connection, owner: str, room: str, seat: int) -> None:
        connection.execute(delete(seats).where(seats.c.owner == owner))
        connection.execute(
            delete(rooms).where(rooms.c.id != room, rooms.c.id.not_in(select(seats.c.room)))
        )  # left empty
        connection.execute(seats.insert().values(owner=owner, room=room, seat=seat, seen=self._now()))

    def _write(self, connection: Connection, room: str, body: str, **door: None) -> None:
        connection.execute(
            update(rooms).where(rooms.c.id == room).values(body=body, version=rooms.c.version + 1, **door)
        )

    def _now(self) -> int:
        return int(self._clock())


def _hashed(secret: str) -> str:
    return hashlib.sha256(b"invite " + secret.encode()).hexdigest()
