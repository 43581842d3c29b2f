"""The five cards for a situation: on its topic, fit for whom it is for, varied, and nothing that presumes too much."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from coach.library.cards import Card, Deck
from coach.suggest.choose_cards import CardChooser

if TYPE_CHECKING:
    from coach.library.load import Library


def card(name: str, text: str, **fields: object) -> Card:
    """A card with just enough in it."""
    raw: dict[str, object] = {
        "id": name,
        "text": text,
        "depth": 1,
        "tone": "warm",
        "topics": ["chores"],
        "for": ["anyone"],
        "follow_ups": [{"if": "yes", "ask": "What?"}, {"if": "no", "ask": "How?"}],
        "go_first": "I …",
        "ask_permission": "May I?",
    }
    return Card.model_validate(raw | fields)


def chooser(*cards: Card) -> CardChooser:
    """One that knows these cards."""
    return CardChooser([Deck(id="d", title="d", about="d", how_to_use="d", cards=cards)])


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("My mom says so.", True),
        ("Mom's house again!", True),
        ("Wait a moment.", False),
        ("My mother-in-law came.", True),
        ("Growing up, nobody cooked.", True),
        ("He is growing upset.", False),
    ],
)
def test_presumed_words_are_whole_words(text: str, fires: bool) -> None:
    """ "mom" is not in "moment", and a phrase is not in a longer word."""
    one = chooser(card("a", "What did dinner sound like?", presumes=["mom", "mother-in-law", "growing up"]))
    assert bool(one.choose(text, ["chores"], None, 5)) == fires


def test_topic_depth_audience_and_feeling_count() -> None:
    """The first topic before the second, the right depth before the wrong, theirs before anyone's, no play on a heavy day."""
    one = chooser(
        card("second", "What about money?", topics=["money"]),
        card("first", "What about dishes?"),
        card("deep", "How about dishes?", depth=3),
        card("theirs", "Which dishes?", **{"for": ["roommate"]}),
        card("other", "When are dishes?", **{"for": ["colleague"]}),
        card("playful", "Tell me of dishes.", tone="playful"),
    )

    def order(**how: object) -> list[str]:
        return [card.id for card in one.choose("dish", ["chores", "money"], "roommate", 6, (1, 2), **how)]  # type: ignore[arg-type]

    assert order()[0] == "theirs"
    assert order()[-1] == "other"
    assert order().index("first") < order().index("second")
    assert order().index("first") < order().index("deep")
    assert order(heavy=True).index("playful") > order(heavy=True).index("first")


def test_what_both_speak_of_counts() -> None:
    """A rare word before a common one, in any form; a word in the follow-ups counts less; a presumed word that was said counts too."""
    others = [card(f"other.{n}", f"{opener} of chores?") for n, opener in enumerate(("How", "When", "Where", "Who"))]
    asked = [{"if": "yes", "ask": "Which towel?"}, {"if": "no", "ask": "How?"}]
    one = chooser(
        *others,
        card("towel", "Which towels do chores need?"),
        card("later", "Whose chores?", follow_ups=asked),
        card("told", "Whom do chores suit?", presumes=["wet"]),
    )
    ids = [found.id for found in one.choose("My chores? A wet towel lies there.", ["chores"], None, 3)]
    assert ids == ["towel", "told", "later"]


def test_a_card_at_home_in_its_deck_is_closer() -> None:
    """Of two cards on a topic the one whose whole deck is about it; and the one that names the topic first."""
    home = [card(f"home.{n}", f"{opener} of it?") for n, opener in enumerate(("What", "How"))]
    away = [card("away", "Who of it?"), card("away.2", "Where of it?", topics=["money"])]
    decks = [
        Deck(id=name, title=name, about="d", how_to_use="d", cards=tuple(cards))
        for name, cards in (("a", away), ("h", home))
    ]
    assert {found.id for found in CardChooser(decks).choose("", ["chores"], None, 2)} == {"home.0", "home.1"}
    two = chooser(
        card("second", "What?", topics=["money", "chores"]), card("first", "How?", topics=["chores", "money"])
    )
    assert [found.id for found in two.choose("", ["chores"], None, 2)] == ["first", "second"]


def test_the_concern_beneath_counts(library: Library) -> None:
    """What the situation is about beneath its words: the concern's topic and its words."""
    late = next(one for one in library.concerns if one.id == "late-arriving")
    one = chooser(
        card("chores", "What of the evening?"),
        card("habit", "How of the evening?", topics=["habits_lateness"]),
        card("late", "Who is late?", topics=["habits_lateness"]),
    )
    chosen = one.choose("It was eight.", [], None, 3, beneath=[late])
    assert [found.id for found in chosen] == ["late", "habit", "chores"]


def test_the_choice_is_varied_and_always_the_same() -> None:
    """At most two begin with the same word, even when two hundred better ones do; the same text gets the same cards."""
    same = [card(f"same.{n}", f"What about dish {n}?") for n in range(200)]
    rest = [card(f"rest.{n}", f"{word} of money?", topics=["money"]) for n, word in enumerate(("How", "When", "Where"))]
    cards = [*same, *rest]
    chosen = chooser(*cards).choose("the dishes", ["chores"], None, 5)
    assert [one.text.split()[0] for one in chosen].count("What") == 2
    assert len(chosen) == 5
    random.Random(6).shuffle(cards)
    assert chooser(*cards).choose("the dishes", ["chores"], None, 5) == chosen


def test_few_cards_are_no_mistake() -> None:
    """As many as there are."""
    assert chooser(card("a", "What?")).choose("", [], None, 5) != []
    assert CardChooser([]).choose("anything", ["chores"], "partner", 5) == []
