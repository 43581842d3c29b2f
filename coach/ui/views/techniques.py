"""The list of techniques, and the page of one: what, when, when not, steps, examples, a box to try it, the source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import TextTooLong
from coach.studio.checks import PRIVATE
from coach.studio.techniques import GROUPS, begins_with, grouped, tried
from coach.ui import shell
from coach.ui.marks import marked, places
from coach.ui.markup import Markup, announcer, element, label, say, show
from coach.ui.resources import checker
from coach.ui.views import presenter
from coach.ui.views.checks import checks, in_short

if TYPE_CHECKING:
    from coach.library.teaching import TechniqueEntry, WeakStrong

PARAMETER = "technique"  # ?technique=… is the address of one


def browse(techniques: Sequence[TechniqueEntry]) -> None:
    """Every technique, by group."""
    for group, members in grouped(techniques).items():
        st.header(GROUPS[group], anchor=False)
        for technique in members:
            with st.container(key=f"technique_{technique.id}", gap=None):
                link_to(technique, technique.name)
                say(_first_sentence(technique.what), "cc-soft")


def link_to(technique: TechniqueEntry, words: str) -> None:
    """A link to the page of a technique."""
    st.page_link(shell.TECHNIQUES, label=label(words), query_params={PARAMETER: technique.id})


def technique(shown: TechniqueEntry) -> None:
    """One technique, with all there is to show and to try."""
    say(shown.what)
    pairs = (("When", shown.when), ("When not", shown.when_not))
    items = [item for name, words in pairs for item in (element("dt", name), element("dd", words))]
    show(element("dl", *items, cls="cc-parts"))
    st.header("Steps", anchor=False)
    show(element("ol", *(element("li", step) for step in shown.steps), cls="cc-list"))
    st.header("Weak and strong", anchor=False)
    for place, example in enumerate(shown.examples):
        _example(f"{shown.id}_{place}", example)
    st.header("Try it", anchor=False)
    _try_it(shown)
    say(f"{shown.origin} {shown.source}", "cc-soft")
    st.page_link(shell.TECHNIQUES, label="All techniques", query_params={})


def _example(key: str, example: WeakStrong) -> None:
    with st.container(border=True, key=f"example_{key}", gap="small"):
        weak = marked(example.weak, places(example.weak, example.marks), numbered=False)
        rows: list[tuple[str, Markup | str]] = [
            ("Weak", weak),
            ("What it does", example.why),
            ("Strong", example.strong),
        ]
        items = [item for name, words in rows for item in (element("dt", name), element("dd", words))]
        show(element("dl", *items, cls="cc-parts"))
        if st.button("Show it on the big screen", key=f"show_{key}", type="tertiary"):
            presenter.begin(example.weak, example.strong)
            st.switch_page(shell.PRESENTER)


@st.fragment
def _try_it(shown: TechniqueEntry) -> None:
    """A box that is read while somebody types in it."""
    begin = begins_with(shown)
    say(shown.try_it.ask)
    if not begin:
        say(shown.try_it.start, "cc-question")
    text = st.text_input(
        "Your words",
        value=begin,
        key=f"try_{shown.id}",
        live="400ms",
        max_chars=400,
        autocomplete="off",
    )
    announce = announcer()
    if not text or not text.strip():
        announce("")
        return
    try:
        reading, found = tried(checker(), shown, text)
    except TextTooLong as error:
        st.warning(str(error))
        return
    if reading.screen.severity != "none":
        say(PRIVATE, "cc-text cc-hint")
        announce(PRIVATE)
        return
    if reading.analysis.findings:
        show(element("p", marked(text, reading.analysis.findings, numbered=False), cls="cc-own", dir="auto"))
    checks(found)
    announce(in_short(found))


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".") + "."
