"""A small transformer reads a text once; linear heads over its vectors answer many questions about it.

The network is all-MiniLM-L6-v2 (Apache 2.0), taught further on the project's own labelled sentences by :mod:`coach.training.encoder` and
stored with whole-number weights. See decision 006.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

from coach import paths

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

Made = TypeVar("Made")
LEARNED = paths.CONTENT / "learned"
WINDOW = 126  # tokens that are read together; a longer text is read in windows of whole sentences
_SENTENCE_END = re.compile(r"[.!?]+[\s\"')\]]+|\n")  # near enough to cut windows, before anything is parsed


@dataclass(frozen=True)
class Encoding:
    """What a text means to the heads: ``whole`` (384,), and ``sentences`` (n, 384), each read in its place in the text."""

    whole: Floats
    sentences: Floats


@dataclass(frozen=True)
class Window:
    """Tokens read together: ``ids`` with those that open and close, and for each the number of its sentence or -1."""

    ids: tuple[int, ...]
    sentence: tuple[int, ...]


@dataclass(frozen=True)
class Begun:
    """A text that is being read: where its word pieces stand, how they are cut into windows, and each window's vectors when they are there."""

    offsets: tuple[tuple[int, int], ...]
    cuts: tuple[tuple[int, int], ...]
    vectors: Later[list[Floats]]


class Later(Generic[Made]):
    """What is made of texts that are being read beside whatever else is done."""

    def __init__(self, read: Sequence[Future[Floats]], made: Callable[[list[Floats]], Made]) -> None:
        self._read, self._made = read, made

    @cached_property
    def result(self) -> Made:
        """What was made, waited for."""
        return self._made([one.result() for one in self._read])


class Tokens:
    """Texts → windows of word pieces."""

    def __init__(self, file: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        known: dict[str, int] = self._tokenizer.get_vocab()
        self._open, self._close = known["[CLS]"], known["[SEP]"]

    def windows(self, text: str, ranges: Sequence[tuple[int, int]]) -> list[Window]:
        """The windows of a text whose sentences stand at ``ranges`` (first character, one after the last), in order; at least one."""
        read = self.read(text)
        places = _sentence_of(read.offsets, ranges)
        return [
            Window(tuple(self.closed(read.ids[first:last])), (-1, *places[first:last], -1))
            for first, last in _cuts(text, read.offsets)
        ]

    def read(self, text: str) -> Any:
        """The word pieces: ``ids``, and ``offsets`` for where each stands."""
        return self._tokenizer.encode(text, add_special_tokens=False)

    def closed(self, ids: Sequence[int]) -> list[int]:
        """Ids between those that open and close."""
        return [self._open, *ids, self._close]

    def pair(self, first: str, second: str) -> tuple[list[int], list[int]]:
        """Two texts as one: ids, and for each 0 or 1 for whose it is; the longer is cut to fit."""
        one, two = (self.read(text).ids for text in (first, second))
        two = two[: WINDOW - min(len(one), WINDOW // 2) - 1]
        one = one[: WINDOW - len(two) - 1]
        return [self._open, *one, self._close, *two, self._close], [0] * (len(one) + 2) + [1] * (len(two) + 1)


class Encoder:
    """The network with its heads. Safe to share between threads."""

    def __init__(self, folder: Path = LEARNED) -> None:
        import onnxruntime
        from threadpoolctl import threadpool_limits

        threadpool_limits(1, user_api="blas")  # numpy's own threads would go on spinning beside those that read
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # two texts are read at once, which costs less than two threads for each
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False  # what a long text took is given back
        options.enable_mem_pattern = False  # no plan of memory for each shape ever met
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],  # joined, the two take a tenth longer
        )
        self._tokens = Tokens(folder / "tokens.json")
        with np.load(folder / "heads.npz", allow_pickle=False) as heads:
            self._heads: dict[str, Floats] = {name: heads[name] for name in heads.files}

    def begin(self, text: str) -> Begun:
        """Start to read a text beside whatever else is done."""
        read = self._tokens.read(text)
        cuts = tuple(_cuts(text, read.offsets))
        windows = [self._tokens.closed(read.ids[first:last]) for first, last in cuts]
        return Begun(tuple(read.offsets), cuts, self._later([(ids, [0] * len(ids)) for ids in windows], list))

    def encode(self, text: str, ranges: Sequence[tuple[int, int]], begun: Begun | None = None) -> Encoding:
        """Read a text whose sentences stand at ``ranges``, or finish reading it; any text can be read."""
        begun = begun or self.begin(text)
        places = _sentence_of(begun.offsets, ranges)
        windows = ([-1, *places[first:last], -1] for first, last in begun.cuts)
        return _pooled(zip(windows, begun.vectors.result, strict=True), len(ranges))

    def encode_many(self, texts: Sequence[str]) -> Floats:
        """Short texts, each read by itself and at most a window of it; shape (n, 384)."""
        return self.many_beside(texts).result

    def many_beside(self, texts: Sequence[str]) -> Later[Floats]:
        """The same as :meth:`encode_many`, beside whatever else is done."""
        read = [self._tokens.windows(text, ())[0].ids for text in texts]
        return self._later([(list(ids), [0] * len(ids)) for ids in read], _means)

    def encode_pairs(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """What the second of each pair says after the first; shape (n, 384)."""
        return self.pairs_beside(pairs).result

    def pairs_beside(self, pairs: Sequence[tuple[str, str]]) -> Later[Floats]:
        """The same as :meth:`encode_pairs`, beside whatever else is done."""
        return self._later([self._tokens.pair(first, second) for first, second in pairs], _means)

    def head(self, name: str, vectors: Floats) -> Floats:
        """Log odds for each answer of a head; shape (…, answers)."""
        odds: Floats = vectors @ self._heads[f"{name}.w"] + self._heads[f"{name}.b"]
        return odds

    def setting(self, name: str) -> Floats:
        """A weight or a threshold that was fitted with the heads."""
        return self._heads[name]

    def _later(self, read: Iterable[tuple[list[int], list[int]]], made: Callable[[list[Floats]], Made]) -> Later[Made]:
        """Something made of the vectors of each token of each text; shape (tokens, 384) for each."""
        return Later([_beside().submit(self._vectors, *one) for one in read], made)

    def _vectors(self, ids: list[int], kinds: list[int]) -> Floats:
        """Each text is read by itself: in company the whole numbers would be rounded otherwise, and it would be heard a little differently."""
        one = {name: np.array([values], dtype=np.int64) for name, values in (("ids", ids), ("kinds", kinds))}
        vectors: Floats = self._session.run(None, {**one, "mask": np.ones((1, len(ids)), dtype=np.float32)})[0][0]
        return vectors


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoder that comes with the content, read when first needed."""
    return Encoder()


@lru_cache(maxsize=1)
def _beside() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="encoder")


def _means(vectors: Sequence[Floats]) -> Floats:
    return np.array([one.mean(axis=0) for one in vectors], dtype=np.float32).reshape(-1, 384)


def _pooled(read: Iterable[tuple[Sequence[int], Floats]], count: int) -> Encoding:
    """Windows as the number of each token's sentence (-1: none) and its vector → the means."""
    sums = np.zeros((count + 1, 384), dtype=np.float32)
    counts = np.zeros(count + 1, dtype=np.float32)
    rows = np.arange(count + 1)[:, None]
    for places, vectors in read:
        stands = np.asarray(places) % (count + 1) == rows  # -1 is the last row, which takes what stands in no sentence
        sums += stands.astype(np.float32) @ vectors
        counts += stands.sum(axis=1)
    whole: Floats = sums.sum(axis=0) / np.float32(counts.sum())
    sentences: Floats = np.divide(sums[:-1], np.maximum(counts[:-1, None], 1), dtype=np.float32)
    return Encoding(whole, sentences)


def _sentence_of(offsets: Sequence[tuple[int, int]], ranges: Sequence[tuple[int, int]]) -> list[int]:
    """For each token the number of the sentence it stands in, or -1."""
    places, number = [], 0
    for start, end in offsets:
        while number < len(ranges) and ranges[number][1] <= start:
            number += 1
        inside = number < len(ranges) and end > ranges[number][0]
        places.append(number if inside else -1)
    return places


def _cuts(text: str, offsets: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """First and one after the last token of each window: whole sentences where they fit."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    numbers = [bisect_right(ends, start) for start, _ in offsets]
    first = 0
    while len(offsets) - first > WINDOW:
        last = first + WINDOW
        whole = next((i for i in range(last, first, -1) if numbers[i] != numbers[i - 1]), last)
        yield first, whole
        first = whole
    yield first, len(offsets)
