"""Kept questions and own decks: a list for the pocket, files in and out, and what stays on this device."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.together.decks import example_csv, to_csv, to_toml
from coach.ui import own, own_files, owner
from coach.ui.markup import element, label, say, show
from coach.ui.pocket import pocket_list
from coach.ui.resources import things

if TYPE_CHECKING:
    from coach.library.cards import Card, Deck

_MOST_SHOWN = 30


def kept(token: str, cards: Sequence[Card]) -> None:
    """The kept questions, and the list to print."""
    if not cards:
        say("Nothing yet. While you draw, press “Keep this question”, and it is here.")
        return
    for card in cards:
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"kept_{card.id}"):
            say(card.text)
            st.button(
                "Take it off",
                key=f"off_{card.id}",
                type="tertiary",
                on_click=own.keep,
                args=(token, card),
                kwargs={"wanted": False},
            )
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "Save as a page to print",
            pocket_list(cards),
            file_name="questions.html",
            mime="application/octet-stream",  # every page of HTML that the server sends is the app's own
            key="pocket_save",
            type="primary",
            on_click="ignore",
        )
        st.button("Empty the list", key="kept_empty", on_click=_empty, args=(token, cards))
    say("The page opens on any phone, without this app and without a network.", "cc-soft")


def own_decks(token: str, decks: Sequence[Deck]) -> None:
    """Decks of one's own: add one from a file, draw from it at once, share it as a file, take it away."""
    say("Write questions in a table, one in each row, and save it as CSV. Only the column “text” must be filled in.")
    st.download_button(
        "A table to begin with",
        example_csv(),
        file_name="my-deck.csv",
        mime="text/csv",
        key="deck_example",
        on_click="ignore",
    )
    own_files.uploader("A deck as CSV or TOML", "deck_file")
    for deck in decks:
        with st.expander(label(f"{deck.title}: {len(deck.cards)} questions"), key=f"deck_{deck.id}"):
            show(
                element(
                    "ul", *(element("li", card.text, dir="auto") for card in deck.cards[:_MOST_SHOWN]), cls="cc-list"
                )
            )
            with st.container(horizontal=True, gap="small"):
                for kind, text in (("csv", to_csv(deck)), ("toml", to_toml(deck))):
                    st.download_button(
                        f"Save as {kind.upper()}",
                        text,
                        file_name=f"{deck.id.removeprefix('own.')}.{kind}",
                        mime="text/plain",
                        key=f"deck_{kind}_{deck.id}",
                        on_click="ignore",
                    )
                st.button("Take it away", key=f"deck_remove_{deck.id}", on_click=own.remove_deck, args=(token, deck.id))


def here(token: str) -> None:
    """How long it stays, and the button that erases everything."""
    kept_here = things().keeps(token)
    say(
        "All of this stays on this device for up to a year, or until you erase it."
        if kept_here
        else "All of this is gone when you close this tab, and after a day in any case."
    )
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Don’t keep it on this device" if kept_here else "Keep it on this device",
            key="own_keep",
            on_click=_keep_here,
            args=(token, not kept_here),
        )
        st.button("Erase everything of mine", key="own_erase", on_click=own.erase, args=(token,))
    say("Erasing takes your questions, decks, drafts and your seat in a room. It cannot be undone.", "cc-soft")


def _empty(token: str, cards: Sequence[Card]) -> None:
    for card in cards:
        own.keep(token, card, wanted=False)


def _keep_here(token: str, wanted: bool) -> None:
    things().keep(token, kept=wanted)
    owner.keep_on_device(kept=wanted)
