"""What to draw from: decks, how deep, which mood, who the two are, how much time there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.together.bank import Bank, Tone, Wishes
from coach.ui.markup import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.library.cards import Audience, Deck

_DEPTHS = {1: "Keep it light", 2: "A little deeper", 3: "As deep as we like"}
_TONES: dict[Tone, str] = {
    "playful": "Playful",
    "warm": "Warm",
    "curious": "Curious",
    "thoughtful": "Thoughtful",
    "tender": "Tender",
}
_WHO: dict[Audience, str] = {
    "partner": "Partners",
    "friend": "Friends",
    "family": "Family",
    "parent": "Parent and child",
    "sibling": "Brothers or sisters",
    "roommate": "Roommates",
    "colleague": "People at work",
    "co_parent": "Parents who live apart",
    "group": "A group",
}
_TIMES = {0: "No hurry", 10: "10 minutes", 30: "Half an hour", 60: "An hour"}


def wishes(decks: Sequence[Deck], bank: Bank, key: str, *, alone: bool = False) -> Wishes:
    """The filters, each with a default that draws from everything light first. ``alone``: there is only one to ask."""
    titles = {deck.id: deck.title for deck in decks}
    with st.container(horizontal=True, gap="small"):
        who: Audience = "anyone"
        if not alone:
            who = st.selectbox(
                "Who are you two?",
                list(_WHO),
                format_func=lambda one: _WHO[one],
                key=f"{key}_who",
                width=220,
                persist_state="session",
            )
        depth = st.selectbox(
            "How deep may it go?",
            list(_DEPTHS),
            index=2,
            format_func=lambda one: _DEPTHS[one],
            key=f"{key}_depth",
            width=220,
            persist_state="session",
        )
        minutes = st.selectbox(
            "Time at hand",
            list(_TIMES),
            format_func=lambda one: _TIMES[one],
            key=f"{key}_minutes",
            width=180,
            persist_state="session",
        )
    with st.expander("Pick decks or a mood", key=f"{key}_more", type="compact"):
        chosen = st.multiselect(
            "Decks",
            list(titles),
            format_func=lambda one: titles.get(one, one),
            placeholder="All of them",
            key=f"{key}_decks",
            persist_state="session",
        )
        tones = st.pills(
            "Mood",
            list(_TONES),
            selection_mode="multi",
            format_func=lambda one: _TONES[one],
            key=f"{key}_tones",
            persist_state="session",
        )
    wished = Wishes(decks=tuple(chosen), tones=tuple(tones), depth=depth, who=who, alone=alone, minutes=minutes or None)
    if not (count := bank.count(wished)):
        say("No question fits all of that. Take one of your choices back.", "cc-text cc-hint")
    else:
        say(f"{count:,} questions fit. It starts light, and goes deeper only when you say so.", "cc-soft")
    return wished
