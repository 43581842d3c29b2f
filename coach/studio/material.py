"""A counselor's own material: exercises, techniques and examples from a file, or lines typed in. Every mistake is said at once.

Nothing here is stored; what is read is handed back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tomli

from coach.errors import CoachError, ContentError
from coach.library.load import validated
from coach.library.teaching import Exercise, ExerciseItem, ExerciseKind, TechniqueEntry, WeakStrong
from coach.studio.checks import Checker
from coach.studio.exercises import mark
from coach.studio.own_lines import LONGEST, MOST, item_of

LARGEST = 500_000  # bytes; a file of techniques of a whole course is smaller
_TABLES: dict[str, type[Exercise | TechniqueEntry | WeakStrong]] = {
    "exercises": Exercise,
    "techniques": TechniqueEntry,
    "examples": WeakStrong,
}
_ASKS: dict[ExerciseKind, str] = {
    "spot_blame": "Pick the words that may be heard as blame. There may be none.",
    "feeling_or_thought": "Does it tell a feeling, or a thought about somebody?",
    "open_question": "Ask it so that the other can tell.",
    "reflect_back": "Say back what you heard, in your own words.",
    "fix_reply": "Find a reply that shows you listened.",
    "rewrite": "Say it without blame: what happened, what you feel, what you ask.",
}
_SHAPES = (
    "No part of the studio reads this. A file holds one exercise (kind, items …), one technique (steps, examples, "
    "try_it …), or tables named [[exercises]], [[techniques]] or [[examples]]. A deck has [[cards]], a scene an opening_line, a partner [[frames]]."
)
EXAMPLE = """# An exercise of your own. Change it, and add as many [[items]] as you like.
id = "my-questions"
kind = "open_question"
title = "Questions from our group"
ask = "Ask it so that the other can tell."
technique = "i-message"

[[items]]
id = "weekend"
text = "Did you have a nice weekend?"
example = "How was your weekend?"
"""
EXAMPLE_SENTENCES = """# Sentences of your own for the Presenter. Change them, and add as many [[examples]] as you like.
[[examples]]
weak = "You never tell me where you are."
marks = ["You never"]
why = "It counts every time, so the other looks for the one time they did."
strong = "When it got to nine on Friday and I hadn't heard from you, I was worried. Would you text me when you leave?"
"""


@dataclass(frozen=True)
class Material:
    """What a file held."""

    exercises: tuple[Exercise, ...] = ()
    techniques: tuple[TechniqueEntry, ...] = ()
    examples: tuple[WeakStrong, ...] = ()


def read_material(checker: Checker, name: str, data: bytes, known: frozenset[str]) -> Material:
    """Read one TOML file; ``known`` are the ids of techniques that an exercise may name.

    Raises:
        ContentError: with every mistake, as ``file › entry: reason``.
    """
    if len(data) > LARGEST:
        raise ContentError((f"{name}: is larger than {LARGEST // 1000} kB; split it.",))
    try:
        table = tomli.loads(data.decode("utf-8-sig"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ContentError((f"{name}: is not valid TOML: {error}",)) from error
    mistakes: list[str] = []
    found: dict[type, list[Any]] = {Exercise: [], TechniqueEntry: [], WeakStrong: []}
    for schema, entry, where in _entries(table, name, mistakes):
        found[schema] += validated(schema, entry, where, mistakes)
    material = Material(*(tuple(found[schema]) for schema in (Exercise, TechniqueEntry, WeakStrong)))
    names = known | {one.id for one in material.techniques}
    for exercise in material.exercises:
        if exercise.technique not in names:
            mistakes.append(f"{name} › {exercise.id}: names the technique {exercise.technique!r}, which does not exist")
        mistakes += (f"{name} › {exercise.id}.{fault}" for fault in faults(checker, exercise))
    if mistakes:
        raise ContentError(tuple(mistakes))
    return material


def faults(checker: Checker, exercise: Exercise) -> Iterator[str]:
    """What is wrong in an exercise that fits its form: an example that would itself be marked as not yet there."""
    for number, item in enumerate(exercise.items):
        example = getattr(item, "example", None)
        if not example:
            continue
        try:
            marked = mark(checker, item, example)
        except CoachError as error:
            yield f"items[{number}].example: {error}"
            continue
        if marked.level == "not_yet":
            yield f"items[{number}].example: would be marked “not yet”: {marked.reasons[0]}"


def own_exercise(checker: Checker, kind: ExerciseKind, text: str) -> Exercise:
    """An exercise from lines typed in, one sentence a line; the language engine writes the answers.

    Raises:
        ContentError: with every mistake and its line.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        raise ContentError(("There are no sentences yet. Write one on each line.",))
    if len(lines) > MOST:
        raise ContentError((f"There are {len(lines)} sentences, and {MOST} is the most at a time.",))
    items: list[ExerciseItem] = []
    mistakes: list[str] = []
    for number, line in lines:
        if len(line) > LONGEST:
            mistakes.append(f"line {number}: has {len(line)} characters, and {LONGEST} is the most")
            continue
        try:
            items.append(item_of(checker, kind, number, line))
        except CoachError as error:
            mistakes.append(f"line {number}: {error}")
    if mistakes:
        raise ContentError(tuple(mistakes))
    return Exercise(
        id=f"own.{kind.replace('_', '-')}",
        kind=kind,
        title="Your own sentences",
        ask=_ASKS[kind],
        technique="own",
        items=tuple(items),
    )


def _entries(
    table: dict[str, Any], name: str, mistakes: list[str]
) -> Iterator[tuple[type[Exercise | TechniqueEntry | WeakStrong], Any, str]]:
    if "items" in table or "kind" in table:
        yield Exercise, table, name
        return
    if "steps" in table or "try_it" in table:
        yield TechniqueEntry, table, name
        return
    if not table:
        mistakes.append(f"{name}: is empty. {_SHAPES}")
    for key, entries in table.items():
        schema = _TABLES.get(key)
        if schema is None:
            mistakes.append(f"{name} › {key}: {_SHAPES}")
        elif not isinstance(entries, list):
            mistakes.append(f"{name} › {key}: must be a list of tables; write [[{key}]] above each entry")
        else:
            yield from ((schema, entry, f"{name} › {key}[{number}]") for number, entry in enumerate(entries))
