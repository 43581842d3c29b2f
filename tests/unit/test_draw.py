"""Drawing: filters hold, it starts light, nothing repeats before it is used up, turns alternate."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from coach.library.cards import Card, Deck
from coach.together.bank import Bank, Wishes, between
from coach.together.evening import Evening, deeper, draw, lighter, remembered

CHANCE = random.Random(6)


def card(name: str, depth: int = 1, **fields: object) -> Card:
    """A card with just enough in it."""
    raw: dict[str, object] = {
        "id": name,
        "text": f"What about {name}?",
        "depth": depth,
        "tone": "warm",
        "topics": ["communication"],
        "for": ["anyone"],
        "follow_ups": [{"if": "yes", "ask": "What?"}, {"if": "no", "ask": "How?"}],
        "go_first": "I …",
        "ask_permission": "May I?" if depth == 3 else None,
    }
    return Card.model_validate(raw | fields)


def deck(name: str, *cards: Card) -> Deck:
    """A deck of these cards."""
    return Deck(id=name, title=name, about=name, how_to_use=name, cards=cards)


LIGHT = [card(f"light.{n}") for n in range(30)]
DEEP = [card(f"deep.{n}", depth) for depth in (2, 3) for n in range(depth * 10, depth * 10 + 10)]
BANK = Bank(
    (
        deck("light", *LIGHT),
        deck("deep", *DEEP),
        deck("moods", card("moods.play", tone="playful"), card("moods.money", topics=["money"])),
        deck("hard", card("hard.1", presumes=["affair"]), card("hard.2", presumes=["affair"])),
        deck("work", card("work.1", **{"for": ["colleague"]})),
    )
)


def drawn(wishes: Wishes, level: int = 1, seen: set[str] | None = None, times: int = 60) -> list[str]:
    """The ids of so many draws, each without those before."""
    met, ids = set(seen or ()), []
    for _ in range(times):
        found = BANK.draw(wishes, level, met, CHANCE)
        if found is None or found.used_up:
            break
        ids.append(found.card.id)
        met.add(found.card.id)
    return ids


def test_nothing_repeats_until_it_is_used_up() -> None:
    """Every card that fits comes once; then they come again, but not the one just drawn."""
    ids = drawn(Wishes(decks=("light",)))
    assert Counter(ids) == Counter(one.id for one in LIGHT)
    again = BANK.draw(Wishes(decks=("light",)), 1, set(ids), CHANCE, now=ids[:29])
    assert again is not None
    assert again.card.id == ids[29]
    assert again.used_up == set(ids)


@pytest.mark.parametrize("_", range(20))
def test_each_filter_holds(_: int) -> None:
    """Deck, mood, depth and who they are; nothing that presumes a hard time unless its deck was picked."""
    assert drawn(Wishes(tones=("playful",)), times=1) == ["moods.play"]
    assert set(drawn(Wishes(who="colleague"), times=99)) >= {"work.1"}
    everything = set(drawn(Wishes(), 3, times=99))
    assert not everything & {"work.1", "hard.1", "hard.2"}
    assert {"moods.money", "light.0", "deep.29", "deep.39"} <= everything
    assert set(drawn(Wishes(decks=("hard",)))) == {"hard.1", "hard.2"}
    assert not any(one.startswith("deep.3") for one in drawn(Wishes(depth=2), 3, times=99))


def test_it_never_goes_deeper_than_the_level() -> None:
    """On level 1 all is light; on level 2 the second comes first, then the lighter ones; never the third."""
    assert all(one.startswith(("light", "moods")) for one in drawn(Wishes(), 1, times=99))
    second = drawn(Wishes(decks=("deep", "light")), 2, times=99)
    assert all(one.startswith("deep.2") for one in second[:10])
    assert not any(one.startswith("deep.3") for one in second)


def test_a_deck_without_a_light_card_begins_with_its_lightest() -> None:
    """An own deck may hold only deeper ones; still never deeper than wished."""
    assert all(one.startswith("deep.2") for one in drawn(Wishes(decks=("deep",)), 1))
    assert drawn(Wishes(decks=("deep",), depth=1), 1) == []


def test_a_parent_and_a_child_get_what_is_for_either() -> None:
    """Both audiences, and no one else's."""
    bank = Bank([deck("home", *(card(one, **{"for": [one]}) for one in ("parent", "child", "colleague")))])
    assert bank.count(Wishes(who="parent")) == 2


def test_a_draw_is_even() -> None:
    """Over 3,000 first draws each of 30 cards comes about as often as any other."""
    counts = Counter(drawn(Wishes(decks=("light",)), times=1)[0] for _ in range(3000))
    assert len(counts) == 30
    assert max(counts.values()) < 2 * min(counts.values())


def test_another_like_this_keeps_to_the_deck_and_the_topic() -> None:
    """The same deck, and the same topic where there is one."""
    one, two = card("m.1", topics=["money"]), card("m.2", topics=["money"])
    bank = Bank((deck("mixed", one, two, *(card(f"x.{n}") for n in range(20))), deck("light", *LIGHT)))
    for seed in range(20):
        found = bank.draw(Wishes(), 1, {one.id}, random.Random(seed), like=one)
        assert found is not None
        assert found.card.id == two.id


def test_nothing_fits() -> None:
    """No card, and no error."""
    assert BANK.draw(Wishes(decks=("none",)), 3, set(), CHANCE) is None
    assert BANK.count(Wishes(decks=("none",))) == 0
    assert BANK.count(Wishes(decks=("light",))) == 30


def test_turns_alternate_and_a_pass_keeps_the_turn() -> None:
    """First one, then the other; passing a question leaves the turn where it was."""
    evening = Evening(wishes=Wishes(decks=("light",)))
    turns = []
    for passing in (False, False, True, True, False):
        if not passing:
            turns.append(evening.turn)
        evening, _ = draw(evening, BANK, set(), CHANCE, passing=passing)
    assert turns == [1, 2, 1]
    assert len(set(evening.drawn)) == 5


def test_the_ladder_moves_only_by_wish() -> None:
    """It starts at 1, goes as deep as wished and no deeper, and back."""
    evening = Evening(wishes=Wishes(depth=2))
    assert evening.level == 1
    assert deeper(evening).level == deeper(deeper(evening)).level == 2
    assert not deeper(evening).can_deepen
    assert lighter(lighter(deeper(evening))).level == 1


def test_time_at_hand() -> None:
    """Ten minutes are full after two questions, passes not counted; no time named is never full."""
    evening = Evening(wishes=Wishes(decks=("light",), minutes=10))
    for passing, full in ((False, False), (True, False), (False, True)):
        evening, _ = draw(evening, BANK, set(), CHANCE, passing=passing)
        assert evening.time_is_full == full
    assert not evening.model_copy(update={"wishes": Wishes()}).time_is_full


def test_what_is_remembered_over_evenings() -> None:
    """A card is remembered once, as the latest; what begins anew is forgotten first."""
    found = BANK.draw(Wishes(decks=("hard",)), 1, {"hard.1"}, CHANCE)
    assert found is not None
    assert remembered(["hard.1", "hard.2", "light.1"], found) == ["hard.1", "light.1", "hard.2"]
    again = BANK.draw(Wishes(decks=("hard",)), 1, {"hard.1", "hard.2"}, CHANCE, now=["hard.2"])
    assert again is not None
    assert remembered(["hard.1", "light.1", "hard.2"], again) == ["light.1", "hard.1"]


def test_the_projects_own_bank_can_be_drawn(library: object) -> None:
    """An evening of twelve questions from the real decks, going deeper on the way."""
    bank = Bank(library.decks)  # type: ignore[attr-defined]
    evening = Evening()
    depths = []
    for step in range(12):
        evening, found = draw(evening, bank, set(), CHANCE)
        assert found is not None
        depths.append(found.card.depth)
        evening = deeper(evening) if step in (3, 7) else evening
    assert depths == [1] * 4 + [2] * 4 + [3] * 4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What did you notice about me?", True),
        ("Where have we become shy?", True),
        ("What would you say if I’d asked?", True),
        ("What is the big news this week?", False),
        ('What would you like to ask in place of "How am I doing?"', False),
        ("Which museum did you like?", False),
    ],
)
def test_alone_only_what_one_can_ask_oneself(text: str, found: bool) -> None:
    """A question about the one who asks, or about the two, is not drawn for one alone."""
    assert between(text) == found
    bank = Bank([deck("a", card("a.1", text=text), card("a.2", text="What is new?"))])
    assert bank.count(Wishes(alone=True, who="anyone")) == 2 - found
    assert bank.count(Wishes()) == 2
