"""The offline engine: every part of a plan from the reading and the library, with no key and no network."""

from __future__ import annotations

from collections.abc import Iterator

from coach.engines.port import Cancel
from coach.model import PlanPart, Reading, Wish
from coach.suggest.guard import OFFLINE
from coach.suggest.suggester import Suggester


class OfflineEngine:
    """Implements :class:`coach.engines.port.Engine` with the suggester."""

    name = OFFLINE

    def __init__(self, suggester: Suggester) -> None:
        self._suggester = suggester

    def parts(self, reading: Reading, wish: Wish | None = None, cancel: Cancel | None = None) -> Iterator[PlanPart]:
        """All parts that fit the reading, drafts first."""
        for slot, items in self._suggester.suggest(reading, wish or Wish()):
            if cancel is not None and cancel.is_set():
                return
            if items:
                yield PlanPart(slot=slot, items=items)
