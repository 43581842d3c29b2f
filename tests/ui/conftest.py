"""AppTests of the pages. Most run against a scripted coach that keeps the service's contract, so that they test the pages alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import coach.wiring
from coach import paths
from scripted_coach import ScriptedCoach

COACH, HELP = "coach/ui/pages/coach.py", "coach/ui/pages/help.py"
Open = Callable[[str], AppTest]


@pytest.fixture(autouse=True)
def _fresh_resources() -> Iterator[None]:
    """AppTests of one process share ``st.cache_resource``."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> ScriptedCoach:
    """The coach behind the pages is the scripted one."""
    coach_ = ScriptedCoach()
    monkeypatch.setattr(coach.wiring, "build_service", lambda: coach_)
    return coach_


@pytest.fixture
def open_page() -> Open:
    """Opens the app and goes to one of its pages."""

    def opened(page: str) -> AppTest:
        app = AppTest.from_file(str(paths.APP), default_timeout=60).run()
        return app.switch_page(page).run()

    return opened


def shown(app: AppTest) -> str:
    """All that the page shows as text or HTML."""
    return "\n".join(str(getattr(item, "value", None) or getattr(item, "body", "")) for item in app.main)


def html(app: AppTest) -> str:
    """What the page shows through the one allow-list function."""
    return "\n".join(item.proto.body for item in app.get("html"))
