"""No word that a person types stays anywhere but in their own session: no log at any level, no file, no request, no title."""

from __future__ import annotations

import os
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest
from chromium import free_port, serving
from playwright.sync_api import expect
from steps import BOX, ask, open_coach, settle, unfold

if TYPE_CHECKING:
    from pathlib import Path

    from chromium import NewPage

pytestmark = pytest.mark.browser
AT_THE_FINEST = """
import logging, sys
from coach import server
logging.basicConfig(level=1)
usual = server.settings
server.settings = lambda port, share: {**usual(port, share), "logger.level": "debug"}
server.serve(port=int(sys.argv[1]))
"""
CANARY = "Zorblatt"
CALM = f"You always leave the dishes, {CANARY}. I feel like your maid."
AFRAID = f"I'm afraid of him, {CANARY}. You always shout."
NOW = f"He choked me last night, {CANARY}, and said he would kill me."


@pytest.fixture
def traced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for everything that a server may write: its log, its home, its temporary files."""
    for name, folder in (("HOME", "home"), ("TMPDIR", "tmp"), ("XDG_CACHE_HOME", "cache"), ("XDG_DATA_HOME", "data")):
        (tmp_path / folder).mkdir()
        monkeypatch.setenv(name, str(tmp_path / folder))
    return tmp_path


def test_no_trace_of_what_was_typed(new_page: NewPage, traced: Path) -> None:
    """A plan, a concern, danger, a changed draft, a copy and a saved file; then every file, request and title is searched."""
    control = traced / "control"
    control.write_text(CALM)
    assert holding(traced) == [control]
    control.unlink()
    port = free_port()
    requests: list[str] = []
    titles: set[str] = set()
    with serving([sys.executable, "-c", AT_THE_FINEST, str(port)], port, traced) as server:
        page = new_page()
        page.on("request", lambda asked: requests.append(f"{asked.url} {asked.post_data}"))
        page.on("framenavigated", lambda frame: requests.append(frame.url))
        open_coach(page, server)
        ask(page, CALM)
        draft = page.get_by_label("Gentle draft", exact=False)
        draft.fill(f"Thank you, {CANARY}.")
        draft.press("Control+Enter")
        expect(page.get_by_text("Put the coach’s draft back")).to_be_visible()
        settle(page)
        unfold(page)
        with page.expect_download():
            page.get_by_role("button", name="Save as Markdown").click()
        for text, heading in ((AFRAID, "Your safety matters here"), (NOW, "Your safety comes first")):
            page.get_by_label(BOX).fill(text)
            page.get_by_role("button", name="Help me say it").click()
            page.get_by_role("heading", name=heading).wait_for()
            settle(page)
            titles.add(page.title())
        page.get_by_label(BOX).fill("You always talk. " * 1000 + CANARY)  # too long to read
        page.get_by_role("button", name="Help me say it").click()
        expect(page.get_by_text("reads up to 10,000")).to_be_visible()
        page.get_by_role("link", name="Help", exact=True).click()
        page.get_by_role("heading", name="Help", exact=True).wait_for()
        titles.add(page.title())
        for path in ("_stcore/health", "_stcore/metrics"):
            with urllib.request.urlopen(server + path, timeout=10) as answer:
                assert CANARY.encode() not in answer.read()
        page.close()
        time.sleep(1)
        assert not holding(traced)
    assert not holding(traced)
    log = (traced / f"server-{port}.log").read_text()
    assert "Beginning script thread" in log, "Streamlit's own log was at its finest level"
    assert not [asked for asked in requests if CANARY in asked]
    assert titles == {"Coach"}


def holding(folder: Path) -> list[Path]:
    """The files below a folder that hold a word of what was typed."""
    return [
        path
        for root, _, names in os.walk(folder)
        for name in names
        if CANARY.encode() in (path := folder / root / name).read_bytes()
    ]
