"""One sentence, step by step: what was said, what is heard, what lies beneath, ways to say it. Nothing is kept here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coach.errors import BadInput
from coach.library.teaching import WeakStrong
from coach.model import Analysis, IStatement, Kind, Situation, Span
from coach.studio.checks import PRIVATE
from coach.studio.lenses import Lens, Line, lenses, parts
from coach.studio.places import place, touch

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
class Sting:
    """Words that may sting or miss, and why; ``kind`` where the language engine found them, and not an author."""

    place: Span
    why: str
    kind: Kind | None = None


@dataclass(frozen=True)
class Version:
    """A sentence and what may sting in it, in order of place."""

    text: str
    stings: tuple[Sting, ...]


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
        marks = len(self.said.stings)
        yield from (Step("heard", count) for count in range(1, marks + 1)) if marks else (Step("heard"),)
        yield from (Step("parts", count) for count in range(1, len(self.parts) + 1))
        if self.lenses:
            yield Step("lens")
        yield from (Step("draft", place) for place in range(len(self.drafts)))
        if self.beside is not None:
            yield Step("beside")


def present(service: CoachService, text: str, second: str = "", examples: Iterable[WeakStrong] = ()) -> Presentation:
    """A sentence as a presentation; ``second`` is set beside it, or else the first draft is.

    Where the sentence is one of ``examples``, the words that its author marked are marked too.

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
    example = next((one for one in examples if one.weak == texts[0]), None)
    said = Version(texts[0], _stings(readings[0].analysis, example))
    parts_of_plan = {part.slot: part.items for part in service.parts(readings[0])}
    drafts = tuple(item for item in parts_of_plan.get("drafts", ()) if isinstance(item, IStatement))
    if example is not None and not readings[0].analysis.findings:
        drafts = ()  # advice, a closed question, a brush-off: no complaint to be put in another form
    gentle = drafts[:1]
    beside = Version(gentle[0].text, ()) if gentle else None
    return Presentation(
        said=said,
        parts=parts(gentle[0]) if gentle and lenses(gentle[0]) else (),
        lenses=lenses(gentle[0]) if gentle else (),
        drafts=drafts,
        beside=Version(texts[1], _stings(readings[1].analysis)) if len(texts) > 1 else beside,
        note=readings[0].analysis.note or "",
    )


def _stings(analysis: Analysis, example: WeakStrong | None = None) -> tuple[Sting, ...]:
    found = [Sting(Span(start=one.start, end=one.end, text=one.text), one.why, one.kind) for one in analysis.findings]
    if example is not None:
        marks = (place(analysis.text, words) for words in example.marks)
        found += [Sting(mark, example.why) for mark in marks if not any(touch(mark, one.place) for one in found)]
    return tuple(sorted(found, key=lambda one: one.place.start))
