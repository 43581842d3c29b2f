"""The whole app with one session, a plan and a long text keeps within its memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chromium import free_port, process_of, serve_command, serving
from steps import DISHES, ask, open_coach

if TYPE_CHECKING:
    from pathlib import Path

    from chromium import NewPage

pytestmark = pytest.mark.browser

LIMIT = 400_000  # kB
LONG = (
    "You said you'd be home by six and it was nine when you came in. I fed the twins, I walked the dog, I rang your mum. "
    * 20
)
LOADED = 12_000  # ms; what is loaded late, ten seconds after the start, counts too


def test_one_session_stays_within_its_memory(new_page: NewPage, tmp_path: Path) -> None:
    """A first plan and a rant of some 500 words."""
    port = free_port()
    with serving(serve_command(port), port, tmp_path) as address:
        page = new_page()
        open_coach(page, address)
        ask(page, DISHES)
        page.wait_for_timeout(LOADED)
        ask(page, LONG)
        used = _resident(port)
        print(f"resident: {used} kB")
        assert used <= LIMIT


def _resident(port: int) -> int:
    """Resident memory of the server, in kB."""
    status = (process_of(port) / "status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
