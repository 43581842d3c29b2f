"""Exercises: for one person or round the table, from the coach's content or the counselor's own sentences."""

import streamlit as st

from coach.studio.techniques import find
from coach.ui import owner
from coach.ui.markup import say
from coach.ui.own_practice import own
from coach.ui.resources import content, warm_up
from coach.ui.views import exercises, studio, techniques
from coach.ui.views.own_material import own_sentences

owner.token()
studio.row()
st.title("Exercises", anchor=False)
say("Practise before it matters, alone or round the table. Each answer is marked at once, with the reason.")
shown = exercises.choose((*exercises.in_order(content().exercises), *own().exercises))
if shown is not None:
    exercises.exercise(shown)
    if behind := find(content().techniques, shown.technique):
        techniques.link_to(behind, f"The technique behind it: {behind.name}")
st.space("small")
own_sentences()
warm_up()
