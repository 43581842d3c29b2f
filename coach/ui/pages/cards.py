"""The Cards page: questions that were kept, and decks of one's own."""

import streamlit as st

from coach.ui import own, owner
from coach.ui.views import cards

me = owner.token()
st.title("Your cards", anchor=False)
if trouble := own.trouble():
    st.warning(trouble)
    st.stop()
st.header("Questions you kept", anchor=False)
cards.kept(me, own.kept(me))
st.header("Decks of your own", anchor=False)
cards.own_decks(me, own.decks(me))
st.header("How long it stays", anchor=False)
cards.here(me)
