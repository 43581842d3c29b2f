"""How many years of school a text asks for."""

from __future__ import annotations

import re


def grade(text: str) -> float:
    """The reading grade by Flesch and Kincaid, with syllables counted by their vowels."""
    words = re.findall(r"[a-z’']+", text.lower())
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", word.removesuffix("e")))) for word in words)
    return 0.39 * len(words) / len(re.findall(r"[.?!:]['\"”’]?(?:\s|$)", text)) + 11.8 * syllables / len(words) - 15.59
