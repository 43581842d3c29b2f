"""The harness itself: live calls are impossible, nothing is left out in silence, and what is required cannot be missing."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tomllib

import pytest

from coach import paths

SLOW_TO_COLLECT = [
    f"--ignore=tests/{name}" for name in ("test_content.py", "test_curated.py", "test_golden.py", "unit", "ui")
]


def run_pytest(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A plain run of the tests in a process of its own, as a person starts it."""
    clean = {name: value for name, value in os.environ.items() if name != "COACH_REQUIRE"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *SLOW_TO_COLLECT, *arguments],
        cwd=paths.ROOT,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.invalid", 443)])
def test_no_test_reaches_another_computer(address: tuple[str, int], no_live_calls: list[str]) -> None:
    """A connection or a name look-up outside this computer is refused, and remembered."""
    with pytest.raises(RuntimeError, match="tests reach no other computer"):
        socket.create_connection(address, timeout=1)
    assert no_live_calls == [address[0]]
    no_live_calls.clear()


def test_this_computer_can_be_reached() -> None:
    """Loopback servers are part of the tests."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()


def test_what_is_left_out_is_said_with_why_and_how() -> None:
    """A plain run names each group it left out, the reason, and the command that runs it."""
    run = run_pytest("-k", "test_all_data_is_in_the_wheel or test_the_canary_sings")
    assert run.returncode == 0, run.stdout
    assert "1 wheel test was left out: building the package and installing it afresh takes minutes" in run.stdout
    assert "COACH_REQUIRE=wheel pytest -m wheel" in run.stdout
    assert "left out: Chromium and playwright are needed" in run.stdout
    assert "apt-get install chromium" in run.stdout


def test_a_required_browser_that_is_missing_fails() -> None:
    """With COACH_REQUIRE=browser and no browser to be found, the run is red and says why."""
    run = run_pytest("-k", "test_the_canary_sings", COACH_REQUIRE="browser", PATH=str(paths.CONTENT))
    assert run.returncode == 1
    assert "COACH_REQUIRE asks for browser" in run.stdout


def test_the_known_good_versions_are_names_and_versions() -> None:
    """The constraints hold no address and no host, and every direct dependency."""
    lines = [
        line
        for line in (paths.ROOT / ".ci" / "constraints.txt").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", line)] == []
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text())["project"]
    needed = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.split(r"[=<>!~\[]", one)[0].lower().replace("_", "-") for one in needed}
    assert names - {line.partition("==")[0].lower().replace("_", "-") for line in lines} == set()


def test_every_test_states_its_promise() -> None:
    """Each test function has a docstring."""
    bare = [
        f"{path.relative_to(paths.ROOT)}: {name}"
        for path in sorted((paths.ROOT / "tests").rglob("test_*.py"))
        for name in re.findall(
            r'^def (test_\w+)\([^"]*?\)(?: -> None)?:\n(?! +"""| +r""")', path.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]
    assert bare == []
