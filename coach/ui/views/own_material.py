"""A counselor's own sentences and files, for this session alone; every mistake is listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import ContentError
from coach.studio.material import EXAMPLE, Material, own_exercise, read_material
from coach.studio.own_lines import BETWEEN
from coach.ui.markup import element, say, show
from coach.ui.resources import checker, content
from coach.ui.views import exercises
from coach.ui.words import EXERCISES

if TYPE_CHECKING:
    from coach.library.teaching import ExerciseKind

_MATERIAL, _SAID, _MISTAKES = "own_material", "own_said", "own_mistakes"
_KIND, _LINES, _FILE = "own_kind", "own_lines", "own_file"


def own() -> Material:
    """What was typed or read in this session."""
    known: Material = st.session_state.get(_MATERIAL, Material())
    return known


def own_material() -> None:
    """A folded section: lines to type, a file to read, what went wrong, and a button to forget it all."""
    with st.expander("Use your own sentences", key="own_open", type="compact"):
        say("One sentence on each line. The language engine finds the answers. Nothing is stored.")
        st.selectbox("For", list(EXERCISES), format_func=lambda kind: EXERCISES[kind], key=_KIND, width=280)
        if st.session_state.get(_KIND) == "fix_reply":
            say(f"First what was said, then {BETWEEN}, then the reply that does not help.", "cc-soft")
        st.text_area("Your sentences", key=_LINES, height=130)
        st.button("Make an exercise", key="own_make", on_click=_make)
        st.file_uploader(
            "Or a file (.toml): an exercise, a technique, or examples for the Presenter",
            type="toml",
            key=_FILE,
            on_change=_read,
            max_upload_size=1,
        )
        with st.container(horizontal=True, gap="small"):
            st.download_button(
                "A file to begin with",
                EXAMPLE,
                "my-exercise.toml",
                "application/toml",
                key="own_example",
                on_click="ignore",
            )
            if own() != Material():
                st.button("Forget my own", key="own_forget", on_click=_forget)
        if said := st.session_state.get(_SAID):
            st.success(said)
        if mistakes := st.session_state.get(_MISTAKES):
            st.warning("Nothing was taken over. Please mend:" if len(mistakes) > 1 else "Nothing was taken over:")
            show(element("ul", *(element("li", one, dir="auto") for one in mistakes), cls="cc-list"))


def _make() -> None:
    kind: ExerciseKind = st.session_state[_KIND]
    lines: str = st.session_state.get(_LINES) or ""
    _take(lambda: Material(exercises=(own_exercise(checker(), kind, lines),)))


def _read() -> None:
    file = st.session_state.get(_FILE)
    if file is not None:
        known = frozenset(one.id for one in (*content().techniques, *own().techniques))
        _take(lambda: read_material(checker(), file.name, file.getvalue(), known))


def _take(read: Callable[[], Material]) -> None:
    st.session_state[_SAID], st.session_state[_MISTAKES] = "", ()
    try:
        new = read()
    except ContentError as error:
        st.session_state[_MISTAKES] = error.mistakes
        return
    before = own()
    ids = {*(one.id for one in new.exercises), *(one.id for one in new.techniques)}
    st.session_state[_MATERIAL] = replace(
        before,
        exercises=(*(one for one in before.exercises if one.id not in ids), *new.exercises),
        techniques=(*(one for one in before.techniques if one.id not in ids), *new.techniques),
        examples=tuple(dict.fromkeys((*before.examples, *new.examples))),
    )
    st.session_state[_SAID] = _what(new)
    if new.exercises:
        exercises.turn_to(new.exercises[0].id)


def _what(new: Material) -> str:
    counts = (
        (len(new.exercises), "exercise", "exercises", "it stands above"),
        (len(new.techniques), "technique", "techniques", "it stands on the Techniques page"),
        (len(new.examples), "example", "examples", "it stands on the Presenter page"),
    )
    told = [f"{count} {one if count == 1 else many} ({where})" for count, one, many, where in counts if count]
    return f"Taken over: {', '.join(told)}."


def _forget() -> None:
    for key in (_MATERIAL, _SAID, _MISTAKES, _LINES):
        st.session_state.pop(key, None)
    exercises.turn_to(exercises.in_order(content().exercises)[0].id)
