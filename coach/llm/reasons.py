"""Why a model did not write: a closed list, each with a calm sentence that says what happened and what to do."""

from __future__ import annotations

from typing import Literal, get_args

from coach.errors import ModelError

Reason = Literal[
    "unreachable",
    "slow",
    "busy",
    "quota",
    "key",
    "missing",
    "request",
    "server",
    "cut",
    "too_long",
    "refused",
    "filtered",
    "empty",
    "unreadable",
    "unfit",
    "resting",
]
SENTENCES: dict[Reason, str] = {
    "unreachable": "The model’s server could not be reached. Check that it is running, and its address in Settings.",
    "slow": "The model took too long. Try again, or give it more time in Settings.",
    "busy": "The model’s server is busy. Try again in a minute or two.",
    "quota": "The account behind the key has no credit left. Top it up with its provider, or use another key in Settings.",
    "key": "The model’s server did not accept the key. Check it in Settings.",
    "missing": "The server does not know this model or address. Check both in Settings.",
    "request": "The server did not take the request. Test the connection in Settings, or try another model.",
    "server": "The model’s server had a fault of its own. Try again in a minute or two.",
    "cut": "The model’s answer broke off. Try again.",
    "too_long": "The model ran out of room for its answer. Try a shorter text, or a model that can write more.",
    "refused": (
        "What you wrote matters, and it may be hard to carry alone. The model left this one out, so here are the coach’s "
        "own words for it. Help, at the top of the page, lists people you can talk to."
    ),
    "filtered": (
        "What you wrote matters. A filter on the model’s server stopped its answer, so here are the coach’s own words for it. "
        "If you do not feel safe, Help, at the top of the page, lists people you can talk to."
    ),
    "empty": "The model sent an empty answer. Try again, or try another model.",
    "unreadable": "The model’s answer could not be read. Try again, or try another model.",
    "unfit": "What the model wrote did not pass the coach’s checks. Try again, or try another model.",
    "resting": "The model failed several times in a row, so it is left alone for half a minute. Try again then.",
}
assert set(SENTENCES) == set(get_args(Reason))


def model_error(reason: Reason, *, again: bool = False, after: float = 0.0, status: int | None = None) -> ModelError:
    """The error of a reason, with its sentence."""
    return ModelError(reason, SENTENCES[reason], again=again, after=after, status=status)
