"""One person's own things on the pages: what was typed, kept questions, own decks. All of it lies sealed in the store."""

from __future__ import annotations

import json

import streamlit as st

from coach.errors import StoreError
from coach.library.cards import Card, Deck
from coach.together.bank import Bank
from coach.together.table import Draws, OwnTable
from coach.ui import owner
from coach.ui.resources import content, things
from coach.ui.state import danger_seen

DRAFTS, KEPT, DECKS = "drafts", "kept", "decks"
_BROUGHT, _SAVED, _BANK = "own_brought_back", "own_saved", "own_bank"


def trouble() -> str:
    """Why nothing can be kept just now; empty when all is well."""
    try:
        things()
    except StoreError as error:
        return str(error)
    return ""


def bring_back(token: str) -> None:
    """Put what was typed before a reload back into its boxes, once; called before any box is drawn."""
    state = st.session_state
    if not owner.answered() or state.get(_BROUGHT) == token or trouble():
        return
    state[_BROUGHT], state[_SAVED] = token, json.loads(things().get(token, DRAFTS) or "{}")
    for key, text in state[_SAVED].items():
        if not state.get(key):
            state[key] = text


def keep_typed(token: str) -> None:
    """Keep what stands in the boxes, if it changed; an emptied one is forgotten. Nothing is kept once words told of danger."""
    state = st.session_state
    if state.get(_BROUGHT) != token:
        return
    typed = {} if danger_seen() else {str(key): state[key] for key in state if str(key).startswith(owner.BOXES)}
    typed = {key: text for key, text in typed.items() if text and isinstance(text, str)}
    if typed != state[_SAVED]:
        state[_SAVED] = typed
        things().change(token, DRAFTS, lambda _: json.dumps(typed) if typed else None)


def kept(token: str) -> list[Card]:
    """The questions this person kept."""
    return [Card.model_validate(one) for one in json.loads(things().get(token, KEPT) or "[]")]


def keep(token: str, card: Card, *, wanted: bool = True) -> None:
    """Keep a question, or no longer."""

    def changed(body: str | None) -> str | None:
        others = [one for one in json.loads(body or "[]") if one["id"] != card.id]
        now = [*others, card.model_dump(by_alias=True)] if wanted else others
        return json.dumps(now) if now else None

    things().change(token, KEPT, changed)


def decks(token: str) -> list[Deck]:
    """The person's own decks."""
    return [Deck.model_validate(one) for one in json.loads(things().get(token, DECKS) or "[]")]


def add_deck(token: str, deck: Deck) -> None:
    """Add a deck; one with the same name is replaced."""
    _change_decks(token, deck.id, [deck.model_dump(by_alias=True)])


def remove_deck(token: str, name: str) -> None:
    """Take a deck away."""
    _change_decks(token, name, [])


def bank(token: str) -> Bank:
    """All decks, the person's own among them; built anew only when those changed."""
    own = things().get(token, DECKS) or "[]"
    known: tuple[str, Bank] | None = st.session_state.get(_BANK)
    if known is None or known[0] != own:
        known = own, _shared_bank() if own == "[]" else Bank((*content().decks, *decks(token)))
        st.session_state[_BANK] = known
    return known[1]


def table(token: str) -> OwnTable:
    """The evening on this device."""
    return OwnTable(things(), token)


def draws(token: str) -> Draws:
    """Draws for this person."""
    return Draws(things(), token, bank(token))


def erase(token: str) -> None:
    """Remove everything of this person's from the store, and begin anew with another token."""
    from coach.wiring import erase as erase_all

    erase_all(token)
    owner.forget()
    for key in list(st.session_state):
        if not str(key).startswith("owner_"):
            del st.session_state[key]


def _change_decks(token: str, name: str, new: list[object]) -> None:
    def changed(body: str | None) -> str | None:
        now = [*(one for one in json.loads(body or "[]") if one["id"] != name), *new]
        return json.dumps(now) if now else None

    things().change(token, DECKS, changed)


@st.cache_resource(show_spinner=False)
def _shared_bank() -> Bank:
    return Bank(content().decks)
