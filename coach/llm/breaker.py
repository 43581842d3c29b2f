"""A circuit breaker: a server that failed several times in a row is left alone for a while."""

from __future__ import annotations

import threading
from time import monotonic

from coach.llm.port import Model
from coach.llm.reasons import model_error

FAILURES = 3
REST = 30.0  # seconds; then one request may try again
_COUNTED = frozenset({"unreachable", "slow", "busy", "server", "cut"})  # faults of a server, not of a key or a text


class Breaker:
    """Remembers failures by server and model; safe to share between threads and sessions."""

    def __init__(self) -> None:
        self._failed: dict[tuple[str, str], tuple[int, float]] = {}
        self._lock = threading.Lock()

    def check(self, model: Model) -> None:
        """Raises ModelError "resting" while the server is left alone."""
        with self._lock:
            count, last = self._failed.get((model.place, model.name), (0, 0.0))
            if count < FAILURES:
                return
            if monotonic() - last < REST:
                raise model_error("resting")
            self._failed[model.place, model.name] = (count, monotonic())  # this one tries; the others wait for it

    def tell(self, model: Model, reason: str | None) -> None:
        """A request ended: well (None), or for a reason."""
        with self._lock:
            if reason is None:
                self._failed.pop((model.place, model.name), None)
            elif reason in _COUNTED:
                count = self._failed.get((model.place, model.name), (0, 0.0))[0]
                self._failed[model.place, model.name] = (count + 1, monotonic())
