"""Questions: open or closed by function, whether they attack, and an open version of a closed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import Finding, QuestionReading

if TYPE_CHECKING:
    from coach.language.parse import Parsed


def read_questions(parsed: Parsed, findings: tuple[Finding, ...] = ()) -> tuple[QuestionReading, ...]:
    """Every question of a text, in order."""
    return ()


def read_question(parsed: Parsed) -> QuestionReading:
    """A whole text read as one question."""
    return QuestionReading(start=0, end=len(parsed.text), text=parsed.text, open=True, blaming=False)
