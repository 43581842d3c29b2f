"""What all sessions share and nobody typed: the content, and the service with its parser, loaded when first needed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from coach.library.load import Library
    from coach.service import CoachService
    from coach.settings import Settings
    from coach.studio.checks import Checker

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
    from coach.model import Situation

    service().plan(Situation(text="You never call, and I miss you."))  # reads the tables that only a first plan needs
