"""The nouns of a review: what a turn does, and a turn with what was read in it. Frozen data, no behaviour."""

from __future__ import annotations

from typing import Literal

from coach.model import Finding
from coach.studio.transcript import Turn

Act = Literal[
    "question",
    "reflection",
    "validation",
    "advice",
    "blame",
    "request",
    "repair",
    "responsibility",
    "disclosure",
    "defence",
    "dismissal",
    "information",
]
Asked = Literal["open", "closed", "none"]
ACT_NAMES: dict[Act, str] = {
    "question": "Question",
    "reflection": "Reflection",
    "validation": "Validation",
    "advice": "Advice",
    "blame": "Blame",
    "request": "Request",
    "repair": "Repair",
    "responsibility": "Owning a part",
    "disclosure": "Telling of oneself",
    "defence": "Defence",
    "dismissal": "Brushing off",
    "information": "Information",
}
ASKED_NAMES: dict[Asked, str] = {"open": "open question", "closed": "closed question", "none": "no question"}


class CodedTurn(Turn):
    """A turn with its main act, the question in it, and what may sting.

    ``by_hand``: somebody set the act or the question. ``danger``: it may tell of danger; shown to the reader alone, and never exported.
    """

    act: Act
    question: Asked
    findings: tuple[Finding, ...] = ()
    by_hand: bool = False
    danger: bool = False
