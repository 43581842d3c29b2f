"""The built package works in a fresh environment, away from the checkout."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from zipfile import ZipFile

import pytest

from coach import paths

pytestmark = pytest.mark.wheel
CONSTRAINTS = paths.ROOT / ".ci" / "constraints.txt"
CLEAN = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("PYTHON", "COACH_", "VIRTUAL_ENV", "STREAMLIT_"))
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the build backend from the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)], cwd=paths.ROOT, check=True
    )
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that has the wheel and what it needs, and nothing of the checkout."""
    environment = tmp_path_factory.mktemp("fresh") / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    subprocess.run(
        [environment / "bin" / "python", "-m", "pip", "install", "--quiet", "-c", CONSTRAINTS, wheel],
        check=True,
        env=CLEAN,
        cwd=environment,
    )
    return environment / "bin"


def test_all_data_is_in_the_wheel(wheel: Path) -> None:
    """Every content file, every prompt, the app file and its config are there, and no test is."""
    inside = set(ZipFile(wheel).namelist())
    wanted = {
        f"coach/_data/{path.relative_to(paths.ROOT).as_posix()}"
        for folder in (paths.CONTENT, paths.PROMPTS)
        for path in folder.rglob("*.toml")
    }
    wanted |= {"coach/_data/streamlit_app.py", "coach/_data/.streamlit/config.toml"}
    wanted |= {
        path.relative_to(paths.ROOT).as_posix()
        for path in (paths.ROOT / "coach").rglob("*")
        if path.suffix in {".py", ".css", ".js"}
    }
    assert wanted - inside == set()
    assert {name for name in inside if name.startswith("tests")} == set()


def test_a_plan_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    """`coach batch plan` writes a plan from an empty folder."""
    line = json.dumps({"id": "a", "text": "You never call me."}).encode()
    run = subprocess.run(
        [installed / "coach", "batch", "plan"], input=line, capture_output=True, check=False, cwd=tmp_path, env=CLEAN
    )
    assert run.returncode == 0, run.stderr.decode()
    plan = json.loads(run.stdout)
    assert plan["id"] == "a"
    assert len(plan["drafts"]) == 3


def test_the_content_is_in_order_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    """`coach check-content` finds the content inside the package, and `coach bench` says where its data is."""
    run = subprocess.run(
        [installed / "coach", "check-content"], capture_output=True, check=False, cwd=tmp_path, env=CLEAN
    )
    assert run.returncode == 0, run.stderr.decode()
    bench = subprocess.run([installed / "coach", "bench"], capture_output=True, check=False, cwd=tmp_path, env=CLEAN)
    assert bench.returncode == 2
    assert b"in the project's source" in bench.stderr


def test_the_app_answers_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    """`coach serve --port` starts, says its address, and its health endpoint answers on this computer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "serve.log"
    environment = {**CLEAN, "STREAMLIT_SERVER_HEADLESS": "true"}
    with log.open("w") as out:
        server = subprocess.Popen(
            [installed / "coach", "serve", "--port", str(port)], cwd=tmp_path, stdout=out, stderr=out, env=environment
        )
    try:
        assert healthy(f"http://127.0.0.1:{port}/_stcore/health", server), log.read_text()
        assert f"http://127.0.0.1:{port}" in log.read_text()
    finally:
        server.terminate()
        server.wait(20)


def healthy(address: str, server: subprocess.Popen[bytes]) -> bool:
    """Whether the address answers within half a minute."""
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            if server.poll() is not None:
                return False
            time.sleep(0.25)
    return False
