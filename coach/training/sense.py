"""How the heads of :mod:`coach.suggest.sense` are fitted: `python -m coach.training.sense`, a minute or two.

Good are our own texts, the good pieces of ``tests/data/guard/tuned.jsonl`` and labelled replies that show hearing; the others are its bad ones and what a small model wrote for
messages of nobody's (``tests/data/training/sense.jsonl``). A head may lose hardly any of the good pieces that it has not met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from coach.bench import rows_of
from coach.language.encoder import encoder
from coach.suggest.sense import WEIGHTS
from coach.wiring import library

if TYPE_CHECKING:
    import numpy.typing as npt

    from coach.language.encoder import Floats
    from coach.library.load import Library

SLOTS = ("other_view", "your_part", "questions", "responses")
FOLDS = 4
LOST = 0.02  # of the good pieces that a head has not met; of our own texts and of the others, the smaller loss counts
HEARD = frozenset({"validating", "reflective"})  # labels of replies that are good responses
DECAY, TURNS, RATE, MOMENTUM = 0.03, 300, 0.05, 0.9


@dataclass(frozen=True)
class Piece:
    """A text of a part. ``group``: the message, or the text itself, which stands in one fold alone."""

    slot: str
    text: str
    good: bool
    group: str
    ours: bool


def pieces(texts: Library) -> Iterator[Piece]:
    """Everything that is learned from; texts with a slot to fill are left out."""
    for slot, text in _ours(texts):
        if "{" not in text:
            yield Piece(slot, text, good=True, group=text, ours=True)
    rows: list[dict[str, Any]] = [*rows_of("guard", "tuned"), *rows_of("training", "sense")]
    for row in rows:
        item = row["item"]
        if row["slot"] in SLOTS:
            text = item if isinstance(item, str) else item["text"]
            yield Piece(row["slot"], text, row["good"], row["message"], ours=False)
    for row in rows_of("training", "replies"):
        if row["label"] in HEARD:
            yield Piece("responses", row["response"], good=True, group=row["partner_said"], ours=False)


def _ours(texts: Library) -> Iterator[tuple[str, str]]:
    for concern in texts.concerns:
        yield from (("other_view", view) for view in concern.perspectives)
        for asked in concern.questions:
            yield "questions", asked.text
            yield from (("questions", follow.ask) for follow in asked.follow_ups)
    yield from (("responses", entry.text) for entry in texts.responses)
    yield from (("your_part", one.text) for one in texts.openings if one.use == "your_part")


def fit(features: Floats, known: list[Piece]) -> Floats:
    """Weights of all parts together, with one for each part, by gradient descent with momentum; each kind of piece counts the same."""
    truth = np.array([piece.good for piece in known], dtype=np.float32)
    kinds = [(piece.slot, piece.good, piece.ours) for piece in known]
    count = Counter(kinds)
    share = np.array([1 / count[kind] / len(count) for kind in kinds])
    weights, drift = np.zeros(features.shape[1]), np.zeros(features.shape[1])
    for _ in range(TURNS):
        error = (1 / (1 + np.exp(-np.clip(features @ weights, -30, 30))) - truth) * share
        drift = MOMENTUM * drift - RATE * (features.T @ error + DECAY * weights)
        weights = weights + drift
    return np.asarray(weights, dtype=np.float32)


def main() -> None:
    """Fit on everything, with thresholds from pieces left out, and write the heads."""
    known = list(pieces(library()))
    vectors = encoder().encode_many([piece.text for piece in known])
    middle, spread = vectors.mean(axis=0), vectors.std(axis=0) + 0.05
    parts = np.array([[piece.slot == slot for slot in SLOTS] for piece in known], dtype=np.float32)
    features = np.hstack([(vectors - middle) / spread, parts]).astype(np.float32)
    scores = _left_out(features, known)
    weights = fit(features, known)
    slopes = weights[: vectors.shape[1]] / spread
    heads: dict[str, Any] = {}
    for number, slot in enumerate(SLOTS):
        least = _threshold(scores, known, slot)
        bias = weights[vectors.shape[1] + number] - middle @ slopes - least
        heads[slot] = np.append(slopes, bias).astype(np.float32)
    np.savez(WEIGHTS, **heads)


def _left_out(features: Floats, known: list[Piece]) -> npt.NDArray[Any]:
    folds = np.array([crc32(piece.group.encode()) % FOLDS for piece in known])
    scores = np.zeros(len(known))
    for fold in range(FOLDS):
        learned = np.flatnonzero(folds != fold)
        scores[folds == fold] = features[folds == fold] @ fit(features[learned], [known[i] for i in learned])
    return scores


def _threshold(scores: npt.NDArray[Any], known: list[Piece], slot: str) -> float:
    def of(*, good: bool, ours: bool) -> npt.NDArray[Any]:
        chosen = [i for i, p in enumerate(known) if (p.slot, p.good, p.ours) == (slot, good, ours)]
        return np.take(scores, chosen)

    least = min(float(np.quantile(of(good=True, ours=ours), LOST)) for ours in (True, False))
    kept = [
        float(np.mean(some >= least))
        for some in (of(good=True, ours=True), of(good=True, ours=False), of(good=False, ours=False))
    ]
    print(
        f"{slot:10} left out: shown of ours {kept[0]:.2f}, of other good ones {kept[1]:.2f}, of bad ones {kept[2]:.2f}"
    )
    return least


if __name__ == "__main__":
    main()
