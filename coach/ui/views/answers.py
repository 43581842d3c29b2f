"""Answering together: a sealed answer, then both, then help with the reply. The same on one phone and on two."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from coach.errors import CoachError
from coach.model import SafetyScreen
from coach.together import room
from coach.together.listening import Heard, Help
from coach.together.room import Said, Seat
from coach.together.seen import RoundView
from coach.together.table import Table
from coach.ui import own, state
from coach.ui.markup import element, say, show
from coach.ui.resources import listener
from coach.ui.views import safety

_MESSAGE, _TOLD, _HEARD, _HELP = "answers_message", "answers_told", "answers_heard", "answers_help"
THANKS = "thanks"
_ALOUD = "You talked about it out loud."


def answer_key(number: int, seat: Seat) -> str:
    """The key of the box for an answer."""
    return f"answer_{number}_{seat}"


def reply_key(number: int, seat: Seat) -> str:
    """The key of the box for a reply."""
    return f"reply_{number}_{seat}"


def restore(token: str, number: int) -> None:
    """Bring back what was typed for this question before a reload."""
    own.bring_back(token, _boxes(number))


def restore_thanks(token: str) -> None:
    """The same for the appreciation at the end."""
    own.bring_back(token, [THANKS])


def save(token: str, number: int) -> None:
    """Keep what stands in the boxes for this question."""
    own.keep_typed(token, _boxes(number))


def forget_boxes(token: str) -> None:
    """Empty every box of an evening that is over, and what was kept of them."""
    keys = [str(key) for key in st.session_state if str(key).startswith(("answer_", "reply_", "thanks"))]
    for key in keys:
        st.session_state[key] = ""
    own.keep_typed(token, keys)


def attempt(table: Table, change: room.Change) -> None:
    """Change the room; what cannot be done becomes a sentence, and what was typed stays in its box."""
    trying(partial(table.change, change))


def trying(action: Callable[[], object]) -> None:
    """Do something; what goes wrong becomes a sentence."""
    st.session_state[_MESSAGE] = None
    try:
        action()
    except CoachError as error:
        st.session_state[_MESSAGE] = str(error)


def message() -> None:
    """The sentence about the last try, if there is one."""
    if said := st.session_state.get(_MESSAGE):
        st.warning(said)


def answer_box(table: Table, now: RoundView, seat: Seat, label: str = "Your answer") -> None:
    """Write and seal. Words that tell of danger are shown help first, to their writer alone."""
    key = answer_key(now.number, seat)
    st.text_area(label, key=key, height=120, persist_state="session")
    told: tuple[str, SafetyScreen] | None = st.session_state.get(_TOLD)
    warned = told is not None and told[0] == st.session_state.get(key)
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Seal it anyway" if warned else "Seal my answer",
            type="secondary" if warned else "primary",
            key=f"seal_{now.number}_{seat}",
            on_click=_seal,
            args=(table, now.number, seat, warned),
        )
        st.button(
            "We talked about it out loud",
            key=f"aloud_{now.number}_{seat}",
            on_click=_aloud,
            args=(table, now.number, seat),
        )
    message()
    if told is not None and warned:
        safety.panel(told[1])
        say("Nothing was sealed, and nobody else sees this. You can stop here, or leave, without a reason.", "cc-soft")


def sealed(table: Table, now: RoundView, seat: Seat) -> None:
    """After sealing: show it, change it, or take it back."""
    words = "You can change it or take it back until both answers are open."
    say(f"Your answer is sealed. {words}" if now.mine and not now.mine.aloud else f"{_ALOUD} {words}")
    with st.container(horizontal=True, gap="small"):
        if not now.shown:
            st.button(
                "Show my answer",
                type="primary",
                key=f"show_{now.number}_{seat}",
                on_click=attempt,
                args=(table, partial(room.show, seat=seat, number=now.number)),
            )
        st.button(
            "Take it back",
            key=f"back_{now.number}_{seat}",
            on_click=attempt,
            args=(table, partial(room.take_back, seat=seat, number=now.number)),
        )
    message()


def both(now: RoundView, names: tuple[str, str]) -> None:
    """Both answers, side by side in words."""
    for name, said in zip(names, (now.mine, now.theirs), strict=True):
        if said is not None:
            show(
                element("p", name, cls="cc-soft"), element("blockquote", said.text or _ALOUD, cls="cc-own", dir="auto")
            )


def replies(now: RoundView, names: tuple[str, str]) -> None:
    """What was replied in writing."""
    for name, said in zip(names, (now.my_reply, now.their_reply), strict=True):
        if said is not None and said.text:
            show(
                element("p", f"{name} replied", cls="cc-soft"),
                element("blockquote", said.text, cls="cc-own", dir="auto"),
            )


def reply_box(table: Table, now: RoundView, seat: Seat, name: str = "them") -> None:
    """Help with the reply to the other's answer; what is written is read before it goes."""
    if now.my_reply is not None:
        say("You replied out loud." if now.my_reply.aloud else "Your reply is with them.", "cc-soft")
        return
    answer = now.theirs.text if now.theirs is not None else ""
    number, key = now.number, reply_key(now.number, seat)
    if answer:
        _help(answer, number, seat)
    else:
        say("Say back one thing you heard, in your own words. Then ask if you got it right.")
    st.text_area(f"Your reply to {name}", key=key, height=100, persist_state="session")
    heard: tuple[str, Heard] | None = st.session_state.get(_HEARD)
    hinted = heard is not None and heard[0] == st.session_state.get(key)
    if heard is not None and hinted:
        say(heard[1].hint, "cc-text cc-hint")
        st.button(
            f"Use this: “{heard[1].better}”", key=f"better_{number}_{seat}", on_click=_use, args=(key, heard[1].better)
        )
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Send it anyway" if hinted else "Send my reply",
            type="secondary" if hinted else "primary",
            key=f"send_{number}_{seat}",
            on_click=_send,
            args=(table, number, seat, answer, hinted),
        )
        st.button(
            "I said it out loud",
            key=f"said_{number}_{seat}",
            on_click=attempt,
            args=(table, partial(room.reply, seat=seat, number=number, said=Said(aloud=True))),
        )
    message()


def _boxes(number: int) -> list[str]:
    return [key(number, seat) for key in (answer_key, reply_key) for seat in room.SEATS]


def _help(answer: str, number: int, seat: Seat) -> None:
    known: dict[str, Help] = st.session_state.setdefault(_HELP, {})
    if answer not in known:
        with st.spinner("Reading their answer …"):
            st.session_state[_HELP] = known = {**dict(list(known.items())[-3:]), answer: listener().help(answer)}
    made = known[answer]
    say("Show that you heard it first. Any of these can be a beginning:")
    with st.container(gap="small", key=f"help_{number}_{seat}"):
        for kind, text in (("heard", made.reflection), ("sense", made.validation), ("ask", made.question)):
            st.button(
                text, key=f"use_{kind}_{number}_{seat}", on_click=_use, args=(reply_key(number, seat), text, True)
            )


def _use(key: str, text: str, add: bool = False) -> None:
    before = (st.session_state.get(key) or "").strip()
    st.session_state[key] = f"{before} {text}".strip() if add and text not in before else text


def _seal(table: Table, number: int, seat: Seat, warned: bool) -> None:
    text = (st.session_state.get(answer_key(number, seat)) or "").strip()
    if not text:
        st.session_state[_MESSAGE] = "The box is still empty. A few words are enough, or say it out loud."
        return
    if not warned:
        try:
            screen = listener().screen(text)
        except CoachError as error:
            st.session_state[_MESSAGE] = str(error)
            return
        if screen.severity != "none":
            st.session_state[_TOLD] = st.session_state[answer_key(number, seat)], screen
            state.note_danger()
            return
    attempt(table, partial(room.answer, seat=seat, number=number, said=Said(text=text)))


def _aloud(table: Table, number: int, seat: Seat) -> None:
    said = Said(aloud=True)
    attempt(table, lambda now: room.show(room.answer(now, seat, number, said), seat, number))


def _send(table: Table, number: int, seat: Seat, answer: str, hinted: bool) -> None:
    text = (st.session_state.get(reply_key(number, seat)) or "").strip()
    if not text:
        st.session_state[_MESSAGE] = "The box is still empty. Pick a beginning above, or say it out loud."
        return
    if answer and not hinted:
        try:
            heard = listener().read(answer, text)
        except CoachError as error:
            st.session_state[_MESSAGE] = str(error)
            return
        if heard.hint:
            st.session_state[_HEARD] = st.session_state[reply_key(number, seat)], heard
            return
    attempt(table, partial(room.reply, seat=seat, number=number, said=Said(text=text)))
