"""A language model in a real browser: consent first, parts as they arrive, nothing typed is lost, and a way to stop."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from fault_server import GOOD, GOOD_TEXT, MODEL, FaultServer, Wire
from playwright.sync_api import Locator, Page, expect
from steps import BOX, ask, settle
from test_access import TALL, violations

if TYPE_CHECKING:
    from chromium import NewPage

pytestmark = pytest.mark.browser
DISHES = "You always leave the dishes in the sink, and I have to wash them when I am tired."
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
GENTLE = str(GOOD["drafts"][0]["text"])


def slowly(wire: Wire, n: int) -> None:
    """A good answer in pieces, over about three seconds."""
    if "The word" in str(wire.asked.body):
        wire.say('{"word": "hello"}')
        return
    wire.head()
    for start in range(0, len(GOOD_TEXT), 300):
        wire.delta(GOOD_TEXT[start : start + 300])
        time.sleep(0.2)
    wire.delta(end="stop")
    wire.event(b"[DONE]")


@pytest.fixture
def model() -> Iterator[FaultServer]:
    """A model's server that takes its time."""
    with ExitStack() as running:
        yield running.enter_context(FaultServer(slowly).serving())


def connected(page: Page, server: str, address: str) -> None:
    """A model in use, typed on the Settings page."""
    page.goto(f"{server}settings")
    page.get_by_label("Address of the server").fill(address)
    page.get_by_label("Name of the model").fill(MODEL)
    page.get_by_role("button", name="Use this model").click()
    expect(page.get_by_role("heading", name=f"In use: {MODEL}")).to_be_visible()
    settle(page)


def gentle_box(page: Page) -> Locator:
    """The gentle draft that is shown."""
    return page.get_by_label("Gentle draft", exact=False).filter(visible=True)


def to_the_plan(page: Page) -> None:
    """From Settings to the offline plan."""
    page.get_by_role("link", name="Coach", exact=True).click()
    page.get_by_label(BOX).wait_for()
    ask(page, DISHES)


def agree(page: Page) -> None:
    """Switch the model on."""
    page.get_by_text(f"Let {MODEL} write a version too").click()


def test_the_whole_path(new_page: NewPage, server: str, model: FaultServer) -> None:
    """Set up, test, read the offline plan, agree, see it write, get its drafts, go back to the offline ones."""
    page = new_page()
    connected(page, server, model.address)
    page.get_by_role("button", name="Test the connection").click()
    expect(page.get_by_text("The server answered in")).to_be_visible()
    expect(page.get_by_text("The model did as it was asked.")).to_be_visible()
    to_the_plan(page)
    gentle = gentle_box(page)
    offline = gentle.input_value()
    assert offline
    assert len(model.asked) == 1, "nothing was sent but the test"
    agree(page)
    expect(page.get_by_text(f"{MODEL} is writing.")).to_be_visible()
    expect(gentle).to_have_value(GENTLE, timeout=15_000)
    page.get_by_role("button", name="Show the offline version").click()
    expect(gentle).to_have_value(offline)
    expect(page.locator(".st-key-announcer [role=status]")).to_contain_text("The model’s drafts are there.")
    assert len(model.asked) == 2


def test_words_typed_meanwhile_are_kept(new_page: NewPage, server: str, model: FaultServer) -> None:
    """Who types into a draft while the model's version arrives loses no letter, and has their own version before them after."""
    page = new_page()
    connected(page, server, model.address)
    to_the_plan(page)
    mine = page.locator(".st-key-box_gentle textarea")
    agree(page)
    expect(page.get_by_text(f"{MODEL} is writing.")).to_be_visible()
    mine.click()
    mine.press("Control+End")
    words = " These are my own words, and I take my time to write them down."
    page.keyboard.type(words, delay=100)
    expect(page.locator(".st-key-box_gentle_1 textarea")).to_have_value(GENTLE)
    assert mine.input_value().endswith(words)
    page.get_by_role("heading", name="Three ways to say it").click()
    expect(page.get_by_role("button", name=f"Show the version written with {MODEL}")).to_be_visible()
    settle(page)
    expect(gentle_box(page)).to_have_value(mine.input_value())
    assert mine.input_value().endswith(words)


def test_it_can_be_stopped_by_keyboard(new_page: NewPage, server: str, model: FaultServer) -> None:
    """Space on the switch, Enter on Stop; the page says so."""
    page = new_page()
    connected(page, server, model.address)
    to_the_plan(page)
    page.get_by_role("switch").or_(page.get_by_role("checkbox")).first.focus()
    page.keyboard.press("Space")
    stop = page.get_by_role("button", name="Stop", exact=True)
    expect(stop).to_be_visible()
    stop.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Stopped.")).to_be_visible()


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1280, "light")])
def test_it_fits_and_has_no_barriers(
    new_page: NewPage, server: str, model: FaultServer, width: int, theme: str
) -> None:
    """Settings, the offer and the model's version: no sideways scroll, no violation that axe finds."""
    page = new_page(1280, TALL, theme, bypass_csp=True)
    connected(page, server, model.address)
    page.get_by_text("A model on this computer").click()
    page.set_viewport_size({"width": width, "height": TALL})
    settle(page)
    found = violations(page)
    assert page.evaluate(FITS)
    page.set_viewport_size({"width": 1280, "height": TALL})
    to_the_plan(page)
    page.set_viewport_size({"width": width, "height": TALL})
    agree(page)
    expect(page.get_by_role("button", name="Show the offline version")).to_be_visible(timeout=15_000)
    page.get_by_text("Ask for other drafts").click()
    settle(page)
    assert found + violations(page) == []
    assert page.evaluate(FITS)
