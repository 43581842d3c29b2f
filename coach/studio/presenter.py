"""One sentence, step by step: what was said, what is heard, what lies beneath, ways to say it. Nothing is kept here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coach.errors import BadInput
from coach.model import Finding, IStatement, Situation
from coach.studio.checks import PRIVATE
from coach.studio.lenses import Lens, Line, lenses, parts

if TYPE_CHECKING:
    from coach.service import CoachService

LONGEST = 300  # characters that can be read from the back of a room
_TOO_LONG = (
    f"This has more than {LONGEST} characters, and nobody could read it from the back of a room. Pick the one sentence "
    "that matters most; nothing is lost."
)
_EMPTY = "There is no sentence yet. Write one, or take an example."
StepName = Literal["said", "heard", "parts", "lens", "draft", "beside"]


@dataclass(frozen=True)
class Version:
    """A sentence and what may sting in it."""

    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Step:
    """One view: which, and how much of it is shown (marks, parts) or which one (drafts)."""

    name: StepName
    count: int = 0


@dataclass(frozen=True)
class Presentation:
    """Everything that can be shown of one sentence. ``note`` stands where it is in another language."""

    said: Version
    parts: tuple[Line, ...]
    lenses: tuple[Lens, ...]
    drafts: tuple[IStatement, ...]
    beside: Version | None
    note: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The views in order; each mark and each part is a step of its own."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[Step]:
        yield Step("said")
        marks = len(self.said.findings)
        yield from (Step("heard", count) for count in range(1, marks + 1)) if marks else (Step("heard"),)
        yield from (Step("parts", count) for count in range(1, len(self.parts) + 1))
        if self.lenses:
            yield Step("lens")
        yield from (Step("draft", place) for place in range(len(self.drafts)))
        if self.beside is not None:
            yield Step("beside")


def present(service: CoachService, text: str, second: str = "") -> Presentation:
    """A sentence as a presentation; ``second`` is set beside it, or else the first draft is.

    Raises:
        BadInput: nothing to show, too long to be read from afar, or better not shown to a group.
    """
    if not text.strip():
        raise BadInput(_EMPTY)
    if max(len(text), len(second)) > LONGEST:
        raise BadInput(_TOO_LONG)
    texts = [text.strip(), *([second.strip()] if second.strip() else [])]
    readings = list(service.readings(Situation(text=one) for one in texts))
    if any(reading.screen.severity != "none" for reading in readings):
        raise BadInput(PRIVATE)
    versions = [Version(one.analysis.text, one.analysis.findings) for one in readings]
    parts_of_plan = {part.slot: part.items for part in service.parts(readings[0])}
    drafts = tuple(item for item in parts_of_plan.get("drafts", ()) if isinstance(item, IStatement))
    gentle = drafts[:1]
    beside = versions[1] if len(versions) > 1 else Version(gentle[0].text, ()) if gentle else None
    return Presentation(
        said=versions[0],
        parts=parts(gentle[0]) if gentle and lenses(gentle[0]) else (),
        lenses=lenses(gentle[0]) if gentle else (),
        drafts=drafts,
        beside=beside,
        note=readings[0].analysis.note or "",
    )
