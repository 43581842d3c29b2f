"""For counselors: the tools for a session, a course or a class."""

import streamlit as st

from coach.ui import owner
from coach.ui.markup import say
from coach.ui.resources import warm_up
from coach.ui.views import own_material, studio

owner.token()
st.title("For counselors", anchor=False)
say("For someone in front of a client, a couple or a class: show a technique, practise it, take it home.")
studio.tools()
st.header("Bring your own", anchor=False)
say(
    "A deck of cards, a scene or a partner to rehearse with, an exercise, a technique, examples for the Presenter: choose the file, and it "
    "goes where it belongs. Every mistake in it is listed."
)
own_material.files()
say(
    "Nothing that is typed on these pages is stored, and no names are needed. A deck, a scene or a partner of yours is kept for a day; "
    "the rest is gone when you close this tab.",
    "cc-soft",
)
warm_up()
