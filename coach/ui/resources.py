"""What all sessions share and nobody typed: the content, and the service with its parser, loaded when first needed."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from coach.library.load import Library
    from coach.rehearsal.rehearser import Rehearser
    from coach.service import CoachService
    from coach.settings import Settings
    from coach.studio.checks import Checker
    from coach.together.listening import Listener
    from coach.together.ports import ThingStore
    from coach.together.together import Together

_WARM_UP_AFTER = 0.05  # seconds: by then the page is on its way to the browser
_warming = threading.Event()


@st.cache_resource(show_spinner=False)
def service() -> CoachService:
    """The offline coach. Loading the parser takes a second, so no page asks for it before there is a text to read."""
    from coach.wiring import build_service

    return build_service()


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """The settings of whoever started the app."""
    from coach.settings import Settings

    return Settings()


@st.cache_resource(show_spinner=False)
def content() -> Library:
    """The project's content, without the parser."""
    from coach.wiring import library

    return library()


def rehearser() -> Rehearser:
    """What hears and answers in a rehearsal."""
    from coach.rehearsal.rehearser import Rehearser

    return Rehearser(service(), content())


def things() -> ThingStore:
    """What keeps each person's own things. Raises StoreError."""
    from coach.wiring import stores

    return stores()[0]


@st.cache_resource(show_spinner=False)
def together() -> Together:
    """The rooms for two. Raises StoreError."""
    from coach.together.together import Together
    from coach.wiring import stores

    return Together(stores()[1])


def listener() -> Listener:
    """Help with replies."""
    from coach.together.listening import Listener

    return Listener(service())


@st.cache_resource(show_spinner=False)
def checker() -> Checker:
    """What looks for things in sentences, for the counselor's pages."""
    from coach.studio.checks import Checker

    return Checker(service(), content())


def warm_up() -> None:
    """Begin to load the parser, once for all sessions, while the person who got the first page still reads or types."""
    if not _warming.is_set():
        _warming.set()
        timer = threading.Timer(_WARM_UP_AFTER, _load)
        timer.daemon = True
        timer.start()


def _load() -> None:
    from coach.errors import StoreError
    from coach.model import Situation
    from coach.wiring import loading

    with loading():
        with suppress(StoreError):  # a page that needs it says so
            things()
        service().plan(
            Situation(text="You never call, and I miss you.")
        )  # reads the tables that only a first plan needs
