"""In which form a server takes the wish for JSON: learned once for a server and model, and remembered while the app runs."""

from __future__ import annotations

import threading
from typing import get_args

from coach.errors import ModelError
from coach.llm.port import Form, Model

FORMS: tuple[Form, ...] = get_args(Form)  # the strictest first
_REFUSALS = frozenset({400, 415, 422, 500, 501})  # llama-cpp-python answers 500 to a form it does not know


class Dialects:
    """What was learned; safe to share between threads and sessions. It holds addresses and names of models, no text."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Form] = {}
        self._lock = threading.Lock()

    def known(self, model: Model) -> Form | None:
        """The form this model's server takes, if that is known."""
        with self._lock:
            return self._known.get((model.place, model.name))

    def learn(self, model: Model, form: Form) -> None:
        """This form was taken."""
        with self._lock:
            self._known[model.place, model.name] = form


def plainer(form: Form, error: ModelError) -> Form | None:
    """The next form to try when a server refused one, or None when the error says nothing about it."""
    if error.status not in _REFUSALS or error.reason not in {"request", "server"}:
        return None
    rest = FORMS[FORMS.index(form) + 1 :]
    return rest[0] if rest else None
