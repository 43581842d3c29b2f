"""What every page shares: where the pages are, the bar with Help and the way out, the few styles Streamlit has no word for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from coach.settings import Settings
from coach.ui.markup import link, say, show
from coach.ui.state import been_long
from coach.ui.words import WHAT_IT_IS

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

TITLE = "Coach"  # the same on every page, so that no title tells what is read
ICON = "🌿"  # an emoji is drawn on this computer; a Material icon in the tab would be fetched from outside

_HERE = Path(__file__).resolve().parent
HOME = _HERE / "pages" / "home.py"
COACH = _HERE / "pages" / "coach.py"
REHEARSE = _HERE / "pages" / "rehearse.py"
DRAW = _HERE / "pages" / "draw.py"
ROOM = _HERE / "pages" / "room.py"
CARDS = _HERE / "pages" / "cards.py"
SETTINGS = _HERE / "pages" / "settings.py"
HELP = _HERE / "pages" / "help.py"
COUNSELORS = _HERE / "pages" / "counselors.py"
TECHNIQUES = _HERE / "pages" / "techniques.py"
PRESENTER = _HERE / "pages" / "presenter.py"
EXERCISES = _HERE / "pages" / "exercises.py"
REVIEW = _HERE / "pages" / "review.py"
HANDOUTS = _HERE / "pages" / "handouts.py"
# The counselor's tools: where, name, what for. The menu names their first page alone; it leads to each of them, and each to all.
STUDIO = (
    (TECHNIQUES, "Techniques", "What each is, when, when not, its steps, examples, and a box to try it."),
    (PRESENTER, "Presenter", "One sentence in large type, step by step, for a projector or a tablet."),
    (EXERCISES, "Exercises", "Six of them, marked at once with reasons; with your own sentences too."),
    (REVIEW, "Review", "A transcript, coded turn by turn: what was said, what turned it, what to try."),
    (HANDOUTS, "Handouts", "A technique, an exercise sheet or a deck as cards, as a PDF for the printer."),
)


def pages() -> list[StreamlitPage]:
    """Every page there is, in the order of the menu."""
    return [
        st.Page(HOME, title="Home", default=True),
        st.Page(COACH, title="Coach"),
        st.Page(REHEARSE, title="Rehearse"),
        st.Page(DRAW, title="Draw"),
        st.Page(ROOM, title="Room"),
        st.Page(CARDS, title="Cards"),
        st.Page(COUNSELORS, title="For counselors"),
        *(st.Page(page, title=name, visibility="hidden") for page, name, _ in STUDIO),
        st.Page(SETTINGS, title="Settings"),
        st.Page(HELP, title="Help", visibility="hidden"),  # its link stands in the bar of every page
    ]


def top_bar() -> None:
    """The same two links at the top of every page, in view however far the page is scrolled."""
    st.html(_HERE / "style.css")
    with st.container(
        key="top_bar", horizontal=True, horizontal_alignment="right", vertical_alignment="center", gap="small"
    ):
        st.page_link(HELP, label="Help")
        with st.container(key="leave"):  # `coach serve` has the way out in the page itself, and this one is not shown
            show(link("Leave this page", Settings().leave_to))


def foot() -> None:
    """What the app is, said once more below any page after long use."""
    if been_long():
        say(f"You have been here for a while. {WHAT_IT_IS} A pause, or someone you trust, may help more.", "cc-soft")
