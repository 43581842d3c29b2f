"""A file of one's own, chosen on any page: what it holds shows what it is, and it goes where it belongs. Every mistake is listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st
import tomli

from coach.errors import ContentError
from coach.library.cards import Deck
from coach.library.practice import Persona, Scene
from coach.rehearsal.own import read_own
from coach.studio.material import Material, read_material
from coach.together.decks import read_deck
from coach.ui import own, own_practice, owner, rehearsing
from coach.ui.markup import element, say, show
from coach.ui.resources import checker

_MOST_SHOWN = 30
_REHEARSED = frozenset({"frames", "what_happened", "opening_line", "other_side"})  # of a partner or a scene
_TURN, _ADDED, _MISTAKES = "file_turn", "file_added", "file_mistakes"
_FOLLOWS: dict[type, str] = {
    Deck: "You can draw from it at once: pick it under “Pick decks or a mood”. The Handouts page prints it as cards.",
    Scene: "The Rehearse page has it chosen.",
    Persona: "The Rehearse page has them chosen.",
}


def uploader(label: str, key: str) -> None:
    """The box for a file, and below it what came of the last one chosen there."""
    turn = st.session_state.setdefault(f"{key}_{_TURN}", 0)
    box = f"{key}_{turn}"
    st.file_uploader(label, type=["csv", "toml"], key=box, max_upload_size=1, on_change=_take, args=(key, box))
    mistakes: tuple[str, ...] = st.session_state.get(f"{key}_{_MISTAKES}") or ()
    if mistakes:
        noun = "one thing" if len(mistakes) == 1 else f"{len(mistakes)} things"
        say(f"Nothing was added yet. Please mend {noun} in the file and choose it again:", "cc-text cc-hint")
        show(element("ul", *(element("li", one, dir="auto") for one in mistakes[:_MOST_SHOWN]), cls="cc-list"))
        if len(mistakes) > _MOST_SHOWN:
            say(f"And {len(mistakes) - _MOST_SHOWN} more.")
    elif added := st.session_state.get(f"{key}_{_ADDED}"):
        say(added, "cc-text cc-hint")


def read(name: str, data: bytes) -> Deck | Persona | Scene | Material:
    """What a file holds. Raises ContentError with every mistake."""
    told = _tables(data)
    if name.lower().endswith(".csv") or "cards" in told:
        return read_deck(name, data)
    if not _REHEARSED.isdisjoint(told):
        return read_own(name, data)
    return read_material(checker(), name, data, own_practice.technique_ids())


def _take(key: str, box: str) -> None:
    state, file = st.session_state, st.session_state.get(box)
    state[f"{key}_{_MISTAKES}"], state[f"{key}_{_ADDED}"] = (), ""
    if file is None:
        return
    try:
        found = read(file.name, file.getvalue())
    except ContentError as error:
        state[f"{key}_{_MISTAKES}"] = error.mistakes
        return
    state[f"{key}_{_ADDED}"] = _kept(found)
    state[f"{key}_{_TURN}"] += 1  # another box, so that the file is not added again


def _kept(found: Deck | Persona | Scene | Material) -> str:
    """Put it where it belongs; what to say then."""
    if isinstance(found, Material):
        return own_practice.add(found)
    if isinstance(found, Deck):
        own.add_deck(owner.me(), found)
    else:
        rehearsing.add_own(found)
    name = found.name if isinstance(found, Persona) else found.title
    return f"“{name}” is added. {_FOLLOWS[type(found)]}"


def _tables(data: bytes) -> Mapping[str, Any]:
    """The names at the top of a file; none where it cannot be read, which its reader then says."""
    try:
        return tomli.loads(data.decode("utf-8-sig"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return {}
