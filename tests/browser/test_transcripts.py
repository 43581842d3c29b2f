"""The Review page and the Handouts page in a browser: paste, upload, stop, correct, save."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from steps import settle
from test_access import violations

if TYPE_CHECKING:
    from chromium import NewPage
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
TALL = 6000
TALK = """Ana: You never listen to me.
Ben: That's not true, I was only reading one message.
Ana: When you look at it while I talk, I feel lonely.
Ben: So you feel alone with it when I look away.
Ana: Yes. <b>Always</b> 😀
Ben: What would help you most?"""


@pytest.fixture
def page(new_page: NewPage, server: str) -> Page:
    """The Review page, ready to paste."""
    opened: Page = new_page(1280, TALL, bypass_csp=True)
    opened.goto(f"{server}review")
    opened.get_by_label("The conversation").wait_for()
    return opened


def review(page: Page, talk: str = TALK) -> None:
    """Paste a talk and wait for its review."""
    page.get_by_label("The conversation").fill(talk)
    page.get_by_role("button", name="Review it").click()
    page.get_by_role("heading", name="Take it with you").wait_for()
    settle(page)


def test_a_pasted_talk_is_reviewed_corrected_and_saved(page: Page) -> None:
    """The sums follow a correction, the three files hold the talk, and Clear leaves nothing."""
    review(page)
    row = page.get_by_role("row", name="Reflections 0 1")
    row.wait_for()
    box = page.get_by_role("combobox", name="Turn 4 is")
    box.click()
    page.get_by_role("option", name="Brushing off").click()
    page.get_by_role("row", name="Reflections 0 0").wait_for()
    settle(page)
    for name, mark in (("Save as CSV", "Ana"), ("Save as Markdown", r"\<b\>Always")):
        assert mark in saved(page, name).decode()
    pdf = PdfReader(io.BytesIO(saved(page, "Save as PDF")))
    text = " ".join("".join(one.extract_text() for one in pdf.pages).split())
    assert "[grinning face]" in text
    assert "set by hand" in text
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("heading", name="Take it with you").wait_for(state="detached")
    assert page.get_by_label("The conversation").input_value() == ""
    assert "lonely" not in page.content()


def test_a_broken_file_shows_all_its_mistakes(page: Page) -> None:
    """Every mistake is listed with its row, and what can be read is reviewed."""
    page.get_by_text("Or choose a file").click()
    content = "speaker,text\n,Hello\nBen,\nAna,one,two\nBen,Fine."
    page.locator("input[type=file]").set_input_files(
        {"name": "talk.csv", "mimeType": "text/csv", "buffer": content.encode()}
    )
    page.get_by_text("talk.csv").wait_for()
    page.get_by_role("button", name="Review it").click()
    page.get_by_text("things to look at in the transcript").wait_for()
    for words in ("Row 2: nobody is named", "Row 3: Ben says nothing", "Row 4: this row has 3 columns"):
        page.get_by_text(words).wait_for()
    page.get_by_role("heading", name="Take it with you").wait_for()


def test_a_long_talk_shows_how_far_it_is_and_can_be_stopped(page: Page) -> None:
    """The bar moves, Stop ends it, and the transcript stays in its box."""
    talk = "\n".join(f"{'AB'[n % 2]}: This is line {n}, and I think that we could talk about it." for n in range(3000))
    page.get_by_label("The conversation").fill(TALK)
    page.get_by_text("Or choose a file").click()
    page.locator("input[type=file]").set_input_files(
        {"name": "long.txt", "mimeType": "text/plain", "buffer": talk.encode()}
    )
    page.get_by_text("long.txt").wait_for()
    page.get_by_role("button", name="Review it").click()
    page.get_by_text("of 3,000 turns").wait_for()
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Stopped. Your transcript is still in its box.").wait_for()
    assert page.get_by_label("The conversation").input_value() == TALK


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(new_page: NewPage, server: str, width: int, theme: str) -> None:
    """Both pages, in both themes, on a phone and on a desk."""
    page = new_page(width, TALL, theme, bypass_csp=True)
    page.goto(f"{server}review")
    review(page, TALK)
    assert violations(page) == []
    assert overhang(page) <= 0
    page.goto(f"{server}handouts")
    page.get_by_role("heading", name="Cards to cut out").wait_for()
    settle(page)
    assert violations(page) == []
    assert overhang(page) <= 0


def test_handouts_are_saved(new_page: NewPage, server: str) -> None:
    """A technique, an exercise and a deck each come as a PDF that opens, from the first moment the buttons can be pressed."""
    page = new_page(1280, TALL)
    page.goto(f"{server}handouts")
    for number in range(3):
        assert len(PdfReader(io.BytesIO(saved(page, "Save as PDF", number))).pages) >= 1


def saved(page: Page, name: str, number: int = 0) -> bytes:
    """What a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).nth(number).click()
    return download.value.path().read_bytes()


def overhang(page: Page) -> int:
    """How far the page is wider than its window."""
    pixels: int = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    return pixels
