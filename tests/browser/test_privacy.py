"""No request leaves the page because of what was pasted; every answer carries the headers."""

from __future__ import annotations

import socket
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from steps import ask, open_coach, unfold

if TYPE_CHECKING:
    from chromium import NewPage

pytestmark = pytest.mark.browser


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server that remembers every request: its address and the paths asked for."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}", seen
    listening.shutdown()
    listening.server_close()


def test_the_canary_sings(new_page: NewPage, canary: tuple[str, list[str]]) -> None:
    """The control: an image on a plain page does reach the canary."""
    address, seen = canary
    page = new_page()
    page.set_content(f"<img src='{address}/control.png'>")
    page.wait_for_timeout(500)
    assert seen == ["/control.png"]


def test_pasted_images_are_never_asked_for(new_page: NewPage, server: str, canary: tuple[str, list[str]]) -> None:
    """HTML and Markdown images in the text, in a draft, and shown again everywhere: no request but to the app itself."""
    address, seen = canary
    pasted = (
        f"You always leave the dishes ![a]({address}/markdown.png) and you never <img src='{address}/html.png'> "
        f"say <b style='background:url({address}/css.png)'>thanks</b> [b]({address}/link) {address}/bare.png"
    )
    page = new_page()
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url))
    open_coach(page, server)
    ask(page, pasted)
    draft = page.get_by_label("Gentle draft", exact=False)
    if draft.count():
        draft.fill(f"You always ![c]({address}/draft.png) <img src='{address}/draft2.png'> do")
        draft.press("Control+Enter")
        page.wait_for_timeout(1000)
    unfold(page)
    page.wait_for_timeout(500)
    assert seen == []
    own = (server, server.replace("http", "ws"), "data:", "blob:")
    assert [url for url in outside if not url.startswith(own)] == []


@pytest.mark.parametrize("path", ["", "coach", "help", "_stcore/health"])
def test_headers(server: str, path: str) -> None:
    """A policy without outside hosts, nothing stored, nothing sniffed, no frames, no referrer."""
    with urllib.request.urlopen(server + path, timeout=10) as answer:
        headers = answer.headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in headers["Permissions-Policy"]
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy.split("script-src", 1)[1].split(";", 1)[0]
    for outside in ("http:", "https:", "ws:", "wss:", "*", "unsafe-eval"):
        assert outside not in policy


def test_pages_of_other_sites_cannot_open_the_socket(server: str) -> None:
    """A socket opened by another site's page is refused, and so is a name that points here by trick."""
    host = server.removeprefix("http://").rstrip("/")
    name, port = host.split(":")

    def answer(origin: str, asked_host: str) -> str:
        with socket.create_connection((name, int(port)), timeout=10) as line:
            line.sendall(
                f"GET /_stcore/stream HTTP/1.1\r\nHost: {asked_host}\r\nOrigin: {origin}\r\nUpgrade: websocket\r\n"
                "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                "Sec-WebSocket-Version: 13\r\n\r\n".encode()
            )
            return line.recv(200).decode(errors="replace").split("\r\n", 1)[0]

    assert "101" in answer(f"http://{host}", host)
    assert "403" in answer("http://evil.example", host)
    assert "101" not in answer(f"http://evil.example:{port}", f"evil.example:{port}")
