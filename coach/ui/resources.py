"""What all sessions share and nobody typed: the content, and the service with its parser, loaded when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from coach.library.load import Library
    from coach.service import CoachService


@st.cache_resource(show_spinner=False)
def service() -> CoachService:
    """The offline coach. Loading the parser takes a second, so no page asks for it before there is a text to read."""
    from coach.wiring import build_service

    return build_service()


@st.cache_resource(show_spinner=False)
def content() -> Library:
    """The project's content, without the parser."""
    from coach.wiring import library

    return library()
