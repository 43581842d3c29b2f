"""An evening with one device: alone, or two who pass the phone. Nothing of one answer can be seen by the other before both show."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.together import evening as steps
from coach.together import room
from coach.together.room import SEATS, Room, Seat, other
from coach.together.seen import RoundView, view
from coach.ui import answering, own, shell
from coach.ui.markup import label, say
from coach.ui.views import answers
from coach.ui.views.card import card, more
from coach.ui.views.round import go_on, keep, next_ones, timer
from coach.ui.views.wishes import wishes

if TYPE_CHECKING:
    from coach.library.cards import Deck
    from coach.together.bank import Bank, Wishes
    from coach.together.table import Draws, OwnTable

_MODES = {"alone": "Just me", "phone": "Two of us, one phone"}
_NAMES: dict[Seat, str] = {1: "the first of you", 2: "the second of you"}  # of two who gave no names
_LONGEST_NAME = 30
_HOLDS = "draw_holds"  # who holds the phone, by question


def begin(table: OwnTable, draws: Draws, decks: Sequence[Deck], bank: Bank) -> None:
    """Who is here, what to draw from, and the first question."""
    say("A good question, a real answer, and somebody who listens. Nobody counts points, and a pass is always fine.")
    mode = st.radio(
        "Who is here?",
        list(_MODES),
        format_func=lambda one: _MODES[one],
        horizontal=True,
        key="draw_mode",
        persist_state="session",
    )
    two = mode == "phone"
    if two:
        _ask_names()
    wished = wishes(decks, bank, "draw", alone=not two)
    st.button("Draw a question", type="primary", key="draw_begin", on_click=_begin, args=(table, draws, wished, two))
    answers.message()
    for page, title in ((shell.ROOM, "Each with a phone? Open a room"), (shell.CARDS, "Kept questions and own decks")):
        st.page_link(page, label=title, icon=":material/arrow_forward:", icon_position="right")


def evening(token: str, table: OwnTable, now: Room) -> None:
    """The current question and what can be done with it."""
    current, number = now.rounds[-1], now.number
    if now.closing:
        _goodbye(token, table, now)
        return
    seat = _holder(now)
    if now.joined and seat is None:
        _cover(table, now)
        return
    card(current.card)
    if now.joined and seat is not None:
        _two(table, now, seat)
    else:
        more(current.card, alone=True)
        key = answering.answer_key(number, 1)
        st.text_area("Your own answer, if you like to write", key=key, height=120, persist_state="session")
        answering.look(key)
        answers.help_first(key)
    calls = not now.joined or len(current.replies) == 2
    next_ones(table, own.draws(token), current.card, number, done=not now.joined or current.revealed, calls=calls)
    if not now.joined:
        answers.message()
    _around(token, table, now)


def _begin(table: OwnTable, draws: Draws, wished: Wishes, two: bool) -> None:
    here: tuple[Seat, ...] = SEATS if two else (1,)
    made = Room(
        here=here,
        names=(_typed_name(1), _typed_name(2)) if two else ("", ""),
        joined=two,
        evening=steps.Evening(wishes=wished),
    )
    st.session_state[_HOLDS] = None
    answering.attempt(table, lambda _: made)
    answering.trying(partial(draws.draw, table, 0, random.Random()))


def _holder(now: Room) -> Seat | None:
    """Who holds the phone: the one who reads first, then nobody until the cover is lifted, then the other."""
    current = now.rounds[-1]
    if len(current.answers) == 2 or not current.answers:
        return current.first
    held: tuple[int, Seat] | None = st.session_state.get(_HOLDS)
    across = other(next(iter(current.answers)))
    return across if held == (now.number, across) else None


def _cover(table: OwnTable, now: Room) -> None:
    """Nothing of the first answer is on this screen."""
    number, wrote = now.number, next(iter(now.rounds[-1].answers))
    across = other(wrote)
    with st.container(border=True, key="cover"):
        st.header("Pass the phone", anchor=False)
        say(f"One answer is sealed. Now it is for {_name(now, across)}.")
        st.button("I have the phone", type="primary", key=f"cover_{number}", on_click=_lift, args=(number, across))
    _take_back(table, number, wrote, "Take the sealed answer back")


def _lift(number: int, seat: Seat) -> None:
    st.session_state[_HOLDS] = number, seat


def _two(table: OwnTable, now: Room, seat: Seat) -> None:
    current = now.rounds[-1]
    views: dict[Seat, RoundView] = {one: _now(now, one) for one in SEATS}
    names = _upper(_name(now, 1)), _upper(_name(now, 2))
    if len(current.answers) < 2:
        say(f"This one is for {_name(now, seat)}. Read it aloud, and write while nobody looks.", "cc-soft")
        more(current.card)
        answers.answer_box(table, views[seat], seat, shared=True)
    elif not current.revealed:
        say("Both answers are sealed. Look at them together when each of you says so.")
        for one in SEATS:
            _ready(table, views[one], one, names[one - 1])
        answers.message()
    else:
        answers.both(views[1], names)
        answers.replies(views[1], names)
        answering_now = next((one for one in (other(current.first), current.first) if one not in current.replies), None)
        if answering_now is not None:
            title = f"{names[answering_now - 1]}, your reply to {_name(now, other(answering_now))}"
            answers.reply_box(table, views[answering_now], answering_now, title)


def _ready(table: OwnTable, mine: RoundView, seat: Seat, name: str) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if mine.shown:
            say(f"{name} is ready.", "cc-soft")
        else:
            st.button(
                label(f"{name}: show mine"),
                key=f"show_{mine.number}_{seat}",
                on_click=answering.attempt,
                args=(table, partial(room.show, seat=seat, number=mine.number)),
            )
        _take_back(table, mine.number, seat, f"{name}: take mine back")


def _take_back(table: OwnTable, number: int, seat: Seat, title: str) -> None:
    """What is taken back is gone from this device, so that nobody finds it in the box."""
    st.button(
        label(title),
        key=f"back_{number}_{seat}",
        type="tertiary",
        on_click=answering.attempt,
        args=(table, partial(room.take_back, seat=seat, number=number)),
    )


def _ask_names() -> None:
    with st.container(horizontal=True, gap="small"):
        for seat, title in zip(SEATS, ("A name for one of you, if you like", "And for the other"), strict=True):
            st.text_input(
                title,
                key=_name_key(seat),
                max_chars=_LONGEST_NAME,
                width=220,
                autocomplete="off",
                persist_state="session",
            )


def _name_key(seat: Seat) -> str:
    return f"draw_name_{seat}"


def _typed_name(seat: Seat) -> str:
    return " ".join((st.session_state.get(_name_key(seat)) or "").split())


def _name(now: Room, seat: Seat) -> str:
    return now.names[seat - 1] or _NAMES[seat]


def _upper(name: str) -> str:
    return name[0].upper() + name[1:]


def _around(token: str, table: OwnTable, now: Room) -> None:
    current = now.rounds[-1]
    if now.evening.time_is_full:
        say("That is about what fits the time you have. Go on if you like.", "cc-soft")
    with st.container(horizontal=True, gap="small"):
        keep(token, current.card)
        if now.evening.can_deepen:
            st.button("Go a little deeper", key="draw_deeper", type="tertiary", on_click=_level, args=(table, True))
        if now.evening.level > 1:
            st.button("Lighter again", key="draw_lighter", type="tertiary", on_click=_level, args=(table, False))
        st.button("End here", key="draw_close", type="tertiary", on_click=answering.attempt, args=(table, room.close))
    timer(alone=not now.joined)


def _level(table: OwnTable, down: bool) -> None:
    change = steps.deeper if down else steps.lighter
    answering.attempt(table, lambda now: now.model_copy(update={"evening": change(now.evening)}))


def _goodbye(token: str, table: OwnTable, now: Room) -> None:
    """A warm end: one appreciation each; then everything of the evening is put away."""
    st.header("Before you go", anchor=False)
    if now.joined:
        say(
            "Each of you says one thing you are glad the other told you, or did. Out loud is best. Then it is enough for today."
        )
    else:
        say("Think of one person you are glad about. What would you like to tell them? Then it is enough for today.")
    st.button("Put the evening away", type="primary", key="draw_end", on_click=_end, args=(token, table))
    go_on(table)


def _end(token: str, table: OwnTable) -> None:
    table.clear()
    answering.forget_boxes(token)


def _now(now: Room, seat: Seat) -> RoundView:
    found = view(now, seat).now
    assert found is not None
    return found
