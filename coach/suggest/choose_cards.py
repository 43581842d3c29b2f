"""The best cards of the bank for a situation: by topic, depth and feeling, by who it is for, by what both speak of, and varied.

All cards are weighed at once as columns of numbers, and only the best are looked at one by one: ten thousand cost little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args
from zlib import crc32

import numpy as np
from spacy.lang.en.stop_words import STOP_WORDS

from coach.library.cards import Card, Deck
from coach.library.wording import Concern
from coach.model import Relation, Topic

_TOPIC_POINTS = (4.0, 2.0, 1.0)
_CONCERN_POINTS = (2.5, 1.0)  # for what the first and the second concern are about
_NOT_ITS_FIRST = 0.7  # what a topic counts that a card names second or later
_AT_HOME = 2.0  # points for a card whose whole deck is about the topic
_WORD_POINTS, _MOST_WORDS = 2.4, 7.0
_PRESUMED = 1.0  # a card that presumes what was said is about it
_BENEATH = 0.5  # what a word counts that only the concern beneath the situation speaks of
_IN_PASSING = 0.5  # what a word counts that a card has in its follow-ups alone
_CLOSE, _UNFIT, _WRONG_DEPTH, _TOO_LIGHT = 1.0, -5.0, -2.0, -2.5
_LOOKED_AT = 64
_LIGHT = frozenset(
    "tell about would like want feel felt think thing time make made day today know way lot good happen people person".split()
)
_SAME = {  # words that stand for one thing
    word: words.split()[0]
    for words in (
        "child children kid kids baby babies toddler teenager teen",
        "fight argue arguing argument arguments quarrel row fought",
        "mother mum mom",
        "father dad",
        "die died death dead dying",
        "ill illness sick cancer diagnosed diagnosis",
        "phone phones screen screens",
        "marry married marriage wedding",
    )
    for word in words.split()
}
_ENDINGS = ("ings", "ing", "ied", "ed", "ies", "es", "s", "ly")
_POSSESSIVE = re.compile(r"['’]s\b")


class CardChooser:
    """Chooses cards; everything that does not depend on the situation is worked out once."""

    def __init__(self, decks: Sequence[Deck]) -> None:
        cards = [card for deck in decks for card in deck.cards]
        self._cards = cards
        self._ids = [card.id.encode() for card in cards]
        self._topics = {topic: _fit(topic, decks) for topic in get_args(Topic)}
        self._depths = np.array([card.depth for card in cards], dtype=int)
        self._playful = np.array([card.tone == "playful" for card in cards], dtype=bool)
        self._audiences = {
            relation: np.array([relation in card.audience for card in cards], dtype=bool)
            for relation in ("anyone", *get_args(Relation))
        }
        self._free = np.array([not card.presumes for card in cards], dtype=bool)
        self._presuming = _places((_padded(phrase), i) for i, card in enumerate(cards) for phrase in card.presumes)
        self._saying = _saying(cards)

    def choose(
        self,
        text: str,
        topics: Sequence[Topic],
        relation: Relation | None,
        count: int,
        depths: Sequence[int] = (1, 2, 3),
        *,
        heavy: bool = False,
        beneath: Sequence[Concern] = (),
    ) -> list[Card]:
        """The best ``count`` cards, at most two with the same first word. ``heavy``: a playful one would hurt.

        ``beneath`` are the concerns that the situation may be about, likeliest first; their topics count, and the words of the first.
        """
        points = self._points(text, topics, relation, depths, heavy=heavy, beneath=beneath)
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
        self,
        text: str,
        topics: Sequence[Topic],
        relation: Relation | None,
        depths: Sequence[int],
        *,
        heavy: bool,
        beneath: Sequence[Concern],
    ) -> np.ndarray:
        points = np.zeros(len(self._cards))
        for worth, topic in zip(_TOPIC_POINTS, topics, strict=False):
            points += self._topics[topic] * worth
        for worth, concern in zip(_CONCERN_POINTS, beneath, strict=False):
            points += self._topics[concern.topics[0]] * worth
        if relation is not None:
            close = self._audiences[relation]
            points += np.where(close, _CLOSE, np.where(self._audiences["anyone"], 0.0, _UNFIT))
        shared = np.zeros(len(self._cards))
        for word, weight in _asked(text, beneath).items():
            if word in self._saying:
                places, says = self._saying[word]
                shared[places] += weight * says
        points += np.minimum(_WORD_POINTS * shared, _MOST_WORDS)
        points[~np.isin(self._depths, depths)] += _WRONG_DEPTH
        if heavy:
            points[self._playful] += _TOO_LIGHT
        told = np.zeros(len(self._cards), dtype=bool)
        said = _padded(text)
        for phrase, places in self._presuming.items():
            if phrase in said:
                told[places] = True
        points[told] += _PRESUMED
        points[~(self._free | told)] = -np.inf
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


def _fit(topic: Topic, decks: Sequence[Deck]) -> np.ndarray:
    """How well each card fits a topic, about 1: less where it names others first, more where its whole deck is about it."""
    fit = []
    for deck in decks:
        share = sum(topic in card.topics for card in deck.cards) / len(deck.cards)
        for card in deck.cards:
            own = 1.0 if card.topics[0] == topic else _NOT_ITS_FIRST
            fit.append(own + share * _AT_HOME / _TOPIC_POINTS[0] if topic in card.topics else 0.0)
    return np.array(fit)


def _saying(cards: Sequence[Card]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """For each word the cards that speak of it, and how much that says: rare words say more."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for place, card in enumerate(cards):
        for word in stems(" ".join((card.go_first, *(step.ask for step in card.follow_ups)))):
            found[word][place] = _IN_PASSING
        for word in stems(card.text):
            found[word][place] = 1.0
    rarest = np.log(len(cards) + 1)
    return {
        word: (np.array(list(held)), np.array(list(held.values())) * (1 - np.log(len(held)) / rarest))
        for word, held in found.items()
    }


def _asked(text: str, beneath: Sequence[Concern]) -> Mapping[str, float]:
    """The words to look for and what each counts."""
    words = {word: _BENEATH for concern in beneath[:1] for word in stems(" ".join(concern.words))}
    return words | dict.fromkeys(stems(text), 1.0)


def stems(text: str) -> frozenset[str]:
    """What a text speaks of: its words cut to their stems."""
    said = re.findall(r"[a-z]{3,}", _POSSESSIVE.sub("", text.lower()))
    return frozenset(_stem(_SAME.get(word, word)) for word in said if word not in STOP_WORDS and word not in _LIGHT)


def _stem(word: str) -> str:
    end = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= 3), "")
    bare = word.removesuffix(end)
    return re.sub(r"(.)\1$", r"\1", bare.removesuffix("e") if len(bare) > 3 else bare)[:6].removesuffix("y")


def _padded(text: str) -> str:
    """The words of a text with a space on each side, so that a whole word or phrase can be looked for."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', _POSSESSIVE.sub('', text.lower())))} "
