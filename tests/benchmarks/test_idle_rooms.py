"""200 devices, each waiting in its room, against 200 bare pages that look as often: the server's processor time."""

from __future__ import annotations

import asyncio
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coach.store.database import open_database
from coach.store.rooms import Rooms
from coach.together.bank import Wishes
from coach.together.together import Together

sys.path.append(str(Path(__file__).parents[1] / "browser"))
from chromium import free_port, process_of, serving

if TYPE_CHECKING:
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

pytestmark = pytest.mark.benchmark
IDLE = 1.3  # × the processor's time of as many bare sessions with the same refresh
SESSIONS, REFRESH = 200, 1.5
FIRST_LOOKS, LOOKS = 10, 8  # of each session: while the server still loads what all need, and while it is measured
PATIENCE = 240  # seconds
BARE = f"""
import streamlit as st
@st.fragment(run_every={REFRESH})
def watch():
    pass
st.title("Bare")
watch()
"""
ROOM = """
import runpy
import streamlit as st
from coach.ui import shell
st.session_state["owner_token"], st.session_state["owner_answered"] = st.query_params["token"], True
runpy.run_path(str(shell.ROOM))
"""


def test_idle_rooms(benchmark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """200 rooms with two people each, one of them at the page: a look costs at most 1.3 times that of as many bare pages."""
    address = f"sqlite:///{tmp_path / 'coach.db'}"
    monkeypatch.setenv("COACH_DATABASE_URL", address)
    together = Together(Rooms(open_database(address, tmp_path)))
    tokens = [f"{n:032x}" for n in range(SESSIONS)]
    for n, token in enumerate(tokens):
        together.join(f"{SESSIONS + n:032x}", together.open(token, Wishes()), "")
    bare, room = (spent(name, script, tmp_path, tokens) for name, script in (("bare", BARE), ("room", ROOM)))
    benchmark.extra_info["ratio"] = round(room / bare, 2)
    benchmark.pedantic(lambda: None)
    print(f"{1000 * room:.2f} ms against {1000 * bare:.2f} ms of the processor for each look: ratio {room / bare:.2f}")
    assert room <= IDLE * bare


def spent(name: str, script: str, folder: Path, tokens: list[str]) -> float:
    """Processor seconds that a server spends on each look, while so many sessions only look again and again."""
    path = folder / f"{name}.py"
    path.write_text(script)
    port = free_port()
    quiet = ["--server.fileWatcherType=none", "--browser.gatherUsageStats=false", "--runner.postScriptGC=false"]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(path),
        *quiet,
        "--server.address=127.0.0.1",
        "--server.port",
        str(port),
    ]
    with serving(command, port, folder):
        return asyncio.run(_watched(port, tokens))


async def _watched(port: int, tokens: list[str]) -> float:
    step = asyncio.Barrier(len(tokens) + 1)
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:  # a session that fails ends them all
        for token in tokens:
            group.create_task(_session(port, token, step))
        await step.wait()
        before = _processor(port)
        await step.wait()
        used = _processor(port) - before
    return used / (LOOKS * len(tokens))


async def _session(port: int, token: str, step: asyncio.Barrier) -> None:
    """What a browser does: open the page, and run its fragment again and again, about as often as the page asked for."""
    import websockets
    from streamlit.proto.BackMsg_pb2 import BackMsg

    wants = BackMsg()
    wants.rerun_script.query_string = f"token={token}"
    async with websockets.connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        open_timeout=PATIENCE,
        ping_interval=None,
    ) as line:
        await line.send(wants.SerializeToString())
        asked = (await _until("auto_rerun", line)).auto_rerun
        assert asked.interval == REFRESH
        await _until("script_finished", line)
        wants.rerun_script.fragment_id, wants.rerun_script.is_auto_rerun = asked.fragment_id, True
        for looks in (FIRST_LOOKS, LOOKS):
            for _ in range(looks):
                await asyncio.sleep(REFRESH * random.uniform(0.5, 1.5))
                await line.send(wants.SerializeToString())
                await _until("script_finished", line)
            await step.wait()


async def _until(kind: str, line: Any) -> ForwardMsg:
    """The server's next message of this kind. An error on the page fails the test."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    while True:
        message = ForwardMsg.FromString(await line.recv(decode=False))
        assert not message.delta.new_element.HasField("exception"), message.delta.new_element.exception
        if message.HasField(kind):
            return message


def _processor(port: int) -> float:
    """Seconds of processor time so far, as Linux tells it."""
    fields = (process_of(port) / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
