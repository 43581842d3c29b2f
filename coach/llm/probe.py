"""Test a connection: does the server answer, in which form does it take the wish for JSON, and what does it tell."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from coach.library.prompt import Prompt
from coach.llm.outputs import CheckAnswer, json_schema
from coach.llm.port import Form
from coach.llm.prompts import turns
from coach.llm.retry import Caller

_WORD = "hello"


@dataclass(frozen=True)
class Probe:
    """What a server can do. ``obeys`` tells whether it did as it was asked, ``counts`` whether it tells tokens."""

    seconds: float
    form: Form
    obeys: bool
    counts: bool


def probe(caller: Caller, prompt: Prompt) -> Probe:
    """Ask for one word. Sends nothing that a person wrote. Raises ModelError."""
    before, began = caller.model.meter.use, monotonic()
    call = caller.call()
    answer = dict(call.ask(turns(prompt, {"word": _WORD}), json_schema(CheckAnswer)))
    after = caller.model.meter.use
    return Probe(
        seconds=monotonic() - began,
        form=call.form,
        obeys=answer.get("word") == _WORD,
        counts=after.tokens_out > before.tokens_out,
    )
