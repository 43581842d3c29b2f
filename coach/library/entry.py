"""The small parts that all schemas are made of: ids, lines, slots."""

from __future__ import annotations

from string import Formatter
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$")]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Entry(BaseModel):
    """Frozen; an unknown field is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def slots_of(text: str) -> set[str]:
    """Names of the slots in a text: "I feel {feeling}." has *feeling*."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def check_slots(text: str, known: frozenset[str]) -> None:
    """Raise ValueError where a text has a slot that nothing fills."""
    if unknown := slots_of(text) - known:
        raise ValueError(f"unknown slots {sorted(unknown)}; known are {sorted(known)}")
