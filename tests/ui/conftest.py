"""AppTests of the pages. Most run against a scripted coach that keeps the service's contract, so that they test the pages alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import streamlit as st
from scripted_coach import ScriptedCoach
from streamlit.testing.v1 import AppTest

import coach.wiring
from coach import paths
from coach.service import CoachService
from coach.ui import resources

if TYPE_CHECKING:
    from ui_support import Open


@pytest.fixture(autouse=True)
def _fresh_resources(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """AppTests of one process share ``st.cache_resource``; and none loads a parser behind another's back."""
    monkeypatch.setattr(resources, "_WARM_UP_AFTER", 3600)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> ScriptedCoach:
    """The coach behind the pages is the scripted one."""
    coach_ = ScriptedCoach()
    monkeypatch.setattr(coach.wiring, "build_service", lambda: coach_)
    return coach_


@pytest.fixture(scope="session")
def built() -> CoachService:
    """The real coach, built once for all tests."""
    return coach.wiring.build_service()


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch, built: CoachService) -> CoachService:
    """The coach behind the pages is the real one."""
    monkeypatch.setattr(coach.wiring, "build_service", lambda: built)
    return built


@pytest.fixture
def open_page() -> Open:
    """Opens the app and goes to one of its pages."""

    def opened(page: str) -> AppTest:
        app = AppTest.from_file(str(paths.APP), default_timeout=60).run()
        return app.switch_page(page).run()

    return opened
