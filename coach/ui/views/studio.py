"""The counselor's tools: all of them with what they are for, and the row of links that leads from each to the others."""

from __future__ import annotations

import streamlit as st

from coach.ui import shell
from coach.ui.markup import say


def tools() -> None:
    """Each with a link and a line."""
    for page, name, what_for in shell.STUDIO:
        with st.container(border=True, key=f"studio_{name.lower()}", gap=None):
            st.page_link(page, label=name, icon=":material/arrow_forward:", icon_position="right")
            say(what_for, "cc-soft")


def row() -> None:
    """The links to all of them, above the title of each."""
    with st.container(horizontal=True, gap="small", key="studio_row"):
        for page, name, _ in shell.STUDIO:
            st.page_link(page, label=name)
