"""What a text shares with the lines that are written for each concern: who speaks of a kennel speaks of what asks for walks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from coach.library.wording import Concern
from coach.suggest.choose_cards import stems

if TYPE_CHECKING:
    from coach.language.encoder import Floats

_SMOOTHING = 30.0  # how many words of no concern in particular are added to each


class OwnLines:
    """Naive Bayes over the stems of each concern's lines: log of how much oftener they stand there than anywhere."""

    def __init__(self, concerns: Sequence[Concern]) -> None:
        self._ids = [concern.id for concern in concerns]
        said = [Counter(stem for line in _lines(concern) for stem in stems(line)) for concern in concerns]
        places = {stem: row for row, stem in enumerate(sorted(set().union(*said)))}
        found = np.zeros((len(places), len(concerns)), np.float32)
        for column, counts in enumerate(said):
            found[[places[stem] for stem in counts], column] = list(counts.values())
        usual = found.sum(1, keepdims=True) / found.sum()
        ratios = np.log((found + _SMOOTHING * usual) / (found.sum(0) + _SMOOTHING) / usual)
        self._ratios: dict[str, Floats] = dict(zip(places, ratios, strict=True))

    def shared(self, text: str) -> dict[str, float]:
        """For each concern's id the evidence of a text, less for each further word."""
        known = [self._ratios[stem] for stem in stems(text) if stem in self._ratios]
        total = np.sum(known, axis=0) / len(known) ** 0.5 if known else np.zeros(len(self._ids))
        return dict(zip(self._ids, map(float, total), strict=True))


def _lines(concern: Concern) -> list[str]:
    questions = (question.text for question in concern.questions)
    moments = (*concern.moments.habit, *concern.moments.past)
    told = (*concern.words, *concern.things, *concern.requests, *concern.perspectives, *moments, *questions)
    return [line.replace("{thing}", "") for line in told]
