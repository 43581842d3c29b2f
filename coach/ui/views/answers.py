"""Answering together: a sealed answer, then both, then help with the reply. The same on one phone and on two."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coach.together import room
from coach.together.room import Said, Seat
from coach.together.seen import RoundView
from coach.together.table import Table
from coach.ui import answering as acts
from coach.ui.markup import element, label, say, show
from coach.ui.views import safety

_ALOUD = "You talked about it out loud."


def message() -> None:
    """The sentence about the last try, if there is one."""
    if said := acts.message():
        st.warning(said)


def answer_box(table: Table, now: RoundView, seat: Seat, *, shared: bool = False) -> None:
    """Write and seal. On a ``shared`` device the box is emptied then: nobody else can call the words back."""
    key = acts.answer_key(now.number, seat)
    st.text_area("Your answer", key=key, height=120, persist_state="session")
    warned = acts.told(key) is not None
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Seal it anyway" if warned else "Seal my answer",
            type="secondary" if warned else "primary",
            key=f"seal_{now.number}_{seat}",
            on_click=acts.seal,
            args=(table, now.number, seat),
            kwargs={"shared": shared},
        )
        st.button(
            "We talked about it out loud",
            key=f"aloud_{now.number}_{seat}",
            on_click=acts.aloud,
            args=(table, now.number, seat),
        )
    message()
    help_first(key)


def help_first(key: str) -> None:
    """Help for the one who wrote what stands in this box, if it tells of danger."""
    if (screen := acts.told(key)) is not None:
        safety.panel(screen)
        say(
            "Nothing was passed on, and nobody else sees this. You can stop here, or leave, without a reason.",
            "cc-soft",
        )


def sealed(table: Table, now: RoundView, seat: Seat) -> None:
    """After sealing: show it, or take it back."""
    what = _ALOUD if now.mine and now.mine.aloud else "Your answer is sealed."
    waits = "as soon as the other says “show”, too" if now.shown else "when both of you have said “show”"
    say(f"{what} It opens {waits}. Until then you can take it back and change it.")
    with st.container(horizontal=True, gap="small"):
        if not now.shown:
            st.button(
                "Show my answer",
                type="primary",
                key=f"show_{now.number}_{seat}",
                on_click=acts.attempt,
                args=(table, partial(room.show, seat=seat, number=now.number)),
            )
        st.button(
            "Take it back",
            key=f"back_{now.number}_{seat}",
            on_click=acts.attempt,
            args=(table, partial(room.take_back, seat=seat, number=now.number)),
        )
    message()


def both(now: RoundView, names: tuple[str, str]) -> None:
    """Both answers, and what was replied in writing."""
    for name, said in zip(names, (now.mine, now.theirs), strict=True):
        quoted(name, said)


def replies(now: RoundView, names: tuple[str, str]) -> None:
    """What was replied, each by its writer."""
    for name, said in zip(names, (now.my_reply, now.their_reply), strict=True):
        quoted(f"{name} replied", said, "Out loud.")


def quoted(name: str, said: Said | None, aloud: str = _ALOUD) -> None:
    """Who said it and what; nothing if nobody did."""
    if said is not None:
        words = element("blockquote", said.text or aloud, cls="cc-own", dir="auto")
        show(element("p", name, cls="cc-soft"), words)


def reply_box(table: Table, now: RoundView, seat: Seat, title: str = "Your reply to them") -> None:
    """Help with the reply to the other's answer; what is written is read before it goes."""
    if now.my_reply is not None:
        say("You replied out loud." if now.my_reply.aloud else "Your reply is with them.", "cc-soft")
        return
    answer = now.theirs.text if now.theirs is not None else ""
    number, key = now.number, acts.reply_key(now.number, seat)
    if answer:
        _beginnings(answer, number, seat)
    else:
        say("Say back one thing you heard, in your own words. Then ask if you got it right.")
    st.text_area(label(title), key=key, height=100, persist_state="session")
    heard = acts.heard(key)
    if heard is not None:
        say(heard.hint, "cc-text cc-hint")
        st.button(
            label(f"Use this: “{heard.better}”"),
            key=f"better_{number}_{seat}",
            on_click=acts.use,
            args=(key, heard.better),
        )
    anyway = heard is not None or acts.told(key) is not None
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Send it anyway" if anyway else "Send my reply",
            type="secondary" if anyway else "primary",
            key=f"send_{number}_{seat}",
            on_click=acts.send,
            args=(table, number, seat, answer),
        )
        st.button(
            "I said it out loud",
            key=f"said_{number}_{seat}",
            on_click=acts.attempt,
            args=(table, partial(room.reply, seat=seat, number=number, said=Said(aloud=True))),
        )
    message()
    help_first(key)


def _beginnings(answer: str, number: int, seat: Seat) -> None:
    with st.spinner("Reading their answer …"):
        made = acts.helps(answer)
    say("Show that you heard it first. Any of these can be a beginning:")
    with st.container(gap="small", key=f"help_{number}_{seat}"):
        for kind, text in (("heard", made.reflection), ("sense", made.validation), ("ask", made.question)):
            key = f"use_{kind}_{number}_{seat}"
            st.button(
                label(text), key=key, on_click=acts.use, args=(acts.reply_key(number, seat), text), kwargs={"add": True}
            )
