"""What patterns miss: a linear model over one sentence's features, trained by :mod:`coach.training.blame`, precision first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import numpy as np

from coach import paths
from coach.language.clauses import clauses
from coach.language.sentence_features import meaning, numbers, span_features, text_features
from coach.model import Finding, Kind

if TYPE_CHECKING:
    import numpy.typing as npt
    from spacy.tokens import Span as DocSpan

    from coach.language.parse import Parsed

KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind != "third_person")
WEIGHTS = paths.CONTENT / "learned" / "weights.npz"


@dataclass(frozen=True)
class Model:
    """Weights of hashed features: ``blame`` (2**b,), ``meaning`` (96,), ``kinds`` (kinds, 2**k); probabilities from ``threshold`` up are findings."""

    blame: npt.NDArray[np.float32]
    meaning: npt.NDArray[np.float32]
    bias: float
    kinds: npt.NDArray[np.float32]
    kind_bias: npt.NDArray[np.float32]
    threshold: float

    def probability(self, names: Sequence[str], mean: npt.NDArray[np.float64]) -> float:
        """How likely a sentence with these features is heard as blame, 0 to 1."""
        places = numbers(names, _bits(self.blame.shape[0]))
        score = float(self.blame[places].sum()) / np.sqrt(max(len(places), 1)) + float(self.meaning @ mean) + self.bias
        return float(1 / (1 + np.exp(-score)))

    def kind(self, names: Sequence[str]) -> Kind:
        """The likeliest kind of blame."""
        places = numbers(names, _bits(self.kinds.shape[1]))
        scores = self.kinds[:, places].sum(axis=1) / np.sqrt(max(len(places), 1)) + self.kind_bias
        return KINDS[int(scores.argmax())]


def load(path: Path) -> Model:
    """A model from its file, as :func:`save` wrote it."""
    with np.load(path, allow_pickle=False) as data:
        return Model(
            blame=data["blame"].astype(np.float32) * np.float32(data["blame_step"]),
            meaning=data["meaning"].astype(np.float32),
            bias=float(data["bias"]),
            kinds=data["kinds"].astype(np.float32) * np.float32(data["kinds_step"]),
            kind_bias=data["kind_bias"].astype(np.float32),
            threshold=float(data["threshold"]),
        )


def save(model: Model, path: Path) -> None:
    """Write a model, its large tables as whole numbers from -127 to 127."""
    path.parent.mkdir(parents=True, exist_ok=True)
    blame, blame_step = _coarse(model.blame)
    kinds, kinds_step = _coarse(model.kinds)
    np.savez_compressed(
        path,
        blame=blame,
        blame_step=blame_step,
        meaning=model.meaning,
        bias=model.bias,
        kinds=kinds,
        kinds_step=kinds_step,
        kind_bias=model.kind_bias,
        threshold=model.threshold,
    )


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model that comes with the content, read when first needed."""
    return load(WEIGHTS)


def probabilities(parsed: Parsed, model: Model) -> list[float]:
    """For each of ``parsed.sentences``, how likely it is heard as blame; 0 where all of it is somebody else's words."""
    return [
        0.0
        if all(i in parsed.reported for i in range(sentence.start, sentence.end))
        else model.probability(names, meaning(parsed, sentence))
        for sentence, names in zip(parsed.sentences, text_features(parsed), strict=True)
    ]


def learned_findings(
    parsed: Parsed, findings: Iterable[Finding], reasons: Mapping[Kind, str], model: Model | None = None
) -> list[Finding]:
    """Findings ``learned.<kind>`` for the sentences in which no pattern found anything, in order of place.

    ``reasons`` holds one plain sentence for each kind (``content/learned.toml``).
    """
    model = model or shipped()
    taken = [(finding.start, finding.end) for finding in findings]
    found = []
    for sentence, names in zip(parsed.sentences, text_features(parsed), strict=True):
        start, end = parsed.starts[sentence.start], parsed.ends[sentence.end - 1]
        if any(first < end and last > start for first, last in taken):
            continue
        if all(i in parsed.reported for i in range(sentence.start, sentence.end)):
            continue
        if model.probability(names, meaning(parsed, sentence)) >= model.threshold:
            kind = model.kind(names)
            span = parsed.span(*_likeliest_clause(parsed, sentence, model))
            found.append(Finding(**dict(span), pattern=f"learned.{kind}", kind=kind, why=reasons[kind]))
    return found


def _likeliest_clause(parsed: Parsed, sentence: DocSpan, model: Model) -> tuple[int, int]:
    """First token and the one after the last of the clause that sounds most like blame, or of the whole sentence."""
    places = [
        (clause.first, clause.tokens[-1].i + 1)
        for clause in clauses(parsed.doc)
        if sentence.start <= clause.first < sentence.end and len(clause.tokens) > 1
    ]
    spans = [parsed.doc[first:last] for first, last in places] or [sentence]
    best = max(spans, key=lambda span: model.probability(span_features(parsed, span), meaning(parsed, span)))
    return best.start, best.end


def _bits(size: int) -> int:
    return size.bit_length() - 1


def _coarse(table: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], np.float32]:
    step = np.float32(max(float(np.abs(table).max()), 1e-9) / 127)
    return np.round(table / step).astype(np.int8), step
