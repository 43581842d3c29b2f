"""What stands around a question, however many phones there are: go on, pass, keep, deeper, a quiet timer."""

from __future__ import annotations

import random
import time
from functools import partial

import streamlit as st

from coach.library.cards import Card
from coach.together import room
from coach.together.table import Draws, Table
from coach.ui import own
from coach.ui.answering import attempt, trying
from coach.ui.markup import say

_BEGAN, _SECONDS = "timer_began", 180


def next_ones(table: Table, draws: Draws, card: Card, number: int, *, done: bool, calls: bool) -> None:
    """The next question; or, before it is ``done``, another one in its place. ``calls``: it is time to go on."""
    chance = random.Random()
    with st.container(horizontal=True, gap="small"):
        if done:
            st.button(
                "Next question",
                type="primary" if calls else "secondary",
                key=f"next_{number}",
                on_click=trying,
                args=(partial(draws.draw, table, number, chance),),
            )
        else:
            st.button(
                "Pass",
                key=f"pass_{number}",
                help="No reason needed.",
                on_click=trying,
                args=(partial(draws.draw, table, number, chance, passing=True),),
            )
        st.button(
            "Another like this",
            key=f"like_{number}",
            on_click=trying,
            args=(partial(draws.draw, table, number, chance, like=card, passing=not done),),
        )


def keep(token: str, card: Card) -> None:
    """Keep the question for the pocket list."""
    is_kept = any(one.id == card.id for one in own.kept(token))
    st.button(
        "Kept. Take it off my list" if is_kept else "Keep this question",
        key=f"keep_{card.id}",
        type="tertiary",
        on_click=own.keep,
        args=(token, card),
        kwargs={"wanted": not is_kept},
    )


def go_on(table: Table) -> None:
    """At the end of an evening: back to the question that was on the table."""
    st.button("Go on after all", key="go_on", type="tertiary", on_click=attempt, args=(table, room.reopen))


def timer(*, alone: bool = False) -> None:
    """Three quiet minutes, for each of two if wanted. It makes no sound and ends nothing."""
    if st.toggle("A quiet timer: three minutes" if alone else "A quiet timer: three minutes each", key="timer_on"):
        st.button("Start it again", key="timer_again", type="tertiary", on_click=_restart)
        st.session_state.setdefault(_BEGAN, time.monotonic())
        _ticking("That was three minutes." if alone else "Time to swap, when you like.")
    else:
        st.session_state.pop(_BEGAN, None)


@st.fragment(run_every=5.0)
def _ticking(over: str) -> None:
    left = _SECONDS - (time.monotonic() - st.session_state.get(_BEGAN, time.monotonic()))
    minutes = -(-int(left) // 30) / 2  # in halves: nobody should watch seconds
    words = f"About {minutes:g} minutes left." if left > 30 else "Nearly there." if left > 0 else over
    say(words, "cc-soft")


def _restart() -> None:
    st.session_state[_BEGAN] = time.monotonic()
