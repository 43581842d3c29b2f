"""An author's mistakes: all at once, each with its file, its entry and its reason; and ids that last for ever."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from coach import paths
from coach.content_check import check_content
from coach.errors import ContentError
from coach.library.ids import check_ids, registered
from coach.library.load import load_library, load_prompts, read_library

NEED = '[[needs]]\nid = "{id}"\nname = "rest"\nclause = "to rest"\nfamily = "body"\n'
PATTERN = """
id = "absolute.test"
kind = "{kind}"
why = "Because."
source = "a book"
[[match]]
token = [{{LOWER = "never"}}]
[[flag]]
text = "You never call."
span = "{span}"
[[flag]]
text = "You never write."
span = "never"
[[allow]]
text = "I call."
[[allow]]
text = "I write."
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An empty content folder."""
    (tmp_path / "patterns").mkdir()
    return tmp_path


def mistakes(content: Path) -> tuple[str, ...]:
    """What the loader says."""
    with pytest.raises(ContentError) as caught:
        load_library(content)
    return caught.value.mistakes


def test_all_mistakes_of_all_files_are_reported_at_once(content: Path) -> None:
    """One run tells the author everything: broken TOML, an unknown field, a wrong kind, a span that is not there."""
    (content / "feelings.toml").write_text("[[feelings]\n")
    (content / "needs.toml").write_text(NEED.format(id="rest") + 'colour = "red"\n')
    (content / "patterns" / "a.toml").write_text(PATTERN.format(kind="rudeness", span="always"))
    told = "\n".join(mistakes(content))
    assert "feelings.toml: is not valid TOML" in told
    assert "needs.toml › needs[0] › rest.colour: Extra inputs are not permitted" in told
    assert "patterns/a.toml › absolute.test.kind" in told
    assert "span 'always' does not stand in the text" in told


def test_a_word_class_stands_for_its_words(content: Path) -> None:
    """A rule of safety names a class, and gets its words; a class that nobody wrote is a mistake with its file."""
    (content / "safety").mkdir()
    (content / "word_classes.toml").write_text('[[classes]]\nid = "force"\nabout = "hands"\nwords = ["hit", "shove"]\n')
    rule = PATTERN.format(kind="label", span="never").replace(
        'kind = "label"', 'risk = "stalking"\nseverity = "concern"'
    )
    for name, words in (("a", '{IN = ["<force>", "never"]}'), ("b", '{IN = ["<farce>", "never"]}')):
        (content / "safety" / f"{name}.toml").write_text(rule.replace('"never"}', f"{words}}}", 1))
    library, _, told = read_library(content)
    assert library.safety_rules[0].match[0].token == ({"LOWER": {"IN": ["hit", "shove", "never"]}},)
    assert told == ["safety/b.toml: <farce> is no class of words; those of word_classes.toml are ['<force>']"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("needs.toml", 'needs = ["rest"]'),
        ("needs.toml", 'needs = "rest"'),
        ("needs.toml", "needs = 5"),
        ("needs.toml", '[needs]\nid = "rest"'),
        ("needs.toml", "\x00"),
        ("patterns/a.toml", "id = 5"),
    ],
)
def test_any_shape_of_mistake_is_reported_not_raised(content: Path, name: str, text: str) -> None:
    """A list where a table should be, a number, a wrong table: a mistake with its file, never a traceback."""
    (content / name).write_text(text)
    assert any(mistake.startswith(name) for mistake in mistakes(content))


def test_bytes_that_are_no_text_are_a_mistake(content: Path) -> None:
    """A file that is not UTF-8 is told as such."""
    (content / "needs.toml").write_bytes(b'[[needs]]\nid = "\xff"\n')
    assert mistakes(content)[0].startswith("needs.toml: is not valid TOML")


def test_a_file_that_nobody_reads_is_a_mistake(content: Path) -> None:
    """A misplaced file is not silently ignored, and neither is a misspelt table."""
    (content / "feelins.toml").write_text("")
    (content / "stray.toml").write_text('[[cards]]\nid = "a"\n')
    (content / "needs.toml").write_text(NEED.format(id="rest").replace("[[needs]]", "[[neds]]"))
    told = mistakes(content)
    assert any(mistake.startswith("stray.toml: no part of the coach reads this file") for mistake in told)
    assert any(mistake.startswith("needs.toml › neds: unknown table") for mistake in told)


def test_a_reference_to_nothing_is_a_mistake(content: Path) -> None:
    """A look-alike that names a feeling nobody wrote is told."""
    (content / "feelings.toml").write_text(
        '[[lookalikes]]\nid = "ignored"\nword = "ignored"\nbeneath = ["lonely", "sad"]\nneeds = ["rest"]\nwhy = "It accuses."\n'
    )
    assert "look-alike ignored: names the feeling 'lonely', which does not exist" in mistakes(content)


def test_an_id_that_is_not_registered_is_a_mistake(content: Path) -> None:
    """A new id has to be registered, and the message says how."""
    (content / "needs.toml").write_text(NEED.format(id="rest"))
    assert mistakes(content) == ("ids.toml › needs: 'rest' is not registered; run `coach check-content --register`",)


def test_registering_makes_the_content_good(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`coach check-content --register` adds new ids and says what was checked."""
    (content / "needs.toml").write_text(NEED.format(id="rest"))
    (prompts := tmp_path / "prompts-of-test").mkdir()
    assert check_content(content, prompts, register=True) == 0
    assert "1 needs" in capsys.readouterr().out
    assert tomllib.loads((content / "ids.toml").read_text())["needs"] == {"issued": ["rest"], "retired": []}


def test_nothing_is_registered_while_files_are_wrong(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id is for ever, so a run with mistakes issues none."""
    (content / "needs.toml").write_text(NEED.format(id="rest") + "x = 1\n")
    assert check_content(content, content / "none", register=True) == 1
    assert "nothing was registered" in capsys.readouterr().err
    assert not (content / "ids.toml").exists()


def test_an_id_used_twice_is_a_mistake(content: Path) -> None:
    """Two entries cannot share an id."""
    (content / "needs.toml").write_text(NEED.format(id="rest") * 2)
    assert "needs › rest: the id is used 2 times" in mistakes(content)


def test_silent_deletion_is_a_mistake(content: Path) -> None:
    """An id that was issued cannot just go."""
    (content / "needs.toml").write_text(NEED.format(id="rest"))
    (content / "ids.toml").write_text('[needs]\nissued = ["rest", "sleep"]\nretired = []\n')
    assert mistakes(content) == (
        "ids.toml › needs: 'sleep' was issued and is gone; bring it back or list it as retired",
    )


def test_a_retired_id_is_not_missed_and_not_used_again(content: Path) -> None:
    """A retired id is no mistake while it rests, and is one when it comes back."""
    (content / "needs.toml").write_text(NEED.format(id="rest"))
    (content / "ids.toml").write_text('[needs]\nissued = ["rest"]\nretired = ["sleep"]\n')
    library = load_library(content)
    told = list(check_ids(library, {"needs": {"issued": ["rest"], "retired": ["rest"]}}))
    assert told == ["needs › rest: the id was retired and cannot be used again"]


def test_registering_keeps_what_was_retired(content: Path) -> None:
    """Registering again never takes an id out of the register."""
    (content / "needs.toml").write_text(NEED.format(id="rest"))
    library, _, _ = read_library(content)
    again = tomllib.loads(registered(library, {"needs": {"issued": ["gone"], "retired": ["sleep"]}}))
    assert again["needs"] == {"issued": ["gone", "rest"], "retired": ["sleep"]}


def test_a_prompt_with_a_missing_variable_is_a_mistake(tmp_path: Path) -> None:
    """A prompt's variables and its text agree, and all that don't are told together."""
    (tmp_path / "drafts.toml").write_text(
        'id = "drafts"\nversion = 1\nsystem = "s"\nuser = "{text} {tone}"\nvariables = ["text", "age"]\noutput = "plan"\n'
    )
    with pytest.raises(ContentError, match=r"not declared: \['tone'\]; declared and not used: \['age'\]"):
        load_prompts(tmp_path)


def test_the_projects_own_ids_are_kept(tmp_path: Path) -> None:
    """Registering the project's content again changes nothing: every id in use is in the register."""
    shutil.copytree(paths.CONTENT, tmp_path / "content")
    before = (tmp_path / "content" / "ids.toml").read_text(encoding="utf-8")
    assert check_content(tmp_path / "content", paths.PROMPTS, register=True) == 0
    assert (tmp_path / "content" / "ids.toml").read_text(encoding="utf-8") == before
