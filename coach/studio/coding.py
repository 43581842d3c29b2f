"""Turns → coded turns: each gets the act that its shape, its cues, its place in the talk and the encoder speak for together.

The weights are fitted by :mod:`coach.training.acts` on conversations that this project wrote and labelled; decision 053.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import numpy as np

from coach import paths
from coach.language.encoder import encoder
from coach.service import CoachService
from coach.studio.act_features import Heard, features, pair, roles_of
from coach.studio.asked import asked
from coach.studio.transcript import Turn
from coach.studio.turns import Act, CodedTurn

if TYPE_CHECKING:
    from coach.language.encoder import Floats

ACTS: tuple[Act, ...] = get_args(Act)
LEARNED = paths.CONTENT / "learned" / "acts.npz"
Progress = Callable[[int, int], bool]  # turns read and turns in all → whether to go on


class Stopped(Exception):
    """Whoever asked for the coding stopped it."""


@dataclass(frozen=True)
class Weights:
    """How much each feature speaks for each act."""

    names: tuple[str, ...]
    slopes: Floats
    bias: Floats

    @classmethod
    def load(cls, file: Path = LEARNED) -> Weights:
        """The weights that come with the content."""
        with np.load(file, allow_pickle=False) as known:
            return cls(tuple(str(name) for name in known["names"]), known["slopes"], known["bias"])

    def odds(self, rows: Floats) -> Floats:
        """How much speaks for each act; shape (turns, acts)."""
        found: Floats = rows @ self.slopes + self.bias
        return found


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights, read when first needed."""
    return Weights.load()


@dataclass(frozen=True)
class Talk:
    """A conversation, read: its turns, and what the encoder makes of each with what it answers."""

    heard: tuple[Heard, ...]
    answers: tuple[Floats | None, ...]

    def features(self, names: Sequence[str] = ()) -> Floats:
        """What tells what each turn does, in the order of ``names``; shape (turns, names)."""
        return np.array([[row[name] for name in names or row] for row in self.rows()], dtype=np.float32)

    def rows(self) -> Iterator[dict[str, float]]:
        """The features of each turn by name."""
        roles = roles_of(self.heard)
        for place, answer in enumerate(self.answers):
            yield features(self.heard, place, roles, answer)


class Coder:
    """Codes conversations with the one reading of language. Keeps nothing."""

    def __init__(self, service: CoachService) -> None:
        self._service = service

    def code(self, turns: Sequence[Turn], progress: Progress | None = None) -> tuple[CodedTurn, ...]:
        """Every turn with its act, in order. Raises Stopped when ``progress`` says so, and TextTooLong."""
        if not turns:
            return ()
        known = weights()
        talk = self.listen(turns, progress)
        acts = known.odds(talk.features(known.names)).argmax(axis=1)
        return tuple(
            CodedTurn(**dict(turn), act=ACTS[act], question=one.question, findings=one.findings)
            for turn, one, act in zip(turns, talk.heard, acts, strict=True)
        )

    def listen(self, turns: Iterable[Turn], progress: Progress | None = None) -> Talk:
        """Read a whole conversation; the encoder reads each turn with what it answers beside the parser. Raises Stopped and TextTooLong."""
        known = list(turns)
        heard: list[Heard] = []
        answers: list[Future[Floats] | None] = []
        for one in self._hear(known):
            heard.append(one)
            answered = pair(heard, len(heard) - 1)
            answers.append(None if answered is None else encoder().encode_beside([answered]))
            if progress is not None and not progress(len(heard), len(known)):
                raise Stopped
        return Talk(tuple(heard), tuple(None if one is None else one.result()[0] for one in answers))

    def _hear(self, turns: Sequence[Turn]) -> Iterator[Heard]:
        for turn, (parsed, findings) in zip(turns, self._service.marked(turn.text for turn in turns), strict=True):
            yield Heard(turn.speaker, parsed, findings, asked(parsed, findings))
