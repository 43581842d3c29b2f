"""The Coach page: from a situation to a plan."""

import streamlit as st

from coach.ui import state
from coach.ui.markup import announcer, say
from coach.ui.resources import service, warm_up
from coach.ui.views import bank, safety, start
from coach.ui.views.plan import plan

st.title("Say it so it can be heard", anchor=False)
start.start()
announce = announcer()
results = st.container()
start.examples()
bank.draw_a_question()

if state.waiting():
    with results:
        with st.spinner("Reading your words …"):
            coach = service()
            work = state.work(coach)
        if work is None:
            st.rerun()  # the message above the fold says why
        if state.text_moved_on(work):
            say("You changed the text above. Press the button to read it again.", "cc-text cc-hint")
        safety.panel(state.screen(coach, work))
        if not state.wording_waits(work):
            state.bring(coach, work)
            plan(coach, work)
        elif work.reading.screen.severity == "concern":
            st.button("Go on to the wording", key="coach_go_on", on_click=state.go_on)
        st.space("small")
    announce(state.announcement())
else:
    announce("")
    warm_up()
