"""The review of one session: what was pasted, the work on it beside the page, and what came of it. Gone with "Clear", and with the page's session."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from coach.errors import CoachError
from coach.service import CoachService
from coach.studio.coding import Coder, Stopped
from coach.studio.moments import Suggestion, suggestions
from coach.studio.review import Review
from coach.studio.transcript import Transcript, read, read_file
from coach.studio.turns import Act, Asked

TEXT, FILE, PAGE = "review_text", "review_file", "review_page"
_READ, _JOB, _DONE, _ROUND = "review_read", "review_job", "review_done", "review_round"
_OURS = "Something went wrong on our side. Your transcript is still in its box. Please try again."
STOPPED = "Stopped. Your transcript is still in its box."


@dataclass(frozen=True)
class Done:
    """A finished review with its suggestions."""

    review: Review
    suggestions: tuple[Suggestion, ...]


class Job:
    """Codes one transcript in a thread of its own, which outlives the reruns that happen meanwhile."""

    def __init__(self, transcript: Transcript, service: Callable[[], CoachService]) -> None:
        self.total, self.done, self.message = len(transcript.turns), 0, ""
        self.result: Done | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, args=(transcript, service), daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Ask it to end; it does within a few turns."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Wait until it is done, or as long as that."""
        self._thread.join(seconds)

    def _work(self, transcript: Transcript, service: Callable[[], CoachService]) -> None:
        try:
            coach = service()
            review = Review(Coder(coach).code(transcript.turns, self._goes_on))
            self.result = Done(review, suggestions(review, coach))
        except Stopped:
            self.message = STOPPED
        except CoachError as error:
            self.message = str(error)
        except Exception:  # noqa: BLE001 (the edge of a thread: the person is told, and no text goes into a log)
            self.message = _OURS

    def _goes_on(self, done: int, total: int) -> bool:
        self.done, self.total = done, total
        return not self._stop.is_set()


def begin(service: Callable[[], CoachService]) -> None:
    """The button was pressed: read the file, or else the box, and begin to code it."""
    if (known := job()) is not None:
        known.stop()
    file = st.session_state.get(file_key())
    found = read_file(file.getvalue()) if file is not None else read(st.session_state.get(TEXT) or "")
    st.session_state[_READ], st.session_state[_DONE] = found, None
    st.session_state[_JOB] = Job(found, service) if found.turns else None
    st.session_state[PAGE] = 1


def clear() -> None:
    """Forget the transcript, the file and the review."""
    if (known := job()) is not None:
        known.stop()
    st.session_state[TEXT] = ""  # taken out of the state, it would stay in the browser's box
    for key in (PAGE, _READ, _JOB, _DONE):
        st.session_state.pop(key, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def file_key() -> str:
    """The key of the box for a file; a new one after "Clear", which empties it."""
    return f"{FILE}{st.session_state.get(_ROUND, 0)}"


def transcript() -> Transcript | None:
    """What was read last."""
    found: Transcript | None = st.session_state.get(_READ)
    return found


def job() -> Job | None:
    """The work on it."""
    found: Job | None = st.session_state.get(_JOB)
    return found


def done() -> Done | None:
    """The review, with every correction, when it is there."""
    known: Done | None = st.session_state.get(_DONE)
    if known is None and (work := job()) is not None:
        known = st.session_state[_DONE] = work.result
    return known


def correct(place: int, act: Act, question: Asked, service: CoachService) -> None:
    """Set a turn by hand; the sums, the moments and their suggestions follow."""
    known = done()
    if known is not None:
        review = known.review.corrected(place, act, question)
        st.session_state[_DONE] = Done(review, suggestions(review, service))
