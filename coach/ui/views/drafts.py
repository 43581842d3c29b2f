"""Three drafts to make one's own: pick a feeling and a need, change the words, which are read again as they change, copy them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import TextTooLong
from coach.model import Choice, CoachingPlan, IStatement, Proposals, Style
from coach.names import STYLES
from coach.suggest.own_words import own_words
from coach.ui import state, written
from coach.ui.box import box
from coach.ui.markup import element, say, show
from coach.ui.views.reading import findings
from coach.ui.words import STYLE_HINTS, writer

if TYPE_CHECKING:
    from coach.service import CoachService

_PARTS = (
    ("observation", "What happened"),
    ("feeling", "How I feel"),
    ("need", "What I need"),
    ("request", "What I ask"),
    ("perspective", "Their side"),
)

_BRACKETS = re.compile(r"\[[^\[\]]+\]")
_FILL_IN = "Replace what is in [brackets] with one moment: what you saw or heard, and when."


def choices(service: CoachService, proposals: Proposals, items: Sequence[IStatement]) -> None:
    """The feeling and the need in the drafts; picking another one changes the drafts at once."""
    if not any(draft.feeling or draft.need for draft in items):  # a thanks or an apology, good as it is
        return
    with st.container(horizontal=True, gap="small"):
        _choice(service, "I feel", proposals.feelings, state.FEELING)
        _choice(service, "I need", proposals.needs, state.NEED)


def drafts(service: CoachService, plan: CoachingPlan) -> None:
    """One tab for each draft."""
    tabs = st.tabs([STYLES[draft.style] for draft in plan.drafts], key="draft_tabs")
    for place, (tab, draft) in enumerate(zip(tabs, plan.drafts, strict=True)):
        with tab:
            _draft(service, draft, plan.situation.text, writer(plan, "drafts", place))


def boxes(items: Sequence[IStatement]) -> None:
    """Drafts in their boxes and nothing about how they may land."""
    for draft in items:
        box(f"{STYLES[draft.style]} draft, yours to change", state.draft_key(draft.style), live=False)


def _choice(service: CoachService, label: str, options: Sequence[Choice], key: str) -> None:
    if not options:
        return
    words = {option.id: option.word for option in options}
    st.selectbox(
        label,
        list(words),
        format_func=lambda name: words.get(name, name),
        key=key,
        width=280,
        on_change=state.choose,
        args=(service,),
        persist_state="session",
    )


def _draft(service: CoachService, draft: IStatement, original: str, by: str) -> None:
    style = draft.style
    hints = [element("p", " ".join(filter(None, (STYLE_HINTS[style], by))), cls="cc-soft")]
    if _gaps(draft.text) & _gaps(state.current_text(draft)) - _gaps(original):
        hints.append(element("p", _FILL_IN, cls="cc-text cc-hint"))
    show(*hints)
    text = _boxes(style)
    if state.was_changed(draft):
        _rechecked(service, text)
        st.button(
            "Put the coach’s draft back", key=f"restore_{style}", type="tertiary", on_click=state.restore, args=(draft,)
        )
    _whose_words(text, original)
    parts = [(name, getattr(draft, field)) for field, name in _PARTS if getattr(draft, field)]
    if parts and not state.was_changed(draft):
        with st.expander("What it is made of", key=f"parts_{style}", type="compact"):
            pairs = [(element("dt", name), element("dd", words, dir="auto")) for name, words in parts]
            show(element("dl", *(item for pair in pairs for item in pair), cls="cc-parts"))


def _boxes(style: Style) -> str:
    """The box of the draft that is shown; gives the words in it.

    Those of the other versions stay on the page, unseen once nobody types in them: a version may arrive just while somebody
    does, and words that were not sent yet would be lost with their box. What they wrote is shown again when they are done.
    """
    now = written.version()
    versions = [one for one in written.versions() if one == now or f"draft_{style}{one}" in st.session_state]
    hidden = [f".st-key-box_{style}{one}:not(:focus-within)" for one in versions if one != now]
    st.html(f"<style>{', '.join(hidden) or '.cc-none'} {{ display: none; }}</style>")
    said = {}
    with st.container(key=f"boxes_{style}"):
        for one in versions:
            with st.container(key=f"box_{style}{one}"):
                said[one] = box(
                    f"{STYLES[style]} draft: change it until it sounds like you",
                    f"draft_{style}{one}",
                    live=True,
                    on_change=written.show,
                    args=("model" if one else "offline",),
                )
    return said[now]


def _gaps(text: str) -> set[str]:
    return set(_BRACKETS.findall(text))


def _rechecked(service: CoachService, text: str) -> None:
    try:
        reading = state.recheck(service, text)
    except TextTooLong as error:
        st.warning(str(error))
        return
    if reading.analysis.findings:
        say("In your version, this may sting:")
        findings(reading.analysis.findings, numbered=False)
    else:
        say("Your version reads well. Nothing in it is likely to sting.")


def _whose_words(text: str, original: str) -> None:
    own = own_words(text, original)
    if not own.spans:
        return
    words = list(dict.fromkeys(span.text.casefold() for span in own.spans))
    how_many = "All" if own.share == 1 else f"About {round(own.share * 100)}% of"
    share = f"{how_many} the words that matter are still yours: "
    show(element("p", share, element("bdi", ", ".join(words)), ".", cls="cc-soft", dir="auto"))
