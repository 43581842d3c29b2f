"""A loopback server that speaks as OpenAI's does, or misbehaves in whatever way a test asks for, byte by byte."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

MODEL = "fault-model"
GOOD: dict[str, Any] = {
    "drafts": [
        {
            "style": "gentle",
            "observation": "the dishes were in the sink",
            "feeling": "tired",
            "need": "rest",
            "request": "Would you wash the dishes tonight?",
            "perspective": "You may have had a long day too.",
            "text": "I felt tired when I saw the dishes in the sink. You may have had a long day too. Would you wash the dishes with me?",
        },
        {
            "style": "direct",
            "feeling": "tired",
            "need": "rest",
            "request": "Would you wash the dishes?",
            "text": "I feel tired when the dishes are left in the sink. I need rest. Would you wash the dishes?",
        },
        {
            "style": "brief",
            "feeling": "tired",
            "request": "Could we share the dishes?",
            "text": "I feel tired when the dishes are left; could we share them?",
        },
    ],
    "other_view": [
        "You may have been worn out when you came home.",
        "Perhaps you see other things that need doing first.",
    ],
    "your_part": "How could I have brought this up earlier?",
    "questions": [
        {
            "text": "What are the evenings like for you?",
            "follow_ups": [
                {"when": "they go quiet", "ask": "What is on your mind?"},
                {"when": "they are tired", "ask": "What would help you rest?"},
            ],
        },
        {
            "text": "How would you like us to share the dishes?",
            "follow_ups": [
                {"when": "they shrug", "ask": "What matters most to you in this?"},
                {"when": "they have an idea", "ask": "How would that look for us?"},
            ],
        },
        {
            "text": "What would make the evenings easier for you?",
            "follow_ups": [{"when": "they name something", "ask": "What is that like for you?"}],
        },
    ],
    "responses": [
        {
            "they_say": "I do plenty around here.",
            "text": "You do a lot, and it sounds as if I have not seen it.",
            "technique": "reflection",
            "avoid": "Not as much as me.",
            "avoid_why": "It turns into a contest.",
        },
        {
            "they_say": "I was exhausted.",
            "text": "It makes sense that you had nothing left after such a day.",
            "technique": "validation",
            "avoid": "So was I.",
            "avoid_why": "It closes the door on what was said.",
        },
        {
            "they_say": "Fine, I will do it.",
            "text": "You sound tired of this. What is it like for you right now?",
            "technique": "curiosity",
            "avoid": "About time.",
            "avoid_why": "It stings just when help is offered.",
        },
    ],
}
GOOD_TEXT = json.dumps(GOOD)


@dataclass
class Asked:
    """One request that came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def streams(self) -> bool:
        """Whether an answer in pieces was asked for."""
        return bool(self.body.get("stream"))

    @property
    def form(self) -> str:
        """The type of response format asked for, or "words"."""
        return str(self.body.get("response_format", {}).get("type", "words"))


class Wire:
    """The server's end of a connection: whole answers, streams, and raw bytes for worse."""

    def __init__(self, connection: socket.socket, asked: Asked) -> None:
        self._connection, self.asked = connection, asked

    def raw(self, data: bytes) -> None:
        """Bytes as they are."""
        self._connection.sendall(data)

    def reset(self) -> None:
        """Drop the connection without a word."""
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self._connection.close()

    def reply(self, status: int, body: bytes | dict[str, Any], kind: str = "application/json", **headers: str) -> None:
        """A whole HTTP answer."""
        data = json.dumps(body).encode() if isinstance(body, dict) else body
        lines = [f"HTTP/1.1 {status} X", f"content-type: {kind}", f"content-length: {len(data)}", "connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.raw("\r\n".join([*lines, "", ""]).encode() + data)

    def head(self) -> None:
        """Begin a stream of events; its end is the end of the connection."""
        self.raw(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n")

    def event(self, data: Any) -> None:
        """One event of a stream."""
        self.raw(b"data: " + (data if isinstance(data, bytes) else json.dumps(data).encode()) + b"\n\n")

    def delta(self, text: str | None = None, end: str | None = None, **more: Any) -> None:
        """One piece of an answer."""
        said = {**({} if text is None else {"content": text}), **more}
        self.event(
            {
                "id": "1",
                "object": "chat.completion.chunk",
                "choices": [{"index": 0, "delta": said, "finish_reason": end}],
            }
        )

    def say(self, text: str | None, end: str | None = "stop", pieces: int = 8, **more: Any) -> None:
        """An answer in whichever way it was asked for, well-formed around whatever text."""
        use = {"prompt_tokens": 700, "completion_tokens": 300, "total_tokens": 1000}
        if not self.asked.streams:
            message = {"role": "assistant", "content": text, **more}
            choice = {"index": 0, "message": message, "finish_reason": end}
            self.reply(200, {"id": "1", "object": "chat.completion", "choices": [choice], "usage": use})
            return
        self.head()
        size = max(1, len(text or "") // pieces)
        for start in range(0, len(text or ""), size):
            self.delta((text or "")[start : start + size])
        self.delta(end=end, **more)
        self.event({"id": "1", "choices": [], "usage": use})
        self.event(b"[DONE]")


Behaviour = Callable[[Wire, int], None]


@dataclass
class FaultServer:
    """What was asked so far, and where. ``behaviour`` gets the wire and the number of the request, from 1."""

    behaviour: Behaviour
    asked: list[Asked] = field(default_factory=list)
    address: str = ""

    @contextmanager
    def serving(self) -> Iterator[FaultServer]:
        """Serve on loopback until the block ends."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.address = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
            threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
            try:
                yield self
            finally:
                listener.shutdown(socket.SHUT_RDWR)

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            asked = _read(connection)
            if asked is not None:
                self.asked.append(asked)
                self.behaviour(Wire(connection, asked), len(self.asked))


def _read(connection: socket.socket) -> Asked | None:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(65536)
    told = body and "json" in headers.get("content-type", "")  # a recording comes as a form
    return Asked(first.split()[1], headers, json.loads(body) if told else {})


def drip(wire: Wire, data: bytes, seconds: float = 0.05) -> None:
    """One byte after the other, for ever."""
    while True:
        for byte in data:
            wire.raw(bytes([byte]))
            time.sleep(seconds)
