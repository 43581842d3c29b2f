"""The path of the Coach page in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect
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


def test_the_first_path(new_page: NewPage, server: str, tmp_path: Path) -> None:
    """From Home to a saved plan, with no key and no network: each step of the first use, in its order."""
    page = new_page()
    page.goto(server)
    page.get_by_role("link", name="Start with your words").click()
    page.get_by_label(BOX).wait_for()
    ask(page, DISHES)
    _marks_and_reasons(page)
    gentle = _three_drafts(page)
    _another_feeling(page, gentle)
    _own_version(page, gentle)
    _copied(page, gentle)
    unfold(page)
    _what_follows(page)
    saved = _saved(page, tmp_path)
    assert f"> {DISHES}" in saved
    assert "## Gentle draft" in saved
    assert gentle.input_value() in saved.replace("\\", "")


def _marks_and_reasons(page: Page) -> None:
    marks = page.locator("mark")
    expect(marks).to_have_count(3)
    assert [mark.split("[")[0].strip() for mark in marks.all_inner_texts()] == [
        "You always",
        "you never",
        "I feel like your maid",
    ]
    reasons = page.locator(".cc-found li")
    expect(reasons.first).to_contain_text("[1] “You always”, [2] “you never”: Always or never.")
    expect(reasons).to_have_count(2)
    expect(page.get_by_text("out of 100")).to_be_visible()


def _three_drafts(page: Page) -> Locator:
    for name in ("Brief", "Direct", "Gentle"):
        page.get_by_role("tab", name=name).click()
        expect(page.get_by_label(f"{name} draft", exact=False)).not_to_be_empty()
    return page.get_by_label("Gentle draft", exact=False)


def _another_feeling(page: Page, gentle: Locator) -> None:
    before = gentle.input_value()
    feeling = page.get_by_role("combobox", name="I feel")
    feeling.scroll_into_view_if_needed()
    settle(page)  # a list that opens while the page still scrolls closes again
    feeling.click()
    page.get_by_role("option").nth(1).click()
    expect(gentle).not_to_have_value(before)
    settle(page)


def _own_version(page: Page, gentle: Locator) -> None:
    mine = "You always leave the dishes and I feel tired."
    gentle.fill("")
    gentle.press_sequentially(mine)
    expect(page.get_by_text("In your version, this may sting:")).to_be_visible()
    expect(gentle).to_have_value(mine)
    gentle.fill("I feel tired when the dishes are left. Would you say thanks?")
    gentle.press("Control+Enter")
    expect(page.get_by_text("Your version reads well.")).to_be_visible()
    settle(page)


def _copied(page: Page, gentle: Locator) -> None:
    page.get_by_role("button", name="Copy", exact=True).filter(visible=True).first.click()
    expect(page.get_by_text("Copied.").filter(visible=True).first).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == gentle.input_value()


def _what_follows(page: Page) -> None:
    assert 3 <= page.locator(".cc-question:visible").count() <= 5
    for words in ("They may say", "You could say", "Better not"):
        assert page.get_by_text(words, exact=True).count() == 3
    for words in ("The time", "The place", "Phones", "How you sit and look", "How to begin"):
        expect(page.get_by_text(words, exact=True)).to_be_visible()


def _saved(page: Page, folder: Path) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as Markdown").click()
    saved = folder / "plan.md"
    waiting.value.save_as(saved)
    assert waiting.value.suggested_filename == "conversation-plan.md"
    return saved.read_text()


def test_a_plan_is_announced_once(new_page: NewPage, server: str) -> None:
    """One live region outlasts every run; its words change once for each plan, and with nothing else."""
    page = new_page()
    open_coach(page, server)
    region = page.locator(".st-key-announcer [role=status]")
    expect(region).to_have_text("")
    page.evaluate(
        """() => {
            window.said = []; window.region = document.querySelector('.st-key-announcer [role=status]');
            new MutationObserver(() => window.said.push(window.region.textContent))
                .observe(window.region, {subtree: true, childList: true, characterData: true});
        }"""
    )
    ask(page, DISHES)
    page.get_by_role("tab", name="Brief").click()
    page.get_by_label("Brief draft", exact=False).fill("My own words.")
    page.get_by_label("Brief draft", exact=False).press("Control+Enter")
    expect(page.get_by_text("Put the coach’s draft back")).to_be_visible()
    settle(page)
    ask(page, "You never call me.")
    expect(region).to_have_text("Your new plan is ready below.")
    assert page.evaluate("window.region.isConnected"), "the region itself was never replaced"
    said = page.evaluate("window.said.filter((words, i, all) => words && words !== all[i - 1])")
    assert said == ["Your plan is ready below.", "Your new plan is ready below."]


def test_a_concern_waits_for_the_person(new_page: NewPage, server: str) -> None:
    """The panel stands alone until the person goes on, to wording for safety; the next text with danger in it waits again."""
    page = new_page()
    open_coach(page, server)
    go_on = page.get_by_role("button", name="Go on, with safety first")
    for text in ("I'm afraid of him. You always shout.", "I'm afraid of him. You never talk to me."):
        page.get_by_label(BOX).fill(text)
        page.get_by_role("button", name="Help me say it").click()
        expect(go_on).to_be_visible()
        expect(page.get_by_role("heading", name="Your safety matters here")).to_be_visible()
        expect(page.get_by_text("You don't owe anyone this talk.")).to_have_count(0)
        settle(page)
        go_on.click()
        expect(page.get_by_text("You don't owe anyone this talk.")).to_be_visible()
        expect(page.locator("mark")).to_have_count(0)
        expect(page.get_by_role("tab")).to_have_count(0)
        settle(page)
        unfold(page)
        expect(page.get_by_label("Direct draft", exact=False)).not_to_be_empty()
        expect(page.get_by_label("Gentle draft", exact=False)).to_have_count(0)


def test_immediate_danger_shows_help_alone(new_page: NewPage, server: str) -> None:
    """Help in the first screen below the button; no wording, and nothing to go on to; a line's own site opens beside the page."""
    page = new_page(360, 740)
    page.context.route("https://**", lambda route: route.fulfill(body="a line"))
    open_coach(page, server)
    page.get_by_label(BOX).fill("He put his hands around my throat last night and said he'd kill me")
    page.get_by_role("button", name="Help me say it").click()
    heading = page.get_by_role("heading", name="Your safety comes first")
    expect(heading).to_be_in_viewport()
    settle(page)
    expect(page.get_by_role("tab")).to_have_count(0)
    expect(page.get_by_role("button", name="Go on")).to_have_count(0)
    picker = page.get_by_role("combobox", name="Where are you?")
    expect(page.get_by_text("call the emergency number first")).to_be_in_viewport()
    picker.scroll_into_view_if_needed()
    settle(page)
    picker.click()
    page.get_by_role("option", name="United Kingdom").click()
    expect(page.get_by_text("In an emergency: 999")).to_be_visible()
    expect(page.get_by_text("National Domestic Abuse Helpline")).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="nationaldahelpline.org.uk").click()
    opened.value.close()
    assert "throat" in page.get_by_label(BOX).input_value(), "what was typed is kept"


def test_the_text_stays_across_pages(asked: Page) -> None:
    """Help and back: the words and the plan are still there."""
    asked.get_by_role("link", name="Help").click()
    asked.get_by_role("heading", name="Help", exact=True).wait_for()
    asked.get_by_role("link", name="Coach").click()
    expect(asked.get_by_label(BOX)).to_have_value(DISHES)
    expect(asked.get_by_role("heading", name="Three ways to say it")).to_be_visible()


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
