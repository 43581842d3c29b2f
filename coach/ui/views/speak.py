"""Saying a turn aloud: a recording goes to the server that writes it down, after the page said so. Hidden unless one is set up."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from coach.errors import CoachError
from coach.ui import rehearsing
from coach.ui.markup import say
from coach.ui.resources import settings

_TAKE = "rehearse_take"  # counts the recordings, so that each begins with an empty recorder


def speak() -> None:
    """The recorder, folded away, and where the sound goes."""
    if not settings().speech_model:
        return
    with st.expander("Say it aloud", key="rehearse_aloud", type="compact"):
        host = urlsplit(settings().model_url).hostname or ""
        say(
            f"What you record is sent to {host} and written into the box above. You can change it before you say it.",
            "cc-soft",
        )
        key = f"rehearse_sound_{st.session_state.get(_TAKE, 0)}"
        st.audio_input("Record what you want to say", key=key, on_change=_write_down, args=(key,))


def _write_down(key: str) -> None:
    from coach.wiring import transcriber

    recorded, state = st.session_state.get(key), st.session_state
    if recorded is None:
        return
    state[_TAKE] = state.get(_TAKE, 0) + 1
    try:
        writer = transcriber(settings())
        words = writer.text(recorded.getvalue()) if writer else ""
    except CoachError as error:
        rehearsing.tell(str(error))
        return
    state[rehearsing.BOX] = f"{state.get(rehearsing.BOX) or ''} {words}".strip()
