"""What happens as people answer each other: sealing, replying, thanking. Words that tell of danger are met with help first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from coach.errors import CoachError
from coach.model import SafetyScreen
from coach.together import room
from coach.together.room import Said, Seat
from coach.together.table import Table
from coach.ui import own, state
from coach.ui.resources import listener

if TYPE_CHECKING:
    from coach.together.listening import Heard, Help

THANKS = "thanks"
_MESSAGE, _TOLD, _HEARD, _HELP = "answers_message", "answers_told", "answers_heard", "answers_help"
_LOOKED = "answers_looked"
_EMPTY = "The box is still empty. A few words are enough, or say it out loud."


def answer_key(number: int, seat: Seat) -> str:
    """The key of the box for an answer."""
    return f"answer_{number}_{seat}"


def reply_key(number: int, seat: Seat) -> str:
    """The key of the box for a reply."""
    return f"reply_{number}_{seat}"


def forget_boxes(token: str) -> None:
    """Empty every box of an evening that is over, and what was kept of them."""
    for key in [key for key in st.session_state if str(key).startswith(("answer_", "reply_", THANKS))]:
        st.session_state[key] = ""
    own.keep_typed(token)


def trying(action: Callable[[], object]) -> None:
    """Do something; what cannot be done becomes a sentence, and what was typed stays in its box."""
    st.session_state[_MESSAGE] = None
    try:
        action()
    except CoachError as error:
        st.session_state[_MESSAGE] = str(error)


def attempt(table: Table, change: room.Change) -> None:
    """Change the room, or say why not."""
    trying(partial(table.change, change))


def message() -> str | None:
    """The sentence about the last try, if there is one."""
    said: str | None = st.session_state.get(_MESSAGE)
    return said


def seal(table: Table, number: int, seat: Seat, *, shared: bool = False) -> None:
    """Seal what stands in the box; on a ``shared`` device it stands there no longer."""
    key = answer_key(number, seat)

    def sealed(said: Said) -> None:
        table.change(partial(room.answer, seat=seat, number=number, said=said))
        if shared:
            st.session_state[key] = ""

    _hand_over(key, sealed)


def aloud(table: Table, number: int, seat: Seat) -> None:
    """They talked: that is an answer, and there is nothing in it to hide."""
    said = Said(aloud=True)
    attempt(table, lambda now: room.show(room.answer(now, seat, number, said), seat, number))


def send(table: Table, number: int, seat: Seat, answer: str) -> None:
    """Send the reply to ``answer``; the first time it may close the talk, the page offers another way before."""
    key = reply_key(number, seat)

    def sent(said: Said) -> None:
        if answer and heard(key) is None:
            found = listener().read(answer, said.text)
            if found.hint:
                st.session_state[_HEARD] = st.session_state[key], found
                return
        table.change(partial(room.reply, seat=seat, number=number, said=said))

    _hand_over(key, sent)


def thank(table: Table, seat: Seat) -> None:
    """Send the appreciation at the end."""
    _hand_over(THANKS, lambda said: table.change(partial(room.thank, seat=seat, said=said)))


def heard(key: str) -> Heard | None:
    """What was said about the reply that stands in this box."""
    found: Heard | None = _about(_HEARD, key)
    return found


def told(key: str) -> SafetyScreen | None:
    """What the screen saw in the words that stand in this box, once their writer was to be shown help."""
    found: SafetyScreen | None = _about(_TOLD, key)
    return found


def look(key: str) -> None:
    """Screen a box that is for its writer alone and is never handed over."""
    text = st.session_state.get(key)
    if text and text != st.session_state.get(_LOOKED):
        st.session_state[_LOOKED] = text
        trying(partial(_dangerous, key))


def helps(answer: str) -> Help:
    """Help with the reply to an answer; the same answer is read once."""
    known: dict[str, Help] = st.session_state.setdefault(_HELP, {})
    if answer not in known:
        st.session_state[_HELP] = known = {**dict(list(known.items())[-3:]), answer: listener().help(answer)}
    return known[answer]


def use(key: str, text: str, *, add: bool = False) -> None:
    """Put a suggestion into a box, or add it to what stands there."""
    before = (st.session_state.get(key) or "").strip()
    st.session_state[key] = f"{before} {text}".strip() if add and text not in before else text


def _hand_over(key: str, given: Callable[[Said], None]) -> None:
    """Give the words in a box to somebody else, unless there are none, or their writer should see help first."""

    def handed_over() -> None:
        text = (st.session_state.get(key) or "").strip()
        if not text:
            st.session_state[_MESSAGE] = _EMPTY
        elif told(key) is not None or not _dangerous(key):
            given(Said(text=text))

    trying(handed_over)


def _dangerous(key: str) -> bool:
    """Whether the words in a box tell of danger; if so, help is shown to their writer, and remembered to have been."""
    text = st.session_state[key]
    screen = listener().screen(text)
    if screen.severity == "none":
        return False
    st.session_state[_TOLD] = text, screen
    state.note_danger(screen)
    return True


def _about(name: str, key: str) -> Any:
    known = st.session_state.get(name)
    return known[1] if known is not None and known[0] == st.session_state.get(key) else None
