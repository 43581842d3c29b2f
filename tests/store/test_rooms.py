"""Rooms for two over a real store: who gets in, who knows what when, and what is left when somebody goes."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

import pytest

from coach.errors import RoomError
from coach.store.rooms import Rooms
from coach.store.things import Things
from coach.together import door, room
from coach.together.bank import Bank, Wishes
from coach.together.room import Said
from coach.together.seen import view
from coach.together.table import Draws, OwnTable
from coach.together.together import Place, Together

if TYPE_CHECKING:
    from store_support import Clock

    from coach.library.load import Library
    from coach.store.database import Database

ANN, BEN, EVE = "a" * 32, "b" * 32, "e" * 32


@pytest.fixture
def together(database: Database, clock: Clock) -> Together:
    """Rooms in an empty database."""
    return Together(Rooms(database, clock), clock)


@pytest.fixture
def both(together: Together) -> tuple[Place, Place]:
    """Ann and Ben in one room."""
    together.join(BEN, together.open(ANN, Wishes()), "ben's phone")
    return at(together, ANN), at(together, BEN)


def at(together: Together, token: str) -> Place:
    """Where somebody sits."""
    place = together.place(token)
    assert place is not None
    return place


def test_a_code_as_people_type_it(together: Together) -> None:
    """Case, spaces and dashes don't matter, and a letter that is not in use is read as what it looks like."""
    assert door.read_code(" 7kq2-m4xd ") == "7KQ2M4XD"
    assert door.read_code("oil0 1111") == "01101111"
    assert [door.read_code(wrong) for wrong in ("", "7KQ2M4X", "7KQ2M4XDD", "7KQ2M4XU", "7KQ2M4X!", "７KQ2M4XD")] == [
        ""
    ] * 6
    code = together.open(ANN, Wishes())
    together.join(BEN, door.spoken(code).lower(), "x")
    assert at(together, BEN).seat == 2


def test_both_answer_both_say_show_both_see(
    together: Together, both: tuple[Place, Place], library: Library, database: Database
) -> None:
    """The whole of one question, and what each of them sees at every step."""
    ann, bens = (together.table(place) for place in both)
    draws = Draws(Things(database), ANN, Bank(library.decks))
    draws.draw(ann, 0, random.Random(1))
    draws.draw(bens, 0, random.Random(2))
    assert ann.read().number == 1, "two presses draw one card"
    ann.change(partial(room.answer, seat=1, number=1, said=Said(text="The sea")))
    bens.change(partial(room.answer, seat=2, number=1, said=Said(aloud=True)))
    ann.change(partial(room.show, seat=1, number=1))
    seen = view(bens.read(), 2).now
    assert seen is not None
    assert (seen.they, seen.theirs) == ("shows", None)
    bens.change(partial(room.show, seat=2, number=1))
    seen = view(bens.read(), 2).now
    assert seen is not None
    assert seen.theirs == Said(text="The sea")
    with pytest.raises(RoomError, match="stays as it is"):
        ann.change(partial(room.take_back, seat=1, number=1))


def test_each_knows_of_the_other_at_the_next_look(together: Together, both: tuple[Place, Place], clock: Clock) -> None:
    """A change is seen at once; somebody who no longer looks counts as away soon, and as back at once."""
    first = together.glance(both[0])
    together.glance(both[1])
    assert first is not None
    together.table(both[1]).change(partial(room.wish_deeper, seat=2))
    now = together.glance(both[0])
    assert now is not None
    assert now.version == first.version + 1
    assert now.they_are_here
    clock.now += 10
    away = together.glance(both[0])
    assert away is not None
    assert not away.they_are_here
    together.glance(both[1])
    back = together.glance(both[0])
    assert back is not None
    assert back.they_are_here


def test_who_vanished_is_away_at_once_and_who_is_quiet_is_not(
    together: Together, both: tuple[Place, Place], clock: Clock
) -> None:
    """A closed line counts after two seconds, which a reload does not take; with an open one some looks may go astray."""
    line = {"open": True}
    together.glance(both[1], lambda: line["open"])
    here = []
    for still_open, seconds in ((True, 5), (False, 0), (True, 0)):
        clock.now += seconds
        line["open"] = still_open
        here.append(_there(together, both[0]))
    assert here == [True, False, True]
    together.glance(both[1], lambda: line["open"])
    line["open"] = False
    clock.now += 1.5
    assert _there(together, both[0]), "a reload"
    clock.now += 1
    assert not _there(together, both[0])
    clock.now += 3
    assert not _there(together, both[0]), "nobody tells the store that one who is gone was seen"


def _there(together: Together, place: Place) -> bool:
    glance = together.glance(place)
    assert glance is not None
    return glance.they_are_here


def test_another_process_sees_the_same(
    together: Together, both: tuple[Place, Place], database: Database, clock: Clock
) -> None:
    """A change and a sign of life travel through the store, too."""
    elsewhere = Together(Rooms(database, clock), clock)
    clock.now += 30
    elsewhere.glance(both[1])
    elsewhere.table(both[1]).change(partial(room.wish_deeper, seat=2))
    clock.now += 1
    glance = together.glance(both[0])
    assert glance is not None
    assert glance.they_are_here
    assert glance.version == 3


def test_leaving_looks_the_same_whatever_the_reason(together: Together, both: tuple[Place, Place]) -> None:
    """The other sees that one left; what was not shown is gone; the room is closed to others; erasing takes it all."""
    together.leave(BEN)
    assert together.place(BEN) is None
    seen = view(together.table(both[0]).read(), 1)
    assert seen.they_left
    assert together.glance(both[1]) is not None, "it is still there for Ann"
    together.erase(ANN)
    assert together.place(ANN) is None
    assert together.glance(both[0]) is None
    with pytest.raises(RoomError, match="closed"):
        together.table(both[0]).read()


def test_nobody_sits_in_two_rooms(together: Together, both: tuple[Place, Place]) -> None:
    """Joining another first asks to leave; opening another leaves the first."""
    code = together.open(EVE, Wishes())
    with pytest.raises(RoomError, match="Leave it first"):
        together.join(BEN, code, "x")
    together.open(BEN, Wishes())
    assert view(together.table(both[0]).read(), 1).they_left


def test_a_link_works_once(together: Together, clock: Clock) -> None:
    """Ten minutes, one person; the sentence says what to do then."""
    together.open(ANN, Wishes())
    secret = together.invite(at(together, ANN))
    clock.now += 599
    together.join_by_secret(BEN, secret)
    for wrong in (secret, "", "guess"):
        with pytest.raises(RoomError, match="Ask for a new one"):
            together.join_by_secret(EVE, wrong)


@pytest.mark.parametrize("elsewhere", [False, True], ids=["one place", "many places"])
def test_a_guesser_gets_nowhere(together: Together, clock: Clock, elsewhere: bool) -> None:
    """10,000 tries at 1,000 rooms, one each second: none joined; from one place nearly none is even looked at, and from five hundred
    places only every other one. A link still works.
    """
    codes = set()
    for n in range(1000):
        codes.add(together.open(f"{n:032x}", Wishes()))
    chance = random.Random(6)
    refused = looked_at = 0
    for n in range(10_000):
        guess = "".join(chance.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(8))
        with pytest.raises(RoomError) as raised:
            together.join(EVE, guess, f"place {n % 500}" if elsewhere else "one place")
        refused += "too many wrong codes" in str(raised.value)
        looked_at += "No open room" in str(raised.value)
        clock.now += 1
    assert refused + looked_at == 10_000
    assert looked_at <= (5_050 if elsewhere else 40)
    assert together.place(EVE) is None
    together.join_by_secret(BEN, together.invite(at(together, f"{7:032x}")))


def test_an_evening_of_one_device_is_kept_sealed(database: Database, library: Library) -> None:
    """It is there after a reload, under the owner's token alone, and can be put away."""
    things = Things(database)
    table = OwnTable(things, ANN)
    table.change(room.join)
    Draws(things, ANN, Bank(library.decks)).draw(table, 0, random.Random(3))
    assert OwnTable(things, ANN).read() == table.read()
    assert table.read().number == 1
    assert OwnTable(things, BEN).read() == room.Room()
    table.clear()
    assert table.read() == room.Room()


def test_no_card_comes_twice_over_evenings(database: Database, library: Library) -> None:
    """Two evenings with one deck: every card once before any comes again; a card another drew counts as seen."""
    things, bank = Things(database), Bank(library.decks)
    wishes = Wishes(decks=(library.decks[1].id,))
    count = bank.count(wishes)
    draws, ids = Draws(things, ANN, bank), []
    for _ in range(2):
        table = OwnTable(things, ANN)
        table.clear()
        table.change(lambda now: now.model_copy(update={"evening": room.Evening(wishes=wishes, level=3)}))
        for number in range(count // 2):
            draws.draw(table, number, random.Random())
        ids += [one.card.id for one in table.read().rounds]
    assert len(set(ids)) == len(ids) == count // 2 * 2
    draws.met(library.decks[0].cards[0])
    assert library.decks[0].cards[0].id in (things.get(ANN, "seen") or "")
