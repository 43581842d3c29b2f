"""The two ways to take something home from a page: as Markdown, and as a PDF that is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def saves(markdown: str, pdf: Callable[[], bytes], *, name: str, key: str, printing: str = "Save as PDF") -> None:
    """Buttons that save ``name``.md and ``name``.pdf; ``printing`` is what the second one says."""
    st.download_button(
        "Save as Markdown",
        markdown,
        file_name=f"{name}.md",
        mime="text/markdown",
        key=f"{key}_save",
        on_click="ignore",
    )
    st.download_button(
        printing, pdf, file_name=f"{name}.pdf", mime="application/pdf", key=f"{key}_pdf", on_click="ignore"
    )
