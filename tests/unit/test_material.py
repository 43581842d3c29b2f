"""A counselor's own material: taken over as it is, or refused with every mistake."""

from __future__ import annotations

import pytest

from coach.errors import ContentError
from coach.library.teaching import ExerciseKind, SpotBlameItem
from coach.studio.checks import PRIVATE, Checker
from coach.studio.material import EXAMPLE, LARGEST, own_exercise, read_material
from coach.studio.own_lines import MOST

KNOWN = frozenset({"i-message"})
LINES: list[tuple[ExerciseKind, str]] = [
    ("spot_blame", "You never listen.\nI missed you."),
    ("feeling_or_thought", "I feel sad.\n\nI feel ignored.\nI feel that you don't care."),
    ("open_question", "Did you like it?"),
    ("reflect_back", "I've asked three times for a day off."),
    ("fix_reply", "I failed the exam. | You'll be fine."),
    ("rewrite", "You never listen."),
]
BROKEN = """
kind = "open_question"
id = "Our Questions"
title = "Ours"
technique = "nothing"
colour = "red"
[[items]]
id = "a"
text = "Did you?"
[[items]]
id = "b"
text = "Was it good?"
example = 5
"""


def mistakes(checker: Checker, text: str | bytes) -> list[str]:
    """What is said about a file."""
    with pytest.raises(ContentError) as raised:
        read_material(checker, "ours.toml", text if isinstance(text, bytes) else text.encode(), KNOWN)
    return list(raised.value.mistakes)


@pytest.mark.parametrize(("kind", "text"), LINES)
def test_lines_become_an_exercise(checker: Checker, kind: ExerciseKind, text: str) -> None:
    """Each line is an item, with an answer or an example by the language engine."""
    made = own_exercise(checker, kind, text)
    assert made.kind == kind
    assert len(made.items) == len(text.replace("\n\n", "\n").splitlines())


def test_the_engine_finds_the_answers(checker: Checker) -> None:
    """The words that blame are those it would mark, and a sentence without any has none."""
    first, second = own_exercise(checker, "spot_blame", "You never listen.\nI missed you.").items
    assert isinstance(first, SpotBlameItem)
    assert isinstance(second, SpotBlameItem)
    assert (first.answers, second.answers) == (("You never",), ())


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (
            "open_question",
            "How was it?\nDid you?\nThe bin is full.",
            ["line 1: is an open question", "line 3: is no question"],
        ),
        ("feeling_or_thought", "The bin is full.", ["line 1: tells neither"]),
        (
            "fix_reply",
            "I failed.\nI failed. | That must hurt, after all that work.",
            ["line 1: needs what", "line 2: holds a reply"],
        ),
        ("rewrite", "I miss you.\nHe choked me last night.", ["line 1: holds nothing", f"line 2: {PRIVATE}"]),
        ("rewrite", "a" * 301, ["line 1: has 301 characters"]),
        ("rewrite", " \n ", ["There are no sentences yet"]),
        ("rewrite", "You never call.\n" * (MOST + 1), [f"There are {MOST + 1} sentences"]),
    ],
)
def test_every_line_that_does_not_fit_is_named(
    checker: Checker, kind: ExerciseKind, text: str, said: list[str]
) -> None:
    """All at once, each with its line and its reason."""
    with pytest.raises(ContentError) as raised:
        own_exercise(checker, kind, text)
    assert [found.startswith(begin) for found, begin in zip(raised.value.mistakes, said, strict=True)] == [True] * len(
        said
    )


def test_the_file_to_begin_with_is_good(checker: Checker) -> None:
    """The example can be taken over as it is."""
    assert read_material(checker, "ours.toml", EXAMPLE.encode(), KNOWN).exercises[0].title == "Questions from our group"


def test_a_file_of_several_things_is_read(checker: Checker) -> None:
    """Exercises, techniques and examples in one file."""
    text = f'[[exercises]]\n{EXAMPLE.replace("[[items]]", "[[exercises.items]]")}\n[[examples]]\nweak = "You never call."\nmarks = ["never"]\nwhy = "It stings."\nstrong = "I missed your call."\n'
    material = read_material(checker, "ours.toml", text.encode("utf-8-sig"), KNOWN)
    assert (len(material.exercises), len(material.techniques), len(material.examples)) == (1, 0, 1)


def test_all_mistakes_of_a_file_are_said_at_once(checker: Checker) -> None:
    """A wrong id, what is missing, what is unknown, a wrong type: each with its place."""
    said = "\n".join(mistakes(checker, BROKEN))
    for words in (".id: String should match", ".ask: Field required", ".colour: Extra inputs", "items[0]", "items[1]"):
        assert words in said
    assert all(line.startswith("ours.toml › ") for line in said.splitlines())


def test_an_example_that_would_be_marked_wrong_is_a_mistake(checker: Checker) -> None:
    """Content is checked by the same engine as answers; a technique that is not there is told too."""
    text = EXAMPLE.replace("How was your weekend?", "Was it nice?").replace('"i-message"', '"no-such"')
    named, wrong = mistakes(checker, text)
    assert "names the technique 'no-such'" in named
    assert "items[0].example: would be marked “not yet”" in wrong


@pytest.mark.parametrize(
    "text", ["", "x = 1", "[[exercises", "items = 5\n", "exercises = 5", b"\xff", "kind = []", "[[examples]]\n"]
)
def test_any_file_is_refused_with_a_reason(checker: Checker, text: str | bytes) -> None:
    """Never a traceback."""
    assert mistakes(checker, text)


def test_a_huge_file_is_not_read(checker: Checker) -> None:
    """The size is looked at first."""
    assert "is larger than" in mistakes(checker, b"#" * (LARGEST + 1))[0]
