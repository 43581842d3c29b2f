"""How the weights of :mod:`coach.studio.coding` are fitted: `python -m coach.training.acts`, a minute or two, with the figures on conversations left out.

It learns from the labelled conversations of ``tests/data/training`` and ``tests/data/tuned``, and from the pairs of the replies, which know no
place in a talk. The held-out conversations are not read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from coach import paths
from coach.studio.coding import ACTS, LEARNED, Coder, Weights, around
from coach.studio.transcript import Turn

if TYPE_CHECKING:
    import numpy.typing as npt

    from coach.language.encoder import Floats

DATA = paths.ROOT / "tests" / "data"
REPLY_ACTS = {
    "validating": "validation",
    "reflective": "reflection",
    "responsibility": "responsibility",
    "curious": "question",
    "dismissive": "dismissal",
    "defensive": "defence",
    "fixing": "advice",
    "minimising": "dismissal",
    "interrogating": "question",
    "blaming": "blame",
    "neutral": "information",
}
REPLY_WEIGHT = 0.25  # a pair tells less than a turn in its talk
DECAY, MEANING_DECAY = 0.003, 0.04  # each of 384 numbers tells less than a feature that was thought of
TURNS, RATE, MOMENTUM = 400, 0.05, 0.9
FOLDS = 6


@dataclass(frozen=True)
class Examples:
    """Turns as rows: the names of the features, the rows, the act's number, the weight, which talk they are of (-1: a pair) and whose."""

    names: tuple[str, ...]
    rows: Floats
    acts: npt.NDArray[Any]
    weights: Floats
    talks: npt.NDArray[Any]
    speakers: tuple[str, ...]


def read(coder: Coder) -> Examples:
    """Every labelled turn, read."""
    rows: list[Floats] = []
    acts: list[int] = []
    talks: list[int] = []
    speakers: list[str] = []
    names: tuple[str, ...] = ()
    for number, talk in enumerate(_lines("training/conversations*.jsonl", "tuned/conversations*.jsonl")):
        known = coder.listen(Turn(speaker=turn["speaker"], text=turn["text"]) for turn in talk["turns"])
        names = names or tuple(known.features(0))
        rows.append(known.rows(range(len(known.heard)), names))
        acts += [ACTS.index(turn["act"]) for turn in talk["turns"]]
        talks += [number] * len(known.heard)
        speakers += known.speakers
    for one in _lines("training/replies*.jsonl"):
        known = coder.listen((Turn(speaker="A", text=one["partner_said"]), Turn(speaker="B", text=one["response"])))
        rows.append(known.rows((1,), names))
        acts.append(ACTS.index(REPLY_ACTS[one["label"]]))
        talks.append(-1)
    speakers += [""] * (len(talks) - len(speakers))
    numbers = np.array(talks)
    share = np.where(numbers < 0, REPLY_WEIGHT, 1.0).astype(np.float32)
    return Examples(names, np.vstack(rows), np.array(acts), share, numbers, tuple(speakers))


def fit(examples: Examples, chosen: npt.NDArray[Any], seen: Floats) -> Weights:
    """Both sets of weights, from the chosen rows; ``seen`` from :func:`seen_around`."""
    both = np.hstack([examples.rows, seen])
    return Weights(examples.names, *_slopes(examples, examples.rows, chosen), *_slopes(examples, both, chosen))


def seen_around(examples: Examples) -> Floats:
    """What the turns around each are at first sight, said by weights that never met its talk; zeros for pairs."""
    odds = np.zeros((len(examples.acts), len(ACTS)), dtype=np.float32)
    for out in _folds(examples):
        slopes, bias = _slopes(examples, examples.rows, ~out)
        odds[out] = examples.rows[out] @ slopes + bias
    found = np.zeros((len(odds), 3 * len(ACTS)), dtype=np.float32)
    for talk in range(examples.talks.max() + 1):
        rows = np.flatnonzero(examples.talks == talk)
        found[rows] = around(odds[rows], [examples.speakers[row] for row in rows])
    return found


def _slopes(examples: Examples, inputs: Floats, chosen: npt.NDArray[Any]) -> tuple[Floats, Floats]:
    """Softmax regression by gradient descent with momentum; features that hardly vary stay quiet through the decay."""
    rows = inputs[chosen]
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 0.05
    rows = (rows - middle) / spread
    decay = np.full((rows.shape[1], 1), DECAY, dtype=np.float32)
    decay[len(examples.names) : examples.rows.shape[1]] = MEANING_DECAY
    truth = np.eye(len(ACTS), dtype=np.float32)[examples.acts[chosen]]
    share = (examples.weights[chosen] / examples.weights[chosen].sum())[:, None]
    slopes, bias = np.zeros((rows.shape[1], len(ACTS)), dtype=np.float32), np.zeros(len(ACTS), dtype=np.float32)
    drift, bias_drift = np.zeros_like(slopes), np.zeros_like(bias)
    for _ in range(TURNS):
        odds = rows @ slopes + bias
        odds -= odds.max(axis=1, keepdims=True)
        said = np.exp(odds)
        error = (said / said.sum(axis=1, keepdims=True) - truth) * share
        drift = MOMENTUM * drift - RATE * (rows.T @ error + decay * slopes)
        bias_drift = MOMENTUM * bias_drift - RATE * error.sum(axis=0)
        slopes, bias = slopes + drift, bias + bias_drift
    slopes = (slopes / spread[:, None]).astype(np.float32)
    return slopes, (bias - middle @ slopes).astype(np.float32)


def left_out(examples: Examples, seen: Floats) -> npt.NDArray[Any]:
    """The act of every turn, said by weights that never met its talk; pairs are always learned from."""
    said = np.full(len(examples.acts), -1)
    both = np.hstack([examples.rows, seen])
    for out in _folds(examples):
        slopes, bias = _slopes(examples, both, ~out)
        said[out] = (both[out] @ slopes + bias).argmax(axis=1)
    return said


def _folds(examples: Examples) -> Iterator[npt.NDArray[Any]]:
    for fold in range(FOLDS):
        yield (examples.talks >= 0) & (examples.talks % FOLDS == fold)


def main() -> None:
    """Fit on everything, print what is reached on talks left out, and write the weights."""
    from coach.wiring import build_service

    examples = read(Coder(build_service()))
    seen = seen_around(examples)
    _tell(examples, left_out(examples, seen))
    known = fit(examples, np.ones(len(examples.acts), dtype=bool), seen)
    np.savez(LEARNED, **{**asdict(known), "names": np.array(known.names)})


def _tell(examples: Examples, said: npt.NDArray[Any]) -> None:
    turns = examples.talks >= 0
    truth, said = examples.acts[turns], said[turns]
    print(f"{len(truth)} turns of talks left out: {np.mean(truth == said):.3f} of the acts agree")
    for number, act in enumerate(ACTS):
        right = int(np.sum((truth == number) & (said == number)))
        named, meant = int(np.sum(said == number)), int(np.sum(truth == number))
        print(f"{act:15} precision {right / max(1, named):.2f} recall {right / max(1, meant):.2f} of {meant}")


def _lines(*globs: str) -> Sequence[dict[str, Any]]:
    files = [path for one in globs for path in sorted(DATA.glob(one))]
    return [
        json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


if __name__ == "__main__":
    main()
