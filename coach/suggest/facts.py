"""Whether a recast statement may stand in a draft: free of what patterns find, and a fact to the encoder's ears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from coach.language.analyse import Analyser
from coach.language.encoder import encoder
from coach.language.normalise import same_length
from coach.language.parse import parse_many

if TYPE_CHECKING:
    from coach.language.encoder import Floats
    from coach.language.parse import Parsed


@dataclass(frozen=True)
class Standing:
    """What a statement is good for.

    ``fine`` unless patterns find blame in it; ``fact``: from 0 to 1, how surely a camera could have caught it; ``rough``: it hardly
    makes sense by itself, or may still sting, and so is kept for another time only.
    """

    fine: bool
    fact: float
    rough: bool

    @property
    def tells(self) -> bool:
        """Whether it may stand as what happened."""
        return self.fine and self.fact > float(encoder().setting("fact.main"))


_ROUGH = 0.9


def asked(phrase: str) -> str:
    """A bare verb phrase as the request that the head ``want`` knows."""
    return f"Would you be willing to {phrase}?"


class Facts:
    """Judges statements by the patterns and by the head ``fact``, in one reading of all of them."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser

    def unmarked(self, parsed: Parsed) -> bool:
        """Whether no pattern finds anything in a text, not even what the encoder would let pass."""
        return not self._analyser.findings(parsed)

    def clean(self, texts: Sequence[str]) -> list[bool]:
        """Whether each is free of findings."""
        return [not self._analyser.findings(parsed) for parsed in parse_many(texts)]

    def askable(self, phrases: Sequence[str]) -> list[bool]:
        """Whether each bare verb phrase is wanted, free of findings, and can be asked for."""
        if not phrases:
            return []
        requests = [asked(phrase) for phrase in phrases]
        heard, clean = self._read(requests)
        odds = encoder().head("want", heard)[:, 0]
        least = float(encoder().setting("want.least"))
        return [fine and bool(one > least) for fine, one in zip(clean, odds, strict=True)]

    def standing(self, texts: Sequence[str]) -> list[Standing]:
        """What each is good for."""
        if not texts:
            return []
        heard, clean = self._read(texts)
        odds = encoder().head("fact", heard)
        chance = np.exp(odds - odds.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        return [Standing(fine, float(one[2]), bool(one[0] > _ROUGH)) for fine, one in zip(clean, chance, strict=True)]

    def _read(self, texts: Sequence[str]) -> tuple[Floats, list[bool]]:
        """What the encoder hears in each, and whether patterns find nothing; both read at once."""
        heard = encoder().encode_beside([same_length(text) for text in texts])
        clean = self.clean(texts)
        return heard.result(), clean
