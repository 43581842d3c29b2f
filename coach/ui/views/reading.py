"""The person's own words with what may sting, and how likely they are to be heard."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.model import Analysis, Finding, Heard
from coach.names import KINDS, heard_in_words
from coach.ui.marks import Group, grouped, marked
from coach.ui.markup import Markup, element, show


def to_know_first(analysis: Analysis, notes: Sequence[str]) -> None:
    """What is said before anything else: another language, a message that is good as it is."""
    lines = ((analysis.note,) if analysis.note else ()) + tuple(notes)
    if lines:
        show(element("div", *(element("p", line, cls="cc-text", dir="auto") for line in lines), cls="cc-note"))


def own_words_marked(analysis: Analysis) -> None:
    """The text with numbered marks, then each reason: the words it is about, its kind, why."""
    st.header("How your words may land", anchor=False)
    show(element("p", marked(analysis.text, analysis.findings), cls="cc-own", dir="auto"))
    if analysis.findings:
        findings(analysis.findings)


def findings(found: Sequence[Finding], numbered: bool = True) -> None:
    """The list that belongs to the marks, by their numbers; it says everything without colour, and a reason once."""
    show(element("ul", *(_item(group, numbered) for group in grouped(found)), cls="cc-list cc-found"))


def heard_score(heard: Heard) -> None:
    """The score as text and a bar, with its reasons."""
    st.progress(heard.score / 100, text=f"{heard_in_words(heard.score)} {heard.score} out of 100")
    if heard.reasons:
        with st.expander("Why this score?", key="heard_why", type="compact"):
            show(element("ul", *(element("li", reason) for reason in heard.reasons), cls="cc-list"))


def _item(group: Group, numbered: bool) -> Markup:
    quotes: list[Markup] = []
    for numbers, words in group.quotes:
        short = words if len(words) <= 120 else f"{words[:117]}…"
        marks = [element("span", f"[{number}] ", cls="cc-number") for number in numbers if numbered]
        quotes += [
            *([element("span", ", ")] if quotes else []),
            *marks,
            element("strong", "“", element("bdi", short), "”"),
        ]
    return element("li", *quotes, f": {KINDS[group.kind]}. ", element("span", group.why))
