"""What comes after the drafts: an invitation, questions, responses, getting ready, their side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from coach.model import CoachingPlan, Invitation, Preparation, Question, Response, Slot
from coach.names import SLOTS, tip_part
from coach.ui.markup import Markup, element, say, show
from coach.ui.words import writer


def invitation(items: Sequence[Invitation]) -> None:
    """How to open, a story of one's own, a line that asks permission."""
    for item in items:
        st.header("An invitation", anchor=False)
        pairs = (
            ("A warm way to open", item.opening),
            ("A story of your own", item.own_story),
            ("Ask first", item.permission),
        )
        show(element("dl", *_pairs(pairs), cls="cc-parts"))


def onward(plan: CoachingPlan) -> None:
    """Each part folded away until somebody wants it."""
    if plan.questions or plan.responses or plan.preparation or plan.other_view or plan.later:
        st.header("For the talk itself", anchor=False)
    if plan.questions:
        with st.expander(SLOTS["questions"], key="open_questions", expanded=not plan.drafts):
            _by(plan, "questions")
            questions(plan.questions)
    if plan.responses:
        with st.expander(SLOTS["responses"], key="open_responses"):
            _by(plan, "responses")
            responses(plan.responses)
    if plan.preparation:
        with st.expander(SLOTS["preparation"], key="open_preparation"):
            preparation(plan.preparation)
    _lines(plan, "other_view", "How they may see it, in words you could say:", plan.other_view)
    _lines(plan, "your_part", "Nobody but you needs to hear the answer:", plan.your_part)
    _lines(plan, "later", "One thing at a time. This was set aside, and nothing of it is lost:", plan.later)


def questions(items: Sequence[Question]) -> None:
    """Each question with what to ask next, by how they may answer."""
    for item in items:
        follow = _pairs((f"If {_small(step.when)}", step.ask) for step in item.follow_ups)
        show(element("p", item.text, cls="cc-question", dir="auto"), element("dl", *follow, cls="cc-parts"))


def responses(items: Sequence[Response]) -> None:
    """What they may say, what you could say, and what not to say and why."""
    for item in items:
        pairs = (
            ("They may say", item.they_say),
            ("You could say", item.text),
            ("Better not", f"“{item.avoid}” {item.avoid_why}"),
        )
        show(element("dl", *_pairs(pairs), cls="cc-parts"))


def preparation(items: Sequence[Preparation]) -> None:
    """Tips by part, in the order they are needed."""
    for item in items:
        show(
            element("p", element("strong", tip_part(item.part)), cls="cc-text"),
            element("ul", *(element("li", tip) for tip in item.tips), cls="cc-list"),
        )


def _by(plan: CoachingPlan, slot: Slot) -> None:
    if by := writer(plan, slot):
        say(by, "cc-soft")


def _lines(plan: CoachingPlan, slot: Slot, opening: str, lines: Sequence[str]) -> None:
    if lines:
        with st.expander(SLOTS[slot], key=f"open_{slot}"):
            _by(plan, slot)
            say(opening)
            show(element("ul", *(element("li", line, dir="auto") for line in lines), cls="cc-list"))


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[Markup]:
    return [item for name, words in pairs for item in (element("dt", name), element("dd", words, dir="auto"))]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
