"""Bounds on what a server can do to us: no redirect, no endless body, and no reading on for someone who has left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TypeVar

import httpx2

from coach.llm.reasons import model_error

MOST_BYTES = 1_000_000  # a whole plan is about 6 kB, a stream of single words about forty times that
_POLL = 0.05  # seconds until a pressed stop is noticed
_T = TypeVar("_T")
_gone: ContextVar[threading.Event | None] = ContextVar("gone", default=None)


class TooMuch(httpx2.ReadError):
    """The server sends more than any answer needs, or in a form whose size cannot be known."""


class _Bounded(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        gone, read = _gone.get(), 0
        for piece in self._stream:
            read += len(piece)
            if read > MOST_BYTES:
                raise TooMuch("too many bytes")
            if gone is not None and gone.is_set():
                raise httpx2.ReadError("nobody waits for this any more")
            yield piece

    def close(self) -> None:
        self._stream.close()


def _bound(response: httpx2.Response) -> None:
    assert isinstance(response.stream, httpx2.SyncByteStream)
    response.stream = _Bounded(response.stream)
    if response.headers.get("content-encoding", "identity") != "identity":
        raise TooMuch("compressed, though we asked for plain")


def http_client() -> httpx2.Client:
    """A client that follows no redirect (a text could end up on another server) and reads bounded answers."""
    return httpx2.Client(
        follow_redirects=False, headers={"Accept-Encoding": "identity"}, event_hooks={"response": [_bound]}
    )


def pumped(make: Callable[[], Iterator[_T]], until: float, stall: float, stopped: Callable[[], bool]) -> Iterator[_T]:
    """The items of a blocking iterator, read in a thread, so that neither silence nor a slow drip outlasts ``until``.

    ``stall`` is the longest wait, in seconds, between two items. Ends early once ``stopped``. Raises ModelError "slow",
    and whatever the iterator raises.
    """
    queue: SimpleQueue[tuple[bool, _T | Exception | None]] = SimpleQueue()
    gone = threading.Event()

    def read() -> None:
        _gone.set(gone)
        try:
            for item in make():
                queue.put((True, item))
                if gone.is_set():
                    return
            queue.put((False, None))
        except Exception as error:  # noqa: BLE001 (raised again where somebody waits)
            queue.put((False, error))

    threading.Thread(target=read, daemon=True).start()
    limit = until
    try:
        while not stopped():
            try:
                more, item = queue.get(timeout=max(0.0, min(_POLL, limit - monotonic())))
            except Empty:
                if monotonic() >= limit:
                    raise model_error("slow") from None
                continue
            if isinstance(item, Exception):
                raise item
            if not more:
                return
            yield item  # type: ignore[misc]
            limit = min(until, monotonic() + stall)
    finally:
        gone.set()
