"""The best cards of the bank for a situation: by topic, depth and feeling, by who it is for, by shared words, and varied.

All cards are weighed at once as columns of numbers, and only the best are looked at one by one: ten thousand cost little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import get_args
from zlib import crc32

import numpy as np

from coach.library.schema import Card, Deck
from coach.model import Relation, Topic

_TOPIC_POINTS = (4.0, 2.0, 1.0)
_WORD_POINTS, _MOST_WORDS = 0.8, 3
_CLOSE, _UNFIT, _WRONG_DEPTH, _TOO_LIGHT = 1.0, -5.0, -2.0, -1.5
_LOOKED_AT = 64
_COMMON = frozenset(
    "what when how which where tell about would with your have that this them they their make made feel felt like want does time thing".split()
)
_POSSESSIVE = re.compile(r"['’]s\b")


class CardChooser:
    """Chooses cards; everything that does not depend on the situation is worked out once."""

    def __init__(self, decks: Sequence[Deck]) -> None:
        cards = [card for deck in decks for card in deck.cards]
        self._cards = cards
        self._ids = [card.id.encode() for card in cards]
        self._topics = {
            topic: np.array([topic in card.topics for card in cards], dtype=bool) for topic in get_args(Topic)
        }
        self._depths = np.array([card.depth for card in cards], dtype=int)
        self._playful = np.array([card.tone == "playful" for card in cards], dtype=bool)
        self._audiences = {
            relation: np.array([relation in card.audience for card in cards], dtype=bool)
            for relation in ("anyone", *get_args(Relation))
        }
        self._free = np.array([not card.presumes for card in cards], dtype=bool)
        self._presuming = _places((_padded(phrase), i) for i, card in enumerate(cards) for phrase in card.presumes)
        self._saying = _places((word, i) for i, card in enumerate(cards) for word in _words(card.text))

    def choose(
        self,
        text: str,
        topics: Sequence[Topic],
        relation: Relation | None,
        count: int,
        depths: Sequence[int] = (1, 2, 3),
        *,
        heavy: bool = False,
    ) -> list[Card]:
        """The best ``count`` cards, at most two with the same first word. ``heavy``: a playful one would hurt."""
        points = self._points(text, topics, relation, depths, heavy=heavy)
        start = crc32(text.encode())
        ranked = np.argsort(-points, kind="stable")[: np.isfinite(points).sum()]
        for looked_at in (_LOOKED_AT, len(ranked)):
            few = ranked[:looked_at]
            if looked_at < len(ranked):  # whoever is as good as the last one is looked at too
                few = ranked[: np.searchsorted(-points[ranked], -points[few[-1]], side="right")]
            order = sorted(few.tolist(), key=lambda i: (-points[i], crc32(self._ids[i], start)))
            chosen = _varied((self._cards[i] for i in order), count)
            if len(chosen) == count:
                break
        return chosen

    def _points(
        self, text: str, topics: Sequence[Topic], relation: Relation | None, depths: Sequence[int], *, heavy: bool
    ) -> np.ndarray:
        points = np.zeros(len(self._cards))
        for worth, topic in zip(_TOPIC_POINTS, topics, strict=False):
            points += worth * self._topics[topic]
        if relation is not None:
            close = self._audiences[relation]
            points += np.where(close, _CLOSE, np.where(self._audiences["anyone"], 0.0, _UNFIT))
        shared = np.zeros(len(self._cards))
        for word in _words(text):
            if (places := self._saying.get(word)) is not None:
                shared[places] += 1
        points += _WORD_POINTS * np.minimum(shared, _MOST_WORDS)
        points[~np.isin(self._depths, depths)] += _WRONG_DEPTH
        if heavy:
            points[self._playful] += _TOO_LIGHT
        allowed = self._free.copy()
        said = _padded(text)
        for phrase, places in self._presuming.items():
            if phrase in said:
                allowed[places] = True
        points[~allowed] = -np.inf
        return points


def _varied(cards: Iterable[Card], count: int) -> list[Card]:
    chosen: list[Card] = []
    for card in cards:
        opener = card.text.split()[0]
        if sum(other.text.split()[0] == opener for other in chosen) < 2:
            chosen.append(card)
        if len(chosen) == count:
            break
    return chosen


def _places(pairs: Iterable[tuple[str, int]]) -> dict[str, np.ndarray]:
    found: dict[str, list[int]] = defaultdict(list)
    for word, place in pairs:
        found[word].append(place)
    return {word: np.array(places) for word, places in found.items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _COMMON)


def _padded(text: str) -> str:
    """The words of a text with a space on each side, so that a whole word or phrase can be looked for."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', _POSSESSIVE.sub('', text.lower())))} "
