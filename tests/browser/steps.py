"""What a person does on the pages, for the browser tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

BOX = "What do you want to say, or what happened?"
DISHES = "You always leave the dishes and you never even say thanks. I feel like your maid."


def open_coach(page: Page, server: str) -> None:
    """The Coach page, ready to type."""
    page.goto(f"{server}coach")
    page.get_by_label(BOX).wait_for()


def ask(page: Page, text: str) -> None:
    """Type a text, press the button, and wait for the plan."""
    page.get_by_label(BOX).fill(text)
    page.get_by_role("button", name="Help me say it").click()
    page.get_by_role("heading", name="How your words may land").wait_for()
    settle(page)


def settle(page: Page) -> None:
    """Wait until Streamlit is done with its run."""
    page.locator("[data-test-script-state='notRunning']").wait_for()
    page.wait_for_timeout(300)


def unfold(page: Page) -> None:
    """Open every folded section that is in view, those that come to view by it too."""
    for _ in range(10):
        opened = page.evaluate(
            """() => {
                const folded = [...document.querySelectorAll('details:not([open]) > summary')];
                const shown = folded.filter(e => e.checkVisibility());
                shown.forEach(e => e.click());
                return shown.length;
            }"""
        )
        if not opened:
            return
        settle(page)
