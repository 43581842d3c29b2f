"""The Help page: people to call. It is the same for everyone, and no page says why someone came here."""

import streamlit as st

from coach.ui.markup import say
from coach.ui.views.helplines import helplines
from coach.ui.words import LEAVING

st.title("Help", anchor=False)
say("If you or someone else is in danger right now, call your local emergency number.")
say("This app is software. It cannot call anyone for you. The people below can talk with you.")
helplines()
st.header("How sure we are", anchor=False)
say(
    "Each line says when it was last checked, and where we saw it. A line that we could not confirm says so. Numbers "
    "change: if one does not answer, try another, or the directory."
)
st.header("Leaving in a hurry", anchor=False)
say(LEAVING)
say(
    "Your browser still remembers that this page was open. To remove that too, delete it from the history, or use a "
    "private window next time. If somebody may watch this device, a phone that only you use is safer."
)
