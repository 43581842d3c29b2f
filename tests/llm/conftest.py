"""A model's server on loopback, and the coach whose plans that model writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from fault_server import MODEL, Behaviour, FaultServer

from coach.engines.fallback import FallbackEngine
from coach.engines.llm import LlmEngine
from coach.llm.breaker import Breaker
from coach.llm.dialect import Dialects
from coach.llm.openai_client import OpenAIModel
from coach.llm.port import Form, Model
from coach.llm.retry import Caller
from coach.service import CoachService
from coach.wiring import prompts

Serve = Callable[[Behaviour], FaultServer]
Connect = Callable[..., CoachService]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers that behave as asked, and stops them."""
    with ExitStack() as running:
        yield lambda behaviour: running.enter_context(FaultServer(behaviour).serving())


@pytest.fixture
def connect(service: CoachService) -> Connect:
    """The coach with a model behind it: at a server's address, or any model."""

    def connected(
        to: str | Model,
        *,
        seconds: float = 2.0,
        streams: bool = True,
        dialects: Dialects | None = None,
        breaker: Breaker | None = None,
        known: Form | None = None,
        masks: bool = True,
    ) -> CoachService:
        model: Model = OpenAIModel(to, MODEL, "sk-canary-key", streams=streams) if isinstance(to, str) else to
        dialects = dialects or Dialects()
        if known:
            dialects.learn(model, known)
        caller = Caller(model, seconds, dialects, breaker or Breaker())
        return service.with_engine(
            lambda offline, guard: FallbackEngine(LlmEngine(caller, guard, prompts()["plan"], masks), offline)
        )

    return connected
