"""One exercise, item by item: the task, the answer, how it was marked and why. For one person, or in turns round the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import TextTooLong
from coach.library.teaching import FeelingOrThoughtItem, FixReplyItem, ReflectBackItem, SpotBlameItem
from coach.studio.exercises import Level, Mark, mark, mark_picked
from coach.studio.places import words_of
from coach.ui.marks import marked, places
from coach.ui.markup import Markup, announcer, element, label, say, show
from coach.ui.resources import checker
from coach.ui.views.checks import checks
from coach.ui.words import EXERCISES, LEVELS

if TYPE_CHECKING:
    from coach.library.teaching import Exercise, ExerciseItem

_WHICH, _NAMES, _PLACE, _MARKED, _TALLY = "ex_which", "ex_names", "ex_place", "ex_marked", "ex_tally"
_CHOICES = {"feeling": "A feeling", "thought": "A thought"}


def in_order(exercises: Sequence[Exercise]) -> list[Exercise]:
    """From seeing to saying."""
    return sorted(exercises, key=lambda one: list(EXERCISES).index(one.kind))


def choose(exercises: Sequence[Exercise]) -> Exercise | None:
    """Which exercise, and who takes part."""
    titles = {one.id: one.title for one in exercises}
    if not titles:
        return None
    st.selectbox(
        "Exercise",
        list(titles),
        format_func=lambda name: titles.get(name, name),
        key=_WHICH,
        on_change=_begin,
        width=360,
        persist_state="session",
    )
    st.text_input(
        "Who takes part?",
        key=_NAMES,
        placeholder="Ana, Ben … or nobody; not stored",
        autocomplete="off",
        width=360,
    )
    return next((one for one in exercises if one.id == st.session_state.get(_WHICH)), exercises[0])


def turn_to(exercise_id: str) -> None:
    """Begin with another exercise; for a callback, before the page is drawn."""
    st.session_state[_WHICH] = exercise_id
    _begin()


def exercise(shown: Exercise) -> None:
    """The item whose turn it is."""
    place: int = st.session_state.get(_PLACE, 0)
    announce = announcer()
    if place >= len(shown.items):
        say(f"That was the last one. {_tally()}")
        st.button("Begin again", key="ex_again", on_click=_begin)
        announce("That was the last one.")
        return
    item = shown.items[place]
    key = f"{shown.id}_{item.id}"
    with st.container(border=True, key="ex_card"):
        names = [name for part in (st.session_state.get(_NAMES) or "").split(",") if (name := part.strip())]
        turn = f"{names[place % len(names)]}’s turn. " if names else ""
        say(f"{turn}{place + 1} of {len(shown.items)}", "cc-soft")
        say(shown.ask)
        show(*_task(item))
        answer = _answer(item, key)
        with st.container(horizontal=True, gap="small"):
            checked = st.button("Check", type="primary", key=f"ex_check_{key}")
            st.button("Next", key=f"ex_next_{key}", on_click=_next, args=(place,))
        if checked:
            _check(item, key, answer)
        known: tuple[str, Mark] | None = st.session_state.get(_MARKED)
        if known is not None and known[0] == key:
            _result(item, known[1])
            announce(f"{LEVELS[known[1].level][2:]}. {known[1].reasons[0]}")
        else:
            announce("")
    if told := _tally():
        say(told, "cc-soft")


def _task(item: ExerciseItem) -> list[Markup]:
    if isinstance(item, ReflectBackItem | FixReplyItem):
        said = element("p", "They say: “", element("bdi", item.said), "”", cls="cc-question")
        if isinstance(item, ReflectBackItem):
            return [said]
        return [said, element("p", "The reply: “", element("bdi", item.reply), "”", cls="cc-question")]
    return [element("p", "“", element("bdi", item.text), "”", cls="cc-question")]


def _answer(item: ExerciseItem, key: str) -> str | list[int]:
    if isinstance(item, SpotBlameItem):
        words = words_of(item.text)
        return st.pills(
            "Pick the words",
            range(len(words)),
            selection_mode="multi",
            format_func=lambda number: label(words[number].text),
            key=f"ex_pick_{key}",
            wrap=True,
        )
    if isinstance(item, FeelingOrThoughtItem):
        chosen = st.pills(
            "What is it?", list(_CHOICES), format_func=lambda name: _CHOICES[name], key=f"ex_choice_{key}"
        )
        return chosen or ""
    return st.text_area("Your words", key=f"ex_words_{key}", height=100) or ""


def _check(item: ExerciseItem, key: str, answer: str | list[int]) -> None:
    try:
        with st.spinner("Reading your words …"):
            if isinstance(item, SpotBlameItem):
                words = words_of(item.text)
                result = mark_picked(checker(), item, [words[int(number)] for number in answer])
            else:
                result = mark(checker(), item, str(answer))
    except TextTooLong as error:
        st.warning(str(error))
        return
    levels: dict[str, Level] = st.session_state.setdefault(_TALLY, {})
    levels[key] = result.level  # the last try counts
    st.session_state[_MARKED] = (key, result)


def _result(item: ExerciseItem, result: Mark) -> None:
    with st.container(key=f"ex_result_{result.level}"):
        say(LEVELS[result.level], "cc-question")
        if isinstance(item, SpotBlameItem):
            show(element("p", marked(item.text, places(item.text, item.answers), numbered=False), cls="cc-own"))
        show(element("ul", *(element("li", reason, dir="auto") for reason in result.reasons), cls="cc-list"))
        if result.checks:
            checks(result.checks)
        if example := getattr(item, "example", ""):
            with st.expander("One way to say it", key=f"ex_example_{item.id}", type="compact"):
                say(example, "cc-question")


def _tally() -> str:
    counts = Counter(st.session_state.get(_TALLY, {}).values())
    told = [f"{counts[level]} {name[2:].lower()}" for level, name in LEVELS.items() if counts[level]]
    return f"So far: {', '.join(told)}." if told else ""


def _next(place: int) -> None:
    st.session_state[_PLACE] = place + 1
    st.session_state.pop(_MARKED, None)


def _begin() -> None:
    for key in (_PLACE, _MARKED, _TALLY):
        st.session_state.pop(key, None)
