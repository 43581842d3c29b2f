"""The Coach page: from a situation to a plan."""

import streamlit as st

from coach.ui import state
from coach.ui.export import to_markdown
from coach.ui.markup import say
from coach.ui.resources import service, warm_up
from coach.ui.views import bank, drafts, onward, reading, safety, start

st.title("Say it so it can be heard", anchor=False)
start.start()
start.examples()
bank.draw_a_question()

if state.waiting():
    with st.spinner("Reading your words …"):
        coach = service()
        work = state.work(coach)
    if work is None:
        st.rerun()  # the message above the fold says why
    plan, text = work.plan, work.reading.situation.text
    if state.text_moved_on(work):
        say("You changed the text above. Press the button to read it again.")
    safety.panel(state.screen(coach, work))
    if work.reading.screen.severity != "immediate":
        reading.own_words_marked(plan.analysis, plan.note)
        reading.heard_score(plan.analysis.heard)
        onward.invitation(plan.invitation)
        if plan.drafts:
            st.header("Three ways to say it", anchor=False)
            drafts.choices(coach, work.proposals)
            drafts.drafts(coach, plan.drafts, text)
        onward.onward(plan)
        st.download_button(
            "Save as Markdown",
            to_markdown(plan, {draft.style: state.current_text(draft) for draft in plan.drafts}),
            file_name="conversation-plan.md",
            mime="text/markdown",
            key="coach_save",
            on_click="ignore",
        )
else:
    warm_up()
