"""The whole path with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect
from steps import BOX, DISHES, open_coach, settle

if TYPE_CHECKING:
    from chromium import NewPage

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    """The name of what has the focus."""
    name: str = page.evaluate(
        "() => { const host = document.activeElement, e = host.shadowRoot?.activeElement ?? host; return e.matches('body, main') ? '' : "
        "e.getAttribute('aria-label') || e.textContent || e.title }"
    )
    return name.strip()


def tab_to(page: Page, name: str, most: int = 60) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if name in focused(page):
            return
    raise AssertionError(f"Tab never came to {name!r}")


def test_keyboard_only(new_page: NewPage, server: str) -> None:
    """Type, press the button, change the feeling, open a section, copy a draft: no mouse."""
    page = new_page()
    open_coach(page, server)
    tab_to(page, BOX)
    page.keyboard.type(DISHES)
    tab_to(page, "Help me say it")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Three ways to say it").wait_for()
    settle(page)
    gentle = page.get_by_label("Gentle draft", exact=False)
    before = gentle.input_value()
    tab_to(page, "I feel")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(gentle).not_to_have_value(before)
    settle(page)
    tab_to(page, "Gentle draft")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Thank you.")
    expect(page.get_by_text("Put the coach’s draft back")).to_be_visible()
    settle(page)
    tab_to(page, "Copy")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Copied.").filter(visible=True)).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == gentle.input_value()
    tab_to(page, "Questions to ask")
    page.keyboard.press("Enter")
    expect(page.locator(".cc-question").first).to_be_visible()


def test_the_way_out_comes_early(new_page: NewPage, server: str) -> None:
    """The Tab key comes to the link that skips to the content, to the way out, and soon to Help."""
    page = new_page()
    open_coach(page, server)
    page.evaluate("document.activeElement.blur()")
    tab_to(page, "Skip to main content", 1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#stMain') !== null || location.hash === '#stMain'")
    page.reload()
    page.get_by_label(BOX).wait_for()
    tab_to(page, "Leave this page", 2)
    tab_to(page, "Help", 12)
