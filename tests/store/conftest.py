"""One store for each test: SQLite always, and PostgreSQL where COACH_TEST_DATABASE_URL names a database made for tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_support import Clock, emptied

from coach.store.database import Database, open_database

POSTGRES = os.environ.get("COACH_TEST_DATABASE_URL", "")


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until it is moved."""
    return Clock()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'coach.db'}"
    if not POSTGRES:
        missing = "COACH_TEST_DATABASE_URL names no database"
        if "postgres" in os.environ.get("COACH_REQUIRE", ""):
            pytest.fail(f"COACH_REQUIRE asks for postgres, but {missing}")
        pytest.skip(f"left out: {missing}")
    emptied(POSTGRES)
    return POSTGRES


@pytest.fixture
def database(url: str, tmp_path: Path) -> Iterator[Database]:
    """An empty database, closed afterwards."""
    opened = open_database(url, tmp_path)
    yield opened
    opened.engine.dispose()
