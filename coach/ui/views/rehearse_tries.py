"""Other tries from the same talk, side by side: their tension, what stung in each, and which to keep."""

from __future__ import annotations

import streamlit as st

from coach.rehearsal.debrief import counts
from coach.rehearsal.state import Rehearsal, Turn
from coach.ui import rehearsing
from coach.ui.markup import element, show
from coach.ui.views import bars
from coach.ui.words import SKILLS


def tries(rehearsal: Rehearsal) -> None:
    """Nothing while there is only one."""
    ends = list(rehearsal.ends())
    if rehearsal.last not in ends:  # somebody went back, and has not said anything yet
        ends.append(rehearsal.last)
    if len(ends) < 2:
        return
    with st.expander(f"Compare your {len(ends)} tries", key="rehearse_tries", expanded=True):
        for first in range(0, len(ends), 2):
            for column, end in zip(st.columns(2), ends[first : first + 2], strict=False):
                with column:
                    _one(rehearsal, end, ends.index(end) + 1)


def _one(rehearsal: Rehearsal, end: Turn, number: int) -> None:
    path = rehearsal.path(end.id)
    fork = next(
        (turn for turn in path if turn.parent is not None and len(rehearsal.children(turn.parent)) > 1), path[-1]
    )
    marks = [
        name
        for name, there in (("where you are", end.id == rehearsal.at), ("your best", end.id == rehearsal.kept))
        if there
    ]
    used = ", ".join(
        f"{SKILLS[skill][:1].lower()}{SKILLS[skill][1:]}: {count}" for skill, count in counts(path).items() if count
    )
    stings = [finding.text for turn in path for finding in turn.findings]
    show(
        element("p", element("strong", f"Try {number}"), f" ({', '.join(marks)})" if marks else "", cls="cc-text"),
        element("p", "“", element("bdi", fork.said), "”", cls="cc-soft", dir="auto"),
        bars.tension(path),
        element("p", f"Ends {bars.in_words(end)}.", cls="cc-soft"),
        element("p", f"Used: {used}." if used else "Nothing to count yet.", cls="cc-soft"),
        *(
            [element("p", "May have stung: “", element("bdi", "”, “".join(stings[:3])), "”.", cls="cc-soft")]
            if stings
            else []
        ),
    )
    if end.id != rehearsal.at:
        st.button("Go on from here", key=f"rehearse_go_on_{end.id}", on_click=rehearsing.go_on, args=(end.id,))
    if end.id != rehearsal.kept:
        st.button("Keep as my best", key=f"rehearse_keep_{end.id}", on_click=rehearsing.prefer, args=(end.id,))
