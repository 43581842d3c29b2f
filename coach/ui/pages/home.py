"""The Home page: what this is, what it is not, and where to go."""

import streamlit as st

from coach.ui import shell
from coach.ui.markup import say
from coach.ui.resources import warm_up
from coach.ui.words import LEAVING, WHAT_IT_IS

st.title("Find words that can be heard", anchor=False)
say(
    "Conversation Coach helps you get ready for a talk that matters: it shows which words may sting, and offers gentler "
    "ones, good questions and kind replies."
)
say(WHAT_IT_IS)
say(LEAVING, "cc-soft")
st.space("small")
with st.grid(3, min_column_width=190, gap="small"):
    with st.container(border=True, height="stretch", key="home_person"):
        st.header("On your own", anchor=False)
        say("You have something hard to say, or you miss someone. Write it down as it comes.")
        st.page_link(shell.COACH, label="Start with your words", icon=":material/arrow_forward:", icon_position="right")
    with st.container(border=True, height="stretch", key="home_couple"):
        st.header("The two of you", anchor=False)
        say("Draw a question and talk about it. A page for two phones is still to come.")
        st.page_link(
            shell.COACH,
            label="Draw a question",
            icon=":material/arrow_forward:",
            icon_position="right",
            query_params={"start": "questions"},
        )
    with st.container(border=True, height="stretch", key="home_counselor"):
        st.header("For counselors", anchor=False)
        say("Show a technique on a big screen, and practise it, alone or round the table.")
        st.page_link(shell.COUNSELORS, label="See the tools", icon=":material/arrow_forward:", icon_position="right")

warm_up()
