"""A counselor's own exercises, techniques and examples, for this session alone."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from coach.studio.material import Material
from coach.ui.resources import content
from coach.ui.views import exercises

_KEY = "own_material"


def own() -> Material:
    """What was typed or read in this session."""
    known: Material = st.session_state.get(_KEY, Material())
    return known


def technique_ids() -> frozenset[str]:
    """The techniques that an exercise may name."""
    return frozenset(one.id for one in (*content().techniques, *own().techniques))


def add(new: Material) -> str:
    """Add to it; what has the same id is replaced. What to say then. For a callback, before the page is drawn."""
    before = own()
    ids = {*(one.id for one in new.exercises), *(one.id for one in new.techniques)}
    st.session_state[_KEY] = replace(
        before,
        exercises=(*(one for one in before.exercises if one.id not in ids), *new.exercises),
        techniques=(*(one for one in before.techniques if one.id not in ids), *new.techniques),
        examples=tuple(dict.fromkeys((*before.examples, *new.examples))),
    )
    if new.exercises:
        exercises.turn_to(new.exercises[0].id)
    counts = (
        (len(new.exercises), "exercise", "exercises", "on the Exercises page"),
        (len(new.techniques), "technique", "techniques", "on the Techniques page"),
        (len(new.examples), "example", "examples", "on the Presenter page"),
    )
    told = [f"{count} {one if count == 1 else many} ({where})" for count, one, many, where in counts if count]
    return f"Added: {', '.join(told)}."


def forget() -> None:
    """Leave nothing of it. For a callback."""
    st.session_state.pop(_KEY, None)
    exercises.turn_to(exercises.in_order(content().exercises)[0].id)
