"""Words and their places in a text."""

from __future__ import annotations

import re

from coach.model import Span


def words_of(text: str) -> tuple[Span, ...]:
    """The words of a text with their places; signs at their edges left out."""
    found = re.finditer(r"[^\W_](?:[^\s—–]*[^\W_])?", text)
    return tuple(Span(start=one.start(), end=one.end(), text=one.group(0)) for one in found)


def place(text: str, words: str) -> Span:
    """Where words first stand in a text. Raises ValueError where they don't."""
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def touch(one: Span, other: Span) -> bool:
    """Whether two places share a character."""
    return one.start < other.end and other.start < one.end
