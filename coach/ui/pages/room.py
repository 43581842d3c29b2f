"""The Room page: two phones, one question, sealed answers."""

from functools import partial

import streamlit as st

from coach.together.seen import view
from coach.ui import own, owner, state
from coach.ui.markup import say
from coach.ui.resources import together, warm_up
from coach.ui.views import answers, room

me = owner.token()
st.title("A room for two", anchor=False)
if trouble := own.trouble():
    st.warning(trouble)
    st.stop()
if not owner.answered():
    say(
        "One moment …", "cc-soft"
    )  # the address may hold the secret of a link: nothing else is shown before it is taken out
    st.stop()
if state.danger_seen():
    say(state.PUT_AWAY)
if secret := owner.take_secret():
    answers.trying(partial(together().join_by_secret, me, secret))
place = together().place(me)
table = together().table(place) if place else None
glance = (
    together().glance(place) if place else None
)  # before the room is read: what changes in between is seen at the next look
now = room.read(table) if table else None
if place is None or table is None or now is None:
    if not state.danger_seen():
        room.start(me)
        warm_up()
    st.stop()
seen = view(now, place.seat)
room.watch(place, seen, glance)
if seen.alone:
    room.door(place, seen.code)
else:
    if seen.they_left:
        say(
            "The other has left. What you both opened stays here for you until tomorrow, or until you erase it.",
            "cc-text cc-hint",
        )
    room.evening(me, place, table, seen)
room.leaving(me, seen)
