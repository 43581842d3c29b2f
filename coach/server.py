"""`coach serve`: the app behind security headers. Works from any folder, in a checkout and in an installed wheel."""

from __future__ import annotations

import socket
import sys
import threading
import tomllib
import webbrowser
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from streamlit.net_util import get_internal_ip

from coach import paths
from coach.errors import CoachError
from coach.leave.layer import WayOut
from coach.leave.page import inline_scripts, page
from coach.memory import share_arenas
from coach.settings import Settings

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 (only with --share, and said so)
SHARE_WARNING = (
    "Sharing is on: anyone on this network who knows the address can open the app. There is no password, and what is "
    "typed travels unencrypted. What each person types is kept apart, and stays on this computer."
)
OUR_FAULT = "Something went wrong on our side. Your text is still in its box. Please try again, or reload the page."
_POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self' blob:; media-src 'self' blob:; worker-src 'self' blob:; frame-src 'none'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)


def content_security_policy(html: str) -> str:
    """A policy without outside hosts. Streamlit needs inline styles, blob workers and, for a recording, what the page made itself (``blob:``); the scripts in the page go by their hash."""
    return _POLICY.format(scripts=" ".join(inline_scripts(html)))


class SecurityHeaders:
    """Adds the headers to every answer, and turns away pages of other sites that try to open the app's socket."""

    def __init__(self, app: ASGIApp, policy: str, microphone: bool = False) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": policy,
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": f"camera=(), microphone=({'self' if microphone else ''}), geolocation=(), payment=(), usb=(), interest-cohort=()",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "websocket" and not _same_site(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        if (
            scope["type"] == "websocket"
        ):  # Streamlit would ask another site for this computer's address to judge the origin
            judged = [(name, value) for name, value in scope["headers"] if name != b"origin"]
            scope = {**scope, "headers": [*judged, (b"origin", b"http://localhost")]}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                if not scope["path"].startswith("/static/"):  # those hold the program, never a word of anybody's
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_with_headers)


def serve(port: int | None = None, share: bool = False) -> None:
    """Serve the app until stopped; on this computer only, unless shared. Prints its address."""
    if share:
        print(SHARE_WARNING, flush=True)
    share_arenas()
    html = page(Settings().leave_to)
    app = st.App(
        paths.APP,
        routes=[Route("/left", _left, methods=["POST"])],
        middleware=[
            Middleware(SecurityHeaders, content_security_policy(html), microphone=bool(Settings().speech_model)),
            Middleware(WayOut, html),
        ],
        lifespan=_say_address,
        on_script_error=_script_failed,
    )
    app.run(config=settings(port, share))


def settings(port: int | None, share: bool) -> dict[str, Any]:
    """The settings of the config file, passed by hand so that they hold from any folder, and those of serving."""
    ours = {
        **dict(_flat(tomllib.loads(paths.STREAMLIT_CONFIG.read_text(encoding="utf-8")))),
        "server.address": EVERYWHERE if share else LOOPBACK,
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "logger.hideWelcomeMessage": True,
    }
    ours["server.allowedHosts"] = own_names(share)  # a name that points here by trick is turned away
    if port is not None:
        ours["server.port"] = port
    return ours


def own_names(share: bool) -> list[str]:
    """The names by which a browser may ask for the app, that of a proxy before it among them."""
    name = socket.gethostname()
    shared = [name, f"{name}.local", get_internal_ip()] if share else []
    return [LOOPBACK, "localhost", *filter(None, [*shared, urlsplit(Settings().public_url).hostname])]


@asynccontextmanager
async def _say_address(_app: st.App) -> AsyncIterator[None]:
    address = f"http://{LOOPBACK}:{st.get_option('server.port')}"
    print(f"Conversation Coach is running at {address} (stop it with Ctrl+C).", flush=True)
    if st.get_option("server.address") == EVERYWHERE:
        others = get_internal_ip() or socket.gethostname()
        print(f"Others on this network open http://{others}:{st.get_option('server.port')}", flush=True)
    if public := Settings().public_url:
        print(f"Behind the proxy it is {public}", flush=True)
    if not st.get_option("server.headless"):
        webbrowser.open(address)
    threading.Thread(target=_prepare, daemon=True).start()  # while the browser still loads Streamlit's program
    yield


async def _left(request: Request) -> Response:
    """A tab was left by the way out: what belongs to its token goes."""
    told = b""
    async for piece in request.stream():
        told += piece
        if len(told) > 64:
            return Response(status_code=413)
    with suppress(CoachError):
        await run_in_threadpool(_erase, told.decode(errors="replace"))
    return Response(status_code=204)


def _erase(token: str) -> None:
    from coach.wiring import erase

    erase(token)


def _prepare() -> None:
    """Import what takes longest of what the first page needs, before it asks."""
    from coach import wiring  # noqa: F401


def _script_failed(error: Exception) -> bool:
    # The kind of error only: its text could hold what a person typed.
    print(f"A page failed: {type(error).__name__}", file=sys.stderr, flush=True)
    st.error(OUR_FAULT)
    return True


def _same_site(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
