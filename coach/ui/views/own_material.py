"""A counselor's own sentences and files; every mistake is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import ContentError
from coach.rehearsal.own import to_toml
from coach.studio.material import EXAMPLE, EXAMPLE_SENTENCES, Material, own_exercise
from coach.studio.own_lines import BETWEEN
from coach.together.decks import example_csv
from coach.ui import own_files, own_practice
from coach.ui.markup import element, say, show
from coach.ui.resources import checker, content
from coach.ui.words import EXERCISES

if TYPE_CHECKING:
    from coach.library.teaching import ExerciseKind

_SAID, _MISTAKES = "own_said", "own_mistakes"
_KIND, _LINES = "own_kind", "own_lines"


def own_sentences() -> None:
    """A folded section: lines to type, what went wrong in them, and a file to read."""
    with st.expander("Use your own sentences", key="own_open", type="compact"):
        say("One sentence on each line. The language engine finds the answers. Nothing is stored.")
        st.selectbox("For", list(EXERCISES), format_func=lambda kind: EXERCISES[kind], key=_KIND, width=280)
        if st.session_state.get(_KIND) == "fix_reply":
            say(f"First what was said, then {BETWEEN}, then the reply that does not help.", "cc-soft")
        st.text_area("Your sentences", key=_LINES, height=130)
        st.button("Make an exercise", key="own_make", on_click=_make)
        if said := st.session_state.get(_SAID):
            st.success(said)
        if mistakes := st.session_state.get(_MISTAKES):
            st.warning("Nothing was added. Please mend:" if len(mistakes) > 1 else "Nothing was added:")
            show(element("ul", *(element("li", one, dir="auto") for one in mistakes), cls="cc-list"))
        files()


def files() -> None:
    """A file of any kind to read, some to begin with, and a button to forget the counselor's own."""
    own_files.uploader("A file of your own (.toml, .csv)", "own_file")
    say("Files to begin with, for any text editor or, the deck, for a spreadsheet:", "cc-soft")
    with st.container(horizontal=True, gap="small"):
        for name, file, text in (
            ("An exercise", "my-exercise.toml", EXAMPLE),
            ("Examples", "my-examples.toml", EXAMPLE_SENTENCES),
            ("A deck", "my-deck.csv", example_csv()),
            ("A scene", "my-scene.toml", to_toml(content().scenes[0])),
        ):
            st.download_button(name, text, file, "text/plain", key=f"own_begin_{file}", on_click="ignore")
        if own_practice.own() != Material():
            st.button("Forget my own", key="own_forget", on_click=_forget)


def _make() -> None:
    kind: ExerciseKind = st.session_state[_KIND]
    lines: str = st.session_state.get(_LINES) or ""
    st.session_state[_SAID], st.session_state[_MISTAKES] = "", ()
    try:
        made = own_exercise(checker(), kind, lines)
    except ContentError as error:
        st.session_state[_MISTAKES] = error.mistakes
        return
    st.session_state[_SAID] = own_practice.add(Material(exercises=(made,)))


def _forget() -> None:
    for key in (_SAID, _MISTAKES, _LINES):
        st.session_state.pop(key, None)
    own_practice.forget()
