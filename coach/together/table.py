"""Where a room lies while two people sit at it: in the room that two devices share, or among one device's own things."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from functools import partial
from typing import Protocol

from coach.errors import RoomError
from coach.library.cards import Card
from coach.together import evening, room
from coach.together.bank import Bank
from coach.together.ports import RoomStore, ThingStore
from coach.together.room import Change, Room

OWN, SEEN = "evening", "seen"
_NOTHING_FITS = "No question fits what you picked. Choose more decks, another mood or a deeper level."


class Table(Protocol):
    """A room that can be read and changed as a whole."""

    def read(self) -> Room:
        """The room as it is. Raises RoomError when it is gone."""
        ...

    def change(self, change: Change) -> None:
        """Put the next room in its place. Raises RoomError when it is gone or ``change`` says why not."""
        ...


class RoomTable:
    """A room that two devices share. ``after`` is called when something changed."""

    def __init__(self, rooms: RoomStore, name: str, after: Callable[[], None]) -> None:
        self._rooms, self._name, self._after = rooms, name, after

    def read(self) -> Room:
        """The room as it is."""
        found = self._rooms.read(self._name)
        if found is None:
            raise RoomError("This room is closed. Nothing of it is kept.")
        return Room.model_validate_json(found[1])

    def change(self, change: Change) -> None:
        """Put the next room in its place."""
        self._rooms.change(self._name, partial(changed, change))
        self._after()


class OwnTable:
    """An evening of one person, or of two with one device: among the owner's sealed things."""

    def __init__(self, things: ThingStore, token: str) -> None:
        self._things, self._token = things, token

    def read(self) -> Room:
        """The evening as it is; a new one when there is none."""
        return _own(self._things.get(self._token, OWN))

    def change(self, change: Change) -> None:
        """Put the next room in its place."""
        self._things.change(self._token, OWN, lambda body: change(_own(body)).model_dump_json(by_alias=True))

    def clear(self) -> None:
        """Put the evening away."""
        self._things.change(self._token, OWN, lambda _: None)


def changed(change: Change, body: str) -> str:
    """A change of a room as it lies in the store."""
    return change(Room.model_validate_json(body)).model_dump_json(by_alias=True)


class Draws:
    """Draws cards, and remembers for one owner which were seen on all evenings."""

    def __init__(self, things: ThingStore, token: str, bank: Bank) -> None:
        self._things, self._token, self._bank = things, token, bank

    def draw(
        self, table: Table, after: int, chance: random.Random, *, like: Card | None = None, passing: bool = False
    ) -> None:
        """The next card; ``after`` is the number of the one on the page, so that two presses draw one. A pass keeps the turn."""
        seen: list[str] = json.loads(self._things.get(self._token, SEEN) or "[]")

        def drawn(now: Room) -> Room:
            if now.number != after:
                return now
            further, found = evening.draw(now.evening, self._bank, set(seen), chance, like, passing=passing)
            if found is None:
                raise RoomError(_NOTHING_FITS)
            seen[:] = evening.remembered(seen, found)
            return room.put_card(now, after, found.card, further)

        table.change(drawn)
        self._things.change(self._token, SEEN, lambda _: json.dumps(seen))

    def met(self, card: Card) -> None:
        """Somebody else drew this card for both: it counts as seen here too."""
        self._things.change(self._token, SEEN, lambda body: _with(body, card.id))


def _with(body: str | None, name: str) -> str:
    seen: list[str] = json.loads(body or "[]")
    return json.dumps(seen if name in seen else [*seen, name])


def _own(body: str | None) -> Room:
    return Room.model_validate_json(body) if body else Room()
