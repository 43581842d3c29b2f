"""What the README says is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from coach import cli, paths
from coach.errors import BadInput
from coach.readme_tables import TABLES, alike, replaced, update

README = paths.ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in TABLES if name != "benchmark"])
def test_a_generated_table_is_up_to_date(name: str) -> None:
    """The tables say what the content holds. (`.ci/run` checks the benchmark's too.)"""
    assert update(README, [name], check=True) == []


@pytest.mark.parametrize("path", re.findall(r"`((?:coach|content|tests|prompts|\.ci|\.github)/[\w./-]*\w/?)`", TEXT))
def test_a_path_in_the_readme_exists(path: str) -> None:
    """The map of the code is true."""
    assert (paths.ROOT / path).exists()


def test_the_two_commands_stand_there() -> None:
    """A newcomer's two commands are written out."""
    assert "python -m pip install -e . && coach serve" in TEXT
    assert 'python -m pip install -e ".[test]" && pytest' in TEXT


@pytest.mark.parametrize("line", re.findall(r"^coach (.+?)(?: *#.*)?$", TEXT, re.MULTILINE))
def test_a_command_in_the_readme_is_understood(line: str) -> None:
    """Each `coach` line is one that the command knows."""
    words = shlex.split(
        line.replace("[", "").replace("]", "").replace("PORT", "8501").replace("KIND", "plan").partition(" <")[0]
    )
    assert cli._parser().parse_args(words).command


def test_a_table_without_markers_is_told(tmp_path: Path) -> None:
    """A README that lost its markers is an error with the markers named, never a silent success."""
    with pytest.raises(BadInput, match="no markers for decks"):
        replaced("# A README", "decks", "x")
    (tmp_path / "README.md").write_text("<!-- decks: generated -->\nold\n<!-- decks: end -->\n")
    assert update(tmp_path / "README.md", ["decks"], check=True) == ["decks"]
    assert update(tmp_path / "README.md", ["decks"], check=False) == ["decks"]
    assert update(tmp_path / "README.md", ["decks"], check=True) == []


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("| the first | 0.984 | 0.872 | 41 of 49 |", True),
        ("| the first | 0.984 | 0.865 | 40 of 49 |", False),
        ("| the first | 0.984 | 0.875 | 38 of 49 |", False),
        ("| the last | 0.984 | 0.875 | 40 of 49 |", False),
        ("| the first | 0.984 | 0.875 | 40 of 49 | 1 |", False),
    ],
)
def test_one_text_more_or_less_is_the_same_table(other: str, same: bool) -> None:
    """Another processor rounds otherwise; everything else that changes is out of date."""
    assert alike("| the first | 0.984 | 0.875 | 40 of 49 |", other) == same
