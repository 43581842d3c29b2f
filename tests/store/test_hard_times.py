"""Many processes at once, and processes killed in the middle of a save: nothing that was acknowledged is lost."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.store.database import open_database
from coach.store.rooms import Rooms

PROCESSES, CHANGES, ROUNDS = 4, 300, 200
ANN = "a" * 32


def with_rooms(url: str, work: Callable[[Rooms], None]) -> None:
    """Work on rooms in connections of this process alone."""
    database = open_database(url, Path())
    try:
        work(Rooms(database))
    finally:
        database.engine.dispose()


def child(work: Callable[[], None]) -> int:
    """Run in a process of its own; gives its id. Its exit code is 0 when nothing was raised."""
    number = os.fork()
    if number:
        return number
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


@pytest.fixture
def room(url: str) -> str:
    """One room that holds an empty list."""
    with_rooms(url, lambda rooms: rooms.make(ANN, "room", "CODE2345", "[]") and None)
    return url


def added(entry: object) -> Callable[[str], str]:
    """A change that adds an entry to the list in the room."""
    return lambda body: json.dumps([*json.loads(body), entry])


def held(url: str) -> list[object]:
    """What the room holds."""
    found: list[object] = []
    with_rooms(url, lambda rooms: found.extend(json.loads((rooms.read("room") or (0, "[]"))[1])))
    return found


def test_no_change_is_lost_between_processes(room: str) -> None:
    """4 processes × 300 changes of one room: each change is there, once."""

    def work(process: int) -> None:
        with_rooms(room, lambda rooms: [rooms.change("room", added([process, n])) for n in range(CHANGES)] and None)

    processes = [child(lambda process=process: work(process)) for process in range(PROCESSES)]  # type: ignore[misc]
    assert [os.waitpid(number, 0)[1] for number in processes] == [0] * PROCESSES
    entries = held(room)
    assert sorted(map(tuple, entries)) == [(process, n) for process in range(PROCESSES) for n in range(CHANGES)]  # type: ignore[arg-type]


def test_no_acknowledged_change_is_lost_by_a_kill(room: str) -> None:
    """200 processes killed with signal 9 while they save: what they had acknowledged is there, in order, and nothing twice."""
    chance = random.Random(6)
    acknowledged: list[int] = []
    killed_while_saving = 0
    for turn in range(ROUNDS):
        reading, writing = os.pipe()

        def work(turn: int = turn, writing: int = writing) -> None:
            def save(rooms: Rooms) -> None:
                for n in range(turn * 10_000, (turn + 1) * 10_000):
                    rooms.change("room", added(n))
                    os.write(writing, n.to_bytes(8, "big"))

            with_rooms(room, save)

        number = child(work)
        os.close(writing)
        select.select([reading], [], [], 20)
        time.sleep(chance.uniform(0, 0.01))
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
        heard = b""
        while piece := os.read(reading, 65536):
            heard += piece
        os.close(reading)
        now = [int.from_bytes(heard[at : at + 8], "big") for at in range(0, len(heard), 8)]
        acknowledged += now
        entries = held(room)
        killed_while_saving += len(entries) > len(now)
        assert entries[: len(now)] == now
        assert len(entries) <= len(now) + 1, "at most the one that was saved and not yet told"
        with_rooms(room, lambda rooms: rooms.change("room", lambda _: "[]"))
    assert len(acknowledged) > ROUNDS, "the control: there was something to lose"
    print(f"{len(acknowledged)} acknowledged, {killed_while_saving} killed between saving and telling")
