"""Chromium and the app's server, for the browser tests and the page benchmarks."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FAKE_MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
SERVE = "import sys; from coach.server import serve; serve(port=int(sys.argv[1]))"
NewPage = Callable[..., "Page"]


def require(what: str, there: object, reason: str) -> None:
    """Skip with a plain reason when something is missing, unless COACH_REQUIRE asks for it: then fail."""
    if there:
        return
    if what in os.environ.get("COACH_REQUIRE", ""):
        pytest.fail(f"COACH_REQUIRE asks for {what}, but {reason}")
    pytest.skip(f"left out: {reason}")


def chromium_path() -> str | None:
    """Debian's Chromium, or whatever the machine has."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


def free_port() -> int:
    """A port of this computer that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(command: list[str], port: int, cwd: Path) -> Iterator[str]:
    """Run a server until the block ends; it is stopped by its own process. Gives its address."""
    log = cwd / f"server-{port}.log"
    environment = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true"}
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=cwd, stdout=out, stderr=out, env=environment)
        try:
            _wait(port, process, log)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except OSError:
            assert process.poll() is None, log.read_text()
            time.sleep(0.05)
    raise AssertionError(f"no answer in time: {log.read_text()}")


def process_of(port: int) -> Path:
    """The folder in which Linux tells about the one process whose last argument is this port."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if (folder / "cmdline").read_bytes().split(b"\0")[-2:-1] == [str(port).encode()]:
                return folder
        except OSError:
            continue  # it ended meanwhile
    raise AssertionError("the server's process was not found")


def serve_command(port: int) -> list[str]:
    """How `coach serve` is started."""
    return [sys.executable, "-c", SERVE, str(port)]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium without a window; without one the test is left out, or fails when COACH_REQUIRE asks for it."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        require("browser", False, 'Playwright is not installed (python -m pip install -e ".[browser]")')
    path = chromium_path()
    require("browser", path, "no Chromium was found (on Debian: apt-get install chromium)")
    with sync_playwright() as playwright, launched(playwright.chromium) as opened:
        yield opened


@contextmanager
def launched(kind: BrowserType) -> Iterator[Browser]:
    """A browser of its own process."""
    opened = kind.launch(executable_path=chromium_path(), args=ARGUMENTS, headless=True)
    yield opened
    opened.close()
