"""The one interface of all engines, and how parts become a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, get_args

from coach.model import CoachingPlan, PlanPart, Reading, Slot, Wish

SLOTS: tuple[Slot, ...] = get_args(Slot)


class Cancel(Protocol):
    """Anything that can say that the person pressed stop, such as a ``threading.Event``."""

    def is_set(self) -> bool:
        """Whether to stop."""
        ...


class Engine(Protocol):
    """Writes the parts of a plan, one after the other.

    Every slot that an engine has something for comes once as a final part; before it may come partial ones. Once ``cancel``
    is set no further part is begun. Raises EngineError only; what was yielded before stays good.
    """

    name: str

    def parts(self, reading: Reading, wish: Wish | None = None, cancel: Cancel | None = None) -> Iterator[PlanPart]:
        """The parts of the plan for a reading, drafts first."""
        ...


def collect(reading: Reading, parts: Iterable[PlanPart]) -> CoachingPlan:
    """Parts → plan; a later part replaces an earlier one of its slot."""
    latest = {part.slot: part for part in parts}
    reasons = [part.fallback_reason for part in latest.values() if part.fallback_reason]
    return CoachingPlan.model_validate(
        {
            "situation": reading.situation,
            "analysis": reading.analysis,
            "screen": reading.screen,
            **{slot: part.items for slot, part in latest.items()},
            "written_by": {slot: part.written_by for slot, part in latest.items()},
            "stand_ins": {slot: part.stand_ins for slot, part in latest.items() if part.stand_ins},
            "fallback_reason": reasons[0] if reasons else None,
        }
    )
