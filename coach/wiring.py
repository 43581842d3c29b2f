"""Builds every object from settings and files. Knows no Streamlit."""

from __future__ import annotations

from functools import lru_cache

from coach import paths
from coach.engines.offline import OfflineEngine
from coach.language.analyse import Analyser
from coach.library.load import Library, load_library
from coach.safety.screen import Screener
from coach.service import CoachService
from coach.settings import Settings
from coach.suggest.guard import Guard
from coach.suggest.suggester import Suggester


@lru_cache(maxsize=1)
def library() -> Library:
    """The project's content. Raises ContentError with every mistake."""
    return load_library(paths.CONTENT)


def build_service(settings: Settings | None = None) -> CoachService:
    """The offline coach, ready to read."""
    content = library()
    analyser = Analyser(content)
    suggester = Suggester(analyser, content)
    return CoachService(
        settings=settings or Settings(),
        analyser=analyser,
        screener=Screener(content.safety_rules),
        suggester=suggester,
        engine=OfflineEngine(suggester),
        guard=Guard(analyser, content),
    )
