"""The database: SQLite in a file by default, PostgreSQL when its address is given. Brings the tables up to date as it opens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from coach.errors import StoreError
from coach.store.migrations import LATEST

_WAIT = 30  # seconds that a change waits for its turn
_MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = 7_266_224  # any number of our own: PostgreSQL lets one process at a time bring tables up to date


class Database:
    """Connections for one operation each. A write holds the database from its first read, so that nothing comes between."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(coach_writes=True)

    @property
    def locks_rows(self) -> bool:
        """Whether a read for a change must lock its row: SQLite has one writer at a time anyway."""
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only reads."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that may write: all of it happens, or nothing."""
        with self._writing.begin() as connection:
            yield connection

    def forget(self) -> None:
        """What was deleted leaves SQLite's journal, too; the file itself is overwritten as rows go."""
        if not self.locks_rows:
            with closing(self.engine.raw_connection()) as connection:
                connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]


def open_database(url: str, folder: Path) -> Database:
    """The database at ``url``, or a file in ``folder`` when it is empty. Raises StoreError when it cannot be opened."""
    try:
        engine = _engine(url or f"sqlite:///{_file(folder)}")
        _bring_up_to_date(engine)
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise StoreError(
            "The coach could not open its store, so nothing can be kept for later. Everything else works. Whoever runs "
            "the app can look at the folder for its data, or at COACH_DATABASE_URL."
        ) from error
    return Database(engine)


def _file(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / "coach.db"
    path.touch(mode=0o600)
    return path


def _engine(url: str) -> Engine:
    address = make_url(url)
    if address.drivername in {"postgres", "postgresql"}:
        return create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    engine = create_engine(address, connect_args={"timeout": _WAIT})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we begin transactions ourselves
    # "synchronous": a killed process loses nothing; a power cut may take the last moments, and costs no wait at every change
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("coach_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine) -> None:
    if _is_current(engine):
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with Database(engine).writing() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _is_current(engine: Engine) -> bool:
    """Whether the last change to the tables was made; looked up by hand, as loading Alembic takes a while."""
    with engine.connect() as connection:
        return (
            inspect(connection).has_table("alembic_version")
            and connection.scalar(text("SELECT version_num FROM alembic_version")) == LATEST
        )
