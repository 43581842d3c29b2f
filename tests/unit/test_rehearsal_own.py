"""Personas and scenes of one's own: a saved file is read again as it was, and every mistake is named with its place."""

from __future__ import annotations

import pytest

from coach.errors import ContentError
from coach.library.practice import Persona, Scene
from coach.rehearsal.kept import Kept
from coach.rehearsal.own import LONGEST, read_own, to_toml
from coach.wiring import library


class Memory:
    """Things in a dictionary."""

    def __init__(self) -> None:
        self.known: dict[str, str | None] = {}

    def get(self, token: str, name: str) -> str | None:
        """One thing."""
        return self.known.get(token + name)

    def change(self, token: str, name: str, changed) -> None:  # type: ignore[no-untyped-def]
        """Change one thing."""
        self.known[token + name] = changed(self.get(token, name))


@pytest.mark.parametrize("entry", [*library().personas, *library().scenes], ids=lambda one: one.id)
def test_what_is_saved_is_read_again(entry: Persona | Scene) -> None:
    """Nothing of it is lost; its id becomes one's own."""
    again = read_own("mine.toml", to_toml(entry).encode())
    plain = {"facts": ()} if "facts" in type(entry).model_fields else {}  # patterns are not taken over
    assert again == entry.model_copy(update={"id": f"own.{entry.id}", **plain})
    assert read_own("mine.toml", to_toml(again).encode()) == again


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"id = ", "TOML"),
        (b"#" * (LONGEST + 1), "longer than"),
        (b'id = "x"', "title"),
        (b'id = "x"\nframes = [{act = "blame", text = "{who} did it"}]', "unknown slots"),
        (b'id = "x"\nframes = []\nheat = 9', "heat"),
    ],
)
def test_every_mistake_is_named(data: bytes, told: str) -> None:
    """With the file and the place."""
    with pytest.raises(ContentError) as raised:
        read_own("mine.toml", data)
    assert any(told in one for one in raised.value.mistakes)
    assert all(one.startswith("mine.toml") for one in raised.value.mistakes)


def test_they_are_kept_with_their_owner() -> None:
    """Added once, replaced by id, and of no one else."""
    things = Memory()
    mine = read_own("mine.toml", to_toml(library().scenes[0]).encode())
    partner = read_own("mine.toml", to_toml(library().personas[0]).encode())
    for entry in (mine, partner, mine):
        Kept(things, "me").add_own(entry)
    assert Kept(things, "me").own() == (partner, mine)
    assert Kept(things, "you").own() == ()
