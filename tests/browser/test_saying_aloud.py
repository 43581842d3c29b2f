"""A turn said aloud in Chromium: its fake microphone is recorded, a loopback server writes it down, and the words stand in the box."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from chromium import ARGUMENTS, FAKE_MICROPHONE, chromium_path, free_port, serve_command, serving
from fault_server import FaultServer, Wire
from playwright.sync_api import TimeoutError as NotThere
from playwright.sync_api import expect
from steps import settle
from test_rehearse import BOX, begin

if TYPE_CHECKING:
    from pathlib import Path

    from chromium import NewPage
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
WORDS = "I felt lonely on Sunday."


def _written_down(wire: Wire, n: int) -> None:
    wire.reply(200, {"text": WORDS})


def _start_recording(page: Page, stop: Locator) -> None:
    """Press "Record", and once more where the browser was not ready yet, as a person would."""
    record = page.get_by_role("button", name="Record", exact=True)
    record.click()
    try:
        stop.wait_for(timeout=10_000)
    except NotThere:
        record.click()


def test_a_recording_becomes_words_in_the_box(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it goes is said first; the sound is sent once, to the one path; the words can be changed before they are said."""
    with ExitStack() as running:
        speech = running.enter_context(FaultServer(_written_down).serving())
        monkeypatch.setenv("COACH_MODEL_URL", speech.address)
        monkeypatch.setenv("COACH_SPEECH_MODEL", "whisper-1")
        port = free_port()
        server = running.enter_context(serving(serve_command(port), port, tmp_path))
        speaking = running.enter_context(
            browser.browser_type.launch(executable_path=chromium_path(), args=[*ARGUMENTS, *FAKE_MICROPHONE])
        )
        context = running.enter_context(speaking.new_context(viewport={"width": 1280, "height": 1600}))
        context.grant_permissions(["microphone"])
        page = context.new_page()
        page.set_default_timeout(30_000)
        begin(page, server)
        page.get_by_text("Say it aloud").click()
        expect(page.get_by_text("What you record is sent to 127.0.0.1", exact=False)).to_be_visible()
        assert speech.asked == []
        stop = page.get_by_role("button", name="Stop recording")
        _start_recording(page, stop)
        page.wait_for_timeout(1500)
        stop.click()
        expect(page.get_by_label(BOX)).to_have_value(WORDS)
        settle(page)
        assert [asked.path for asked in speech.asked] == ["/v1/audio/transcriptions"]
        expect(page.locator(".cc-said")).to_have_count(0)


def test_without_a_server_nobody_is_asked_to_speak(new_page: NewPage, server: str) -> None:
    """No recorder stands on the page where none is set up."""
    page = new_page()
    begin(page, server)
    expect(page.get_by_text("Say it aloud")).to_have_count(0)
