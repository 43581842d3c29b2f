"""How weights and thresholds are fitted: plain methods for few numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from coach.language.encoder import Floats

    Answers = npt.NDArray[np.bool_]

PRECISION = 0.945  # silence beats a false alarm
PAIR_STEPS = 49
TRUSTED_FINDS, TRUSTED_SHARE = 8, 0.97
CERTAINTIES = tuple(step / 20 for step in range(2, 41))
FIT_TURNS, FIT_RATE, FIT_DECAY = 3000, 0.3, 0.002


def logistic(rows: Floats, answers: npt.NDArray[Any]) -> Floats:
    """Weights of the columns, by plain gradient descent with decay (columns: few; a pattern's find never speaks for innocence)."""
    weights = np.zeros(rows.shape[1], dtype=np.float32)
    for _ in range(FIT_TURNS):
        slope = rows.T @ (1 / (1 + np.exp(-rows @ weights)) - answers) / len(rows)
        weights -= FIT_RATE * (slope + FIT_DECAY * weights)
        weights[:-1] = np.maximum(weights[:-1], 0)
    return weights


def precision_recall(scores: npt.NDArray[Any], truth: Answers) -> tuple[float, float]:
    """Of what scores above zero the share that is right, and the share of what is right that does."""
    said = scores > 0
    return float(np.mean(truth[said])) if said.any() else 0.0, float(np.mean(said[truth]))


def best_pair(heard: Callable[[tuple[float, float]], Floats], scores: Floats, truth: Answers) -> tuple[float, float]:
    """Two thresholds, for sentences with a pattern's find and for those without: of those precise enough, the pair with most recall."""

    def quality(pair: tuple[float, float]) -> tuple[bool, float]:
        precision, recall = precision_recall(heard(pair), truth)
        return precision >= PRECISION, recall if precision >= PRECISION else precision

    steps = np.quantile(scores, np.linspace(0.02, 0.98, PAIR_STEPS)).tolist()
    return max(((one, other) for one in steps for other in steps), key=quality)


def trusted(found: Iterable[tuple[str, bool]]) -> list[str]:
    """Ids of patterns, each find given with whether its message blames, that are hardly ever wrong."""
    right, all_found = Counter[str](), Counter[str]()
    for pattern, blames in found:
        all_found[pattern] += 1
        right[pattern] += blames
    return sorted(one for one, n in all_found.items() if n >= TRUSTED_FINDS and right[one] >= TRUSTED_SHARE * n)


def threshold_for(scored: Sequence[tuple[float, bool]], share: float) -> float:
    """The lowest score from which on so large a share is right."""
    ranked = sorted(scored, reverse=True)
    right = np.cumsum([one for _, one in ranked]) / np.arange(1, len(ranked) + 1)
    enough = [i for i in range(len(ranked)) if right[i] >= share and i >= 9]
    return ranked[enough[-1]][0] if enough else float("inf")


def certainty(scores: Floats, truth: Answers) -> float:
    """What scores (texts, answers) are multiplied by, so that the chance of an answer is the share in which it is right; ``truth`` alike."""

    def surprise(factor: float) -> float:
        odds = factor * scores
        chances = np.exp(odds - odds.max(1, keepdims=True))
        return -float(np.log((chances * truth).sum(1) / chances.sum(1) + 1e-9).mean())

    return min(CERTAINTIES, key=surprise)
