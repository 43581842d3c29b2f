"""What a message is for: a complaint, an invitation to closeness, logistics, fishing for reassurance, thanks, an apology, or plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import Finding, Intent, QuestionReading

if TYPE_CHECKING:
    from coach.language.parse import Parsed


def intent(parsed: Parsed, findings: tuple[Finding, ...], questions: tuple[QuestionReading, ...]) -> Intent:
    """The main purpose of a text."""
    return "complaint" if findings else "plain"
