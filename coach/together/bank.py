"""The bank, sorted so that a draw looks at a few heaps of cards and never at all of them."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from pydantic import Field

from coach.library.cards import Audience, Card, Deck
from coach.model import Frozen

Tone = Literal["playful", "warm", "curious", "thoughtful", "tender"]
_ALSO: dict[Audience, tuple[Audience, ...]] = {"parent": ("child",)}  # a parent and a child: what is for either fits
_BETWEEN = re.compile(r"\b(?:i|me|my|mine|we|us|our|ours)\b")
_LIKE = 25  # how many cards of a heap are looked at for one on the same topic


class Wishes(Frozen):
    """What to draw from: nothing named means all of it. ``depth`` is the deepest level wished for, ``minutes`` the time at hand.

    ``alone``: only questions that one can ask oneself.
    """

    decks: tuple[str, ...] = ()
    tones: tuple[Tone, ...] = ()
    depth: int = Field(default=3, ge=1, le=3)
    who: Audience = "partner"
    alone: bool = False
    minutes: int | None = None


class Drawn(NamedTuple):
    """A card. ``used_up``: everything that fits was seen before, so questions come again; those are the ids to forget as seen."""

    card: Card
    used_up: frozenset[str] = frozenset()


class _Heap(NamedTuple):
    deck: str
    depth: int
    tone: str
    audience: tuple[str, ...]
    presumes: bool
    between: bool


def between(text: str) -> bool:
    """Whether a question is about the one who asks, or about the two; what stands in quotation marks is somebody's words."""
    return _BETWEEN.search(re.sub(r'"[^"]*"', "", text.lower()).replace("’", "'")) is not None


class Bank:
    """All cards, in heaps by what can be wished for."""

    def __init__(self, decks: Iterable[Deck]) -> None:
        self._heaps: dict[_Heap, list[Card]] = defaultdict(list)
        self._home: dict[str, _Heap] = {}
        for deck in decks:
            for card in deck.cards:
                heap = _Heap(deck.id, card.depth, card.tone, card.audience, bool(card.presumes), between(card.text))
                self._heaps[heap].append(card)
                self._home[card.id] = heap

    def draw(
        self,
        wishes: Wishes,
        level: int,
        seen: AbstractSet[str],
        chance: random.Random,
        like: Card | None = None,
        now: Sequence[str] = (),
    ) -> Drawn | None:
        """A card of this level that was not seen, else of a lighter one; ``like`` another one. None when nothing fits.

        Where everything that fits is deeper than the level, the lightest of it is drawn. When all that fits was seen, it begins anew, but not with what was drawn just ``now`` if there is any other.
        """
        fitting = [heap for heap in self._heaps if heap.depth <= wishes.depth and _fits(heap, wishes)]
        lightest = min((heap.depth for heap in fitting), default=level)
        allowed = [heap for heap in fitting if heap.depth <= max(level, lightest)]
        allowed.sort(key=lambda heap: -heap.depth)
        if like is not None and like.id in self._home:
            home = self._home[like.id]
            allowed.sort(key=lambda heap: (heap.deck != home.deck, heap.tone != home.tone, heap.depth != home.depth))
        gone = self._gone(seen)
        for group in _groups(allowed, each=like is not None):
            if card := self._from(group, seen, gone, chance, like):
                return Drawn(card)
        again = frozenset(name for name in seen if self._home.get(name) in allowed)
        for held in (frozenset(now), frozenset[str]()):
            if card := self._from(allowed, held, self._gone(held), chance, like):
                return Drawn(card, again)
        return None

    def count(self, wishes: Wishes) -> int:
        """How many cards fit."""
        return sum(
            len(cards) for heap, cards in self._heaps.items() if heap.depth <= wishes.depth and _fits(heap, wishes)
        )

    def _gone(self, seen: AbstractSet[str]) -> Counter[_Heap]:
        return Counter(self._home[name] for name in seen if name in self._home)

    def _from(
        self,
        heaps: Sequence[_Heap],
        seen: AbstractSet[str],
        gone: Counter[_Heap],
        chance: random.Random,
        like: Card | None,
    ) -> Card | None:
        left = [len(self._heaps[heap]) - gone[heap] for heap in heaps]
        if not any(left):
            return None
        cards = self._heaps[chance.choices(heaps, weights=left)[0]]
        start = chance.randrange(len(cards))
        turned = (cards[(start + step) % len(cards)] for step in range(len(cards)))
        fresh = (card for card in turned if card.id not in seen)
        first = next(fresh)
        if like is None:
            return first
        near = (card for _, card in zip(range(_LIKE), fresh, strict=False) if set(card.topics) & set(like.topics))
        return first if set(first.topics) & set(like.topics) else next(near, first)


def _fits(heap: _Heap, wishes: Wishes) -> bool:
    """A card that presumes something happened is drawn only from its own deck, picked on purpose."""
    return (
        (heap.deck in wishes.decks if wishes.decks else not heap.presumes)
        and (not wishes.tones or heap.tone in wishes.tones)
        and not (wishes.alone and heap.between)
        and not {"anyone", wishes.who, *_ALSO.get(wishes.who, ())}.isdisjoint(heap.audience)
    )


def _groups(heaps: Sequence[_Heap], *, each: bool) -> list[list[_Heap]]:
    """The heaps to try one after the other: level by level, or one by one."""
    if each:
        return [[heap] for heap in heaps]
    return [[heap for heap in heaps if heap.depth == depth] for depth in (3, 2, 1)]
