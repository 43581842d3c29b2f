"""A model at work beside the page: a thread for one request, which outlives the reruns that happen meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from uuid import uuid4

from coach.model import PlanPart

_OURS = "Something went wrong on our side. What you see is the coach’s own version. Please try again."


class Job:
    """Collects the parts of one request as they arrive. Known by ``id``; made for ``purpose``, whatever that is."""

    def __init__(self, purpose: object, parts: Callable[[threading.Event], Iterator[PlanPart]]) -> None:
        self.id, self.purpose = uuid4().hex, purpose
        self._parts: list[PlanPart] = []
        self._cancel = threading.Event()
        self._lock = threading.Lock()
        self._seen = 0
        self._reason: str | None = None
        self._thread = threading.Thread(target=self._work, args=(parts,), daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether more may come."""
        return self._thread.is_alive()

    @property
    def stopped(self) -> bool:
        """Whether the person stopped it."""
        return self._cancel.is_set()

    @property
    def reason(self) -> str | None:
        """Why the model did not write all of it, for the person to read."""
        with self._lock:
            return self._reason

    def news(self) -> bool:
        """Whether parts came that nobody took yet."""
        with self._lock:
            return len(self._parts) > self._seen

    def take(self) -> list[PlanPart]:
        """The parts that nobody took yet."""
        with self._lock:
            new, self._seen = self._parts[self._seen :], len(self._parts)
            return new

    def stop(self) -> None:
        """Ask it to end; what came until now stays."""
        self._cancel.set()

    def wait(self, seconds: float) -> None:
        """Wait until it is done, or as long as that."""
        self._thread.join(seconds)

    def _work(self, parts: Callable[[threading.Event], Iterator[PlanPart]]) -> None:
        try:
            for part in parts(self._cancel):
                with self._lock:
                    self._reason = self._reason or part.fallback_reason
                    if part.written_by != "offline":
                        self._parts.append(part)
        except Exception:  # noqa: BLE001 (the edge of a thread: the person is told, and no text goes into a log)
            with self._lock:
                self._reason = _OURS
