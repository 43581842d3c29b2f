"""The talk itself: what both said, feedback under each own turn, the tension, and the box for what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.rehearsal.state import FULL, Rehearsal, Turn
from coach.ui import connection, rehearsing
from coach.ui.box import box
from coach.ui.markup import Markup, element, say, show
from coach.ui.views import bars, rehearse_tries, safety
from coach.ui.views.model import what_leaves
from coach.ui.views.speak import speak

if TYPE_CHECKING:
    from coach.rehearsal.acts import Said

_FLOODED = (
    "This is too much for them right now, and no words get through. In a real talk, this is the moment for a break of at "
    "least twenty minutes, with a time to come back. Here it takes no time at all."
)


def talk(rehearsal: Rehearsal) -> None:
    """The talk from its first word to the box."""
    persona, path = rehearsal.setup.persona, rehearsal.path()
    say(f"You talk with: {persona.name}, about {rehearsal.setup.matter}. They are played by software.", "cc-soft")
    _beginnings(rehearsal)
    if rehearsal.setup.what_happened:
        with st.expander("What happened", key="rehearse_story", type="compact"):
            say(rehearsal.setup.what_happened, "cc-text")
    for turn in path:
        _turn(turn)
    _where_it_stands(path)
    if path[-1].tension >= FULL and path[-1].kind == "said":
        with st.container(border=True, key="rehearse_flooded"):
            say(_FLOODED)
            st.button("Take the break", key="rehearse_rest", on_click=rehearsing.rest)
    _box(len(path))
    speak()
    _model()
    rehearse_tries.tries(rehearsal)
    st.button("Stop here and look back", key="rehearse_end", on_click=rehearsing.end)


def _beginnings(rehearsal: Rehearsal) -> None:
    """Before the first word of a scene: two ways to begin, one that will sting and one that likely won't."""
    scene = rehearsing.scenes().get(rehearsal.setup.scene or "") if len(rehearsal.path()) == 1 else None
    if scene is None:
        return
    with st.expander("How could I begin?", key="rehearse_beginnings", type="compact"):
        for tried in scene.first_tries:
            pairs = (("Likely to sting", tried.weak), ("Easier to hear", tried.strong))
            parts = [part for name, text in pairs for part in (element("dt", name), element("dd", text, dir="auto"))]
            show(element("dl", *parts, cls="cc-parts"))


def _turn(turn: Turn) -> None:
    if turn.kind == "said":
        show(
            element("div", _who("You"), element("p", turn.said, cls="cc-text", dir="auto"), cls="cc-said"),
            *feedback(turn),
        )
        st.button(
            "Go back and say this another way",
            key=f"rehearse_back_{turn.id}",
            type="tertiary",
            on_click=rehearsing.go_back,
            args=(turn.id,),
        )
    elif turn.kind == "break":
        say("Twenty minutes later", "cc-soft")
    if turn.answer is not None:
        answer = [_who("They"), element("p", turn.answer.text, cls="cc-text", dir="auto")]
        if turn.answer.written_by != "offline":
            answer.append(element("p", f"Played by {turn.answer.written_by}.", cls="cc-soft"))
        show(element("div", *answer, cls="cc-answer"))
        if turn.answer.reason:
            say(turn.answer.reason, "cc-text cc-hint")


def feedback(turn: Turn) -> list[Markup]:
    """What landed, what may sting and why, what to try; short, and only what there is to say."""
    known = turn.feedback
    lines = []
    if known.landed:
        lines.append(element("p", element("strong", "Landed: "), known.landed))
    if known.stung:
        quoted = element("strong", "May sting: ")
        lines.append(element("p", quoted, "“", element("bdi", known.stung), "”. ", known.why))
    if known.attempt:
        name = f" ({known.technique})" if known.technique else ""
        lines.append(element("p", element("strong", "You could try: "), "“", element("bdi", known.attempt), f"”{name}"))
    elif known.technique and known.landed:
        lines.append(element("p", element("strong", "Technique: "), known.technique))
    if not lines:
        lines.append(element("p", "Nothing in it stings, and it moves little either way."))
    return [element("div", *lines, cls="cc-feedback")]


def _who(name: str) -> Markup:
    return element("p", element("strong", name), cls="cc-who")


def _where_it_stands(path: tuple[Turn, ...]) -> None:
    show(
        element("p", f"Their tension now: {bars.in_words(path[-1])}.", cls="cc-soft"),
        bars.tension(path),
    )


def _box(turn: int) -> None:
    if rehearsing.screen().severity != "none":  # where the eyes are: what was typed stands below it
        safety.panel(rehearsing.screen())
    live = bool(st.session_state.get(rehearsing.HINTS))
    box("What do you say?", rehearsing.BOX, live=live, turn=turn, follow=".cc-said")
    if st.toggle("Hints while I type", key=rehearsing.HINTS, persist_state="session"):
        with st.container(key="rehearse_hint"):
            _hints()
    st.button("Say it", type="primary", key="rehearse_say", on_click=rehearsing.say)
    if said := rehearsing.message():
        st.warning(said)


def _model() -> None:
    """A model may play the other, once the person agreed that their words go there."""
    known = connection.connection()
    if known is None:
        return
    with st.container(border=True, key="rehearse_model"):
        st.toggle(f"Let {known.model.name} play them", key=connection.AGREED, persist_state="session")
        say(what_leaves(known), "cc-soft")


def _hints() -> None:
    heard = rehearsing.hint()
    if heard is None:
        say("Words that may sting are shown here before you say them.", "cc-soft")
    elif heard.findings or heard.bad:
        show(*hint_lines(heard))
    else:
        say("Nothing in it is likely to sting.", "cc-soft")


def hint_lines(heard: Said) -> list[Markup]:
    """What of the box may sting."""
    from coach.rehearsal.feedback import sting

    words, why = sting(heard)
    return [
        element("p", element("strong", "May sting: "), "“", element("bdi", words), "”. ", why, cls="cc-text cc-hint")
    ]
