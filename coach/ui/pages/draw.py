"""The Draw page: one question at a time, for one person or for two who share a phone."""

import streamlit as st

from coach.ui import own, owner, state
from coach.ui.markup import say
from coach.ui.resources import content, warm_up
from coach.ui.views import draw

me = owner.token()
own.bring_back(me)
st.title("Draw a question", anchor=False)
if trouble := own.trouble():
    st.warning(trouble)
    st.stop()
table = own.table(me)
now = table.read()
if now.rounds:
    draw.evening(me, table, now)
elif state.danger_seen():
    say(state.PUT_AWAY)
else:
    draw.begin(table, own.draws(me), (*content().decks, *own.decks(me)), own.bank(me))
    warm_up()
own.keep_typed(me)
