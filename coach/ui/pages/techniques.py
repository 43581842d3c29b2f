"""Techniques: all of them by group, or the one that the address names."""

import streamlit as st

from coach.studio.techniques import find
from coach.ui.markup import label, say
from coach.ui.own_practice import own
from coach.ui.resources import content, warm_up
from coach.ui.views import studio, techniques

studio.row()
known = (*content().techniques, *own().techniques)
if (shown := find(known, st.query_params.get(techniques.PARAMETER))) is not None:
    st.query_params[techniques.PARAMETER] = shown.id  # a link from this page to itself leaves the address as it was
    st.title(label(shown.name), anchor=False)
    techniques.technique(shown)
else:
    st.title("Techniques", anchor=False)
    say("Ways to say it well, to hear each other and to mend. Each has its steps, examples and a box to try it.")
    techniques.browse(known)
    warm_up()
