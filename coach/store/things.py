"""A person's own things: drafts, kept cards, cards seen, own decks. Gone after a day, or after a year on a device that keeps them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from coach.store.database import Database
from coach.store.tables import owners, things
from coach.store.tokens import opened, owner_id, sealed

if TYPE_CHECKING:
    from sqlalchemy import Connection

DAY, YEAR = 24 * 3600, 365 * 24 * 3600


class Things:
    """Things by owner and name, each a text."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database, self._clock = database, clock

    def get(self, token: str, name: str) -> str | None:
        """One thing, if it is there and its time is not over."""
        with self._database.reading() as connection:
            return self._read(connection, token, name)

    def change(self, token: str, name: str, changed: Callable[[str | None], str | None]) -> None:
        """Put what ``changed`` makes of a thing in its place; nothing comes between the two. None takes it away."""
        owner, now = owner_id(token), int(self._clock())
        with self._database.writing() as connection:
            kept = self._lock_owner(connection, owner)
            before = self._read(connection, token, name)
            after = changed(before)
            if after == before:
                return
            here = (things.c.owner == owner) & (things.c.name == name)
            connection.execute(delete(things).where(here | (things.c.expires <= now)))
            if after is not None:
                expires = now + (YEAR if kept else DAY)
                connection.execute(
                    things.insert().values(owner=owner, name=name, body=sealed(token, after), expires=expires)
                )

    def put(self, token: str, name: str, text: str) -> None:
        """Keep a text under a name."""
        self.change(token, name, lambda _: text)

    def keeps(self, token: str) -> bool:
        """Whether this owner is remembered on the device."""
        with self._database.reading() as connection:
            return bool(connection.scalar(select(owners.c.kept).where(owners.c.id == owner_id(token))))

    def keep(self, token: str, *, kept: bool) -> None:
        """Remember this owner on the device, or only for a day."""
        owner, expires = owner_id(token), int(self._clock()) + (YEAR if kept else DAY)
        with self._database.writing() as connection:
            self._lock_owner(connection, owner)
            connection.execute(update(owners).where(owners.c.id == owner).values(kept=kept))
            there = (things.c.owner == owner) & (things.c.expires > int(self._clock()))
            connection.execute(update(things).where(there).values(expires=expires))

    def erase(self, token: str) -> None:
        """Remove the owner and everything of theirs."""
        with self._database.writing() as connection:
            connection.execute(delete(owners).where(owners.c.id == owner_id(token)))
        self._database.forget()

    def sweep(self) -> None:
        """Remove everything whose time is over, and owners who have nothing left."""
        with self._database.writing() as connection:
            connection.execute(delete(things).where(things.c.expires <= int(self._clock())))
            connection.execute(delete(owners).where(owners.c.id.not_in(select(things.c.owner))))

    def _read(self, connection: Connection, token: str, name: str) -> str | None:
        body = connection.scalar(
            select(things.c.body).where(
                things.c.owner == owner_id(token), things.c.name == name, things.c.expires > int(self._clock())
            )
        )
        return None if body is None else opened(token, body)

    def _lock_owner(self, connection: Connection, owner: str) -> bool:
        """Make sure of the owner's row, hold it until the end of the transaction, and tell whether it is kept."""
        dialect = postgresql if self._database.locks_rows else sqlite
        connection.execute(dialect.insert(owners).values(id=owner, kept=False).on_conflict_do_nothing())
        return bool(connection.scalar(select(owners.c.kept).where(owners.c.id == owner).with_for_update()))
