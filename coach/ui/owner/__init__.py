"""Who this is, without an account: a token that the browser keeps in its tab. The one component that knows it.

The page proposes a token; a tab that has one already answers with its own, and the page runs again. ``owner.js`` also takes the
secret of a link to a room out of the address, sends what is typed so that it can be kept, and says when the tab was left.
"""

from __future__ import annotations

import secrets

import streamlit as st

from coach.ui.served import component

BOXES = (
    "coach_text",
    "rehearse_box",
    "rehearse_situation",
    "answer_",
    "reply_",
    "thanks",
)  # how the keys begin of boxes whose words come back after a reload
_KEY = "owner_component"
_TOKEN, _SECRET, _ANSWERED = "owner_token", "owner_secret", "owner_answered"
_ON_DEVICE, _FORGET = "owner_on_device", "owner_forget"


def token() -> str:
    """The owner token of this tab; puts the component on the page, so each run asks once, before anything else."""
    state = st.session_state
    proposed = state.setdefault(_TOKEN, secrets.token_hex(16))
    component("owner")(
        key=_KEY,
        data={  # plain values only: for a dict or a list Streamlit loads pandas, 80 MB
            "proposed": proposed,
            "token": proposed if state.get(_ANSWERED) else "",
            "secret": state.get(_SECRET, ""),
            "onDevice": state.get(_ON_DEVICE),
            "forget": state.pop(_FORGET, False),
            "boxes": BOXES,
        },
        on_known_change=_answered,
    )
    return str(state[_TOKEN])


def me() -> str:
    """The owner token of this tab, on a page that asked for it before."""
    return str(st.session_state[_TOKEN])


def answered() -> bool:
    """Whether the tab has said who it is; before, a page for two shows nothing yet."""
    return bool(st.session_state.get(_ANSWERED))


def take_secret() -> str:
    """The secret of the link this page was opened by, once."""
    secret: str = st.session_state.get(_SECRET) or ""
    st.session_state[_SECRET] = ""
    return secret


def keep_on_device(*, kept: bool) -> None:
    """Keep the token on this device, or in the tab alone."""
    st.session_state[_ON_DEVICE] = kept


def forget() -> None:
    """A new token takes the place of this one, in the tab and on the device."""
    st.session_state[_TOKEN] = secrets.token_hex(16)
    st.session_state[_FORGET], st.session_state[_ON_DEVICE] = True, None


def _answered() -> None:
    known = dict(st.session_state[_KEY].get("known") or {})
    told = str(known.get("token", ""))
    if len(told) == 32 and set(told) <= set("0123456789abcdef"):
        st.session_state[_TOKEN], st.session_state[_ANSWERED] = told, True
    st.session_state[_SECRET] = str(known.get("secret", ""))
