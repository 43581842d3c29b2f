"""Draw a question from the bank, for two people who want to talk rather than to complain."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.model import Topic
from coach.ui.markup import Markup, element, show
from coach.ui.resources import content

if TYPE_CHECKING:
    from coach.library.schema import Card

_OPEN, _TOPIC, _DRAWN, _CARD = "bank_open", "bank_topic", "bank_drawn", "bank_card"


def draw_a_question() -> None:
    """A folded section; the bank is read only once it is opened."""
    expanded = st.query_params.get("start") == "questions"
    with st.expander(
        "Draw a question to talk about together", expanded, key=_OPEN, on_change="rerun", type="compact"
    ) as box:
        if not box.open:
            return
        names = {topic.id: topic.name for topic in content().topics}
        st.selectbox(
            "About",
            list(names),
            index=None,
            format_func=lambda topic: names.get(topic, topic),
            placeholder="Anything",
            key=_TOPIC,
            width=280,
        )
        st.button("Draw a question", key="bank_draw", on_click=_draw)
        card: Card | None = st.session_state.get(_CARD)
        if card is not None:
            _card(card)


def pick(cards: Sequence[Card], topic: Topic | None, drawn: Sequence[str], chance: random.Random) -> Card | None:
    """A card on the topic that was not drawn yet; once all were, any of them again."""
    fitting = [card for card in cards if topic is None or topic in card.topics]
    fresh = [card for card in fitting if card.id not in drawn]
    return chance.choice(fresh or fitting) if fitting else None


def _draw() -> None:
    cards = [card for deck in content().decks for card in deck.cards]
    drawn: list[str] = st.session_state.setdefault(_DRAWN, [])
    card = pick(cards, st.session_state.get(_TOPIC), drawn, random.Random())
    st.session_state[_CARD] = card
    if card is not None:
        drawn.append(card.id)


def _card(card: Card) -> None:
    with st.container(border=True):
        parts: list[Markup] = [element("p", card.text, cls="cc-question")]
        if card.ask_permission:
            parts.insert(0, element("p", f"Ask first: {card.ask_permission}", cls="cc-soft"))
        pairs = [("To go first", card.go_first)]
        pairs += [(f"If {step.when}", step.ask) for step in card.follow_ups]
        items = [item for name, words in pairs for item in (element("dt", name), element("dd", words))]
        show(*parts, element("dl", *items, cls="cc-parts"))
