"""A language model that says what a test wants, through the port that every model implements."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from coach.llm.port import Meter, Request
from coach.llm.reasons import Reason, model_error

Answer = Callable[[Request], Any]


class FakeModel:
    """Answers with whatever ``answer`` returns for a request: text, or anything that becomes JSON; a reason fails instead."""

    place = "http://127.0.0.1:9/v1"

    def __init__(self, answer: Answer, name: str = "fake-model", fails: Reason | None = None) -> None:
        self.name, self.meter, self.asked = name, Meter(), list[Request]()
        self._answer, self._fails = answer, fails

    def answer(self, request: Request) -> Iterator[str]:
        """In pieces of a few characters."""
        self.asked.append(request)
        said = self._answer(request)
        text = said if isinstance(said, str) else json.dumps(said)
        yield from (text[i : i + 40] for i in range(0, len(text), 40))
        if self._fails:
            raise model_error(self._fails)
