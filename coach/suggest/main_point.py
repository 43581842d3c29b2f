"""Which of the observations are the main point, and what is told beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.suggest.recast import Observation, fits_when

_MAIN_WORDS = 30  # two observations are joined only while the sentence stays easy to say
_LIST_WORDS = 20
_TOLD_AT_ONCE = 3
_FEWEST, _CONTEXT_WORDS = 4, 18
_CONTEXT_FACTS = 3
_SURETY = 4.0  # what the encoder's ear for facts weighs beside the signs of _weight
_LONG_AGO = re.compile(r"\b(last year|years? ago|back (when|in)|in (19|20)\d\d|when we (first|were))\b", re.IGNORECASE)
_NO_START = ("what ", "who ", "which ", "so ", "that ", "then ", "because ")


def main_point(observations: Sequence[Observation], surety: dict[int, float]) -> tuple[Observation, ...]:
    """The observation that weighs most, with those near it that fit in one sentence. ``surety``: order → how surely it is a fact."""
    ranked = sorted(observations, key=lambda one: (-_weight(one) - _SURETY * surety.get(one.order, 0.0), one.order))
    if not ranked:
        return ()
    main = ranked[:1]
    for one in ranked[1:]:
        again = any(one.order == other.order for other in main)  # the same clause, in a milder version
        if (
            not again
            and len(main) < _TOLD_AT_ONCE
            and all(_fits_beside(other, one) for other in main)
            and _short([*main, one])
        ):
            main.append(one)
    return tuple(sorted(main, key=lambda one: one.order))


def _short(main: Sequence[Observation]) -> bool:
    """Whether they make a sentence that is easy to say; more than two only as a short list of the same sort."""
    words = sum(len(one.text.split()) for one in main)
    same = len({one.sentence for one in main}) == 1 and all(one.to_you for one in main)
    return words <= (_MAIN_WORDS if len(main) < 3 or not same else _LIST_WORDS) and (len(main) < 3 or same)


def _weight(one: Observation) -> float:
    length = len(one.text.split())
    weight = (3.0 if one.to_you else 0.0) + (1.0 if one.tense == "past" else 0.5 if one.negated else 0.0)
    weight += min(length, 12) * 0.12 - max(0, length - 24) * 0.1 - 0.15 * one.order
    weight -= 1.5 if _LONG_AGO.search(one.text) else 0.0
    weight -= 4.0 if one.text.lower().startswith(_NO_START) else 0.0
    weight -= 0.0 if one.facts else 1.5 if one.tense != "state" else 3.5
    return weight - (1.5 if one.text.startswith(("I ", "I'", "it ", "it's", "that", "this ")) else 0.0)


def _fits_beside(first: Observation, other: Observation) -> bool:
    close = abs(first.sentence - other.sentence) <= (1 if first.to_you and other.to_you else 0)
    same_time = (first.tense == "past") == (other.tense == "past") or first.sentence == other.sentence
    sayable = fits_when(first) and fits_when(other) if first.framed or other.framed else True
    return close and same_time and sayable and not _compares(first, other)


def _compares(first: Observation, other: Observation) -> bool:
    """As in "your brother rings and you don't": said in one breath they measure one by the other."""
    return first.to_you != other.to_you and any(
        one.text.startswith("your ") and another.negated for one, another in ((first, other), (other, first))
    )


def _within(one: Observation, main: Sequence[Observation]) -> bool:
    """It stands between two of the main points, or is joined to the last."""
    if not main:
        return False
    after = main[-1].order + 1
    return main[0].order < one.order < after or (one.order == after and one.link == "and")


def _listed(one: Observation, main: Sequence[Observation]) -> bool:
    """As in "I cooked, I cleaned and you went to the pub"."""
    return one.tense == "past" and one.text.startswith("I ") and any(one.sentence == point.sentence for point in main)


def context_of(rest: Sequence[Observation], main: Sequence[Observation]) -> list[Observation]:
    """The facts that stand near the main point and tell more of it, those of the writer or a thing first, as far as they are soon said."""
    near = [
        one
        for one in rest
        if (0 if one.sure or (main and _within(one, main)) or _listed(one, main) else _FEWEST)
        <= len(one.text.split())
        <= _CONTEXT_WORDS
        and "had it" not in one.text
        and not one.framed
        and not (one.to_you and one.negated and one.tense != "past")
        and all(one.order != m.order for m in main)
        and any(abs(one.sentence - m.sentence) <= 1 for m in main)
    ]
    kept: list[Observation] = []
    for one in sorted(near, key=lambda one: (one.to_you, one.order)):
        if len(kept) < _CONTEXT_FACTS and sum(len(fact.text.split()) for fact in (*kept, one)) <= _MAIN_WORDS:
            kept.append(one)
    return sorted(kept, key=lambda one: one.order)
