"""The line with which a model is offered, what it is doing, and what can be asked of it. Nothing without a model."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import connection, written
from coach.ui.markup import say
from coach.ui.words import VARIATIONS

if TYPE_CHECKING:
    from coach.service import CoachService
    from coach.ui.state import Work
    from coach.wiring import Connection

_LOOK = 0.5  # seconds between two looks at what came
_MOST = 200  # characters of a free wish


def model(service: CoachService, work: Work) -> None:
    """Consent, then what happens, then what can be asked."""
    known = written.offered(work)
    if known is None:
        return
    with st.container(border=True, key="model_box"):
        st.toggle(
            f"Let {known.model.name} write a version too",
            key=connection.AGREED,
            on_change=_switched,
            persist_state="session",
        )
        say(what_leaves(known), "cc-soft")
        if written.agreed():
            _progress(known)
            _choices(service, work, known)


def what_leaves(known: Connection) -> str:
    """What is sent, and where, in one plain sentence or two."""
    masked = (
        " Names and places that the coach finds are hidden first; it may miss some."
        if known.settings.model_masks
        else ""
    )
    if connection.stays_here(known):
        return f"It runs on this computer, so your words stay here.{masked}"
    return (
        f"Your text, who it is for, and what you ask for here are sent to {connection.host(known)}. We ask it to store nothing; it may still keep a "
        f"copy for a while.{masked}"
    )


def _switched() -> None:
    if written.agreed():
        written.show("model")
    else:
        written.stop()
        written.show("offline")


def _progress(known: Connection) -> None:
    job = written.job()
    if job is not None and job.running and not job.stopped:
        _watch(known)
    elif job is not None and job.stopped:
        say("Stopped. What was there by then is kept." if written.there_is_some() else "Stopped.", "cc-text cc-hint")
    elif job is not None and job.reason:
        say(job.reason, "cc-text cc-hint")


@st.fragment(run_every=_LOOK)
def _watch(known: Connection) -> None:
    job = written.job()
    if job is None or not job.running or job.news():
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        say(f"{known.model.name} is writing. You can read on meanwhile.")
        st.button("Stop", key="model_stop", on_click=written.stop)


def _choices(service: CoachService, work: Work, known: Connection) -> None:
    job = written.job()
    if job is not None and job.running and not job.stopped:
        return
    with st.container(horizontal=True, gap="small"):
        if written.shown() == "model":
            _button("Show the offline version", "model_offline", lambda: written.show("offline"))
        elif written.there_is_some():
            _button(f"Show the version written with {known.model.name}", "model_show", lambda: written.show("model"))
        if job is not None and (job.reason or job.stopped):
            _button("Try again", "model_again", lambda: written.ask(service, work))
    with st.expander("Ask for other drafts", key="model_other", type="compact"):
        with st.container(horizontal=True, gap="small"):
            for name, label in VARIATIONS.items():
                _button(label, f"model_{name}", partial(written.vary, service, work, name))
        st.text_input("Or say it in your own words", key=written.WORDS, max_chars=_MOST, persist_state="session")
        _button("Ask for it", "model_ask", lambda: written.wish(service, work))


def _button(label: str, key: str, then: Callable[[], None]) -> None:
    st.button(label, key=key, on_click=then)
