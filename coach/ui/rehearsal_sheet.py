"""A rehearsal on paper: what both said with the feedback, what to keep and to try, and how it was for the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.studio.sheet import Block, Heading, Points, Sheet, Words
from coach.ui.words import SKILLS

if TYPE_CHECKING:
    from coach.rehearsal.debrief import Debrief
    from coach.rehearsal.state import Rehearsal


def rehearsal_sheet(rehearsal: Rehearsal, told: Debrief) -> Sheet:
    """The branch that was kept, or the one the talk stands at. The safety screen is never part of it."""
    return Sheet(f"My rehearsal, about {rehearsal.setup.matter}", tuple(_blocks(rehearsal, told)))


def _blocks(rehearsal: Rehearsal, told: Debrief) -> Iterator[Block]:
    if told.keep is not None:
        yield Words(f"Keep: “{told.keep.said}” {told.keep.feedback.landed}", "strong")
    if told.improve is not None:
        yield Words(f"Try: “{told.improve.feedback.attempt}” instead of “{told.improve.said}”", "strong")
    yield Heading("The talk")
    for turn in rehearsal.path(rehearsal.kept):
        if turn.kind == "said":
            yield Words(f"Me: {turn.said}", "quote")
            notes = turn.feedback
            stung = f"May sting: “{notes.stung}”. {notes.why}" if notes.stung else ""
            attempt = f"To try: “{notes.attempt}”" if notes.attempt else ""
            yield Words(" ".join(filter(None, (notes.landed, stung, attempt))) or "It moved little either way.", "soft")
        if turn.answer is not None:
            yield Words(f"They: {turn.answer.text}")
    yield Words(f"They: {rehearsal.goodbye}")
    if told.view:
        yield Heading("How it was for them")
        yield Words(told.view, "quote")
    yield Heading("What I practised")
    yield Points(tuple(f"{SKILLS[skill]}: {count}" for skill, count in told.counts.items()))
