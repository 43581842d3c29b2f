"""The one interface of all language models: turns in, text out as it arrives."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

Form = Literal["schema", "object", "words"]


@dataclass(frozen=True)
class Turn:
    """One turn of the talk with a model."""

    role: Literal["system", "user"]
    text: str


@dataclass(frozen=True)
class Request:
    """What a model is asked: turns, the JSON schema of its answer, the form in which the server takes it, seconds left."""

    turns: tuple[Turn, ...]
    schema: dict[str, Any]
    form: Form
    seconds: float


@dataclass(frozen=True)
class Use:
    """What was used so far. Tokens are as the server counts them; ``uncounted`` answers came without a count."""

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0
    seconds: float = 0.0


@dataclass
class Meter:
    """Counts the use of one connection; safe to share between threads."""

    use: Use = Use()
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def add(self, seconds: float, tokens: tuple[int, int] | None) -> None:
        """Count one request."""
        with self._lock:
            use = self.use
            self.use = replace(
                use,
                requests=use.requests + 1,
                tokens_in=use.tokens_in + (tokens[0] if tokens else 0),
                tokens_out=use.tokens_out + (tokens[1] if tokens else 0),
                uncounted=use.uncounted + (tokens is None),
                seconds=use.seconds + seconds,
            )


class Model(Protocol):
    """A model on a server. ``place`` is the server's address."""

    name: str
    place: str
    meter: Meter

    def answer(self, request: Request) -> Iterator[str]:
        """The text of one answer, piece by piece, from one HTTP request. Raises ModelError only."""
        ...
