"""What the tests of the store share: a clock that a test moves, and how to empty a database."""

from __future__ import annotations

from pathlib import Path

from coach.store.database import open_database
from coach.store.tables import metadata


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        """The time, as time.time tells it."""
        return self.now


def emptied(address: str) -> None:
    """Empty every table there is."""
    opened = open_database(address, Path())
    with opened.writing() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
    opened.engine.dispose()
