"""What drawing together needs of a store: things of one person, and rooms for two. coach.store implements both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol


class Pulse(Protocol):
    """How often a room was changed, and when each seat was last seen, in seconds since 1970."""

    @property
    def version(self) -> int:
        """The count of changes."""
        ...

    @property
    def seen(self) -> Mapping[int, int]:
        """When each seat was last seen."""
        ...


class ThingStore(Protocol):
    """Texts by owner token and name."""

    def get(self, token: str, name: str) -> str | None:
        """One thing."""
        ...

    def change(self, token: str, name: str, changed: Callable[[str | None], str | None]) -> None:
        """Change one thing with nothing in between."""
        ...

    def keeps(self, token: str) -> bool:
        """Whether this owner is remembered on the device."""
        ...

    def keep(self, token: str, *, kept: bool) -> None:
        """Remember this owner on the device, or only for a day."""
        ...

    def erase(self, token: str) -> None:
        """Remove all of an owner's things."""
        ...


class RoomStore(Protocol):
    """Rooms by id; who sits where by owner token."""

    def make(self, token: str, room: str, code: str, body: str) -> bool:
        """Open a room; False when the code is taken."""
        ...

    def invite(self, room: str, secret: str, until: int) -> None:
        """Let whoever holds the secret join until then."""
        ...

    def join(self, token: str, changed: Callable[[str], str], *, code: str = "", secret: str = "") -> str | None:
        """Take the second seat; None when nothing fits."""
        ...

    def seat(self, token: str) -> tuple[str, int] | None:
        """The room and the seat of an owner."""
        ...

    def read(self, room: str) -> tuple[int, str] | None:
        """The version of a room and what stands in it."""
        ...

    def change(self, room: str, changed: Callable[[str], str]) -> None:
        """Change a room with nothing in between. Raises RoomError when it is gone."""
        ...

    def leave(self, token: str, changed: Callable[[str, int], str | None]) -> None:
        """Give up the seat; None removes the room."""
        ...

    def pulses(self) -> Mapping[str, Pulse]:
        """The pulse of every room."""
        ...

    def saw(self, present: Iterable[tuple[str, int]]) -> None:
        """These seats are at their page now."""
        ...

    def wrong_tries(self, who: str) -> tuple[int, int]:
        """How many wrong codes came from there, and until when no other is looked at."""
        ...

    def tried(self, who: str, wait: Callable[[int], int]) -> None:
        """Count one more wrong code."""
        ...
