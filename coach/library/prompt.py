"""The schema of a prompt for a model."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from coach.library.entry import Entry, Id, Line, slots_of


class Prompt(Entry):
    """A prompt for a model: every variable in ``user`` is declared, and every declared one is used.

    ``output`` names the shape of the answer (:mod:`coach.llm.outputs`), ``wishes`` are variations that a person can ask for.
    """

    id: Id
    version: int = Field(ge=1)
    system: Line
    user: Line
    variables: tuple[str, ...]
    output: Literal["plan", "check", "partner"]
    wishes: dict[Id, Line] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _variables_match(self) -> Prompt:
        used = slots_of(self.user)
        missing, unused = sorted(used - set(self.variables)), sorted(set(self.variables) - used)
        if missing or unused:
            raise ValueError(f"variables not declared: {missing}; declared and not used: {unused}")
        return self
