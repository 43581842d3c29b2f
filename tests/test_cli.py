"""The `coach` command as a person runs it: exit codes, streams, and plain words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coach import cli, paths
from coach.errors import ContentError

README = paths.ROOT / "README.md"


def coach(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "coach.cli", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(paths.ROOT), **environment},
    )


def test_help_is_instant() -> None:
    """`coach --help` imports nothing heavy."""
    code = (
        "import sys, runpy; sys.argv = ['coach', '--help']\n"
        "try: runpy.run_module('coach.cli', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "sys.stderr.write(','.join(m for m in ('spacy', 'streamlit', 'pydantic') if m in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=paths.ROOT)
    assert b"check-content" in run.stdout
    assert run.stderr == b""


def test_batch_reads_and_writes_utf8_whatever_the_locale() -> None:
    """With the plainest locale, typographic text and emoji go through unharmed."""
    row = {"id": "ünï", "text": "You “never” call 😀"}
    run = coach(
        "batch",
        "plan",
        given=json.dumps(row, ensure_ascii=False).encode(),
        LC_ALL="C",
        PYTHONIOENCODING="ascii",
        PYTHONUTF8="0",
    )
    answer = json.loads(run.stdout.decode("utf-8"))
    assert (answer["id"], answer["situation"]["text"]) == (row["id"], row["text"])
    assert (run.returncode, run.stderr) == (0, b"")


def test_batch_exits_1_when_a_line_failed() -> None:
    """The run goes on to its end and the exit code tells that a line failed."""
    run = coach("batch", "analyse", given=b'oops\n{"id": 1, "text": "Hi."}\n')
    assert run.returncode == 1
    assert [json.loads(line)["id"] for line in run.stdout.splitlines()] == [None, 1]


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """`coach batch … | head -1` prints no traceback."""
    rows = b'{"id": 1, "text": "Hi."}\n' * 2_000
    shell = f"{sys.executable} -m coach.cli batch analyse | head -1"
    run = subprocess.run(["/bin/sh", "-c", shell], input=rows, capture_output=True, check=False, cwd=paths.ROOT)
    assert b"Traceback" not in run.stderr
    assert run.stdout.count(b"\n") == 1


def test_an_engine_without_a_model_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """The model engine is refused in a clear sentence where no model is set up, with nothing read."""
    assert cli.main(("batch", "plan", "--engine", "llm")) == 2
    assert "Nothing was read." in capsys.readouterr().err


def test_a_wrong_setting_is_told_by_its_name() -> None:
    """A setting that does not fit names its variable instead of a traceback."""
    run = coach("batch", "plan", COACH_BATCH_SIZE="many")
    assert run.returncode == 2
    assert b"COACH_BATCH_SIZE" in run.stderr
    assert b"Traceback" not in run.stderr


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1", "8.5", "²"])
def test_a_port_is_a_port(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong port is refused before anything starts."""
    with pytest.raises(SystemExit, match="2"):
        cli.main(["serve", f"--port={port}"])
    assert "a port is a number from 1 to 65535" in capsys.readouterr().err


def test_serve_is_handed_what_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """`coach serve --share --port` reaches the server as said."""
    asked: list[tuple[int | None, bool]] = []
    monkeypatch.setattr("coach.server.serve", lambda port, share: asked.append((port, share)))
    assert cli.main(["serve"]) == 0
    assert cli.main(["serve", "--share", "--port", "9000"]) == 0
    assert asked == [(None, False), (9000, True)]


def test_check_content_says_what_it_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """With everything in order it says how much there is."""
    assert cli.main(["check-content"]) == 0
    assert re.search(r"The content is in order: \d+ patterns", capsys.readouterr().out)


def test_broken_content_is_one_sentence_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another command does not pour all mistakes out; it names the one that does."""

    def broken(settings: object) -> None:
        raise ContentError(("a", "b"))

    monkeypatch.setattr("coach.wiring.build_service", broken)
    assert cli.main(["batch", "plan"]) == 2
    assert capsys.readouterr().err == "coach: 2 mistakes in the content; `coach check-content` lists them.\n"


def test_bench_away_from_a_checkout_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An installed package has no labelled examples, and says where they are."""
    monkeypatch.setattr("coach.bench.DATA", tmp_path / "none")
    assert cli.main(["bench"]) == 2
    assert "are in the project's source" in capsys.readouterr().err


def test_every_command_is_in_the_readme() -> None:
    """Each command and each of its options is documented."""
    readme = README.read_text(encoding="utf-8")
    for words in (
        "coach serve",
        "--share",
        "--port",
        "coach batch",
        "--engine",
        "coach check-content",
        "--register",
        "coach bench",
    ):
        assert words in readme
    for kind in cli.BATCH_KINDS:
        assert f"`{kind}`" in readme
