"""The guard: what no suggestion may hold, whoever wrote it."""

from __future__ import annotations

from coach.language.analyse import Analyser
from coach.library.load import Library
from coach.model import PlanPart, Reading


class Guard:
    """Checks the parts of a plan before anyone sees them."""

    def __init__(self, analyser: Analyser, library: Library) -> None:
        self._analyser = analyser
        self._library = library

    def checked(self, reading: Reading, part: PlanPart) -> PlanPart:
        """The part with every item that passes."""
        return part
