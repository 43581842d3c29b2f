"""Coded turns → a review: figures for each speaker, one score, the moments that turned the talk, one suggestion for each, corrections by hand.

What helps and what hurts follow the behaviour counts of motivational interviewing (reflections to questions, open questions, MITI 4.2.1),
validation (DBT), repair and the four horsemen. The weights of the score are ours, fitted on the tuned conversations alone; decision 054.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.studio.turns import Act, Asked, CodedTurn

# How warm an act leaves the talk, from -1 to 1; an open question is warmer than a closed one.
WARMTH: dict[Act, float] = {
    "reflection": 1.0,
    "validation": 1.0,
    "responsibility": 0.8,
    "repair": 0.7,
    "request": 0.2,
    "disclosure": 0.2,
    "question": 0.0,
    "information": 0.0,
    "advice": -0.6,
    "defence": -0.7,
    "dismissal": -1.0,
    "blame": -1.0,
}
_OPEN, _CLOSED = 0.5, -0.2
_BEFORE, _AFTER = 3, 2  # turns that a moment is weighed against
_MOMENTS = 3
_LEAST = 0.5  # how much warmer or colder it must get
_SCORE_SCALE, _SCORE_MIDDLE = 5.0, 0.05


@dataclass(frozen=True)
class Figures:
    """What one speaker did, in numbers. A ratio with nothing under it is None."""

    speaker: str
    turns: int
    words: int
    talk_share: float
    acts: Mapping[Act, int]
    open_questions: int
    closed_questions: int
    stinging: int

    @property
    def questions(self) -> int:
        """Turns with a question."""
        return self.open_questions + self.closed_questions

    @property
    def reflections(self) -> int:
        """Turns that give back what the other said."""
        return self.acts.get("reflection", 0)

    @property
    def reflections_to_questions(self) -> float | None:
        """Reflections for each question; one or more is good in counseling, two are very good."""
        return self.reflections / self.questions if self.questions else None

    @property
    def open_share(self) -> float | None:
        """Of the questions, how many are open."""
        return self.open_questions / self.questions if self.questions else None

    def as_row(self) -> dict[str, int | float | dict[str, int] | None]:
        """The figures and ratios as plain data, ratios with three decimals."""
        return {
            "turns": self.turns,
            "words": self.words,
            "talk_share": round(self.talk_share, 3),
            "acts": {act: self.acts[act] for act in WARMTH if self.acts.get(act)},
            "questions": self.questions,
            "open_questions": self.open_questions,
            "closed_questions": self.closed_questions,
            "open_share": _rounded(self.open_share),
            "reflections": self.reflections,
            "reflections_to_questions": _rounded(self.reflections_to_questions),
            "stinging": self.stinging,
        }


@dataclass(frozen=True)
class Moment:
    """A turn after which the talk got warmer or colder; ``change`` from -2 to 2."""

    place: int
    change: float


@dataclass(frozen=True)
class Review:
    """A coded conversation and all that follows from it. Changing a turn gives a new review."""

    turns: tuple[CodedTurn, ...]

    @cached_property
    def speakers(self) -> tuple[Figures, ...]:
        """The figures of everybody, in the order of their first words."""
        words = [len(turn.text.split()) for turn in self.turns]
        everything = max(1, sum(words))
        return tuple(
            _figures(name, [turn for turn in self.turns if turn.speaker == name], everything)
            for name in dict.fromkeys(turn.speaker for turn in self.turns)
        )

    @cached_property
    def warmth(self) -> tuple[float, ...]:
        """For each turn how warm it leaves the talk, from -1 to 1."""
        return tuple(warmth_of(turn) for turn in self.turns)

    @cached_property
    def score(self) -> int:
        """The whole talk from 0 to 100: what helps against what hurts, among the turns that do either."""
        return _score(self.turns)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The turns that turned the talk most, at most three, in order."""
        found = sorted(self._candidates(), key=lambda one: -abs(one.change))
        kept: list[Moment] = []
        for one in found:
            if len(kept) < _MOMENTS and all(abs(one.place - other.place) > 1 for other in kept):
                kept.append(one)
        return tuple(sorted(kept, key=lambda one: one.place))

    def corrected(self, place: int, act: Act | None = None, question: Asked | None = None) -> Review:
        """The same review with one turn set by hand; every sum follows."""
        turn = self.turns[place]
        changed = {"act": act or turn.act, "question": question or turn.question}
        if changed == {"act": turn.act, "question": turn.question}:
            return self
        after = turn.model_copy(update={**changed, "by_hand": True})
        return Review((*self.turns[:place], after, *self.turns[place + 1 :]))

    def _candidates(self) -> list[Moment]:
        found = []
        for place, own in enumerate(self.warmth):
            before, after = self.warmth[max(0, place - _BEFORE) : place], self.warmth[place + 1 : place + 1 + _AFTER]
            if not before and not after:
                continue
            change = _mean((own, *after)) - (_mean(before) if before else 0.0)
            if abs(own) >= _LEAST and own * change > 0 and abs(change) >= _LEAST:
                found.append(Moment(place, round(change, 2)))
        return found


def warmth_of(turn: CodedTurn) -> float:
    """How warm a turn leaves the talk, from -1 to 1."""
    if turn.act == "question":
        sting = -0.5 if turn.findings else 0.0
        return (_OPEN if turn.question == "open" else _CLOSED) + sting
    return WARMTH[turn.act]


def _figures(name: str, turns: Sequence[CodedTurn], everything: int) -> Figures:
    words = sum(len(turn.text.split()) for turn in turns)
    asked = Counter(turn.question for turn in turns)
    return Figures(
        speaker=name,
        turns=len(turns),
        words=words,
        talk_share=words / everything,
        acts=Counter(turn.act for turn in turns),
        open_questions=asked["open"],
        closed_questions=asked["closed"],
        stinging=sum(bool(turn.findings) for turn in turns),
    )


def _score(turns: Sequence[CodedTurn]) -> int:
    weighed = [value for turn in turns if abs(value := warmth_of(turn)) > 0.1 and turn.act != "disclosure"]
    if not weighed:
        return 50
    mean = sum(weighed) / (len(weighed) + 2)
    return round(100 / (1 + math.exp(-_SCORE_SCALE * (mean - _SCORE_MIDDLE))))


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 3)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
