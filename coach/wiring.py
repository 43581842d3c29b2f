"""Builds every object from settings and files. Knows no Streamlit."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from coach import paths
from coach.library.load import Library, load_library
from coach.settings import Settings

if TYPE_CHECKING:
    from coach.service import CoachService


@lru_cache(maxsize=1)
def library() -> Library:
    """The project's content. Raises ContentError with every mistake."""
    return load_library(paths.CONTENT)


def build_service(settings: Settings | None = None) -> CoachService:
    """The offline coach, ready to read. The parser and all that needs it are imported here, off the first page's path."""
    from coach.engines.offline import OfflineEngine
    from coach.language.analyse import Analyser
    from coach.safety.screen import Screener
    from coach.service import CoachService
    from coach.suggest.guard import Guard
    from coach.suggest.suggester import Suggester

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
