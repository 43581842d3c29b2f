"""The store keeps what it was given, for as long as it promised, and for nobody else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from coach.errors import BadInput, RoomError, StoreError
from coach.store import migrations
from coach.store.database import Database, open_database
from coach.store.rooms import DAY, Rooms
from coach.store.tables import metadata
from coach.store.things import YEAR, Things
from coach.store.tokens import is_token
from coach.wiring import stores

if TYPE_CHECKING:
    from store_support import Clock

ANN, BEN, EVE = "a" * 32, "b" * 32, "e" * 32


@pytest.fixture
def things(database: Database, clock: Clock) -> Things:
    """Things in an empty database."""
    return Things(database, clock)


@pytest.fixture
def rooms(database: Database, clock: Clock) -> Rooms:
    """Rooms in an empty database, with one that Ann opened."""
    made = Rooms(database, clock)
    assert made.make(ANN, "room", "CODE2345", "empty")
    return made


def test_the_tables_are_what_the_migrations_make(database: Database) -> None:
    """No change to a table was forgotten in the migrations."""
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_latest_change_is_named() -> None:
    """A start that finds it made does not load Alembic."""
    folder = Path(migrations.__file__).parent
    assert ScriptDirectory(str(folder)).get_heads() == [migrations.LATEST]


def test_opening_again_keeps_everything(url: str, tmp_path: Path) -> None:
    """A second start finds the tables there and leaves them alone."""
    for number in range(2):
        opened = open_database(url, tmp_path)
        things = Things(opened)
        assert things.get(ANN, "draft") == (None if number == 0 else "words")
        things.put(ANN, "draft", "words")
        opened.engine.dispose()


def test_a_thing_is_its_owners_alone(things: Things) -> None:
    """Another token finds nothing under the same name."""
    things.put(ANN, "draft", "my words")
    assert things.get(ANN, "draft") == "my words"
    assert things.get(BEN, "draft") is None
    things.put(ANN, "draft", "other words")
    assert things.get(ANN, "draft") == "other words"
    things.change(ANN, "draft", lambda _: None)
    assert things.get(ANN, "draft") is None


def test_no_word_of_a_thing_stands_in_the_file(tmp_path: Path) -> None:
    """Whoever copies the file reads neither words nor tokens."""
    opened = open_database("", tmp_path)
    Things(opened).put(ANN, "draft", "canary words")
    opened.engine.dispose()
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"draft" in held, "the control: names of things can be read"
    assert b"canary" not in held
    assert ANN.encode() not in held
    assert (tmp_path / "coach.db").stat().st_mode & 0o077 == 0, "no other user may read it"


def test_things_are_gone_after_a_day_unless_kept(things: Things, clock: Clock) -> None:
    """A day for everyone, a year on a device that keeps them; what is over is never shown, swept or not."""
    things.put(ANN, "draft", "a day")
    things.put(BEN, "draft", "a year")
    things.keep(BEN, kept=True)
    things.put(BEN, "kept", "a year too")
    clock.now += DAY + 1
    assert things.get(ANN, "draft") is None
    assert (things.get(BEN, "draft"), things.get(BEN, "kept")) == ("a year", "a year too")
    things.sweep()
    assert (things.keeps(ANN), things.keeps(BEN)) == (False, True)
    clock.now += YEAR
    assert things.get(BEN, "draft") is None


def test_erasing_takes_everything(things: Things) -> None:
    """All of one owner's things go, and nobody else's."""
    for token in (ANN, BEN):
        things.put(token, "draft", "words")
        things.put(token, "kept", "cards")
    things.erase(ANN)
    assert (things.get(ANN, "draft"), things.get(ANN, "kept"), things.get(BEN, "draft")) == (None, None, "words")


def test_changes_of_one_thing_wait_for_each_other(things: Things) -> None:
    """200 additions from 8 threads: none is lost."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: things.change(ANN, "seen", lambda before: f"{before or ''}x"), range(200)))
    assert things.get(ANN, "seen") == "x" * 200


def test_tokens() -> None:
    """128 bits in hexadecimal digits; nothing else passes for one."""
    assert is_token(ANN)
    for wrong in ("", "a" * 31, "A" * 32, "g" * 32, None, 5, "a" * 33):
        assert not is_token(wrong)


def test_what_is_no_token_reaches_nothing(things: Things) -> None:
    """A wrong token is refused before the database is asked."""
    with pytest.raises(BadInput):
        things.get("' or 1=1 --", "draft")


def test_two_join_and_the_door_closes(rooms: Rooms) -> None:
    """The code lets one person in, once; a third finds no room."""
    assert rooms.join(BEN, lambda body: body + "+ben", code="CODE2345") == "room"
    assert rooms.seat(ANN) == ("room", 1)
    assert rooms.seat(BEN) == ("room", 2)
    assert rooms.read("room") == (2, "empty+ben")
    assert rooms.join(EVE, lambda body: body + "+eve", code="CODE2345") is None
    assert rooms.seat(EVE) is None


def test_the_secret_works_once_and_not_for_long(rooms: Rooms, clock: Clock) -> None:
    """A newer secret replaces the last; over after its time; useless after use."""
    rooms.invite("room", "first", int(clock.now) + 600)
    rooms.invite("room", "second", int(clock.now) + 600)
    assert rooms.join(BEN, str, secret="first") is None
    clock.now += 601
    assert rooms.join(BEN, str, secret="second") is None
    rooms.invite("room", "third", int(clock.now) + 600)
    assert rooms.join(ANN, str, secret="third") == "room", "the maker's own click changes nothing"
    assert rooms.join(BEN, str, secret="third") == "room"
    assert rooms.join(EVE, str, secret="third") is None
    rooms.invite("room", "fourth", int(clock.now) + 600)
    assert rooms.join(EVE, str, secret="fourth") is None, "two sit there: nobody else is let in"


def test_an_empty_code_or_secret_opens_nothing(rooms: Rooms) -> None:
    """Neither reaches a room whose code or secret is not set."""
    assert rooms.join(BEN, str) is None
    assert rooms.join(BEN, str, code="CODE2345") == "room"
    assert rooms.join(EVE, str) is None


def test_a_failed_change_changes_nothing(rooms: Rooms) -> None:
    """What the state machine refuses leaves the room as it was; no change at all counts as none."""

    def refuse(_: str) -> str:
        raise RoomError("Not now.")

    with pytest.raises(RoomError):
        rooms.change("room", refuse)
    rooms.change("room", str)
    assert rooms.read("room") == (1, "empty")


def test_leaving_and_erasing(rooms: Rooms) -> None:
    """One leaves and the other stays; when the last has left, or one erases it, the room is gone."""
    rooms.join(BEN, str, code="CODE2345")
    rooms.leave(ANN, lambda body, seat: f"{body} without {seat}")
    assert rooms.seat(ANN) is None
    assert rooms.read("room") == (3, "empty without 1")
    rooms.leave(ANN, lambda body, seat: f"{body} without {seat}")
    assert rooms.read("room") == (3, "empty without 1")
    rooms.leave(BEN, lambda body, seat: body)
    assert rooms.read("room") is None
    assert rooms.make(ANN, "other", "CODE9999", "new")
    rooms.leave(ANN, lambda body, seat: None)
    assert rooms.read("other") is None
    with pytest.raises(RoomError):
        rooms.change("other", str)


def test_a_room_that_its_maker_left_for_another_is_gone(rooms: Rooms) -> None:
    """Nobody can join a room where nobody sits."""
    assert rooms.make(BEN, "bens", "CODE7777", "empty")
    assert rooms.join(BEN, str, code="CODE2345") == "room"
    assert rooms.read("bens") is None
    assert rooms.join(EVE, str, code="CODE7777") is None


def test_an_erased_room_leaves_no_word_in_the_file(tmp_path: Path) -> None:
    """Neither in the database nor in its journal."""
    database = open_database("", tmp_path)
    made = Rooms(database)
    made.make(ANN, "room", "CODE2345", "canary words " * 500)
    made.change("room", lambda body: body + "more")
    assert b"canary" in b"".join(path.read_bytes() for path in tmp_path.iterdir()), "the control"
    made.leave(ANN, lambda body, seat: None)
    assert b"canary" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_a_room_is_gone_after_a_day(rooms: Rooms, clock: Clock) -> None:
    """Nobody reads, joins or finds it, and the next room that is opened sweeps it away."""
    clock.now += DAY + 1
    assert rooms.read("room") is None
    assert rooms.seat(ANN) is None
    assert rooms.join(BEN, str, code="CODE2345") is None
    assert rooms.pulses() == {}
    assert rooms.make(BEN, "next", "CODE2345", "new"), "its code is free again"


def test_the_pulse_tells_versions_and_presence(rooms: Rooms, clock: Clock) -> None:
    """One read for all rooms: how often each was changed, and when each seat was last seen."""
    began = int(clock.now)
    rooms.join(BEN, str, code="CODE2345")
    clock.now += 5
    rooms.saw([("room", 2)])
    pulse = rooms.pulses()["room"]
    assert pulse.version == 2
    assert pulse.seen == {1: began, 2: began + 5}


def test_wrong_tries_are_counted_and_forgotten(rooms: Rooms, clock: Clock) -> None:
    """They add up over restarts, and a quiet day forgets them."""
    for _ in range(3):
        rooms.tried("here", lambda count: count * 10)
    assert rooms.wrong_tries("here") == (3, int(clock.now) + 30)
    assert rooms.wrong_tries("there") == (0, 0)
    clock.now += DAY + 31
    rooms.tried("there", lambda count: 1)
    assert rooms.wrong_tries("here") == (0, 0)


def test_all_who_ask_at_once_get_one_store() -> None:
    """Pages that are opened together, right after the start, share one database and one sweep."""
    stores.__wrapped__.cache_clear()  # type: ignore[attr-defined]
    with ThreadPoolExecutor(50) as pool:
        found = list(pool.map(lambda _: stores(), range(50)))
    assert len({id(things) for things, _ in found}) == 1


def test_a_store_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    """A sentence that says what still works and who mends it."""
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match="Everything else works"):
        open_database("", tmp_path / "file")
    for address in ("nonsense", "sqlserver://host/base", "postgresql://127.0.0.1:1/base"):
        with pytest.raises(StoreError, match="COACH_DATABASE_URL"):
            open_database(address, tmp_path)
