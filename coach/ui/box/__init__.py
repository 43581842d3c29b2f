"""A box for several lines that tells what is in it while somebody types, with a copy button. Where scripts are blocked it is a plain box.

The box is Streamlit's own, so that it looks, grows and is read out like every other; ``box.js`` sends what was typed a moment after
the last key, by the key press with which a person would send it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui.served import component

if TYPE_CHECKING:
    from collections.abc import Callable


def box(
    label: str,
    key: str,
    *,
    live: bool,
    turn: int = 0,
    follow: str = "",
    on_change: Callable[..., None] | None = None,
    args: tuple[object, ...] = (),
) -> str:
    """A text area of this key, and what stands in it; ``live`` runs its part of the page again while somebody types.

    When ``turn`` changes, the last element that ``follow`` selects comes into view.
    """
    text = st.text_area(label, key=key, height="content", on_change=on_change, args=args, persist_state="session")
    words = {"copy": "Copy", "copied": "Copied."}
    data = {"key": key, "live": live, "turn": turn, "follow": follow, **words}
    component("box", html='<p class="box-tools"></p>')(key=f"script_{key}", data=data)
    return text
