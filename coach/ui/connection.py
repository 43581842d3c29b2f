"""Which model a session writes with: from the environment, or typed on the Settings page for this session alone."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import streamlit as st
from pydantic import SecretStr

from coach.errors import BadInput, ModelError
from coach.ui.resources import settings

if TYPE_CHECKING:
    from coach.settings import Settings
    from coach.wiring import Connection

ADDRESS, NAME, KEY, SECONDS, MASKS = "model_url", "model_name", "model_key", "model_seconds", "model_masks"
_CONNECTION, _MESSAGE, _PROBED, _OFF = "model_connection", "model_message", "model_probed", "model_off"
AGREED = "model_agreed"
_NO_NAME = "Type the name of a model, such as llama3.2. Nothing was changed."


def host(known: Connection) -> str:
    """Where a text would go."""
    return urlsplit(known.model.place).hostname or ""


def stays_here(known: Connection) -> bool:
    """Whether the model runs on this computer."""
    try:
        return ipaddress.ip_address(host(known)).is_loopback
    except ValueError:
        return host(known) == "localhost"


def connection() -> Connection | None:
    """The model of this session, if there is one. Opens nothing."""
    known: Connection | None = st.session_state.get(_CONNECTION)
    if known is None and settings().model and not st.session_state.get(_OFF):
        try:
            known = _connected(settings())
        except BadInput as error:
            st.session_state[_MESSAGE] = str(error)
    st.session_state[_CONNECTION] = known
    return known


def may_be_typed() -> bool:
    """Only where the app is for this computer alone: on a shared one, whoever started it says which servers are asked."""
    return st.get_option("server.address") in {"127.0.0.1", "localhost", "::1"}


def fill() -> None:
    """What the boxes of the Settings page show at first. The key is never among it."""
    known = connection()
    now = known.settings if known else settings()
    for key, value in (
        (ADDRESS, now.model_url),
        (NAME, now.model),
        (SECONDS, now.model_seconds),
        (MASKS, now.model_masks),
    ):
        st.session_state.setdefault(key, value)


def use() -> None:
    """Use what was typed, for this session. The key box is emptied; a text is sent only once the person agrees anew."""
    if not may_be_typed():
        return
    state = st.session_state
    typed, place, name = state.get(KEY) or "", (state.get(ADDRESS) or "").strip(), (state.get(NAME) or "").strip()
    state[KEY], state[_PROBED] = "", None
    if not name:
        state[_MESSAGE] = _NO_NAME
        return
    wanted = settings().model_copy(
        update={
            "model": name,
            "model_url": place,
            "model_key": SecretStr(typed) if typed else _known_key(place),
            "model_seconds": float(state.get(SECONDS) or settings().model_seconds),
            "model_masks": bool(state.get(MASKS, True)),
        }
    )
    try:
        made = _connected(wanted)
    except BadInput as error:
        state[_MESSAGE] = str(error)
        return
    state[_CONNECTION], state[_OFF], state[AGREED], state[_MESSAGE] = made, False, False, None


def forget() -> None:
    """Write without a model from now on."""
    for key in (_CONNECTION, _PROBED, _MESSAGE, AGREED):
        st.session_state[key] = None
    st.session_state[_OFF], st.session_state[NAME], st.session_state[KEY] = True, "", ""


def test() -> None:
    """Ask the server for one word, and keep what it told."""
    known = connection()
    if known is None:
        return
    st.session_state[_MESSAGE] = st.session_state[_PROBED] = None
    try:
        st.session_state[_PROBED] = known.test()
    except ModelError as error:
        st.session_state[_MESSAGE] = str(error)


def message() -> str | None:
    """A sentence about the last thing that was tried, if there is one."""
    said: str | None = st.session_state.get(_MESSAGE)
    return said


def probed() -> Any:
    """What the last test told (:class:`coach.llm.probe.Probe`), or None."""
    return st.session_state.get(_PROBED)


def _connected(wanted: Settings) -> Connection:
    from coach.wiring import connect

    return connect(wanted)


def _known_key(place: str) -> SecretStr:
    """The key in use, but only for the server it belongs to."""
    known: Connection | None = st.session_state.get(_CONNECTION)
    return next(
        (one.model_key for one in (*([known.settings] if known else []), settings()) if one.model_url == place),
        SecretStr(""),
    )
