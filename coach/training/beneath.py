"""The heads of what lies beneath, taught with the network at rest: they tell many things apart with few examples of each.

``python -m coach.training.beneath`` teaches only them, with the network as it is: when concerns or labelled messages are added, in a few
minutes. The messages of ``WEIGHED_ON`` are kept apart first, to fit how much words count and how sure a chance is.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coach.language.encoder import LEARNED, Encoder
from coach.language.normalise import same_length
from coach.language.parse import parse_many
from coach.library.load import Library
from coach.training.encoder import names_of, packed
from coach.training.labelled import BENEATH, Example, beneath
from coach.training.report import Report

if TYPE_CHECKING:
    import numpy.typing as npt

    from coach.language.encoder import Floats
    from coach.training.encoder import Names

DECAY, STEPS, RATE = 3e-3, 250, 0.02
PLAIN = 4.0  # what a message written for its concern counts beside one that was judged
WEIGHED_ON = frozenset({"beneath_matter"})


def teach(library: Library, folder: Path = LEARNED) -> None:
    """Teach the heads and their settings, and print what they do with the messages kept apart."""
    known = [one for one in beneath() if one.concern]
    names, vectors = names_of(known), _vectors(Encoder(folder), known)
    apart = np.array([one.source in WEIGHED_ON for one in known])
    with tempfile.TemporaryDirectory() as name:
        early = Path(name)
        for file in ("encoder.onnx", "tokens.json", "heads.npz"):
            shutil.copy(folder / file, early)
        _store(early, _heads([one for one, out in zip(known, apart, strict=True) if not out], vectors[~apart], names))
        report = Report(Encoder(early), library, names, [one for one, out in zip(known, apart, strict=True) if out])
        report.beneath()
    _store(folder, _heads(known, vectors, names) | report.settings)


def refit(folder: Path, known: Sequence[Example], names: Names) -> None:
    """Put in the place of each head in ``folder`` one that is fitted to the finished network's vectors."""
    chosen = [one for one in known if one.concern]
    _store(folder, _heads(chosen, _vectors(Encoder(folder), chosen), names))


def _vectors(encoder: Encoder, chosen: Sequence[Example]) -> Floats:
    parsed = parse_many(one.text for one in chosen)
    return np.array([encoder.encode(same_length(one.text), one.sentence_places).whole for one in parsed])


def _heads(chosen: Sequence[Example], vectors: Floats, names: Names) -> dict[str, npt.NDArray[Any]]:
    mean, spread = vectors.mean(0), vectors.std(0) + 1e-6
    counts = np.array([PLAIN if one.source.startswith("beneath_") else 1.0 for one in chosen], np.float32)
    heads: dict[str, npt.NDArray[Any]] = {}
    for head in BENEATH:
        wanted = np.array([_shares(getattr(one, head), names[head]) for one in chosen], np.float32)
        weights, bias = _fitted((vectors - mean) / spread, wanted, counts)
        heads[f"{head}.w"] = weights / spread[:, None]
        heads[f"{head}.b"] = bias - (mean / spread) @ weights
        heads[f"{head}.names"] = np.array(names[head])
    return heads


def _store(folder: Path, heads: dict[str, npt.NDArray[Any]]) -> None:
    with np.load(folder / "heads.npz", allow_pickle=False) as stored:
        old = {name: stored[name] for name in stored.files}
    (folder / "heads.npz").write_bytes(packed({**old, **heads}))


def _shares(named: Sequence[str], names: Sequence[str]) -> list[float]:
    """How much of the answer each id is: the first named most."""
    parts = {one: 1 / (place + 1) for place, one in enumerate(named)}
    total = sum(parts.values()) or 1.0
    return [parts.get(one, 0.0) / total for one in names]


def _fitted(vectors: Floats, wanted: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """Softmax regression with decay, by Adam; ``counts``: what each row counts."""
    values = [np.zeros((vectors.shape[1], wanted.shape[1]), np.float32), np.zeros(wanted.shape[1], np.float32)]
    means, squares = ([np.zeros_like(one) for one in values] for _ in range(2))
    for step in range(1, STEPS + 1):
        odds = vectors @ values[0] + values[1]
        chance = np.exp(odds - odds.max(1, keepdims=True))
        slope = (chance / chance.sum(1, keepdims=True) - wanted) * (counts / counts.sum())[:, None]
        for place, steep in enumerate((vectors.T @ slope + DECAY * values[0], slope.sum(0))):
            means[place] = 0.9 * means[place] + 0.1 * steep
            squares[place] = 0.999 * squares[place] + 0.001 * steep**2
            move = means[place] / (1 - 0.9**step) / (np.sqrt(squares[place] / (1 - 0.999**step)) + 1e-8)
            values[place] = values[place] - np.float32(RATE) * move.astype(np.float32)
    return values[0], values[1]


if __name__ == "__main__":
    from coach.wiring import library

    teach(library())
