"""Two browsers play an evening: nothing is seen early, nothing is lost, and what is erased is gone."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from chromium import free_port, serve_command, serving
from playwright.sync_api import Locator, Page, expect
from steps import BOX, open_coach, settle
from test_access import TALL, overhang, violations

from coach.settings import Settings
from coach.store.database import open_database
from coach.store.things import Things

if TYPE_CHECKING:
    from pathlib import Path

    from chromium import NewPage
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
LONELY = "I felt so lonely when you were away in March and nobody called."
PROUD = "The day my brother was born I was the proudest kid in town."
LEAVING = Settings().leave_to


def press(page: Page, name: str) -> None:
    """Press a button and wait for what it does."""
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)


def write(page: Page, label: str, text: str) -> None:
    """Type into a box, and go on to something else."""
    page.get_by_label(label, exact=False).fill(text)


def open_room(page: Page, server: str) -> str:
    """Open a room; gives its code."""
    page.goto(f"{server}room")
    press(page, "Open a room")
    return page.locator(".cc-code").inner_text()


def join(page: Page, server: str, code: str) -> None:
    """Join by code."""
    page.goto(f"{server}room")
    page.get_by_label("Code").fill(code)
    press(page, "Join")


@pytest.fixture
def both(new_page: NewPage, other_browser: Browser, server: str) -> tuple[Page, Page]:
    """Two browsers in one room, one of them as wide as a phone."""
    ann, ben = new_page(), new_page(390, 844, "dark", within=other_browser)
    join(ben, server, open_room(ann, server))
    expect(ann.get_by_role("button", name="Draw a question")).to_be_visible()
    return ann, ben


def play(first: Page, second: Page, text: str, other_text: str) -> None:
    """One question: each seals and shows."""
    for page, words in ((first, text), (second, other_text)):
        write(page, "Your answer", words)
        press(page, "Seal my answer")
        expect(second.get_by_text(text)).to_have_count(0)
        press(page, "Show my answer")
    for page in (first, second):
        expect(page.get_by_text(text)).to_be_visible()
        expect(page.get_by_text(other_text)).to_be_visible()


def test_a_whole_evening(both: tuple[Page, Page]) -> None:
    """Three cards with sealed answers and one out loud, a retraction, a reload in the middle, a hint and a suggestion taken, thanks;
    one leaves, the other erases.
    """
    ann, ben = both
    press(ben, "Draw a question")
    expect(ann.locator(".cc-card")).to_have_text(ben.locator(".cc-card").inner_text())
    write(ann, "Your answer", "I said too much")
    press(ann, "Seal my answer")
    press(ann, "Take it back")
    expect(ann.get_by_label("Your answer")).to_have_value("I said too much")
    write(ann, "Your answer", "")
    ann.get_by_label("Your answer").press_sequentially("A half-written thought", delay=10)
    ann.wait_for_timeout(1500)
    ann.reload()
    expect(ann.get_by_label("Your answer")).to_have_value("A half-written thought")
    expect(ann.get_by_text("The other is here.", exact=True)).to_be_visible()
    play(ann, ben, LONELY, PROUD)
    expect(ben.get_by_text("I said too much")).to_have_count(0)
    write(ben, "Your reply", "You should just call your sister next time.")
    press(ben, "Send my reply")
    expect(ben.get_by_text("Want to show you heard it first?")).to_be_visible()
    ben.get_by_role("button", name="Use this").click()
    settle(ben)
    press(ben, "Send my reply")
    expect(ann.get_by_text("They replied")).to_be_visible()
    ann.get_by_role("button", name="What was it like for you to be the proudest kid").click()
    settle(ann)
    press(ann, "Send my reply")
    press(ann, "Next question")
    expect(ben.get_by_label("Your answer")).to_be_visible()
    play(ben, ann, "Second, from one", "Second, from the other")
    press(ben, "Another like this")
    expect(ann.get_by_label("Your answer")).to_be_visible()
    play(ann, ben, "Third, from one", "Third, from the other")
    press(ann, "Next question")
    expect(ben.get_by_label("Your answer")).to_be_visible()
    for page in both:
        press(page, "We talked about it out loud")
    expect(ann.get_by_text("Say back one thing you heard")).to_be_visible()
    press(ann, "End the evening")
    write(ben, "What I’m glad about", "That you told me about March.")
    press(ben, "Send it")
    expect(ann.get_by_text("That you told me about March.")).to_be_visible()
    press(ben, "Leave the room")
    expect(ann.get_by_text("The other has left.")).to_be_visible()
    for words in (LONELY, "Second, from one", "Third, from the other"):
        expect(ann.get_by_text(words)).to_be_visible()
    expect(ann.get_by_role("button", name="Send it")).to_have_count(0)
    press(ann, "Erase everything for both")
    expect(ann.get_by_role("button", name="Open a room")).to_be_visible()


def test_each_sees_the_other_within_two_seconds(new_page: NewPage, server: str) -> None:
    """From one's screen to the other's: joining, sealing, five times, and leaving; the slowest counts."""
    ann, ben = new_page(), new_page()
    times: dict[str, float] = {}

    def seen(what: str, here: Locator, there: Locator) -> None:
        expect(here).to_be_visible()
        began = time.monotonic()
        expect(there).to_be_visible()
        times[what] = time.monotonic() - began

    join(ben, server, open_room(ann, server))
    arrived = "You are both here."
    seen("joined", ben.get_by_text(arrived), ann.get_by_text(arrived))
    press(ann, "Draw a question")
    expect(ben.get_by_label("Your answer")).to_be_visible()
    for n in range(5):
        write(ann, "Your answer", "Here")
        ann.get_by_role("button", name="Seal my answer").click()
        back = ann.get_by_role("button", name="Take it back")
        seen(f"sealed {n}", back, ben.get_by_text("The other has sealed an answer.", exact=True))
        press(ann, "Take it back")
        expect(ben.get_by_text("The other is still thinking.", exact=True)).to_be_visible()
    ben.get_by_role("button", name="Leave the room").click()
    seen("left", ben.get_by_role("button", name="Open a room"), ann.get_by_text("The other has left."))
    print(times)
    assert max(times.values()) <= 2.0


def test_who_vanishes_is_soon_away(both: tuple[Page, Page], other_browser: Browser) -> None:
    """Within 3.5 s, though the browser is gone with no goodbye; until then, and through a reload, the other was there."""
    ann, ben = both
    ben.reload()
    for page in both:
        expect(page.locator(".cc-soft", has_text="The other is here.")).to_be_visible()
    other_browser.close()
    began = time.monotonic()
    expect(ann.locator(".cc-soft", has_text="The other seems to be away")).to_be_visible()
    took = time.monotonic() - began
    print(f"{took:.1f} s")
    assert took <= 3.5


def test_a_link_lets_one_in_and_leaves_no_trace_in_the_address(new_page: NewPage, server: str) -> None:
    """The secret is gone from the address before anything is shown, is no code, and opens nothing a second time."""
    ann, ben, eve = new_page(), new_page(320, 700), new_page()
    code = open_room(ann, server)
    press(ann, "Show a QR code instead")
    expect(ann.get_by_role("img", name="A QR code that opens this room")).to_be_visible()
    ann.get_by_text("The same as a link").click()
    settle(ann)
    link = ann.locator("code").inner_text()
    assert code.replace(" ", "") not in link
    shown: list[str] = []
    ben.on("framenavigated", lambda frame: shown.append(frame.url))
    asked: list[str] = []
    ben.on("request", lambda request: asked.append(request.url))
    ben.goto(link)
    expect(ben.get_by_role("button", name="Draw a question")).to_be_visible()
    assert "join" not in ben.url
    secret = link.split("join=")[1]
    assert not [url for url in asked if secret in url.split("#")[0]]
    eve.goto(link)
    expect(eve.get_by_text("no longer opens a room")).to_be_visible()
    assert "join" not in eve.url
    ben.go_back()
    assert secret not in ben.url


def test_a_lost_line_loses_nothing(new_page: NewPage, tmp_path: Path) -> None:
    """The server stops in the middle and starts again: both are in their room, with the sealed answer and the half-written one."""
    port = free_port()
    ann, ben = new_page(), new_page()
    with serving(serve_command(port), port, tmp_path) as server:
        join(ben, server, open_room(ann, server))
        press(ben, "Draw a question")
        write(ann, "Your answer", LONELY)
        press(ann, "Seal my answer")
        ben.get_by_label("Your answer").press_sequentially("Half a thought", delay=10)
        ben.wait_for_timeout(1500)
    with serving(serve_command(port), port, tmp_path):
        expect(ann.get_by_text("Your answer is sealed.")).to_be_visible(timeout=60_000)
        ben.reload()
        expect(ben.get_by_label("Your answer")).to_have_value("Half a thought")
        expect(ben.get_by_text("The other has sealed an answer.", exact=True)).to_be_visible()
        press(ben, "Seal my answer")
        press(ben, "Show my answer")
        press(ann, "Show my answer")
        expect(ben.get_by_text(LONELY)).to_be_visible()


def test_a_reload_brings_back_what_was_typed(new_page: NewPage, server: str) -> None:
    """On the Coach page too, though the box was never left."""
    page = new_page()
    open_coach(page, server)
    page.get_by_label(BOX).press_sequentially("You never call", delay=10)
    page.wait_for_timeout(1500)
    page.reload()
    expect(page.get_by_label(BOX)).to_have_value("You never call")


def test_the_way_out_takes_everything(both: tuple[Page, Page]) -> None:
    """Leaving the page removes the token and what belongs to it, and to the other it looks like any leaving."""
    ann, ben = both
    press(ann, "Draw a question")
    write(ann, "Your answer", LONELY)
    press(ann, "Keep this question")
    token = ann.evaluate("sessionStorage.getItem('coach-owner')")
    things = Things(open_database(os.environ["COACH_DATABASE_URL"], None))  # type: ignore[arg-type]
    assert things.get(token, "kept")
    ann.context.route(f"{LEAVING}**", lambda route: route.fulfill(body="<h1>Elsewhere</h1>", content_type="text/html"))
    ann.get_by_role("link", name="Leave this page").click(no_wait_after=True)
    ann.wait_for_url(LEAVING)
    expect(ben.get_by_text("The other has left.")).to_be_visible()
    assert [things.get(token, name) for name in ("kept", "drafts", "seen")] == [None, None, None]


def test_a_deck_of_ones_own(new_page: NewPage, server: str, tmp_path: Path) -> None:
    """A file with mistakes says each; a good one is drawn from at once; it can be saved and taken away."""
    page = new_page()
    page.goto(f"{server}cards")
    bad, good = tmp_path / "bad.csv", tmp_path / "ours.csv"
    bad.write_text("text,depth\nWhat was it?,9\n,1\n")
    good.write_text("text\nWhat <b>smelled</b> of ![rain](http://127.0.0.1:1/x.png)?\n")
    page.locator("input[type=file]").set_input_files(bad)
    expect(page.get_by_text("row 2, depth")).to_be_visible()
    expect(page.get_by_text("row 3, text: is empty")).to_be_visible()
    page.locator("input[type=file]").set_input_files(good)
    expect(page.get_by_text("“ours” is added.")).to_be_visible()
    page.get_by_role("link", name="Draw", exact=True).click()
    page.get_by_role("heading", name="Draw a question").wait_for()
    settle(page)
    page.get_by_text("Pick decks or a mood").click()
    settle(page)
    page.get_by_role("combobox", name="Decks").click()
    page.get_by_role("combobox", name="Decks").press_sequentially("ours", delay=50)
    page.get_by_role("option", name="ours", exact=True).click()
    page.keyboard.press("Escape")
    press(page, "Draw a question")
    expect(page.locator(".cc-card")).to_have_text("What <b>smelled</b> of ![rain](http://127.0.0.1:1/x.png)?")
    press(page, "Keep this question")
    page.get_by_role("link", name="Cards", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a page to print").click()
    offline = new_page(320, 600)
    assert saved.value.suggested_filename == "questions.html"
    saved.value.save_as(tmp_path / "questions.html")
    offline.goto((tmp_path / "questions.html").as_uri())
    expect(offline.get_by_text("What <b>smelled</b>")).to_be_visible()
    assert overhang(offline) <= 0


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1280, "light")])
def test_rooms_can_be_read_by_everyone(new_page: NewPage, server: str, width: int, theme: str) -> None:
    """Axe finds nothing and nothing scrolls sideways: the start, the door, a question, both answers, the end; and the other pages."""
    ann, ben = new_page(width, TALL, theme, bypass_csp=True), new_page()

    def check() -> None:
        settle(ann)
        assert violations(ann) == []
        assert overhang(ann) <= 0

    for path in ("cards", "draw", "room"):
        ann.goto(f"{server}{path}")
        ann.get_by_role("heading", level=1).wait_for()
        check()
    code = open_room(ann, server)
    press(ann, "Show a QR code instead")
    check()
    join(ben, server, code)
    press(ben, "Draw a question")
    expect(ann.get_by_label("Your answer")).to_be_visible()
    check()
    play(ann, ben, LONELY, PROUD + "x" * 80)
    ann.get_by_role("button", name="Keep this question").hover()
    check()
    press(ann, "End the evening")
    check()
