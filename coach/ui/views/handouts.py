"""What can be printed: a technique, an exercise with its answers, a deck as cards to cut out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from coach.library.cards import Deck
from coach.library.teaching import Exercise, TechniqueEntry
from coach.ui import owner
from coach.ui.markup import say

BIG = "handouts_big"


def choose(
    kind: str,
    title: str,
    entries: Sequence[Any],
    name: Callable[[Any], str],
    made: Callable[[Any, bool], bytes],
    about: str,
) -> None:
    """A heading, a choice, and the button that prints it."""
    st.header(title, anchor=False)
    say(about)
    if not entries:
        say("There is nothing to print here yet.", "cc-soft")
        return
    known = {entry.id: entry for entry in entries}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        picked = st.selectbox(
            "Which one?", list(known), format_func=lambda one: name(known[one]), key=f"handouts_{kind}", width=320
        )
        big = bool(st.session_state.get(BIG))
        st.download_button(
            "Save as PDF",
            partial(made, known[picked], big),
            f"{picked}.pdf",
            "application/pdf",
            key=f"handouts_{kind}_pdf",
            on_click="ignore",
            disabled=not owner.answered(),  # the page runs once more then, and a file asked for before is gone
        )


def technique_pdf(technique: TechniqueEntry, big: bool) -> bytes:
    """A technique on paper."""
    from coach.studio.handouts import technique_sheet
    from coach.studio.paper import printed

    return printed(technique_sheet(technique), big=big)


def exercise_pdf(exercise: Exercise, big: bool) -> bytes:
    """An exercise on paper, its answers on a page of their own."""
    from coach.studio.handouts import exercise_sheet
    from coach.studio.paper import printed

    return printed(exercise_sheet(exercise), big=big)


def cards_pdf(deck: Deck, big: bool) -> bytes:
    """A deck as cards."""
    from coach.studio.cut_cards import cut_cards

    return cut_cards(deck, big=big)
