"""The Help page: people to call. It is the same for everyone, and no page says why someone came here."""

import streamlit as st

from coach.ui.markup import say
from coach.ui.views.helplines import helplines

st.title("Help", anchor=False)
say("If you or someone else is in danger right now, call your local emergency number.")
say("This app is software. It cannot call anyone for you. The people below can talk with you.")
helplines()
