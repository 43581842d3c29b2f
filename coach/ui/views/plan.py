"""A whole plan, from what to know first to the file to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import state
from coach.ui.export import to_markdown
from coach.ui.views import drafts, onward, reading

if TYPE_CHECKING:
    from coach.service import CoachService


def plan(service: CoachService, work: state.Work) -> None:
    """The reading, the drafts, what comes after them, and the button that saves it all."""
    written, text = work.plan, work.reading.situation.text
    reading.to_know_first(written.analysis, written.note)
    reading.own_words_marked(written.analysis)
    reading.heard_score(written.analysis.heard)
    onward.invitation(written.invitation)
    if written.drafts:
        st.header("Three ways to say it", anchor=False)
        drafts.choices(service, work.proposals, written.drafts)
        drafts.drafts(service, written.drafts, text)
    onward.onward(written)
    st.download_button(
        "Save as Markdown",
        to_markdown(written, {draft.style: state.current_text(draft) for draft in written.drafts}),
        file_name="conversation-plan.md",
        mime="text/markdown",
        key="coach_save",
        on_click="ignore",
    )
