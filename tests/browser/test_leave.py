"""Leave this page: at once, from anywhere, whatever the server and the line do, and nothing comes back."""

from __future__ import annotations

import json
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from chromium import free_port, serve_command, serving
from fault_server import GOOD_TEXT, FaultServer, Wire
from playwright.sync_api import Error, Page, expect
from steps import BOX, ask, open_coach, settle
from test_model_path import DISHES, GENTLE, agree, connected, gentle_box

from coach import paths
from coach.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from chromium import NewPage
    from playwright.sync_api import Browser, BrowserContext

pytestmark = pytest.mark.browser
AWAY = Settings().leave_to
LINK = "Leave this page"
CANARY = "Zorblatt"
BROUGHT_BACK = 4_000  # ms; by then a reload has brought back what was typed
TEXT = f"You always leave the dishes, {CANARY}."
PAGES = sorted(page.stem.removeprefix("home") for page in (paths.ROOT / "coach/ui/pages").glob("[a-z]*.py"))


@pytest.fixture
def leaving(new_page: NewPage) -> Callable[..., Page]:
    """Opens pages for which the neutral site is there without a network."""

    def opened(width: int = 1280, height: int = 900) -> Page:
        page = new_page(width, height)
        elsewhere(page.context)
        return page

    return opened


def elsewhere(context: BrowserContext) -> None:
    """Answer for the neutral site."""
    context.route(f"{AWAY}**", lambda route: route.fulfill(body="<h1>Elsewhere</h1>", content_type="text/html"))


def press_shift(page: Page, times: int = 3) -> None:
    """Shift, alone."""
    for _ in range(times):
        page.keyboard.press("Shift")


def click_link(page: Page) -> None:
    """The link."""
    page.get_by_role("link", name=LINK).click(no_wait_after=True)


def typed(page: Page, server: str) -> None:
    """The Coach page, reached from Home, with a plan on it."""
    page.goto(server)
    page.get_by_role("link", name="Start with your words").click()
    page.get_by_label(BOX).wait_for()
    ask(page, TEXT)


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_the_link_is_always_in_view(leaving: Callable[..., Page], server: str, path: str, width: int) -> None:
    """One plain same-tab link on every page, however far it is scrolled, with nothing over it; Help stands clear of it."""
    page = leaving(width, 600)
    page.goto(server + path)
    page.get_by_role("heading").first.wait_for()
    settle(page)
    page.mouse.move(width / 2, 400)
    page.mouse.wheel(0, 4000)
    link = page.get_by_role("link", name=LINK)
    expect(link).to_have_count(1)
    expect(link).to_be_in_viewport(ratio=1)
    assert link.get_attribute("href") == AWAY
    assert link.get_attribute("target") is None
    for name in (LINK, "Help"):
        box = page.get_by_role("link", name=name, exact=True).bounding_box()
        assert box is not None
        for x in (box["x"] + 3, box["x"] + box["width"] - 3):
            hit = page.evaluate(
                "([x, y]) => document.elementFromPoint(x, y).closest('a')?.textContent", [x, box["y"] + 8]
            )
            assert hit == name
    assert page.title() == "Coach"


@pytest.mark.parametrize("way", [click_link, press_shift])
def test_the_page_is_blank_at_once(leaving: Callable[..., Page], server: str, way: Callable[[Page], None]) -> None:
    """Within 100 ms of the press, though the neutral site never comes; a screen reader finds nothing either."""
    page = leaving()
    page.context.route(f"{AWAY}**", lambda route: route.fulfill(status=204))  # the browser stays where it is
    typed(page, server)
    page.evaluate(
        """() => {
            for (const kind of ['pointerdown', 'keyup'])
                addEventListener(kind, (event) => { window.pressed = event.timeStamp; }, true);
            new MutationObserver(() => { window.blank = performance.now(); })
                .observe(document.documentElement, {childList: true});  // its head and its body are taken out, once
        }"""
    )
    way(page)
    page.wait_for_function("document.documentElement.children.length === 0")
    assert 0 <= page.evaluate("window.blank - window.pressed") <= 100
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    assert CANARY not in json.dumps(nodes)
    assert [node for node in nodes if node.get("name", {}).get("value")] == []


@pytest.mark.parametrize("way", [click_link, press_shift])
def test_nothing_comes_back(leaving: Callable[..., Page], server: str, way: Callable[[Page], None]) -> None:
    """Neither Back, nor Forward, nor a reload, nor the storage holds a word; opened anew on purpose, the app is there and empty."""
    page = leaving()
    typed(page, server)
    way(page)
    page.wait_for_url(AWAY)
    page.go_back(wait_until="commit")
    page.wait_for_url(AWAY)
    page.go_forward()
    page.reload()
    expect(page.get_by_role("heading", name="Elsewhere")).to_be_visible()
    page.goto(f"{server}coach")
    expect(page.get_by_label(BOX)).to_have_value("")
    kept = page.evaluate(
        """async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state,
            await indexedDB.databases(), await caches.keys(), document.documentElement.outerHTML])"""
    )
    assert CANARY not in kept
    assert page.evaluate("Object.keys(sessionStorage).filter((name) => name !== 'coach-owner').length") == 0


def test_back_without_the_script_shows_nothing_typed(leaving: Callable[..., Page], server: str) -> None:
    """The link alone leaves too, and Back begins a new session without what was typed."""
    page = leaving()
    page.add_init_script(
        """const listen = window.addEventListener;
        window.addEventListener = function (...given) {  // what stands in the page is deaf; what it loads later is not
            if (document.readyState !== 'loading') listen.apply(this, given);
        };"""
    )
    typed(page, server)
    click_link(page)
    page.wait_for_url(AWAY)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_timeout(BROUGHT_BACK)
    assert CANARY not in page.content()
    assert all(CANARY not in box.input_value() for box in page.get_by_role("textbox").all())


def test_the_link_works_without_any_script(browser: Browser, server: str) -> None:
    """With JavaScript off there is still the way out."""
    context = browser.new_context(java_script_enabled=False)
    elsewhere(context)
    page = context.new_page()
    page.goto(server)
    click_link(page)
    page.wait_for_url(AWAY)
    context.close()


@pytest.mark.parametrize("way", [click_link, press_shift])
def test_leaving_works_when_the_server_is_dead(
    leaving: Callable[..., Page], tmp_path: Path, way: Callable[[Page], None]
) -> None:
    """The server was stopped while the person read the plan."""
    page = leaving(320, 700)
    port = free_port()
    with serving(serve_command(port), port, tmp_path) as address:
        typed(page, address)
    page.wait_for_timeout(1500)  # Streamlit says that the line is gone
    way(page)
    page.wait_for_url(AWAY)
    with suppress(Error):  # the browser says that nobody answers
        page.go_back(wait_until="commit")
    page.wait_for_timeout(300)
    expect(page.get_by_text(CANARY)).to_have_count(0)


def test_leaving_works_before_the_app_has_loaded(leaving: Callable[..., Page], server: str) -> None:
    """On a very slow line the link and Shift are there with the first bytes of the page."""
    for way in (click_link, press_shift):
        page = leaving(320, 700)
        page.context.new_cdp_session(page).send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 400, "downloadThroughput": 20_000, "uploadThroughput": 20_000},
        )
        page.goto(server, wait_until="commit")
        page.get_by_role("link", name=LINK).wait_for()
        assert page.get_by_role("heading").count() == 0
        way(page)
        page.wait_for_url(AWAY)


def test_leaving_works_while_the_coach_is_busy(leaving: Callable[..., Page], server: str) -> None:
    """In the middle of a reading."""
    page = leaving()
    open_coach(page, server)
    page.get_by_label(BOX).fill(f"{TEXT} " * 100)
    page.get_by_role("button", name="Help me say it").click()
    press_shift(page)
    page.wait_for_url(AWAY)


@pytest.mark.parametrize("way", [click_link, press_shift])
def test_leaving_in_the_middle_of_a_models_stream(
    leaving: Callable[..., Page], server: str, way: Callable[[Page], None]
) -> None:
    """The page goes at once, nothing of the text or of the stream is left, and the request is cut long before its deadline."""
    begun, cut = threading.Event(), threading.Event()

    def endlessly(wire: Wire, n: int) -> None:
        wire.head()
        wire.delta(GOOD_TEXT[: GOOD_TEXT.index('"your_part"')])
        try:
            while True:
                wire.delta(" ")
                begun.set()
                time.sleep(0.1)
        except OSError:  # the coach hung up
            cut.set()

    page = leaving()
    with FaultServer(endlessly).serving() as model:
        connected(page, server, model.address)
        page.get_by_role("link", name="Coach", exact=True).click()
        page.get_by_label(BOX).wait_for()
        ask(page, f"{DISHES} {CANARY}.")
        agree(page)
        expect(gentle_box(page)).to_have_value(GENTLE, timeout=15_000)
        assert begun.is_set()
        assert not cut.is_set()
        way(page)
        page.wait_for_url(AWAY)
        assert cut.wait(3), "the model goes on with a text whose page was left"
        assert len(model.asked) == 1
    page.go_back(wait_until="commit")
    page.wait_for_url(AWAY)
    page.goto(f"{server}coach")
    expect(page.get_by_label(BOX)).to_have_value("")
    left = page.content()
    assert CANARY not in left
    assert GENTLE not in left


def test_shift_as_a_modifier_does_not_leave(leaving: Callable[..., Page], server: str) -> None:
    """Capitals, going backwards with Tab, marking words, and three presses far apart are ordinary use."""
    page = leaving()
    open_coach(page, server)
    box = page.get_by_label(BOX)
    box.press_sequentially("you ABC never")
    for key in ("A", "B", "C", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Tab", "Tab", "Tab"):
        page.keyboard.press(f"Shift+{key}")
    for _ in range(3):
        box.click(modifiers=["Shift"])
    press_shift(page, 2)
    page.keyboard.press("a")
    press_shift(page, 1)
    page.wait_for_timeout(5100)
    press_shift(page, 2)
    page.wait_for_timeout(300)
    assert page.url == f"{server}coach"
    expect(box).to_be_visible()
