"""Chromium against the app as `coach serve` serves it: one server and one browser for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from chromium import NewPage, chromium, free_port, launched, require, serve_command, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["require"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app, served from a folder that is not the checkout."""
    port = free_port()
    with serving(serve_command(port), port, tmp_path_factory.mktemp("away")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def other_browser(browser: Browser) -> Iterator[Browser]:
    """A second Chromium."""
    with launched(browser.browser_type) as opened:
        yield opened


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens pages, each in a context of its own: width, height, theme, in the one Chromium or in another."""
    contexts = []

    def opened(
        width: int = 1280, height: int = 900, theme: str = "light", bypass_csp: bool = False, within: Browser = browser
    ) -> Page:
        context = within.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            bypass_csp=bypass_csp,
            accept_downloads=True,
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        return page

    yield opened
    for context in contexts:
        context.close()
