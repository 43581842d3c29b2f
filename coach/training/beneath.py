"""The heads of what lies beneath, taught once more with the network at rest: they tell many things apart with few examples of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from coach.language.encoder import Encoder
from coach.language.normalise import same_length
from coach.language.parse import parse_many
from coach.training.encoder import packed
from coach.training.labelled import BENEATH, Example

if TYPE_CHECKING:
    from coach.language.encoder import Floats
    from coach.training.encoder import Names

DECAY, STEPS, RATE = 3e-3, 250, 0.02


def refit(folder: Path, known: Sequence[Example], names: Names) -> None:
    """Add to each head in ``folder`` one that was fitted to the finished network's vectors; the two together beat either."""
    chosen = [one for one in known if one.concern]
    encoder = Encoder(folder)
    parsed = parse_many(one.text for one in chosen)
    vectors = np.array([encoder.encode(same_length(one.text), one.sentence_places).whole for one in parsed])
    mean, spread = vectors.mean(0), vectors.std(0) + 1e-6
    with np.load(folder / "heads.npz", allow_pickle=False) as stored:
        heads = {name: stored[name] for name in stored.files}
    for head in BENEATH:
        wanted = np.array([_shares(getattr(one, head), names[head]) for one in chosen], np.float32)
        weights, bias = _fitted((vectors - mean) / spread, wanted)
        heads[f"{head}.w"] = heads[f"{head}.w"] + weights / spread[:, None]
        heads[f"{head}.b"] = heads[f"{head}.b"] + bias - (mean / spread) @ weights
    (folder / "heads.npz").write_bytes(packed(heads))


def _shares(named: Sequence[str], names: Sequence[str]) -> list[float]:
    """How much of the answer each id is: the first named most."""
    parts = {one: 1 / (place + 1) for place, one in enumerate(named)}
    total = sum(parts.values()) or 1.0
    return [parts.get(one, 0.0) / total for one in names]


def _fitted(vectors: Floats, wanted: Floats) -> tuple[Floats, Floats]:
    """Softmax regression with decay, by Adam."""
    values = [np.zeros((vectors.shape[1], wanted.shape[1]), np.float32), np.zeros(wanted.shape[1], np.float32)]
    means, squares = ([np.zeros_like(one) for one in values] for _ in range(2))
    for step in range(1, STEPS + 1):
        odds = vectors @ values[0] + values[1]
        chance = np.exp(odds - odds.max(1, keepdims=True))
        slope = (chance / chance.sum(1, keepdims=True) - wanted) / len(vectors)
        for place, steep in enumerate((vectors.T @ slope + DECAY * values[0], slope.sum(0))):
            means[place] = 0.9 * means[place] + 0.1 * steep
            squares[place] = 0.999 * squares[place] + 0.001 * steep**2
            move = means[place] / (1 - 0.9**step) / (np.sqrt(squares[place] / (1 - 0.999**step)) + 1e-8)
            values[place] = values[place] - np.float32(RATE) * move.astype(np.float32)
    return values[0], values[1]
