"""What outlives a page: the talk as it stands, and the counts of past sessions. Kept as texts under the owner's token."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from pydantic import TypeAdapter, ValidationError

from coach.library.practice import Persona, Scene
from coach.rehearsal.debrief import Session
from coach.rehearsal.state import Rehearsal

_TALK, _SESSIONS, _OWN = "rehearsal", "rehearsals", "rehearsal_own"
_OWN_LIST: TypeAdapter[tuple[Persona | Scene, ...]] = TypeAdapter(tuple[Persona | Scene, ...])
_LIST: TypeAdapter[tuple[Session, ...]] = TypeAdapter(tuple[Session, ...])


class Things(Protocol):
    """Texts by owner token and name; what keeps them is wiring's business."""

    def get(self, token: str, name: str) -> str | None:
        """One thing."""
        ...

    def change(self, token: str, name: str, changed: Callable[[str | None], str | None]) -> None:
        """Change one thing with nothing in between; None takes it away."""
        ...


class Kept:
    """The rehearsals of one owner."""

    def __init__(self, things: Things, token: str) -> None:
        self._things, self._token = things, token

    def talk(self) -> Rehearsal | None:
        """The talk as it was left; none, too, when it was kept by a version that wrote it otherwise."""
        body = self._things.get(self._token, _TALK)
        try:
            return Rehearsal.model_validate_json(body) if body else None
        except ValidationError:
            return None

    def keep_talk(self, talk: Rehearsal | None) -> None:
        """Keep the talk in place of what was kept before, or forget it."""
        self._things.change(self._token, _TALK, lambda _: talk.model_dump_json() if talk else None)

    def sessions(self) -> tuple[Session, ...]:
        """The past sessions, the oldest first."""
        return _read(self._things.get(self._token, _SESSIONS))

    def add_session(self, session: Session, most: int = 30) -> None:
        """Add a session; the oldest is forgotten when there are many."""
        self._things.change(
            self._token, _SESSIONS, lambda body: _LIST.dump_json((*_read(body), session)[-most:]).decode()
        )

    def own(self) -> tuple[Persona | Scene, ...]:
        """Personas and scenes of the owner's own."""
        return _entries(self._things.get(self._token, _OWN))

    def add_own(self, entry: Persona | Scene, most: int = 8) -> None:
        """Add one; one with the same id is replaced, and the oldest goes when there are many."""

        def changed(body: str | None) -> str:
            others = tuple(one for one in _entries(body) if one.id != entry.id)
            return _OWN_LIST.dump_json((*others, entry)[-most:]).decode()

        self._things.change(self._token, _OWN, changed)


def _entries(body: str | None) -> tuple[Persona | Scene, ...]:
    try:
        return _OWN_LIST.validate_json(body) if body else ()
    except ValidationError:
        return ()


def _read(body: str | None) -> tuple[Session, ...]:
    try:
        return _LIST.validate_json(body) if body else ()
    except ValidationError:
        return ()
