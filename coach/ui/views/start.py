"""The first look: one box and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import state
from coach.ui.resources import content
from coach.ui.words import RELATIONS

if TYPE_CHECKING:
    from coach.library.wording import Example

_EXAMPLES = "coach_examples"


def start() -> None:
    """The box, who it is for, the button, and examples for those who only want to look."""
    st.text_area(
        "What do you want to say, or what happened?",
        key=state.TEXT,
        height=150,
        placeholder="Paste the message you would like to send, or tell what happened.",
        persist_state="session",
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            "Who is it for?",
            list(RELATIONS),
            index=None,
            format_func=lambda relation: RELATIONS[relation],
            placeholder="You can skip this",
            key=state.RELATION,
            width=260,
            persist_state="session",
        )
        st.button("Help me say it", type="primary", key="coach_go", on_click=state.ask)
    if said := state.message():
        st.warning(said)


def examples() -> None:
    """Example situations, read only once somebody opens the list."""
    with st.expander("Try an example", key=_EXAMPLES, on_change="rerun", type="compact") as box:
        if not box.open:
            return
        with st.container(horizontal=True, gap="small"):
            for example in content().examples:
                st.button(example.title, key=f"example_{example.id}", on_click=use, args=(example,))


def use(example: Example) -> None:
    """Put an example into the box and read it at once."""
    st.session_state[state.TEXT] = example.text
    st.session_state[state.RELATION] = example.relation
    st.session_state[_EXAMPLES] = False
    state.ask()
