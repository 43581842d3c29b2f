"""A room for two phones: opening and joining it, the door, who is there, and leaving."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import RoomError
from coach.together import room
from coach.together.door import spoken
from coach.together.room import Said, Seat
from coach.ui import answering, invitation, own, state
from coach.ui.markup import announcer, element, say, show
from coach.ui.resources import content, together
from coach.ui.views import answers
from coach.ui.views.card import card, more
from coach.ui.views.round import go_on, keep, next_ones, timer
from coach.ui.views.wishes import wishes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.together.seen import RoomView, RoundView
    from coach.together.table import RoomTable
    from coach.together.together import Glance, Place

_CODE, _LINK, _GLANCE, _MET = "room_code", "room_link", "room_glance", "room_met"
_THERE = "room_there"
_LOOK = 1.5  # seconds between two looks
_ONLY_HERE = (
    "The app is open on this computer only. To use a second phone, whoever started it stops it and runs coach serve --share, "
    "which opens it to this network; nobody outside the network can reach it, and there is no password."
)
_HERE, _AWAY = "The other is here.", "The other seems to be away for a moment. Nothing is lost."
_OPEN = "Both answers are open."
_PROGRESS = {
    "thinking": "The other is still thinking.",
    "answered": "The other has sealed an answer.",
    "shows": "The other is ready to show.",
}


def note_closed(*, there: bool) -> None:
    """Say it when the room this page showed is gone, and one did not leave it oneself."""
    if st.session_state.get(_THERE) and not there:
        say("The room is closed: the other erased it, or its day is over. Nothing of it is kept.", "cc-text cc-hint")
    st.session_state[_THERE] = there


def start(token: str) -> None:
    """Open a room, or join one."""
    say("One of you opens a room, the other joins. Answers stay sealed until both of you say “show”.")
    st.header("Join a room", anchor=False)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.text_input("Code", key=_CODE, placeholder="7KQ2 M4XD", width=220, autocomplete="off")
        st.button("Join", key="room_join", on_click=_join, args=(token,))
    answers.message()
    st.header("Or open one", anchor=False)
    wished = wishes((*content().decks, *own.decks(token)), own.bank(token), "room")
    st.button(
        "Open a room",
        type="primary",
        key="room_open",
        on_click=answering.trying,
        args=(partial(together().open, token, wished),),
    )
    say(
        "What you both write stands on the computer that runs the app until one of you erases it, a day at most.",
        "cc-soft",
    )


def watch(place: Place, now: RoomView, glance: Glance | None) -> None:
    """Look every second or two whether anything changed since ``glance``; the page runs again only then."""
    st.session_state[_GLANCE] = glance
    _watching(place)
    announce = announcer()
    if now.alone or now.they_left or glance is None:
        announce("")
        return
    there = _HERE if glance.they_are_here else _AWAY
    say(there, "cc-soft")
    progress = "" if now.now is None else _OPEN if now.now.revealed else _PROGRESS[now.now.they]
    announce(f"{there} {progress}")


@st.fragment(run_every=_LOOK)
def _watching(place: Place) -> None:
    glance: Glance | None = together().glance(place, state.line())
    if glance != st.session_state.get(_GLANCE):
        st.session_state[_GLANCE] = glance
        st.rerun()


def door(place: Place, code: str) -> None:
    """The code to say aloud and the QR code to scan, while one sits alone."""
    st.header("Your room is open", anchor=False)
    if not invitation.address():
        say(_ONLY_HERE, "cc-text cc-hint")
    say("Tell the other this code. They choose Room in the menu, type it, and join:")
    show(element("p", spoken(code), cls="cc-code"))
    known: str | None = st.session_state.get(_LINK)
    st.button(
        "Show a QR code instead" if known is None else "Make a new QR code",
        key="room_qr",
        on_click=_invite,
        args=(place,),
    )
    if known is not None:
        st.image(invitation.qr(known), width=260, alt="A QR code that opens this room")
        with st.expander("The same as a link", key="room_link_open", type="compact"):
            st.code(known, language=None, wrap_lines=True)
        say("It lets one person in, once, within ten minutes. Show it to nobody else.", "cc-soft")


def evening(token: str, place: Place, now: RoomView) -> None:
    """The question on the table, for both."""
    table = together().table(place)
    if now.they_left:
        _what_is_left(place.seat, now)
        return
    if now.closing:
        _thanks(token, table, now, place.seat)
        return
    if now.now is None:
        say("You are both here. Whoever likes draws the first question.")
        draw = partial(own.draws(token).draw, table, 0, random.Random())
        st.button("Draw a question", type="primary", key="room_draw", on_click=answering.trying, args=(draw,))
        answers.message()
        return
    _question(token, place, table, now, now.now)
    if now.before:
        with st.expander("Earlier tonight", key="room_before", type="compact"):
            _opened(now.before)


def leaving(token: str, now: RoomView) -> None:
    """Leave, or erase it all for both; always there, and it looks the same whatever the reason."""
    with st.container(horizontal=True, gap="small", key="room_leaving"):
        if now.now is not None and not now.closing and not now.they_left:
            st.button("End the evening", key="room_close", type="tertiary", on_click=_close, args=(token,))
        st.button("Leave the room", key="room_leave", type="tertiary", on_click=_go, args=(token, False))
        st.button("Erase everything for both", key="room_erase", type="tertiary", on_click=_go, args=(token, True))


def _question(token: str, place: Place, table: RoomTable, now: RoomView, current: RoundView) -> None:
    if st.session_state.get(_MET) != current.card.id:
        st.session_state[_MET] = current.card.id
        own.draws(token).met(current.card)
    say(
        "You read this one aloud, if you are together." if current.my_turn_first else "The other reads this one aloud.",
        "cc-soft",
    )
    card(current.card)
    if current.revealed:
        answers.both(current, ("You", "They"))
        answers.reply_box(table, current, place.seat)
        answers.replies(current, ("You", "They"))
    else:
        _left_behind(now, current.number, place)
        say(_PROGRESS[current.they], "cc-soft")
        if current.mine is None:
            more(current.card)
            answers.answer_box(table, current, place.seat)
        else:
            answers.sealed(table, current, place.seat)
    if now.time_is_full:
        say("That is about what fits the time you have. Go on if you like.", "cc-soft")
    done, calls = current.revealed, current.my_reply is not None
    next_ones(table, own.draws(token), current.card, current.number, done=done, calls=calls)
    with st.container(horizontal=True, gap="small"):
        keep(token, current.card)
        if now.can_deepen:
            label = "Deeper: waiting for the other. Take it back" if now.i_wish_deeper else "I’d go a little deeper"
            change = partial(room.wish_deeper, seat=place.seat, wished=not now.i_wish_deeper)
            st.button(label, key="room_deeper", type="tertiary", on_click=answering.attempt, args=(table, change))
    timer()


def _left_behind(now: RoomView, number: int, place: Place) -> None:
    """What one was still writing when the other went on to the next question: it is not lost."""
    begun = st.session_state.get(answering.answer_key(number - 1, place.seat))
    if begun and all(one.number != number - 1 for one in now.before):
        with st.expander("The last question was passed. What you had written", key="room_begun", type="compact"):
            answers.quoted("You had written", Said(text=begun))


def _opened(rounds: Iterable[RoundView]) -> None:
    for one in rounds:
        show(element("p", one.card.text, cls="cc-question", dir="auto"))
        answers.both(one, ("You", "They"))
        answers.replies(one, ("You", "They"))


def _what_is_left(seat: Seat, now: RoomView) -> None:
    """The other has gone: all that was opened, and what one had written oneself. There is nobody to answer."""
    say(
        "The other has left. What you both opened stays here for you for a day, or until you erase it.",
        "cc-text cc-hint",
    )
    _opened(now.before)
    current = now.now
    if current is not None and current.revealed:
        _opened([current])
    elif current is not None:
        begun = st.session_state.get(answering.answer_key(current.number, seat))
        answers.quoted("You had written", current.mine or (Said(text=begun) if begun else None))
    _both_thanks(now)


def _both_thanks(now: RoomView) -> None:
    answers.quoted("You", now.my_thanks, "Out loud.")
    answers.quoted("They", now.their_thanks, "Out loud.")


def _thanks(token: str, table: RoomTable, now: RoomView, seat: Seat) -> None:
    st.header("Before you go", anchor=False)
    say("Tell the other one thing you are glad about: something they said tonight, or did this week.")
    if now.my_thanks is None:
        st.text_area("What I’m glad about", key=answering.THANKS, height=100, persist_state="session")
        with st.container(horizontal=True, gap="small"):
            st.button("Send it", type="primary", key="room_thank", on_click=answering.thank, args=(table, seat))
            said = partial(room.thank, seat=seat, said=Said(aloud=True))
            st.button("I said it out loud", key="room_thank_aloud", on_click=answering.attempt, args=(table, said))
        answers.message()
        answers.help_first(answering.THANKS)
    _both_thanks(now)
    go_on(table)


def _join(token: str) -> None:
    who = f"{st.context.ip_address or 'this computer'}"
    answering.trying(partial(together().join, token, st.session_state.get(_CODE) or "", who))


def _invite(place: Place) -> None:
    st.session_state[_LINK] = invitation.link(together().invite(place))


def _close(token: str) -> None:
    place = together().place(token)
    if place is not None:
        answering.attempt(together().table(place), room.close)


def _go(token: str, erase: bool) -> None:
    answering.trying(partial(together().erase if erase else together().leave, token))
    answering.forget_boxes(token)
    st.session_state[_LINK], st.session_state[_THERE] = None, False


def read(place: Place) -> room.Room | None:
    """The room, if it is still there."""
    try:
        return together().table(place).read()
    except RoomError:
        return None
