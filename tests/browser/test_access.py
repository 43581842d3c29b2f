"""Widths and accessibility. axe sees only what is in the viewport, so the viewport is tall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from steps import BOX, DISHES, ask, open_coach, settle, unfold

if TYPE_CHECKING:
    from chromium import NewPage
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
HEADINGS = {"": "Find words that can be heard", "help": "Help"}
TALL = 9000


def violations(page: Page) -> list[str]:
    """What axe finds, one line for each place; but for the role that Streamlit's own box for files gives itself beside a name."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    places = [(item["id"], node["html"]) for item in found for node in item["nodes"]]
    return [
        f"{kind}: {html[:200]}"
        for kind, html in places
        if not (kind == "presentation-role-conflict" and 'data-testid="stFileUploaderDropzone"' in html)
    ]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_scrolls_sideways(new_page: NewPage, server: str, width: int) -> None:
    """Every page fits its width, with a long word in the box too and every section open."""
    page = new_page(width)
    for path, heading in HEADINGS.items():
        page.goto(server + path)
        page.get_by_role("heading", name=heading, exact=True).wait_for()
        settle(page)
        assert overhang(page) <= 0, path
    open_coach(page, server)
    ask(page, f"{DISHES} You never {'very' * 60}long")
    unfold(page)
    assert overhang(page) <= 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(new_page: NewPage, server: str, theme: str, width: int) -> None:
    """Home, Help and the Coach page with every section open, in both themes."""
    page = new_page(width, TALL, theme, bypass_csp=True)
    for path, heading in HEADINGS.items():
        page.goto(server + path)
        page.get_by_role("heading", name=heading, exact=True).wait_for()
        settle(page)
        assert violations(page) == []
    open_coach(page, server)
    ask(page, DISHES)
    unfold(page)
    assert violations(page) == []
    page.get_by_label(BOX).fill("I'm afraid of him. You always shout.")
    page.get_by_role("button", name="Help me say it").click()
    page.get_by_role("button", name="Go on, with safety first").click()
    page.get_by_role("heading", name="Words you can use").wait_for()
    unfold(page)
    assert violations(page) == []
    page.get_by_label(BOX).fill("He choked me last night.")
    page.get_by_role("button", name="Help me say it").click()
    page.get_by_role("heading", name="Your safety comes first").wait_for()
    page.get_by_role("combobox", name="Where are you?").click()
    page.get_by_role("option", name="United Kingdom").click()
    page.get_by_text("In an emergency").wait_for()
    unfold(page)
    assert violations(page) == []
    assert overhang(page) <= 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_themes_are_ours(new_page: NewPage, server: str, theme: str) -> None:
    """The theme of the config file arrives, though the server runs in another folder."""
    page = new_page(theme=theme)
    open_coach(page, server)
    shade = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert shade == {"light": "rgb(251, 248, 242)", "dark": "rgb(31, 27, 24)"}[theme]


def test_axe_would_find_something(new_page: NewPage) -> None:
    """The control: a page with known faults must fail."""
    page = new_page(bypass_csp=True)
    page.set_content("<html><body><img src='data:,'><p style='color:#ccc;background:#fff'>pale</p></body></html>")
    found = " ".join(violations(page))
    assert "image-alt" in found
    assert "color-contrast" in found


def overhang(page: Page) -> int:
    """By how many pixels anything is wider than the page."""
    pixels: int = page.evaluate(
        "() => Math.max(document.documentElement.scrollWidth - innerWidth, "
        "...[...document.querySelectorAll('[data-testid=stMain], [data-testid=stMainBlockContainer]')]"
        ".map(e => e.scrollWidth - e.clientWidth))"
    )
    return pixels
