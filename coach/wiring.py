"""Builds every object from settings and files. Knows no Streamlit."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from coach import paths
from coach.library.load import Library, load_library
from coach.settings import Settings

if TYPE_CHECKING:
    from coach.service import CoachService
    from coach.together.ports import RoomStore, ThingStore


@lru_cache(maxsize=1)
def library() -> Library:
    """The project's content. Raises ContentError with every mistake."""
    with loading():
        return load_library(paths.CONTENT)


@contextmanager
def loading() -> Iterator[None]:
    """Spares the garbage collector what is loaded once and stays: it searches neither while it grows nor ever after."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def build_service(settings: Settings | None = None) -> CoachService:
    """The offline coach, ready to read. The parser and all that needs it are imported here, off the first page's path."""
    content = library()
    with loading():
        return _offline_service(content, settings or Settings())


def _offline_service(content: Library, settings: Settings) -> CoachService:
    from coach.engines.offline import OfflineEngine
    from coach.language.analyse import Analyser
    from coach.safety.screen import Screener
    from coach.service import CoachService
    from coach.suggest.guard import Guard
    from coach.suggest.suggester import Suggester

    analyser = Analyser(content)
    suggester = Suggester(analyser, content)
    return CoachService(
        settings=settings,
        analyser=analyser,
        screener=Screener(content.safety_rules),
        suggester=suggester,
        engine=OfflineEngine(suggester),
        guard=Guard(analyser, content),
    )


@lru_cache(maxsize=1)
def stores() -> tuple[ThingStore, RoomStore]:
    """What keeps things and rooms, for the whole process. Raises StoreError when it cannot be opened."""
    from platformdirs import user_data_path

    from coach.store.database import open_database
    from coach.store.rooms import Rooms
    from coach.store.things import Things

    database = open_database(Settings().database_url.get_secret_value(), user_data_path("conversation-coach"))
    things = Things(database)
    things.sweep()
    return things, Rooms(database)


def erase(token: str) -> None:
    """Remove everything that belongs to an owner token, the seat in a room among it. Raises BadInput, StoreError."""
    from coach.together.together import Together

    things, rooms = stores()
    Together(rooms).leave(token)
    things.erase(token)
