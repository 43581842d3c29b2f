"""Turns → coded turns: each gets the act that its shape, its cues, its place in the talk and the encoder speak for together.

The weights are fitted by :mod:`coach.training.acts` on conversations that this project wrote and labelled; decision 053.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import numpy as np

from coach import paths
from coach.language.tongue import tongue
from coach.service import CoachService
from coach.studio.act_cues import OWN_FEELING
from coach.studio.act_features import FEW, Heard, Roles, features, meaning, roles_of
from coach.studio.asked import asked
from coach.studio.transcript import Turn
from coach.studio.turns import Act, CodedTurn

if TYPE_CHECKING:
    from coach.language.encoder import Floats
    from coach.language.parse import Parsed
    from coach.model import Finding, SafetyScreen

ACTS: tuple[Act, ...] = get_args(Act)
_BLOCK = 256  # turns weighed before it is asked whether to go on
_SPREAD = 3.0  # of what the encoder hears, beside features between 0 and 1
LEARNED = paths.CONTENT / "learned" / "acts.npz"
Progress = Callable[[int, int], bool]  # turns read and turns in all → whether to go on


class Stopped(Exception):
    """Whoever asked for the coding stopped it."""


@dataclass(frozen=True)
class Weights:
    """How much each feature speaks for each act: ``first`` at first sight, ``second`` with what :func:`around` adds."""

    names: tuple[str, ...]
    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats

    @classmethod
    def load(cls, file: Path = LEARNED) -> Weights:
        """The weights that come with the content."""
        with np.load(file, allow_pickle=False) as known:
            names = tuple(str(name) for name in known["names"])
            return cls(names, known["first"], known["first_bias"], known["second"], known["second_bias"])


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights, read when first needed."""
    return Weights.load()


@dataclass(frozen=True)
class Talk:
    """A conversation, read."""

    heard: tuple[Heard, ...]

    @property
    def speakers(self) -> list[str]:
        """Who speaks, turn by turn."""
        return [one.speaker for one in self.heard]

    @cached_property
    def _roles(self) -> Roles:
        return roles_of(self.heard)

    def features(self, place: int) -> dict[str, float]:
        """What tells what the turn at ``place`` does, by name."""
        return features(self.heard, place, self._roles)

    def rows(self, places: Iterable[int], names: Sequence[str]) -> Floats:
        """The features of the turns at ``places`` in the order of ``names``, and what the encoder hears in them; shape (turns, names + 384)."""
        return np.array([self._row(place, names) for place in places], dtype=np.float32)

    def _row(self, place: int, names: Sequence[str]) -> Floats:
        found = self.features(place)
        return np.concatenate([[found[name] for name in names], meaning(self.heard[place]) / _SPREAD])


class Coder:
    """Codes conversations with the one reading of language. Keeps nothing."""

    def __init__(self, service: CoachService) -> None:
        self._service = service

    def code(self, turns: Sequence[Turn], progress: Progress | None = None) -> tuple[CodedTurn, ...]:
        """Every turn with its act, in order. Raises Stopped when ``progress`` says so, and TextTooLong."""
        if not turns:
            return ()
        talk = self.listen(turns, progress)
        acts = acts_of(talk, weights(), lambda: progress is None or progress(len(turns), len(turns)))
        return tuple(
            CodedTurn(**dict(turn), act=act, question=one.question, findings=one.findings, danger=one.danger)
            for turn, one, act in zip(turns, talk.heard, acts, strict=True)
        )

    def listen(self, turns: Iterable[Turn], progress: Progress | None = None) -> Talk:
        """Read a whole conversation. Raises Stopped and TextTooLong."""
        known = list(turns)
        heard: list[Heard] = []
        for one in self._hear(known):
            heard.append(one)
            if progress is not None and not progress(len(heard), len(known)):
                raise Stopped
        return Talk(tuple(heard))

    def _hear(self, turns: Sequence[Turn]) -> Iterator[Heard]:
        """Every turn, in order; the same words are read once, for people say "yeah" a lot."""
        marked = self._service.marked(dict.fromkeys(turn.text for turn in turns))
        known: dict[str, tuple[Parsed, tuple[Finding, ...], SafetyScreen]] = {}
        for turn in turns:
            if turn.text not in known:
                known[turn.text] = next(marked)
            parsed, findings, screen = known[turn.text]
            few = len(parsed.words) < FEW  # "Deal.": too little for what was only learned
            stings = tuple(one for one in findings if not (few and one.pattern.startswith("learned.")))
            foreign = tongue(parsed).code != "en"
            question = asked(parsed, stings)
            yield Heard(turn.speaker, parsed, () if foreign else stings, question, screen.severity != "none", foreign)


def acts_of(talk: Talk, known: Weights, go_on: Callable[[], bool] = lambda: True) -> list[Act]:
    """The act of every turn. Raises Stopped when ``go_on`` says no.

    At first sight each is weighed by itself. A second look adds what the turns around it are at first sight: a counselor who reflects does it
    often, who was reflected says yes and goes on, and who was blamed defends.
    A feeling of one's own, told with nothing that stings, neither blames nor brushes off; words in another language are not judged.
    """
    blocks: list[Floats] = []
    for start in range(0, len(talk.heard), _BLOCK):
        if not go_on():
            raise Stopped
        blocks.append(talk.rows(range(start, min(start + _BLOCK, len(talk.heard))), known.names))
    rows = np.vstack(blocks)
    seen = around(rows @ known.first + known.first_bias, talk.speakers)
    odds = np.hstack([rows, seen]) @ known.second + known.second_bias
    own = [place for place, one in enumerate(talk.heard) if not one.findings and OWN_FEELING.search(one.words)]
    odds[np.ix_(own, [ACTS.index("blame"), ACTS.index("dismissal")])] = -np.inf
    return ["information" if one.foreign else ACTS[i] for one, i in zip(talk.heard, odds.argmax(axis=1), strict=True)]


def around(odds: Floats, speakers: Sequence[str]) -> Floats:
    """For each turn how likely each act is, at first sight, in the speaker's other turns, in the turn before and in the one after."""
    likely = np.exp(odds - odds.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    own = np.zeros_like(likely)
    for name in set(speakers):
        mine = np.array([speaker == name for speaker in speakers])
        if mine.sum() > 1:
            own[mine] = (likely[mine].sum(axis=0) - likely[mine]) / (mine.sum() - 1)
    edge = np.zeros((1, likely.shape[1]), dtype=likely.dtype)
    found: Floats = np.hstack([own, np.vstack([edge, likely[:-1]]), np.vstack([likely[1:], edge])])
    return found
