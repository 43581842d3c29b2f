"""The sentence to present, and the stage it is shown on. It sits in this session alone and is gone once it is cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import CoachError
from coach.studio.presenter import LONGEST, Presentation, present
from coach.ui.markup import say
from coach.ui.resources import service
from coach.ui.stage import stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.library.teaching import TechniqueEntry, WeakStrong

_TEXT, _SECOND, _EXAMPLE = "presenter_text", "presenter_second", "presenter_example"
_WANTED, _SHOWN, _NUMBER, _SAID = "presenter_wanted", "presenter_shown", "presenter_number", "presenter_said"


def begin(text: str, second: str = "") -> None:
    """Ask for a sentence to be shown; ``second`` is set beside it."""
    st.session_state[_WANTED] = (text, second)
    st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1


def shown(examples: Iterable[WeakStrong]) -> Presentation | None:
    """What is to be shown, read once; a sentence that cannot be shown goes back into its box, with the reason.

    Where it is one of ``examples``, the words that their author marked are shown too.
    """
    wanted: tuple[str, str] | None = st.session_state.get(_WANTED)
    if wanted is None:
        return None
    known: tuple[tuple[str, str], Presentation] | None = st.session_state.get(_SHOWN)
    if known is None or known[0] != wanted:
        try:
            with st.spinner("Reading the sentence …"):
                known = (wanted, present(service(), *wanted, examples))
        except CoachError as error:
            _change()
            st.session_state[_SAID] = str(error)
            return None
        st.session_state[_SHOWN] = known
    return known[1]


def on_stage(presentation: Presentation) -> None:
    """The presentation over the whole page."""
    stage(presentation, st.session_state[_NUMBER], on_clear=_clear, on_change=_change)


def sentence(techniques: Sequence[TechniqueEntry], own: Sequence[WeakStrong]) -> None:
    """The boxes for one or two sentences, and examples to take: the counselor's own ones first."""
    named = [("Your own", own), *((one.name, one.examples) for one in techniques)]
    examples = {
        f"{name} {place}": (name, example) for name, several in named for place, example in enumerate(several, 1)
    }
    st.selectbox(
        "Take an example",
        list(examples),
        index=None,
        format_func=lambda key: f"{examples[key][0]}: {examples[key][1].weak}" if key in examples else key,
        placeholder="Or write your own below",
        key=_EXAMPLE,
        on_change=_take,
        args=({key: example for key, (_, example) in examples.items()},),
    )
    st.text_area("One sentence", key=_TEXT, height=100, placeholder="You never tell me anything.")
    st.text_area(
        "Another version, to set beside it",
        key=_SECOND,
        height=100,
        placeholder="You can skip this: the coach’s own draft is set beside it then.",
    )
    st.button("Show it", type="primary", key="presenter_go", on_click=_show)
    if said := st.session_state.pop(_SAID, ""):
        st.warning(said)
    say(f"Up to {LONGEST} characters each. Nothing is stored, and “Clear” removes it from this page.", "cc-soft")


def _show() -> None:
    begin(st.session_state.get(_TEXT) or "", st.session_state.get(_SECOND) or "")


def _take(examples: dict[str, WeakStrong]) -> None:
    example = examples.get(st.session_state.get(_EXAMPLE) or "")
    if example is not None:
        st.session_state[_TEXT], st.session_state[_SECOND] = example.weak, example.strong


def _change() -> None:
    """Back to the boxes, with the sentence in them."""
    st.session_state[_TEXT], st.session_state[_SECOND] = st.session_state[_WANTED]
    for key in (_WANTED, _SHOWN, _EXAMPLE):
        st.session_state.pop(key, None)


def _clear() -> None:
    """Back to empty boxes."""
    for key in (_TEXT, _SECOND, _WANTED, _SHOWN, _EXAMPLE, _SAID):
        st.session_state.pop(key, None)
