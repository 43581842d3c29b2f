"""The server's part in leaving: it serves the page with the way out, and forgets a session whose page was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_GOING_AWAY = 1001  # what a browser says as it closes a page; a line that broke says something else, and may come back


class WayOut:
    """Streamlit's page is replaced by ``page``; what came back through the browser's history begins at Home."""

    def __init__(self, app: ASGIApp, page: str) -> None:
        self._app, self._page = app, page.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "websocket":
            await self._session(scope, receive, send)
        elif scope["type"] == "http" and _from_history(scope):
            await send({"type": "http.response.start", "status": 303, "headers": [(b"location", b"/")]})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._app(scope, receive, self._with_page(scope, send))

    def _with_page(self, scope: Scope, send: Send) -> Send:
        ours = False

        async def replaced(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                ours = headers.get("content-type", "").startswith("text/html")
                if ours:
                    for name in ("content-encoding", "etag", "last-modified"):
                        del headers[name]
                    headers["content-length"] = str(len(self._page))
            if message["type"] == "http.response.body" and ours:
                if message.get("more_body"):
                    return
                message = {**message, "body": b"" if scope["method"] == "HEAD" else self._page}
            await send(message)

        return replaced

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        known, left = "", False

        async def watched_send(message: Message) -> None:
            nonlocal known
            if message["type"] == "websocket.send" and not known:
                known = ForwardMsg.FromString(message["bytes"]).new_session.initialize.session_id
            await send(message)

        async def watched_receive() -> Message:
            nonlocal left
            message = await receive()
            left = left or (message["type"] == "websocket.disconnect" and message.get("code") == _GOING_AWAY)
            return message

        await self._app(scope, watched_receive, watched_send)
        if left and known:  # nobody can come back to it: only the page that is gone knew its id
            Runtime.instance().close_session(known)


def _from_history(scope: Scope) -> bool:
    """A whole page other than Home, asked for from within and by nobody's hand: the app itself never loads one so."""
    headers = Headers(scope=scope)
    return (
        scope["path"] != "/"
        and headers.get("sec-fetch-dest") == "document"
        and headers.get("sec-fetch-site") == "same-origin"
        and "sec-fetch-user" not in headers
        and "cache-control" not in headers  # a reload says that it wants nothing old; going back does not
    )
