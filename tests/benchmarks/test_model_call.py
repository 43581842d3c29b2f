"""What our own call costs beside the bare SDK's, and that nobody waits for a server to see the offline plan."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import quantiles
from typing import TYPE_CHECKING, Any

import openai
import pytest
from fault_server import GOOD_TEXT, MODEL, FaultServer, Wire
from test_speed import FORTY, medians, told

from coach.llm.breaker import Breaker
from coach.llm.dialect import Dialects
from coach.llm.openai_client import OpenAIModel
from coach.llm.outputs import PARTS, schema
from coach.llm.prompts import turns
from coach.llm.retry import Caller
from coach.model import Situation
from coach.settings import Settings
from coach.ui.worker import Job
from coach.wiring import connect, prompts

if TYPE_CHECKING:
    from coach.service import CoachService

pytestmark = pytest.mark.benchmark
DELAY = 0.3  # seconds, the server's
LIMIT = 1.05
SAME = 1.15  # noise between two equal things
ROUNDS = 15
PATIENCE = 10  # seconds, for a request that was stopped
VALUES = {
    **dict.fromkeys(("relation", "feeling", "need", "wish")),
    "message": FORTY,
    "who_said": "the person",
    "parts": list(PARTS),
    "mend": [],
}


@contextmanager
def thinking(seconds: float) -> Iterator[FaultServer]:
    """A server that thinks so long and then says everything."""

    def slow(wire: Wire, n: int) -> None:
        time.sleep(seconds)
        wire.say(GOOD_TEXT)

    with FaultServer(slow).serving() as running:
        yield running


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A server that thinks for 300 ms."""
    with thinking(DELAY) as running:
        yield running


@pytest.mark.parametrize("streams", [True, False], ids=["streamed", "whole"])
def test_our_call_against_the_bare_sdk(benchmark: Any, server: FaultServer, streams: bool) -> None:
    """Deadline, thread, dialect, breaker, retry and reading the sections add at most a twentieth to the same request."""
    model = OpenAIModel(server.address, MODEL, streams=streams)
    caller = Caller(model, 10.0, Dialects(), Breaker())
    given = turns(prompts()["plan"], VALUES)

    def ours() -> None:
        assert len(dict(caller.call().ask(given, schema(PARTS)))) == len(PARTS)

    ours()
    body = server.asked[0].body
    client = openai.OpenAI(base_url=server.address, api_key="none", max_retries=0)

    def bare() -> None:
        answer = client.chat.completions.create(**body)
        assert "".join(_texts(answer)) if streams else answer.choices[0].message.content

    alone, whole = medians(ROUNDS, bare, ours)
    told(benchmark, ours, whole / alone)
    assert server.asked[-1].body == body
    assert whole / alone <= LIMIT


def _texts(events: Any) -> Iterator[str]:
    for event in events:
        yield from (choice.delta.content or "" for choice in event.choices)


def test_the_offline_plan_waits_for_no_server(benchmark: Any, service: CoachService, server: FaultServer) -> None:
    """Beside a server that takes ten times as long, the first offline content is there just as soon."""
    reading = service.reading(Situation(text=FORTY))

    def first_content(address: str) -> float:
        coach = connect(Settings(model=MODEL, model_url=address, model_masks=False)).writing(service)
        start = time.perf_counter()
        job = Job(None, lambda cancel: coach.parts(reading, None, cancel))
        next(service.parts(reading))
        took = time.perf_counter() - start
        job.stop()
        job.wait(PATIENCE)  # the next one starts at rest
        return took

    with thinking(10 * DELAY) as slower:
        took = [(first_content(server.address), first_content(slower.address)) for _ in range(3 * ROUNDS + 1)][
            1:
        ]  # the first loads
    soon, late = (quantiles(times)[0] for times in zip(*took, strict=True))  # noise only adds
    told(benchmark, lambda: first_content(server.address), late / soon)
    assert late / soon <= SAME
