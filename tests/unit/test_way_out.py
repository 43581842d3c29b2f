"""The page with the way out in it, and what the server does when a page is left."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from coach.leave import layer
from coach.leave.page import inline_scripts, page
from coach.settings import Settings

if TYPE_CHECKING:
    from starlette.types import Message

AWAY = Settings().leave_to
BROWSED = [(b"sec-fetch-dest", b"document"), (b"sec-fetch-site", b"same-origin")]


def served(inner: list[Message], incoming: list[Message], **scope: Any) -> list[Message]:
    """What the layer sends when the app behind it reads all that comes in and then sends ``inner``."""
    sent: list[Message] = []

    async def app(_scope: Any, receive: Any, send: Any) -> None:
        for message in inner:
            await send(message)
        for _ in incoming:
            await receive()

    async def receive() -> Message:
        return next(coming)

    async def send(message: Message) -> None:
        sent.append(message)

    coming = iter(incoming)
    served = layer.WayOut(app, "<ours>")
    given = {"method": "GET", "headers": [], "path": "/", **scope}
    with ThreadPoolExecutor(1) as other:  # a browser test may have left a loop running in this thread
        other.submit(lambda: asyncio.run(served(given, receive, send))).result()
    return sent


def html(body: bytes) -> list[Message]:
    """An answer as Streamlit gives it for a page, in two pieces."""
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", b"4"), (b"etag", b"x")]
    return [
        {"type": "http.response.start", "status": 200, "headers": headers},
        {"type": "http.response.body", "body": body, "more_body": True},
        {"type": "http.response.body", "body": body},
    ]


def test_the_link_stands_before_everything_else() -> None:
    """A plain same-tab link, first in the body, outside of what Streamlit draws; and a title that tells nothing."""
    written = page(AWAY)
    first = written.split("<body>", 1)[1].split("<noscript>")[0]
    assert f'<a href="{AWAY}" rel="noreferrer">Leave this page</a></nav>' in first
    assert first.count("<a ") == 2, "only the link that skips to the content stands before it"
    assert re.findall("<title>(.*?)</title>", written) == ["Coach"]
    assert written.index("location.replace") < written.index('type="module"')
    assert len(inline_scripts(written)) == 2
    assert "AWAY" not in written
    assert "local emergency number" in written.split("<noscript>")[1].split("</noscript>")[0]


def test_the_site_to_leave_to_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any https address, and nothing that could be a script."""
    monkeypatch.setenv("COACH_LEAVE_TO", "https://weather.example/today")
    assert 'href="https://weather.example/today"' in page(Settings().leave_to)
    for wrong in ("http://weather.example/", "javascript:alert(1)", 'https://a.b/"onclick=x', "https://a.b"):
        monkeypatch.setenv("COACH_LEAVE_TO", wrong)
        with pytest.raises(ValidationError):
            Settings()


def test_a_page_is_replaced_whole() -> None:
    """Our page with its own length, and nothing that would let a browser keep the old one."""
    start, body = served(html(b"old!"), [], type="http")
    assert body["body"] == b"<ours>"
    assert dict(start["headers"])[b"content-length"] == b"6"
    assert b"etag" not in dict(start["headers"])
    assert served(html(b""), [], type="http", method="HEAD")[-1]["body"] == b""


def test_other_answers_pass_as_they_are() -> None:
    """A script, a style, a health check."""
    answer = [
        {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/javascript")]},
        {"type": "http.response.body", "body": b"1"},
    ]
    assert served(answer, [], type="http", path="/static/x.js") == answer


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/coach", BROWSED, 303),
        ("/", BROWSED, 200),
        ("/coach", [*BROWSED, (b"sec-fetch-user", b"?1")], 200),
        ("/room", [*BROWSED, (b"cache-control", b"max-age=0")], 200),
        ("/coach", [], 200),
    ],
    ids=["back", "back to Home", "typed", "reload", "a browser that says nothing"],
)
def test_back_comes_to_home_at_most(path: str, headers: list[tuple[bytes, bytes]], status: int) -> None:
    """What a browser's history asks for is Home; what a person asks for is the page."""
    assert served(html(b"old"), [], type="http", path=path, headers=headers)[0]["status"] == status


@pytest.mark.parametrize(("code", "forgotten"), [(1001, ["abc"]), (1006, []), (1000, [])])
def test_a_session_ends_with_its_page(monkeypatch: pytest.MonkeyPatch, code: int, forgotten: list[str]) -> None:
    """A page that was closed or left is forgotten at once; a line that broke may come back to its session."""
    closed: list[str] = []

    class Sessions:
        @staticmethod
        def instance() -> Any:
            return Sessions

        close_session = staticmethod(closed.append)

    monkeypatch.setattr(layer, "Runtime", Sessions)
    first = ForwardMsg()
    first.new_session.initialize.session_id = "abc"
    served(
        [
            {"type": "websocket.accept"},
            {"type": "websocket.send", "bytes": first.SerializeToString()},
            {"type": "websocket.send", "bytes": ForwardMsg().SerializeToString()},
        ],
        [{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": code}],
        type="websocket",
    )
    assert closed == forgotten
