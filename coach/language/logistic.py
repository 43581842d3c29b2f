"""Logistic regression for sparse rows beside a few dense columns: L2, accelerated gradient descent, numpy only, no chance in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

L2_SPARSE, L2_DENSE = 0.1, 1.0
TURNS = 200


@dataclass(frozen=True)
class Rows:
    """A sparse matrix (n, width): row ``i`` holds ``values[starts[i]:starts[i + 1]]`` in the columns ``places`` of the same slice."""

    starts: npt.NDArray[np.int64]
    places: npt.NDArray[np.int64]
    values: Floats
    width: int

    def times(self, weights: Floats) -> Floats:
        """The product with ``weights`` (width,); shape (n,). No row may be empty."""
        product: Floats = np.add.reduceat(self.values * weights[self.places], self.starts[:-1])
        return product

    def transposed_times(self, amounts: Floats) -> Floats:
        """The product of the transposed matrix with ``amounts`` (n,); shape (width,)."""
        spread = np.repeat(amounts, np.diff(self.starts))
        product: Floats = np.bincount(self.places, weights=self.values * spread, minlength=self.width).astype(
            np.float64
        )
        return product

    def take(self, chosen: npt.NDArray[np.int64]) -> Rows:
        """The chosen rows, in the order given."""
        sizes = np.diff(self.starts)[chosen]
        within = np.concatenate([np.arange(self.starts[i], self.starts[i + 1]) for i in chosen])
        starts = np.concatenate([[0], np.cumsum(sizes)])
        return Rows(starts, self.places[within], self.values[within], self.width)

    def scaled(self, scale: Floats) -> Rows:
        """Every column times its ``scale`` (width,)."""
        return Rows(self.starts, self.places, self.values * scale[self.places], self.width)

    def log_ratios(self, wanted: npt.NDArray[np.bool_]) -> Floats:
        """How telling each column is: |log of its share among wanted rows over its share among the others|; shape (width,).

        Source: Wang and Manning 2012, "Baselines and bigrams" (NB-SVM).
        """
        yes = np.repeat(wanted, np.diff(self.starts))
        with_it = 1 + np.bincount(self.places[yes], minlength=self.width)
        without = 1 + np.bincount(self.places[~yes], minlength=self.width)
        ratios: Floats = np.abs(np.log((with_it / wanted.sum()) / (without / (~wanted).sum())))
        return ratios


def rows_of(places: Sequence[npt.NDArray[np.int64]], width: int) -> Rows:
    """Rows with equal values of length 1 in the given columns."""
    sizes = np.array([len(one) for one in places], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    return Rows(starts, np.concatenate(list(places)), np.repeat(1 / np.sqrt(sizes), sizes), width)


def scores(rows: Rows, dense: Floats, sparse_weights: Floats, dense_weights: Floats, bias: float) -> Floats:
    """Log odds of each row; shape (n,)."""
    return rows.times(sparse_weights) + dense @ dense_weights + bias


def fit(
    rows: Rows, dense: Floats, wanted: npt.NDArray[np.bool_], weight: Floats, turns: int = TURNS
) -> tuple[Floats, Floats, float]:
    """Weights of the sparse columns (width,), of the dense columns (d,), and the bias, for the rows ``wanted`` (n,)."""
    target = wanted.astype(np.float64)
    sparse, full, bias = np.zeros(rows.width), np.zeros(dense.shape[1]), 0.0
    ahead_sparse, ahead_full, ahead_bias = sparse, full, bias
    step = 1 / (0.25 * _largest(rows, dense, weight) + max(L2_SPARSE, L2_DENSE))
    pace = 1.0
    for _ in range(turns):
        odds = scores(rows, dense, ahead_sparse, ahead_full, ahead_bias)
        error = weight * (1 / (1 + np.exp(-odds)) - target)
        new_sparse = ahead_sparse - step * (rows.transposed_times(error) + L2_SPARSE * ahead_sparse)
        new_full = ahead_full - step * (dense.T @ error + L2_DENSE * ahead_full)
        new_bias = ahead_bias - step * float(error.sum())
        new_pace = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        carry = (pace - 1) / new_pace
        ahead_sparse = new_sparse + carry * (new_sparse - sparse)
        ahead_full = new_full + carry * (new_full - full)
        ahead_bias = new_bias + carry * (new_bias - bias)
        sparse, full, bias, pace = new_sparse, new_full, new_bias, float(new_pace)
    return sparse, full, bias


def _largest(rows: Rows, dense: Floats, weight: Floats) -> float:
    """The largest eigenvalue of the weighted covariance, bias column included, by power iteration with a fixed seed."""
    vector = np.random.default_rng(0).normal(size=len(weight))
    size = 1.0
    for _ in range(15):
        pushed = weight * vector
        vector = rows.times(rows.transposed_times(pushed)) + dense @ (dense.T @ pushed) + pushed.sum()
        size = float(np.linalg.norm(vector))
        vector /= size
    return size
