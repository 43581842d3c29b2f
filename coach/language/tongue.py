"""Which language a text is in: the coach reads English, and says so kindly when it meets another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.language.parse import Parsed


@dataclass(frozen=True)
class Tongue:
    """ISO 639-1 code, and a sentence for the person when it is not English."""

    code: str
    note: str | None = None


def tongue(parsed: Parsed) -> Tongue:
    """The language of a text, ``en`` when in doubt."""
    return Tongue("en")
