"""Techniques as a counselor browses them, and the try-it box of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from coach.library.teaching import TechniqueEntry, TechniqueGroup
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
_QUOTED = re.compile(r'"([^"]+)"')
_SAYS = re.compile(r'\b(?:says?|said|sighs?|asks?|answers?)[,:]* "([^"]+)"')


def grouped(techniques: Sequence[TechniqueEntry]) -> dict[TechniqueGroup, tuple[TechniqueEntry, ...]]:
    """The techniques of each group that has any, by name, the groups in their order."""
    sorted_ = sorted(techniques, key=lambda one: one.name.casefold())
    groups = {group: tuple(one for one in sorted_ if one.group == group) for group in get_args(TechniqueGroup)}
    return {group: members for group, members in groups.items() if members}


def find(techniques: Sequence[TechniqueEntry], name: str | None) -> TechniqueEntry | None:
    """The technique with this id, if there is one."""
    return next((one for one in techniques if one.id == name), None)


def quoted(technique: TechniqueEntry) -> str:
    """What the try-it box answers, if somebody else's words are quoted in it."""
    try_it = technique.try_it
    found = _QUOTED.match(try_it.start) or _SAYS.search(try_it.ask)
    return "" if found is None else found[1]


def begins_with(technique: TechniqueEntry) -> str:
    """The words that stand in the box to be changed; none where the sentence to begin from is another's."""
    return "" if _QUOTED.match(technique.try_it.start) else technique.try_it.start


def tried(checker: Checker, technique: TechniqueEntry, text: str) -> tuple[Reading, tuple[Check, ...]]:
    """A try, read: what may sting in it, and everything the technique looks for. Raises TextTooLong."""
    study = checker.study(text, quoted(technique))
    return study.reading, check(study, technique.try_it.look_for)
