"""A whole rehearsal in Chromium: with the mouse, with the keyboard alone, on a narrow screen, and after a reload."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect
from steps import settle
from test_access import overhang, violations
from test_keyboard import tab_to

if TYPE_CHECKING:
    from chromium import NewPage

pytestmark = pytest.mark.browser

BOX = "What do you say?"
BLAME = "You never listen to me, and you're so selfish."
KIND = "It sounds like you've had a hard week. What was it like for you?"


def begin(page: Page, server: str) -> None:
    """A talk in the first scene."""
    page.goto(f"{server}rehearse")
    page.get_by_role("button", name="Begin").wait_for()
    settle(page)
    page.get_by_role("button", name="Begin").click()
    page.get_by_label(BOX).wait_for()
    settle(page)


def say(page: Page, text: str) -> None:
    """One turn, with its answer."""
    before = page.locator(".cc-answer").count()
    page.get_by_label(BOX).fill(text)
    page.get_by_role("button", name="Say it").click()
    expect(page.locator(".cc-answer")).to_have_count(before + 1)
    settle(page)


def test_from_the_first_word_to_the_debrief(new_page: NewPage, server: str) -> None:
    """Feedback under each turn, another try beside the first, a kind end, a debrief, and a file to keep."""
    page = new_page(height=1600)
    begin(page, server)
    say(page, BLAME)
    expect(page.get_by_text("May sting:")).to_be_visible()
    expect(page.get_by_text("You could try:")).to_be_visible()
    expect(page.get_by_label(BOX)).to_have_value("")
    page.get_by_role("button", name="Go back and say this another way").click()
    expect(page.get_by_label(BOX)).to_have_value(BLAME)
    settle(page)
    say(page, KIND)
    expect(page.get_by_text("Try 1", exact=True)).to_be_visible()
    expect(page.get_by_text("Try 2", exact=True)).to_be_visible()
    page.get_by_role("button", name="Stop here and look back").click()
    expect(page.get_by_role("heading", name="How it was for them")).to_be_visible()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Markdown").click()
    saved = download.value.path().read_text(encoding="utf-8")
    assert "How it was for them" in saved
    assert "hard week" in saved
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as PDF to print").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


def test_hints_come_while_typing(new_page: NewPage, server: str) -> None:
    """A moment after the last key what may sting is shown; the box keeps the focus and every letter; it can be copied."""
    page = new_page(height=1400)
    begin(page, server)
    page.get_by_text("Hints while I type").click()
    settle(page)
    page.get_by_label(BOX).focus()
    page.keyboard.type(BLAME, delay=15)
    page.get_by_text("May sting:").wait_for()
    page.keyboard.type(" And I'm tired.", delay=15)
    settle(page)
    expect(page.get_by_label(BOX)).to_be_focused()
    expect(page.get_by_label(BOX)).to_have_value(f"{BLAME} And I'm tired.")
    page.get_by_role("button", name="Copy", exact=True).click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{BLAME} And I'm tired."
    expect(page.locator(".cc-said")).to_have_count(0)


def test_keyboard_only(new_page: NewPage, server: str) -> None:
    """Begin, say something, go back, say it another way and stop: no mouse."""
    page = new_page(height=1600)
    page.goto(f"{server}rehearse")
    page.get_by_role("button", name="Begin").wait_for()
    settle(page)
    tab_to(page, "Begin")
    page.keyboard.press("Enter")
    page.get_by_label(BOX).wait_for()
    settle(page)
    tab_to(page, BOX)
    page.keyboard.type(BLAME)
    tab_to(page, "Say it")
    page.keyboard.press("Enter")
    expect(page.locator(".cc-said")).to_have_count(1)
    settle(page)
    page.evaluate("document.activeElement.blur()")
    tab_to(page, "Go back and say this another way")
    page.keyboard.press("Enter")
    expect(page.locator(".cc-said")).to_have_count(0)
    settle(page)
    tab_to(page, BOX)
    page.keyboard.press("Control+a")
    page.keyboard.type(KIND)
    tab_to(page, "Say it")
    page.keyboard.press("Enter")
    expect(page.locator(".cc-said")).to_have_count(1)
    settle(page)
    tab_to(page, "Stop here and look back")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How it went")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_violations_and_no_sideways_scroll(new_page: NewPage, server: str, width: int, theme: str) -> None:
    """Set-up, talk with two tries, and debrief: axe finds nothing, and the page is as wide as the screen."""
    page = new_page(width=width, height=4200, theme=theme, bypass_csp=True)
    page.goto(f"{server}rehearse")
    page.get_by_role("button", name="Begin").wait_for()
    settle(page)
    found = [violations(page)]
    wide = [overhang(page)]
    page.get_by_role("button", name="Begin").click()
    page.get_by_label(BOX).wait_for()
    settle(page)
    say(page, BLAME)
    page.get_by_role("button", name="Go back and say this another way").click()
    expect(page.locator(".cc-said")).to_have_count(0)
    settle(page)
    say(page, KIND)
    found.append(violations(page))
    wide.append(overhang(page))
    page.get_by_role("button", name="Stop here and look back").click()
    page.get_by_role("heading", name="How it went").wait_for()
    settle(page)
    found.append(violations(page))
    wide.append(overhang(page))
    assert found == [[], [], []]
    assert max(wide) <= 0


def test_a_reload_finds_the_talk_as_it_was(new_page: NewPage, server: str) -> None:
    """Every turn, the tries, and what stood in the box unsent; a new tab knows nothing of it."""
    page = new_page(height=1600)
    begin(page, server)
    say(page, BLAME)
    said = page.locator(".cc-answer").all_inner_texts()
    page.get_by_label(BOX).press_sequentially("I felt lonely on Sun")
    page.wait_for_timeout(1500)
    settle(page)
    page.reload()
    page.get_by_label(BOX).wait_for()
    settle(page)
    assert page.locator(".cc-answer").all_inner_texts() == said
    expect(page.get_by_label(BOX)).to_have_value("I felt lonely on Sun")
    page.get_by_label(BOX).fill("I felt lonely on Sunday.")
    page.get_by_role("button", name="Say it").click()
    expect(page.locator(".cc-answer")).to_have_count(3)
    other = new_page()
    other.goto(f"{server}rehearse")
    other.get_by_role("button", name="Begin").wait_for()
    expect(other.locator(".cc-answer")).to_have_count(0)


def test_a_scene_of_ones_own(new_page: NewPage, server: str) -> None:
    """A scene is saved, changed and chosen again; a file with a mistake is told what to mend."""
    page = new_page(height=1600)
    page.goto(f"{server}rehearse")
    page.get_by_role("button", name="Begin").wait_for()
    settle(page)
    page.get_by_text("Bring your own scene or partner").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this scene").click()
    text = download.value.path().read_text(encoding="utf-8")
    mine = text.replace(text.splitlines()[0], 'id = "own.harbour"').replace(
        text.splitlines()[1], 'title = "The harbour"'
    )
    chosen = page.locator("input[type=file]")
    chosen.set_input_files({"name": "mine.toml", "mimeType": "text/plain", "buffer": b'id = "x"'})
    page.get_by_text("Please mend one thing").wait_for()
    settle(page)
    chosen.set_input_files({"name": "mine.toml", "mimeType": "text/plain", "buffer": mine.encode()})
    expect(page.get_by_label("Which scene?")).to_have_value("The harbour: the accordion (my brother or sister)")
    settle(page)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_label(BOX)).to_be_visible()
