"""One question of the bank, as a person reads it."""

from __future__ import annotations

import streamlit as st

from coach.library.cards import Card
from coach.together.bank import between
from coach.ui.markup import Markup, element, show


def card(one: Card) -> None:
    """The question, with what to ask first if it is tender."""
    with st.container(border=True, key="card"):
        parts: list[Markup] = [element("p", one.text, cls="cc-card", dir="auto")]
        if one.ask_permission:
            parts.insert(0, element("p", f"Ask first: {one.ask_permission}", cls="cc-soft"))
        show(*parts)


def more(one: Card, *, alone: bool = False) -> None:
    """How to go first, and what to ask next; ``alone`` what to ask oneself."""
    steps = [(f"If {step.when}", step.ask) for step in one.follow_ups]
    if alone:
        steps = [("Then", step.ask) for step in one.follow_ups if not between(step.ask)]
    with st.expander("Help with this question", key="card_more", type="compact"):
        pairs = [("To begin" if alone else "To go first", one.go_first), *steps]
        items = [item for name, words in pairs for item in (element("dt", name), element("dd", words, dir="auto"))]
        show(element("dl", *items, cls="cc-parts"))
