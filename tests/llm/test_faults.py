"""Everything a model's server can do wrong: the person has a useful plan in time, few requests were made, the reason is right."""

from __future__ import annotations

import gzip
import json
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from fault_server import GOOD, GOOD_TEXT, Behaviour, Wire, drip

from coach.llm.breaker import Breaker
from coach.llm.dialect import Dialects
from coach.llm.reasons import SENTENCES, Reason
from coach.model import CoachingPlan, Situation

if TYPE_CHECKING:
    from conftest import Connect, Serve

    from coach.service import CoachService

DISHES = "You always leave the dishes in the sink, and I have to wash them when I am tired."
SECONDS = 1.0
SPARE = 0.9  # seconds for the reading, the offline plan and the guard, on a busy machine


def error(status: int, code: str = "", **headers: str) -> Behaviour:
    """Answers with a status and an error as OpenAI's."""
    return lambda wire, n: wire.reply(status, {"error": {"message": "no sk-canary-key", "code": code}}, **headers)


def whole(body: bytes | dict[str, Any], kind: str = "application/json") -> Behaviour:
    """Answers 200 with a body, however it was asked."""
    return lambda wire, n: wire.reply(200, body, kind)


def text(said: str | None, end: str | None = "stop", **more: Any) -> Behaviour:
    """Answers well, with a text."""
    return lambda wire, n: wire.say(said, end, **more)


def streamed(*events: Any, stay: float = 0.0) -> Behaviour:
    """Answers with events, ready or not; ``stay`` keeps the connection open so many seconds."""

    def behave(wire: Wire, n: int) -> None:
        wire.head()
        for event in events:
            wire.event(event)
        time.sleep(stay)

    return behave


def raw(data: bytes, stay: float = 0.0) -> Behaviour:
    """Sends bytes."""

    def behave(wire: Wire, n: int) -> None:
        wire.raw(data)
        time.sleep(stay)

    return behave


def first(behave: Behaviour) -> Behaviour:
    """Fails once and is well after that."""
    return lambda wire, n: behave(wire, n) if n == 1 else wire.say(GOOD_TEXT)


def delta(said: str | None, end: str | None = None, **more: Any) -> dict[str, Any]:
    """One event with a piece of text."""
    return {"choices": [{"index": 0, "delta": {"content": said, **more}, "finish_reason": end}]}


def changed(**parts: Any) -> str:
    """A good answer with some parts changed."""
    return json.dumps({**GOOD, **parts})


def dripping_head(wire: Wire, n: int) -> None:
    """A header that never ends."""
    wire.raw(b"HTTP/1.1 200 OK\r\nx-long: ")
    drip(wire, b"a")


def dripping_body(wire: Wire, n: int) -> None:
    """A body that never ends, one white space at a time."""
    wire.raw(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n")
    drip(wire, b" ")


def endless(wire: Wire, n: int) -> None:
    """As many bytes as anybody reads."""
    wire.raw(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: ")
    while True:
        wire.raw(b"x" * 65536)


def comments(wire: Wire, n: int) -> None:
    """A stream that says only that it is still there."""
    wire.head()
    drip(wire, b": wait\n\n", 0.005)


def zipped(wire: Wire, n: int) -> None:
    """A body packed so that a little becomes much."""
    wire.reply(200, gzip.compress(b"0" * 50_000_000), content_encoding="gzip")


def less(wire: Wire, n: int) -> None:
    """No room for everything; room for what is asked the second time."""
    wire.say(GOOD_TEXT[:300], "length") if n == 1 else wire.say(GOOD_TEXT)


HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
BODY = json.dumps({"choices": [{"index": 0, "message": {"content": GOOD_TEXT}, "finish_reason": "stop"}]}).encode()


@dataclass(frozen=True)
class Fault:
    """``reason`` is what the person is told (None: the model's plan came after all); ``requests`` how many at most."""

    behave: Behaviour
    reason: Reason | None
    requests: int = 2
    modes: tuple[bool, ...] = (True, False)  # streamed, whole


FAULTS: dict[str, Fault] = {
    "resets": Fault(lambda wire, n: wire.reset(), "cut"),
    "says nothing": Fault(raw(b"", stay=3), "slow", 1),
    "drips its header": Fault(dripping_head, "slow", 1),
    "drips its body": Fault(dripping_body, "slow", 1),
    "is no HTTP server": Fault(raw(b"SSH-2.0-hello\r\n"), "cut"),
    "has a broken status line": Fault(raw(b"HTTP/1.1 OK fine\r\n\r\n"), "cut"),
    "400": Fault(error(400), "request", 1),
    "400 too long": Fault(error(400, "context_length_exceeded"), "too_long"),
    "400 filtered": Fault(error(400, "content_filter"), "filtered", 1),
    "401": Fault(error(401, "invalid_api_key"), "key", 1),
    "402": Fault(error(402), "quota", 1),
    "403": Fault(error(403), "key", 1),
    "404": Fault(error(404), "missing", 1),
    "404 for the model": Fault(error(404, "model_not_found"), "missing", 1),
    "405": Fault(error(405), "missing", 1),
    "408": Fault(error(408), "server"),
    "409": Fault(error(409), "server"),
    "413": Fault(error(413), "too_long"),
    "422": Fault(error(422), "request", 1),
    "429": Fault(error(429), "busy"),
    "429 for a short while": Fault(first(error(429, retry_after="0.2")), None),
    "429 for an hour": Fault(error(429, retry_after="3600"), "busy", 1),
    "429 until a date": Fault(error(429, retry_after="Wed, 21 Oct 2037 07:28:00 GMT"), "busy", 1),
    "429 with nonsense": Fault(error(429, retry_after="soon"), "busy"),
    "429 for a time before now": Fault(error(429, retry_after="-5"), "busy"),
    "429 without credit": Fault(error(429, "insufficient_quota"), "quota", 1),
    "500": Fault(error(500), "server"),
    "500 once": Fault(first(error(500)), None),
    "502 with a page": Fault(lambda wire, n: wire.reply(502, b"<html>Bad gateway</html>", "text/html"), "server"),
    "503": Fault(error(503), "busy"),
    "504": Fault(error(504), "slow", 1),
    "418": Fault(error(418), "request", 1),
    "a page": Fault(whole(b"<!doctype html><title>Log in</title>", "text/html"), "unreadable"),
    "an empty body": Fault(whole(b""), "unreadable"),
    "204": Fault(lambda wire, n: wire.raw(b"HTTP/1.1 204 X\r\nconnection: close\r\n\r\n"), "unreadable"),
    "null": Fault(whole(b"null"), "unreadable"),
    "a list": Fault(whole(b"[]"), "unreadable"),
    "no choices": Fault(whole({"id": "1"}), "unreadable"),
    "empty choices": Fault(whole({"choices": []}), "empty", 1),
    "choices that are a word": Fault(whole({"choices": "none"}), "unreadable"),
    "a message that is a word": Fault(whole({"choices": [{"message": "hi"}]}), "unreadable"),
    "content that is a list": Fault(
        whole({"choices": [{"message": {"content": [{"text": "hi"}]}, "finish_reason": "stop"}]}), "unreadable"
    ),
    "an error in a good answer": Fault(whole({"error": {"message": "overloaded"}}), "server"),
    "an error that is a word": Fault(whole({"error": "overloaded"}), "server"),
    "no UTF-8": Fault(whole(b'{"choices": "\xff\xfe"}'), "unreadable"),
    "deeply nested": Fault(whole(b"[" * 100_000), "unreadable"),
    "packed": Fault(zipped, "unreadable", 1),
    "a body cut off": Fault(raw(HEAD + b"content-length: 90000\r\n\r\n" + BODY), "cut"),
    "a body cut off once": Fault(first(raw(HEAD + b"content-length: 90000\r\n\r\n" + BODY)), None),
    "a stream cut off": Fault(streamed(delta(GOOD_TEXT[:200])), "cut"),
    "a stream cut off once": Fault(first(streamed(delta(GOOD_TEXT[:200]))), None),
    "a stream without an end": Fault(streamed(delta(GOOD_TEXT)), None, 1),
    "a stream that stays open": Fault(streamed(delta(GOOD_TEXT, "stop"), stay=3), None, 1),
    "a stream that stalls": Fault(streamed(delta(GOOD_TEXT[:200]), stay=3), "slow", 1),
    "a stream of comments": Fault(comments, "slow", 1),
    "a stream of nonsense": Fault(streamed(b"{nonsense"), "unreadable"),
    "a stream with a number": Fault(streamed(b"42"), "unreadable"),
    "a stream with an error": Fault(streamed(delta('{"dra'), {"error": {"message": "out of memory"}}), "server"),
    "an endless line": Fault(endless, "unreadable", 1),
    "null content": Fault(text(None), "empty", 1),
    "empty content": Fault(text("  \n"), "empty", 1),
    "only reasoning": Fault(text(None, reasoning_content=GOOD_TEXT), "empty", 1),
    "a refusal": Fault(text(None, refusal="I can’t talk about this."), "refused", 1),
    "a filter": Fault(text("", "content_filter"), "filtered", 1),
    "a filter in the middle": Fault(text(GOOD_TEXT[:100], "content_filter"), "filtered", 1),
    "no room": Fault(text(GOOD_TEXT[:300], "length"), "too_long"),
    "no room for all": Fault(less, None),
    "prose": Fault(text("I would be happy to help you with that."), "unreadable"),
    "a JSON list": Fault(text("[1, 2]"), "unreadable"),
    "JSON in a string": Fault(text(json.dumps(GOOD_TEXT)), "unreadable"),
    "JSON cut, said to be whole": Fault(text(GOOD_TEXT[:200]), "unreadable"),
    "JSON cut once": Fault(first(text(GOOD_TEXT[:200])), None),
    "wrong types": Fault(text(changed(drafts=7, other_view={}, your_part=[], questions="?", responses=[None])), "unfit"),
    "the wrong object": Fault(text('{"answer": 42}'), "unfit"),
    "its own schema": Fault(text('{"type": "object", "properties": {"drafts": {"type": "array"}}}'), "unfit"),
    "half characters": Fault(text(json.dumps({"your_part": "What could I \ud800 do?"})), "unfit"),
    "a very long answer": Fault(text(changed(your_part="What could I do? " * 6000)), "too_long"),
    "a code fence": Fault(text(f"```json\n{GOOD_TEXT}\n```"), None, 1),
    "prose around": Fault(text(f"Sure! Here is the plan:\n{GOOD_TEXT}\nI hope it helps."), None, 1),
    "thoughts before": Fault(text(f"<think>{{not this}} hmm</think>\n{GOOD_TEXT}"), None, 1),
    "keys that nobody asked for": Fault(text(changed(score=10, verdict="You are right.")), None, 1),
    "an unknown end": Fault(text(GOOD_TEXT, "eos_token"), None, 1),
    "a strange count of tokens": Fault(
        whole({**json.loads(BODY), "usage": {"prompt_tokens": "many"}}), None, 1
    ),
    "an answer in one piece": Fault(whole(BODY), None, 1),
    "an answer in pieces": Fault(streamed(delta(GOOD_TEXT, "stop"), b"[DONE]"), None, 1),
}  # fmt: skip
CASES = [
    pytest.param(fault, mode, id=f"{name.replace(' ', '-')}-{'streamed' if mode else 'whole'}")
    for name, fault in FAULTS.items()
    for mode in fault.modes
]


def timed(coach: CoachService) -> tuple[CoachingPlan, float]:
    """A plan, and the seconds it took."""
    began = time.monotonic()
    return coach.plan(Situation(text=DISHES)), time.monotonic() - began


def useful(plan: CoachingPlan) -> bool:
    """Three drafts, questions, responses, both sides, and getting ready."""
    both = plan.other_view and plan.your_part
    return bool(
        len(plan.drafts) == 3 and len(plan.questions) >= 3 and len(plan.responses) == 3 and both and plan.preparation
    )


def test_there_are_enough_kinds() -> None:
    """At least forty kinds of misbehaviour, streamed and not."""
    assert len(FAULTS) >= 40


@pytest.mark.parametrize(("fault", "streams"), CASES)
def test_a_fault_costs_nobody_their_plan(serve: Serve, connect: Connect, fault: Fault, streams: bool) -> None:
    """In each fault: a useful plan in time, no more requests than allowed, and the right reason or none."""
    server = serve(fault.behave)
    plan, spent = timed(connect(server.address, seconds=SECONDS, streams=streams, known="schema"))
    assert useful(plan)
    assert plan.fallback_reason == (SENTENCES[fault.reason] if fault.reason else None)
    assert len(server.asked) <= fault.requests
    assert spent <= SECONDS + SPARE
    assert ("fault-model" in plan.written_by.values()) >= (fault.reason is None)
    assert "sk-canary-key" not in plan.model_dump_json()


def test_a_closed_port(connect: Connect) -> None:
    """A server that does not run is told as such."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}/v1"
    plan, spent = timed(connect(address, seconds=SECONDS))
    assert plan.fallback_reason == SENTENCES["unreachable"]
    assert useful(plan)
    assert spent <= SECONDS + SPARE


def test_no_redirect_is_followed(serve: Serve, connect: Connect) -> None:
    """A server that points elsewhere gets no text sent on: a redirect ends the request."""
    other = serve(text(GOOD_TEXT))
    server = serve(lambda wire, n: wire.reply(307, b"", location=other.address + "/chat/completions"))
    plan, _ = timed(connect(server.address, known="schema"))
    assert plan.fallback_reason == SENTENCES["missing"]
    assert (len(server.asked), len(other.asked)) == (1, 0)


def refusing(*forms: str, status: int) -> Behaviour:
    """A server that does not know some response formats."""
    return lambda wire, n: error(status)(wire, n) if wire.asked.form in forms else wire.say(GOOD_TEXT)


@pytest.mark.parametrize("status", [400, 422, 500])
@pytest.mark.parametrize(
    ("forms", "learned"),
    [((), "json_schema"), (("json_schema",), "json_object"), (("json_schema", "json_object"), "words")],
)
def test_a_dialect_is_learned_once(
    serve: Serve, connect: Connect, status: int, forms: tuple[str, ...], learned: str
) -> None:
    """The first plan tries one form after the other; the next begins with what was learned."""
    server = serve(refusing(*forms, status=status))
    coach = connect(server.address, dialects=Dialects())
    assert timed(coach)[0].fallback_reason is None
    assert len(server.asked) == 1 + len(forms)
    assert timed(coach)[0].fallback_reason is None
    assert [asked.form for asked in server.asked[len(forms) :]] == [learned, learned]


@pytest.mark.parametrize("status", [400, 500])
def test_a_first_use_makes_at_most_four_requests(serve: Serve, connect: Connect, status: int) -> None:
    """A server that refuses everything is asked in three forms, and once more when that could help."""
    server = serve(error(status))
    plan, _ = timed(connect(server.address, dialects=Dialects()))
    assert plan.fallback_reason == SENTENCES["request" if status == 400 else "server"]
    assert len(server.asked) == (3 if status == 400 else 4)


def test_the_plainest_form_asks_for_nothing_special(serve: Serve, connect: Connect) -> None:
    """Strict servers refuse what they don't know, so the last form holds a model, turns and the wish to stream alone."""
    server = serve(refusing("json_schema", "json_object", status=422))
    timed(connect(server.address))
    assert set(server.asked[0].body) == {"model", "messages", "stream", "store", "stream_options", "response_format"}
    assert server.asked[0].body["store"] is False
    assert set(server.asked[-1].body) == {"model", "messages", "stream"}


def test_a_server_that_keeps_failing_is_left_alone(
    serve: Serve, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After three failures in a row nobody asks for half a minute; then one tries, and a good answer ends it."""
    now = [1000.0]
    monkeypatch.setattr("coach.llm.breaker.monotonic", lambda: now[0])
    well: list[bool] = []
    server = serve(lambda wire, n: wire.say(GOOD_TEXT) if well else error(503)(wire, n))
    coach = connect(server.address, known="schema", breaker=Breaker())
    reasons = [timed(coach)[0].fallback_reason for _ in range(3)]
    assert reasons == [SENTENCES["busy"], SENTENCES["busy"], SENTENCES["resting"]]
    asked = len(server.asked)
    now[0] += 31
    well.append(True)
    assert timed(coach)[0].fallback_reason is None
    assert timed(coach)[0].fallback_reason is None
    assert len(server.asked) == asked + 2


def test_a_wrong_key_rests_nobody(serve: Serve, connect: Connect) -> None:
    """One person's wrong key keeps nobody else from the server."""
    breaker, server = Breaker(), serve(error(401))
    coach = connect(server.address, known="schema", breaker=breaker)
    assert [timed(coach)[0].fallback_reason for _ in range(4)] == [SENTENCES["key"]] * 4


def test_stop_ends_the_call_at_once(serve: Serve, connect: Connect) -> None:
    """Stop pressed while the server is silent: no reason, no further part, and no waiting for the deadline."""
    from threading import Event, Timer

    server = serve(streamed(stay=5))
    coach = connect(server.address, seconds=5)
    reading = coach.reading(Situation(text=DISHES))
    stop = Event()
    Timer(0.2, stop.set).start()
    began = time.monotonic()
    assert list(coach.parts(reading, cancel=stop)) == []
    assert time.monotonic() - began < 1.5


def test_what_passed_before_stop_is_kept(serve: Serve, connect: Connect) -> None:
    """Drafts that came before stop was pressed stay."""
    from threading import Event

    server = serve(streamed(delta(GOOD_TEXT[: GOOD_TEXT.index('"your_part"')]), stay=3))
    coach = connect(server.address, seconds=3)
    stop, kept = Event(), []
    for part in coach.parts(coach.reading(Situation(text=DISHES)), cancel=stop):
        kept.append(part)
        stop.set()
    assert [part.slot for part in kept] == ["drafts"]


def test_every_answer_is_checked_whatever_the_form(serve: Serve, connect: Connect) -> None:
    """A server that ignores the schema it accepted is no different from one that refused it."""
    server = serve(text('{"drafts": [{"style": "loud", "text": "You never listen."}]}'))
    plan, _ = timed(connect(server.address))
    assert "never" not in " ".join(draft.text for draft in plan.drafts)
    assert plan.fallback_reason == SENTENCES["unfit"]


def test_a_key_is_sent_and_never_shown(serve: Serve, connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    """The key travels in its header alone; no log holds it, nor the text."""
    caplog.set_level("DEBUG")
    server = serve(text(GOOD_TEXT))
    timed(connect(server.address))
    assert server.asked[0].headers["authorization"] == "Bearer sk-canary-key"
    assert "sk-canary-key" not in caplog.text
    assert "dishes" not in caplog.text
