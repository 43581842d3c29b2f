"""The Room page: two phones, one question, sealed answers."""

from functools import partial

import streamlit as st

from coach.together.seen import view
from coach.ui import answering, own, owner, state
from coach.ui.markup import say
from coach.ui.resources import together, warm_up
from coach.ui.views import room

me = owner.token()
own.bring_back(me)
st.title("A room for two", anchor=False)
if trouble := own.trouble():
    st.warning(trouble)
    st.stop()
if not owner.answered():  # the address may hold the secret of a link: nothing else is shown before it is taken out
    say("One moment …", "cc-soft")
    st.stop()
if secret := owner.take_secret():
    answering.trying(partial(together().join_by_secret, me, secret))
place = together().place(me)
glance = together().glance(place, state.line()) if place else None  # before the room: no change may fall in between
now = room.read(place) if place else None
room.note_closed(there=now is not None)
if place is not None and now is not None:
    seen = view(now, place.seat)
    room.watch(place, seen, glance)
    if seen.alone:
        room.door(place, seen.code)
    else:
        room.evening(me, place, seen)
    room.leaving(me, seen)
elif state.danger_seen():
    say(state.PUT_AWAY)
else:
    room.start(me)
    warm_up()
own.keep_typed(me)
