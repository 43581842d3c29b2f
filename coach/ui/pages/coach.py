"""The Coach page: from a situation to a plan."""

import streamlit as st

from coach.ui import own, owner, state, written
from coach.ui.markup import announcer, say
from coach.ui.resources import service, warm_up
from coach.ui.views import safety, start
from coach.ui.views.plan import plan

me = owner.token()
own.bring_back(me)
st.title("Say it so it can be heard", anchor=False)
start.start()
announce = announcer()

if state.waiting():
    with st.spinner("Reading your words …"):
        coach = service()
        work = state.work(coach)
    if work is None:
        st.rerun()  # the message above the fold says why
    if state.text_moved_on(work):
        say("You changed the text above. Press the button to read it again.", "cc-text cc-hint")
    seen = state.screen(coach, work)
    if seen.severity == "none":
        state.bring(coach, work)
        plan(coach, work)
    else:
        written.stop()
        safety.instead_of_a_plan(coach, seen, work)
    st.space("small")
    announce(state.announcement())
else:
    announce("")
    warm_up()
if not state.danger_seen():
    start.examples()
own.keep_typed(me)
