"""The best cards of the bank for a situation: by topic, by who it is for, by shared words, and varied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from coach.library.schema import Card, Deck
from coach.model import Relation, Topic

_TOPIC_POINTS = (4.0, 2.0, 1.0)
_COMMON = frozenset(
    "what when how which where tell about would with your have that this them they their make made feel felt like want does time thing".split()
)


class CardChooser:
    """Chooses cards; the word sets of all cards are made once."""

    def __init__(self, decks: Sequence[Deck]) -> None:
        self._cards = [(card, _words(card.text)) for deck in decks for card in deck.cards]

    def choose(
        self,
        text: str,
        topics: Sequence[Topic],
        relation: Relation | None,
        count: int,
        depths: Sequence[int] = (1, 2, 3),
    ) -> list[Card]:
        """The best ``count`` cards, at most two with the same first word."""
        said = _words(text)
        low = text.lower()
        ranked = sorted(
            (one for one in self._cards if not one[0].presumes or any(word in low for word in one[0].presumes)),
            key=lambda one: (
                -_score(one[0], one[1], said, topics, relation, depths),
                crc32(f"{text}{one[0].id}".encode()),
            ),
        )
        chosen: list[Card] = []
        for card, _ in ranked:
            opener = card.text.split()[0]
            if sum(other.text.split()[0] == opener for other in chosen) < 2:
                chosen.append(card)
            if len(chosen) == count:
                break
        return chosen


def _score(
    card: Card,
    words: frozenset[str],
    said: frozenset[str],
    topics: Sequence[Topic],
    relation: Relation | None,
    depths: Sequence[int],
) -> float:
    points = sum(points for points, topic in zip(_TOPIC_POINTS, topics, strict=False) if topic in card.topics)
    fits = relation is None or "anyone" in card.audience or relation in card.audience
    close = 1.0 if relation is not None and relation in card.audience else 0.0
    return points + close + 0.8 * min(len(words & said), 3) - (0 if fits else 5) - (0 if card.depth in depths else 2)


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _COMMON)
