"""Techniques as a counselor browses them, and the try-it box of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from coach.library.schema import LookFor, TechniqueEntry, TechniqueGroup
from coach.studio.checks import Check, Checker, check

if TYPE_CHECKING:
    from coach.model import Reading

GROUPS: dict[TechniqueGroup, str] = {
    "say": "Say it well",
    "hear": "Hear each other",
    "mend": "Mend a fight",
    "deepen": "Go deeper",
    "care": "Look after the talk",
}
_ANSWERS: frozenset[LookFor] = frozenset({"reflection", "validation"})


def grouped(techniques: Sequence[TechniqueEntry]) -> dict[TechniqueGroup, tuple[TechniqueEntry, ...]]:
    """The techniques of each group that has any, by name, the groups in their order."""
    sorted_ = sorted(techniques, key=lambda one: one.name.casefold())
    groups = {group: tuple(one for one in sorted_ if one.group == group) for group in get_args(TechniqueGroup)}
    return {group: members for group, members in groups.items() if members}


def find(techniques: Sequence[TechniqueEntry], name: str | None) -> TechniqueEntry | None:
    """The technique with this id, if there is one."""
    return next((one for one in techniques if one.id == name), None)


def answers(technique: TechniqueEntry) -> bool:
    """Whether its try-it box answers what somebody else said, and does not say it better."""
    return not _ANSWERS.isdisjoint(technique.try_it.look_for)


def tried(checker: Checker, technique: TechniqueEntry, text: str) -> tuple[Reading, tuple[Check, ...]]:
    """A try, read: what may sting in it, and everything the technique looks for. Raises TextTooLong."""
    study = checker.study(text, technique.try_it.start.strip('"') if answers(technique) else "")
    return study.reading, check(study, technique.try_it.look_for)
