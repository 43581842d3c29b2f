"""Builds every object from settings and files. Knows no Streamlit."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

from coach import paths
from coach.library.load import Library, load_library, load_prompts
from coach.memory import give_back
from coach.settings import Settings

if TYPE_CHECKING:
    from coach.library.prompt import Prompt
    from coach.llm.breaker import Breaker
    from coach.llm.dialect import Dialects
    from coach.llm.port import Model
    from coach.llm.probe import Probe
    from coach.llm.retry import Caller
    from coach.llm.speech import Transcriber
    from coach.rehearsal.partner import Partner
    from coach.service import CoachService
    from coach.together.ports import RoomStore, ThingStore

_SWEEP_EVERY = 3600  # seconds
_T = TypeVar("_T")


def _one_at_a_time(build: Callable[[], _T]) -> Callable[[], _T]:
    """Whoever else asks meanwhile waits: lru_cache alone lets everyone who asks before the first is done build one too."""
    lock = threading.RLock()

    @wraps(build)
    def waiting() -> _T:
        with lock:
            return build()

    return waiting


@_one_at_a_time
@lru_cache(maxsize=1)
def library() -> Library:
    """The project's content. Raises ContentError with every mistake."""
    with loading():
        return load_library(paths.CONTENT)


@lru_cache(maxsize=1)
def prompts() -> dict[str, Prompt]:
    """The prompts for language models, by id. Raises ContentError with every mistake."""
    return load_prompts(paths.PROMPTS)


@lru_cache(maxsize=1)
def _learned() -> tuple[Dialects, Breaker]:
    """What all sessions know of servers: addresses, names of models, forms and failures; no key and no text."""
    from coach.llm.breaker import Breaker
    from coach.llm.dialect import Dialects

    return Dialects(), Breaker()


@dataclass(frozen=True)
class Connection:
    """A language model with its settings. ``model`` keeps the count of what was used."""

    settings: Settings
    model: Model

    def test(self) -> Probe:
        """Ask for one word, and tell what the server can do. Raises ModelError."""
        from coach.llm.probe import probe

        return probe(self._caller(), prompts()["check"])

    def writing(self, service: CoachService) -> CoachService:
        """The coach whose plans this model writes, with the offline engine behind it."""
        from coach.engines.fallback import FallbackEngine
        from coach.engines.llm import LlmEngine

        caller, prompt, masks = self._caller(), prompts()["plan"], self.settings.model_masks
        return service.with_engine(
            lambda offline, guard: FallbackEngine(LlmEngine(caller, guard, prompt, masks), offline)
        )

    def partner(self, service: CoachService) -> Partner:
        """The partner of a rehearsal played by this model, with the scripted one behind it."""
        from coach.rehearsal.model_partner import FallbackPartner, ModelPartner
        from coach.rehearsal.partner import ScriptedPartner

        model = ModelPartner(self._caller(), prompts()["partner"], service.screen, self.settings.model_masks)
        return FallbackPartner(model, ScriptedPartner(library().plain_answers))

    def _caller(self) -> Caller:
        from coach.llm.retry import Caller

        return Caller(self.model, self.settings.model_seconds, *_learned())


def connect(settings: Settings) -> Connection:
    """The language model that the settings name. Opens nothing. Raises BadInput for an address or a name that cannot be one."""
    from coach.llm.openai_client import OpenAIModel

    key = settings.model_key.get_secret_value()
    return Connection(settings, OpenAIModel(settings.model_url, settings.model, key, streams=settings.model_streams))


def transcriber(settings: Settings) -> Transcriber | None:
    """Who writes down speech, if the settings name a model for it. Raises BadInput for an address or a name that cannot be one."""
    from coach.llm.speech import Transcriber

    key = settings.model_key.get_secret_value()
    name = settings.speech_model
    return Transcriber(settings.model_url, name, key, settings.model_seconds) if name else None


@contextmanager
def loading() -> Iterator[None]:
    """Spares the garbage collector what is loaded once and stays: it searches neither while it grows nor ever after.

    What loading took for a moment is given back.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        give_back()


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


@_one_at_a_time
@lru_cache(maxsize=1)
def stores() -> tuple[ThingStore, RoomStore]:
    """What keeps things and rooms, for the whole process. Raises StoreError when it cannot be opened."""
    from platformdirs import user_data_path

    from coach.store.database import open_database
    from coach.store.rooms import Rooms
    from coach.store.things import Things

    def sweep() -> None:
        later = threading.Timer(_SWEEP_EVERY, sweep)
        later.daemon = True
        later.start()  # first, so that one that fails is not the last
        things.sweep()
        rooms.sweep()

    database = open_database(Settings().database_url.get_secret_value(), user_data_path("conversation-coach"))
    things, rooms = Things(database), Rooms(database)
    sweep()
    return things, rooms


def erase(token: str) -> None:
    """Remove everything that belongs to an owner token, the seat in a room among it. Raises BadInput, StoreError."""
    from coach.together.together import Together

    things, rooms = stores()
    Together(rooms).leave(token)
    things.erase(token)
