"""For counselors: the tools for a session, a course or a class."""

import streamlit as st

from coach.ui.markup import say
from coach.ui.resources import warm_up
from coach.ui.views import studio

st.title("For counselors", anchor=False)
say("For someone in front of a client, a couple or a class: show a technique, practise it, take it home.")
studio.tools()
say("Nothing that is typed on these pages is stored, and no names are needed.", "cc-soft")
warm_up()
