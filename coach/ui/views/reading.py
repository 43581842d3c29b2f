"""The person's own words with what may sting, and how likely they are to be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.model import Analysis, Finding, Heard
from coach.ui.marks import marked
from coach.ui.markup import Markup, element, say, show
from coach.ui.words import KINDS, heard_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence


def own_words_marked(analysis: Analysis, notes: Sequence[str]) -> None:
    """What to know first, the text with numbered marks, then each finding: the words, its kind, why."""
    if analysis.note:
        st.info(analysis.note)
    st.header("How your words may land", anchor=False)
    for note in notes:
        say(note)
    show(element("p", marked(analysis.text, analysis.findings), cls="cc-own", dir="auto"))
    if analysis.findings:
        findings(analysis.findings)


def findings(found: tuple[Finding, ...]) -> None:
    """The numbered list that belongs to the marks; it says everything without colour."""
    show(element("ol", *(_item(finding) for finding in found), cls="cc-list"))


def heard_score(heard: Heard) -> None:
    """The score as text and a bar, with its reasons."""
    st.progress(heard.score / 100, text=f"{heard_in_words(heard.score)} {heard.score} out of 100")
    if heard.reasons:
        with st.expander("Why this score?", key="heard_why", type="compact"):
            show(element("ul", *(element("li", reason) for reason in heard.reasons), cls="cc-list"))


def _item(finding: Finding) -> Markup:
    words = finding.text if len(finding.text) <= 120 else f"{finding.text[:117]}…"
    return element(
        "li",
        element("strong", "“", element("bdi", words), "”"),
        f" {KINDS[finding.kind]}. ",
        element("span", finding.why),
    )
