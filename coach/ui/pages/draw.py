"""The Draw page: one question at a time, for one person or for two who share a phone."""

import streamlit as st

from coach.ui import own, owner, shell, state
from coach.ui.markup import say
from coach.ui.resources import content, warm_up
from coach.ui.views import draw

me = owner.token()
st.title("Draw a question", anchor=False)
if trouble := own.trouble():
    st.warning(trouble)
    st.stop()
if state.danger_seen():
    say(state.PUT_AWAY)
    st.stop()
table = own.table(me)
now = table.read()
if now.rounds:
    draw.evening(me, table, now)
else:
    say(
        "A good question, a real answer, and somebody who listens. Nothing counts points here, and a pass is always fine."
    )
    draw.begin(table, own.draws(me), (*content().decks, *own.decks(me)), own.bank(me))
    st.page_link(
        shell.ROOM,
        label="Each with a phone? Open a room for two",
        icon=":material/arrow_forward:",
        icon_position="right",
    )
    st.page_link(
        shell.CARDS,
        label="Questions you kept, and decks of your own",
        icon=":material/arrow_forward:",
        icon_position="right",
    )
    warm_up()
