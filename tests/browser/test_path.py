"""The path of the Coach page in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect
from steps import BOX, DISHES, ask, open_coach, settle, unfold

if TYPE_CHECKING:
    from chromium import NewPage

pytestmark = pytest.mark.browser


@pytest.fixture
def asked(new_page: NewPage, server: str) -> Page:
    """The Coach page after the dishes were read."""
    page = new_page()
    open_coach(page, server)
    ask(page, DISHES)
    return page


def test_home_leads_to_the_plan(new_page: NewPage, server: str) -> None:
    """From the first page to marked words, with no key and no network."""
    page = new_page()
    page.goto(server)
    page.get_by_role("link", name="Start with your words").click()
    page.get_by_label(BOX).wait_for()
    ask(page, DISHES)
    expect(page.locator("mark").first).to_be_visible()
    expect(page.get_by_text("out of 100")).to_be_visible()


def test_three_drafts_and_another_feeling(asked: Page) -> None:
    """Each draft is there, and another feeling changes it at once."""
    gentle = asked.get_by_label("Gentle draft", exact=False)
    before = gentle.input_value()
    feeling = asked.get_by_role("combobox", name="I feel")
    feeling.scroll_into_view_if_needed()
    settle(asked)  # a list that opens while the page still scrolls closes again
    feeling.click()
    asked.get_by_role("option").nth(1).click()
    expect(gentle).not_to_have_value(before)
    for name in ("Direct", "Brief"):
        asked.get_by_role("tab", name=name).click()
        expect(asked.get_by_label(f"{name} draft", exact=False)).not_to_be_empty()


def test_a_changed_draft_is_read_again(asked: Page) -> None:
    """Blame written into a draft is shown; the words stay."""
    box = asked.get_by_label("Gentle draft", exact=False)
    box.fill("You always leave the dishes and I feel tired.")
    box.press("Control+Enter")
    expect(asked.get_by_text("In your version, this may sting:")).to_be_visible()
    expect(box).to_have_value("You always leave the dishes and I feel tired.")


def test_a_draft_can_be_copied(asked: Page) -> None:
    """The copy button puts the draft on the clipboard."""
    draft = asked.get_by_label("Gentle draft", exact=False).input_value()
    asked.get_by_text("Copy it").first.click()
    code = asked.get_by_test_id("stCode").first
    code.hover()
    code.get_by_role("button").click()
    assert asked.evaluate("navigator.clipboard.readText()") == draft


def test_all_that_follows_the_drafts(asked: Page) -> None:
    """Questions with follow-ups, responses, getting ready."""
    unfold(asked)
    assert 3 <= asked.locator(".cc-question:visible").count() <= 5
    for words in ("They may say", "You could say", "Better not"):
        expect(asked.get_by_text(words, exact=True).first).to_be_visible()
    expect(asked.get_by_text("Phones", exact=True)).to_be_visible()


def test_the_plan_can_be_saved(asked: Page, tmp_path: Path) -> None:
    """A Markdown file with the person's words and the drafts."""
    with asked.expect_download() as waiting:
        asked.get_by_role("button", name="Save as Markdown").click()
    saved = tmp_path / "plan.md"
    waiting.value.save_as(saved)
    assert f"> {DISHES}" in saved.read_text()
    assert "## Gentle draft" in saved.read_text()


def test_the_text_stays_across_pages(asked: Page) -> None:
    """Help and back: the words and the plan are still there."""
    asked.get_by_role("link", name="Help").click()
    asked.get_by_role("heading", name="Help", exact=True).wait_for()
    asked.get_by_role("link", name="Coach").click()
    expect(asked.get_by_label(BOX)).to_have_value(DISHES)
    expect(asked.get_by_role("heading", name="Three ways to say it")).to_be_visible()


def test_leaving_is_a_plain_link_in_the_same_tab(new_page: NewPage, server: str) -> None:
    """In view at the top however far the page is scrolled, at every width; it opens no new tab."""
    for width in (320, 768, 1280):
        page = new_page(width, 600)
        open_coach(page, server)
        ask(page, DISHES)
        page.mouse.wheel(0, 4000)
        away = page.get_by_role("link", name="Leave this page")
        expect(away).to_be_in_viewport()
        assert away.get_attribute("target") in (None, "_self")
        assert (away.get_attribute("href") or "").startswith("https://")
        box = away.bounding_box()
        assert box is not None
        hit = page.evaluate("([x, y]) => document.elementFromPoint(x, y).textContent", [box["x"] + 5, box["y"] + 5])
        assert hit == "Leave this page", "nothing lies over it"


def test_too_long_and_empty(new_page: NewPage, server: str) -> None:
    """A clear sentence, and the text stays in the box."""
    page = new_page()
    open_coach(page, server)
    page.get_by_role("button", name="Help me say it").click()
    expect(page.get_by_text("The box is still empty.")).to_be_visible()
    long = "You always leave. " * 1112
    page.get_by_label(BOX).fill(long)
    page.get_by_role("button", name="Help me say it").click()
    expect(page.get_by_text("reads up to 10,000")).to_be_visible()
    expect(page.get_by_label(BOX)).to_have_value(long)
    settle(page)
