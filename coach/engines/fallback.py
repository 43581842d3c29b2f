"""Two engines as one: the second stands in for whatever the first could not write."""

from __future__ import annotations

from collections.abc import Iterator

from coach.engines.port import Cancel, Engine
from coach.errors import EngineError
from coach.model import PlanPart, Reading, Slot, Wish


class FallbackEngine:
    """Parts of ``first``; when it fails, those of ``second`` for every slot it left open, each with the reason."""

    def __init__(self, first: Engine, second: Engine) -> None:
        self._first, self._second = first, second
        self.name = first.name

    def parts(self, reading: Reading, wish: Wish | None = None, cancel: Cancel | None = None) -> Iterator[PlanPart]:
        """The first engine's final parts, completed by the second's."""
        done: set[Slot] = set()
        reason = None
        try:
            for part in self._first.parts(reading, wish, cancel):
                if not part.partial:
                    done.add(part.slot)
                yield part
        except EngineError as error:
            reason = str(error)
        if cancel is not None and cancel.is_set():
            return
        for part in self._second.parts(reading, wish, cancel):
            if part.slot not in done:
                yield part.model_copy(update={"fallback_reason": reason})
