"""Draws what coach.safety says when words tell of danger. The text is fixed there; it never leaves this page."""

from __future__ import annotations

import streamlit as st

from coach.model import SafetyScreen
from coach.safety import panel as fixed
from coach.ui.markup import Markup, element, show
from coach.ui.views.helplines import helplines

_FEW = 3  # lines in view where help must be short; the others are one press away
_MISREAD = "Your text is still in the box. If the coach got it wrong, change the text and press the button again."


def panel(screen: SafetyScreen) -> None:
    """Nothing, a small calm panel for a concern, or help before anything else."""
    shown = fixed.panel(screen)
    if shown is None:
        return
    with st.container(border=True, key="safety_immediate" if shown.urgent else "safety_concern"):
        st.header(shown.title, anchor=False)
        show(
            *(element("p", line, cls="cc-text") for line in shown.lines),
            element("p", shown.question, cls="cc-question"),
        )
        if shown.urgent:
            helplines(shown.helps, _FEW)
        else:
            with st.expander("People you can talk to", key="safety_open", on_change="rerun", type="compact") as box:
                if box.open:
                    helplines(shown.helps, _FEW)
        after = [_why(screen)] if screen.evidence else []
        if shown.urgent:
            after.append(element("p", _MISREAD, cls="cc-soft"))
        if after:
            show(*after)


def _why(screen: SafetyScreen) -> Markup:
    quoted = element("bdi", screen.evidence[0].text)
    return element("p", "Shown because of these words: “", quoted, "”. Nobody else is told.", cls="cc-soft")
