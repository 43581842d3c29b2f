"""What every page shares: where the pages are, the bar with Help and the way out, the few styles Streamlit has no word for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from coach.settings import Settings
from coach.ui.markup import link, show

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

TITLE = "Coach"  # the same on every page, so that no title tells what is read
ICON = "🌿"  # an emoji is drawn on this computer; a Material icon in the tab would be fetched from outside

_HERE = Path(__file__).resolve().parent
HOME = _HERE / "pages" / "home.py"
COACH = _HERE / "pages" / "coach.py"
SETTINGS = _HERE / "pages" / "settings.py"
HELP = _HERE / "pages" / "help.py"
REVIEW = _HERE / "pages" / "review.py"
HANDOUTS = _HERE / "pages" / "handouts.py"


def pages() -> dict[str, list[StreamlitPage]]:
    """Every page there is, in the order of the menu; those with a heading stand folded under it."""
    return {
        "": [
            st.Page(HOME, title="Home", default=True),
            st.Page(COACH, title="Coach"),
            st.Page(SETTINGS, title="Settings"),
            st.Page(HELP, title="Help", visibility="hidden"),  # its link stands in the bar of every page
        ],
        "For counselors": [
            st.Page(REVIEW, title="Review"),
            st.Page(HANDOUTS, title="Handouts"),
        ],
    }


def top_bar() -> None:
    """The same two links at the top of every page, in view however far the page is scrolled."""
    st.html(_HERE / "style.css")
    with st.container(
        key="top_bar", horizontal=True, horizontal_alignment="right", vertical_alignment="center", gap="small"
    ):
        st.page_link(HELP, label="Help")
        with st.container(key="leave"):  # `coach serve` has the way out in the page itself, and this one is not shown
            show(link("Leave this page", Settings().leave_to))
