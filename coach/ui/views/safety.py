"""Draws what stands in content/safety/shown when words tell of danger. It never leaves this page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.model import IStatement, SafetyScreen
from coach.safety import panel as fixed
from coach.ui import state, written
from coach.ui.markup import Markup, element, say, show
from coach.ui.resources import content
from coach.ui.views import drafts
from coach.ui.views.helplines import helplines

if TYPE_CHECKING:
    from coach.library.shown import SafetyPanel
    from coach.service import CoachService

_FEW = 3  # lines in view where help must be short; the others are one press away
_MISREAD = "Your text is still in the box. If the coach got it wrong, change the text and press the button again."
_KEPT = "What you changed is kept here."
_CAREFUL = "Say these only where and when you feel safe. You can also leave them unsaid."


def panel(screen: SafetyScreen) -> None:
    """Help alone, where there is no plan: for words written to somebody else. It is shown to their writer only."""
    shown = fixed.panel(content().panels, screen)
    if shown is not None:
        _panel(shown, screen)


def instead_of_a_plan(service: CoachService, screen: SafetyScreen, work: state.Work) -> None:
    """Help before wording; after a concern the person can go on, and is then given wording for safety."""
    shown = fixed.panel(content().panels, screen)
    if shown is None:
        return
    _panel(shown, screen)
    words = fixed.safe_words(content().safe_words, screen)
    allowed = fixed.stood_back(work.plan, words).drafts if state.goes_on() else ()
    changed = [draft for draft in written.plan(work).drafts if state.was_changed(draft) and draft not in allowed]
    if changed:
        say(_KEPT)
        drafts.boxes(changed)
    if words is None:
        return
    if not state.goes_on():
        choice = {"drafts": words.drafts_if is not None}
        st.button("Go on, with safety first", key="coach_go_on", on_click=state.go_on, args=(service,), kwargs=choice)
        return
    st.header(words.title, anchor=False)
    show(element("ul", *(element("li", line) for line in words.first), cls="cc-list"))
    st.header("Words you can use", anchor=False)
    for sentence in words.say:
        show(element("p", f"{sentence.when}:", cls="cc-soft"), element("p", sentence.text, cls="cc-question"))
    if words.drafts_if and allowed:
        _own_drafts(words.drafts_if, allowed)


def _panel(shown: SafetyPanel, screen: SafetyScreen) -> None:
    noticed = [_noticed(screen)] if screen.evidence else []
    with st.container(border=True, key=f"safety_{shown.severity}"):
        st.header(shown.title, anchor=False)
        if shown.severity == "immediate":  # help first
            show(element("p", shown.lines[0], cls="cc-text"))
            helplines(shown.helps, _FEW)
            show(
                *_call(shown),
                *_lines(shown.lines[1:]),
                _question(shown),
                *noticed,
                element("p", _MISREAD, cls="cc-soft"),
            )
            return
        show(*noticed, *_lines(shown.lines), _question(shown))
        helplines(shown.helps, _FEW)
        show(*_call(shown), element("p", _MISREAD, cls="cc-soft"))


def _lines(lines: Sequence[str]) -> list[Markup]:
    return [element("p", line, cls="cc-text") for line in lines]


def _question(shown: SafetyPanel) -> Markup:
    return element("p", shown.question, cls="cc-question")


def _call(shown: SafetyPanel) -> list[Markup]:
    return _lines([f"If you call, you could begin with: “{shown.call}”"])


def _noticed(screen: SafetyScreen) -> Markup:
    quoted = element("bdi", screen.evidence[0].text)
    return element("p", "Shown because of these words: “", quoted, "”. Nobody else is told.", cls="cc-soft")


def _own_drafts(condition: str, allowed: Sequence[IStatement]) -> None:
    with st.expander(condition, key="safety_drafts"):
        say(_CAREFUL)
        drafts.boxes(allowed)
