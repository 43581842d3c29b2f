"""One plan's call of a model: one deadline, one tenacity policy, and a number of requests that nothing can exceed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Event
from time import monotonic
from typing import Any, Protocol

from tenacity import RetryCallState, Retrying, retry_if_exception, wait_random

from coach.errors import ModelError
from coach.llm.answer import Section, sections
from coach.llm.bounds import pumped
from coach.llm.breaker import Breaker
from coach.llm.dialect import FORMS, Dialects, plainer
from coach.llm.port import Form, Model, Request, Turn

REQUESTS = 2  # one, and one more for whatever reason: a retry, a repair, or less
TO_LEARN = 2  # more, once for a server and model, while its dialect is not known
_STALL = 0.5  # of the whole time: the longest silence in the middle of an answer
_JITTER = wait_random(0.1, 0.4)  # seconds


class Cancel(Protocol):
    """Anything that can say that the person pressed stop."""

    def is_set(self) -> bool:
        """Whether to stop."""
        ...


class Caller:
    """Calls one model; ``dialects`` and ``breaker`` are shared by all callers."""

    def __init__(self, model: Model, seconds: float, dialects: Dialects, breaker: Breaker) -> None:
        self.model, self._seconds = model, seconds
        self._dialects, self._breaker = dialects, breaker

    @property
    def name(self) -> str:
        """The model's name."""
        return self.model.name

    def call(self, cancel: Cancel | None = None) -> Call:
        """Begin a call: its deadline runs from now."""
        return Call(self.model, self._seconds, self._dialects, self._breaker, cancel or Event())


class Call:
    """The allowance of one plan. Not to be shared between threads."""

    def __init__(self, model: Model, seconds: float, dialects: Dialects, breaker: Breaker, cancel: Cancel) -> None:
        self._model, self._dialects, self._breaker, self._cancel = model, dialects, breaker, cancel
        self._until, self._stall = monotonic() + seconds, seconds * _STALL
        self._left = REQUESTS
        known = dialects.known(model)
        self.form: Form = known or FORMS[0]
        self._to_learn = 0 if known else TO_LEARN
        self._taught = False  # whether the last failure was a form refused, which says to try a plainer one at once

    @property
    def stopped(self) -> bool:
        """Whether the person pressed stop."""
        return self._cancel.is_set()

    @property
    def may_ask(self) -> bool:
        """Whether one more request is allowed and there is time for it."""
        return self._left > 0 and monotonic() < self._until and not self.stopped

    def ask(self, turns: Sequence[Turn], schema: dict[str, Any]) -> Iterator[Section]:
        """The sections of one answer as they arrive; a second try sends those of its own answer anew.

        Ends early, without an error, once stop is pressed. Raises ModelError.
        """
        self._breaker.check(self._model)
        policy = Retrying(
            retry=retry_if_exception(self._worth_another),
            wait=self._wait,
            stop=self._spent,
            sleep=self._sleep,
            reraise=True,
        )
        for attempt in policy:
            with attempt:
                yield from self._attempt(tuple(turns), schema)

    def _attempt(self, turns: tuple[Turn, ...], schema: dict[str, Any]) -> Iterator[Section]:
        if self.stopped:
            return
        self._left -= 1
        seconds = max(0.01, self._until - monotonic())
        request = Request(turns, schema, self.form, seconds)
        texts = pumped(lambda: self._model.answer(request), self._until, self._stall, self._cancel.is_set)
        try:
            yield from sections(self._heard(texts))
        except ModelError as error:
            if self.stopped:  # an answer that stop cut off is no fault of anybody's
                return
            self._step_down(error)
            raise

    def _heard(self, texts: Iterator[str]) -> Iterator[str]:
        try:
            for number, text in enumerate(texts):
                if number == 0:
                    self._dialects.learn(self._model, self.form)
                    self._to_learn = 0
                yield text
        except ModelError as error:
            if not self._could_step_down(error):
                self._breaker.tell(self._model, error.reason)
            raise
        if not self.stopped:
            self._breaker.tell(self._model, None)

    def _could_step_down(self, error: ModelError) -> Form | None:
        return plainer(self.form, error) if self._to_learn else None

    def _step_down(self, error: ModelError) -> None:
        form = self._could_step_down(error)
        if form is not None:  # the request taught us something, and does not count
            self.form, self._to_learn, self._left = form, self._to_learn - 1, self._left + 1
        self._taught = form is not None

    def _worth_another(self, error: BaseException) -> bool:
        return isinstance(error, ModelError) and (error.again or self._taught)

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        after = error.after if isinstance(error, ModelError) else 0.0
        return 0.0 if self._taught else max(after, _JITTER(state))

    def _spent(self, state: RetryCallState) -> bool:
        return not self.may_ask or monotonic() + state.upcoming_sleep >= self._until

    def _sleep(self, seconds: float) -> None:
        until = monotonic() + seconds
        while monotonic() < until and not self.stopped:
            Event().wait(min(0.05, max(0.0, until - monotonic())))
