"""Looking back: what was practised, against earlier sessions, one thing to keep, one to try, and how it was for the other."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coach.rehearsal.debrief import SKILLS as ALL
from coach.rehearsal.debrief import Debrief, Session, in_ten
from coach.rehearsal.debrief import debrief as look_back
from coach.rehearsal.state import Rehearsal
from coach.ui import rehearsing
from coach.ui.export import rehearsal_to_markdown
from coach.ui.markup import element, say, show
from coach.ui.views import bars, rehearse_tries
from coach.ui.views.saves import saves
from coach.ui.words import NEXT_TIME, SKILLS


def debrief(rehearsal: Rehearsal) -> None:
    """The other's last line, then the whole debrief."""
    show(
        element(
            "div",
            element("p", element("strong", "They"), cls="cc-who"),
            element("p", rehearsal.goodbye, cls="cc-text"),
            cls="cc-answer",
        )
    )
    sessions = rehearsing.past_sessions()
    told = look_back(rehearsal, sessions[:-1] if len(rehearsal.path()) > 1 else sessions)
    if not told.turns:
        say("You stopped before you said anything. That is fine: come back when you like.")
    else:
        _whole(rehearsal, told, sessions)
    with st.container(horizontal=True, gap="small"):
        st.button("Practise again", type="primary", key="rehearse_again", on_click=rehearsing.another)
        st.button("Go on with this talk", key="rehearse_resume", on_click=rehearsing.resume)
        if told.turns:
            text, pdf = rehearsal_to_markdown(rehearsal, told), partial(_pdf, rehearsal, told)
            saves(text, pdf, name="rehearsal", key="rehearse", printing="Save as PDF to print")


def _pdf(rehearsal: Rehearsal, told: Debrief) -> bytes:
    from coach.studio.paper import printed
    from coach.ui.rehearsal_sheet import rehearsal_sheet

    return printed(rehearsal_sheet(rehearsal, told))


def _whole(rehearsal: Rehearsal, told: Debrief, sessions: tuple[Session, ...]) -> None:
    path = rehearsal.path(rehearsal.kept)
    st.header("How it went", anchor=False)
    show(
        element(
            "p",
            f"They were {bars.in_words(path[0])} at the start, and {bars.in_words(path[-1])} at the end.",
            cls="cc-text",
        ),
        bars.tension(path),
    )
    st.header("One thing to keep, one to try", anchor=False)
    if told.keep is not None:
        show(
            element(
                "p",
                element("strong", "Keep: "),
                "“",
                element("bdi", told.keep.said),
                "” ",
                told.keep.feedback.landed,
                cls="cc-text",
                dir="auto",
            )
        )
    if told.improve is not None:
        words = told.improve.feedback
        show(
            element(
                "p",
                element("strong", "Try: "),
                "where you said “",
                element("bdi", told.improve.said),
                "”, you could say “",
                element("bdi", words.attempt),
                f"” ({words.technique})",
                cls="cc-text",
                dir="auto",
            )
        )
    if told.improve is None and told.missing is not None:
        show(element("p", element("strong", "Try: "), f"next time, {NEXT_TIME[told.missing]}", cls="cc-text"))
    if told.view:
        st.header("How it was for them", anchor=False)
        show(element("p", told.view, cls="cc-quote", dir="auto"))
    st.header("What you practised", anchor=False)
    pairs = [item for skill in ALL for item in (element("dt", SKILLS[skill]), element("dd", _count(told, skill)))]
    show(element("dl", *pairs, cls="cc-parts"))
    if len(sessions) > 1:
        _progress(sessions)
    rehearse_tries.tries(rehearsal)


def _count(told: Debrief, skill: str) -> str:
    usual = told.earlier.get(skill)  # type: ignore[call-overload]
    return f"{told.counts[skill]}" + (f" (before: {usual:.1f} on average)" if usual is not None else "")  # type: ignore[index]


def _progress(sessions: tuple[Session, ...]) -> None:
    with st.expander("Over your sessions", key="rehearse_progress"):
        say("In ten turns, the oldest session first:", "cc-soft")
        for skill in ALL:
            values = [(one.day, round(in_ten(one, skill), 1)) for one in sessions]
            show(element("p", SKILLS[skill], cls="cc-text"), bars.series(values, 10))
