"""A whole plan, from what to know first to the file to save."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import state, written
from coach.ui.export import to_markdown
from coach.ui.views import drafts, onward, reading
from coach.ui.views.model import model
from coach.ui.views.saves import saves

if TYPE_CHECKING:
    from coach.model import CoachingPlan, Style
    from coach.service import CoachService


def plan(service: CoachService, work: state.Work) -> None:
    """The reading, the drafts, what comes after them, and the button that saves it all."""
    shown = written.plan(work)
    reading.to_know_first(shown.analysis, shown.note)
    reading.own_words_marked(shown.analysis)
    reading.heard_score(shown.analysis.heard)
    model(service, work)
    onward.invitation(shown.invitation)
    if shown.drafts:
        st.header("Three ways to say it", anchor=False)
        drafts.choices(service, work.proposals, shown.drafts)
        drafts.drafts(service, shown)
    onward.onward(shown)
    texts = {draft.style: state.current_text(draft) for draft in shown.drafts}
    with st.container(horizontal=True, gap="small"):
        saves(to_markdown(shown, texts), partial(_pdf, shown, texts), name="conversation-plan", key="coach")


def _pdf(shown: CoachingPlan, texts: dict[Style, str]) -> bytes:
    from coach.studio.handouts import plan_sheet
    from coach.studio.paper import printed

    return printed(plan_sheet(shown, texts))
