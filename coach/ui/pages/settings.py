"""The Settings page: a language model of one's own, or none."""

import streamlit as st

from coach.ui import connection
from coach.ui.markup import say
from coach.ui.views import model_settings

st.title("Settings", anchor=False)
say(
    "The coach works without a language model, and nothing leaves this computer then. With one, it can write richer drafts "
    "and questions. Every part is checked before you see it, and the coach’s own plan is always there first."
)
connection.fill()
known = connection.connection()
if connection.may_be_typed():
    model_settings.boxes(known)
elif known is None:
    say("This app is shared, so only the person who started it can set up a model. None is set up.")
if said := connection.message():
    st.warning(said)
if known is not None:
    model_settings.in_use(known)
