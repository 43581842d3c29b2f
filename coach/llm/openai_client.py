"""A model on a server that speaks as OpenAI's does: one HTTP request, and one table from the SDK's errors to our reasons."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import openai
from httpx2 import ConnectError, ConnectTimeout, TimeoutException, TransportError

from coach.errors import BadInput, ModelError
from coach.llm.bounds import TooMuch, http_client
from coach.llm.port import Meter, Request
from coach.llm.reasons import Reason, model_error

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .:/@+_-]{0,99}")
NO_KEY = "none"  # the SDK wants one, and local servers take any
_AGAIN: frozenset[Reason] = frozenset({"unreachable", "busy", "server", "cut"})
_LAST_WAIT = 120.0  # seconds; a server that wants more is as good as away
_STATUS: dict[int, Reason] = {
    401: "key", 402: "quota", 403: "key", 404: "missing", 405: "missing", 410: "missing", 408: "server", 409: "server",
    413: "too_long", 425: "busy", 429: "busy", 503: "busy", 529: "busy", 504: "slow", 524: "slow",
}  # fmt: skip
_CODES: dict[str, Reason] = {
    "insufficient_quota": "quota",
    "billing_hard_limit_reached": "quota",
    "context_length_exceeded": "too_long",
    "content_filter": "filtered",
    "content_policy_violation": "filtered",
    "model_not_found": "missing",
    "invalid_api_key": "key",
}
for _noisy in ("openai", "httpx2", "httpcore2"):  # they would log what people typed when somebody turns debugging on
    logging.getLogger(_noisy).setLevel(logging.WARNING)


class OpenAIModel:
    """Implements :class:`coach.llm.port.Model`. One client for all its requests, so that a connection is opened once."""

    def __init__(self, place: str, name: str, key: str = "", streams: bool = True) -> None:
        self.place, self.name, self.meter = checked_address(place), checked_name(name), Meter()
        self._streams = streams
        self._client = openai.OpenAI(
            base_url=self.place, api_key=key or NO_KEY, max_retries=0, http_client=http_client()
        )

    def answer(self, request: Request) -> Iterator[str]:
        """See :class:`coach.llm.port.Model`."""
        began = monotonic()
        seen = _Seen()
        try:
            yield from self._texts(request, seen)
        except ModelError:
            raise
        except Exception as error:  # every fault of a server ends here and nowhere else
            raise translated(error) from error
        finally:
            self.meter.add(monotonic() - began, seen.tokens)
        seen.judge()

    def _texts(self, request: Request, seen: _Seen) -> Iterator[str]:
        body = {"model": self.name, **_body(request, self._streams)}
        response = self._client.chat.completions.with_streaming_response.create(**body, timeout=request.seconds)
        with response as raw:
            if "text/event-stream" not in raw.headers.get("content-type", ""):
                yield from seen.read(json.loads(raw.read()), "message")
                return
            events = openai.Stream(cast_to=dict[str, Any], response=raw.http_response, client=self._client)
            for event in events:
                yield from seen.read(event, "delta")


def checked_address(place: str) -> str:
    """The address without white space. Raises BadInput when it is none, or holds a name and password that would be shown."""
    parts = urlsplit(place.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise BadInput(
            "The address of the model’s server must begin with http:// or https://, name a host, and hold no name, password or "
            "question mark, such as http://localhost:11434/v1. Nothing was sent."
        )
    return place.strip()


def checked_name(name: str) -> str:
    """The model's name without white space around it, plain enough to be shown anywhere. Raises BadInput."""
    if not _NAME.fullmatch(name.strip()):
        raise BadInput(
            "The name of a model has up to 100 letters, digits and . - _ : / @ +, such as llama3.2. Nothing was sent."
        )
    return name.strip()


class _Seen:
    """What an answer told besides its text."""

    def __init__(self) -> None:
        self.tokens: tuple[int, int] | None = None
        self._end: str | None = None
        self._text = self._refusal = False

    def read(self, event: Any, part: str) -> Iterator[str]:
        """The text in one event of a stream (``part`` is "delta") or in a whole answer ("message")."""
        if error := event.get("error"):
            raise _told(error if isinstance(error, Mapping) else {}, 500)
        self.tokens = _tokens(event.get("usage")) or self.tokens
        for choice in (event["choices"] if part == "message" else event.get("choices") or ())[:1]:
            self._end = choice.get("finish_reason") or self._end
            said = choice[part] or {}
            self._refusal = self._refusal or bool(said.get("refusal"))
            if (text := said.get("content")) is not None:
                if not isinstance(text, str):
                    raise model_error("unreadable")
                self._text = self._text or bool(text.strip())
                yield text

    def judge(self) -> None:
        """Raise when the answer did not end as one that can be used."""
        if self._refusal:
            raise model_error("refused")
        if self._end == "content_filter":
            raise model_error("filtered")
        if self._end == "length":
            raise model_error("too_long")
        if self._end is None and self._text:
            raise model_error("cut", again=True)
        if not self._text:
            raise model_error("empty")


def _tokens(use: Any) -> tuple[int, int] | None:
    sent, came = (use.get("prompt_tokens"), use.get("completion_tokens")) if isinstance(use, Mapping) else (None, None)
    return (sent, came) if isinstance(sent, int) and isinstance(came, int) else None


def translated(error: Exception) -> ModelError:
    """Any error of the SDK, of its transport or of an answer's shape → ours."""
    if isinstance(error, openai.APIStatusError):
        body = error.body if isinstance(error.body, Mapping) else {}
        return _told(body, error.status_code, _after(error.response.headers))
    if isinstance(error, openai.APIConnectionError | TransportError):
        cause = error if isinstance(error, TransportError) else error.__cause__
        if isinstance(cause, TooMuch):
            return model_error("unreadable")
        if isinstance(cause, ConnectError | ConnectTimeout):
            return model_error("unreachable", again=True)
        if isinstance(cause, TimeoutException):
            return model_error("slow")
        return model_error("cut", again=True)
    if isinstance(error, openai.APIError):  # an error event inside a stream
        return _told(error.body if isinstance(error.body, Mapping) else {}, 500)
    return model_error("unreadable", again=True)


def _told(body: Mapping[Any, Any], status: int, after: float = 0.0) -> ModelError:
    inner = body.get("error")
    told = inner if isinstance(inner, Mapping) else body
    codes = {str(told.get(key)) for key in ("code", "type")}
    reason = next((_CODES[code] for code in sorted(codes) if code in _CODES), None)
    reason = reason or _STATUS.get(status) or ("missing" if status < 400 else "request" if status < 500 else "server")
    return model_error(reason, again=reason in _AGAIN, after=after, status=status)


def _after(headers: Mapping[str, str]) -> float:
    """Seconds that the server asks us to wait; a date or nonsense counts as a long time and as none."""
    given = headers.get("retry-after", "").strip()
    if not given:
        return 0.0
    try:
        seconds = float(given)
    except ValueError:
        return _LAST_WAIT if given[:1].isalpha() and "," in given else 0.0
    return seconds if 0 <= seconds <= _LAST_WAIT else _LAST_WAIT if seconds > 0 else 0.0


def _body(request: Request, streams: bool) -> dict[str, Any]:
    """What is sent. The plainest form leaves out everything that a strict or simple server might refuse."""
    body: dict[str, Any] = {"messages": [{"role": turn.role, "content": turn.text} for turn in request.turns]}
    if streams:
        body["stream"] = True
    if request.form == "words":
        return body
    body["store"] = False
    if streams:
        body["stream_options"] = {"include_usage": True}
    if request.form == "schema":
        body["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": request.schema},
        }
    else:
        body["response_format"] = {"type": "json_object", "schema": request.schema}
    return body
