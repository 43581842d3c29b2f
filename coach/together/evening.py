"""One evening with questions: it starts light and deepens only by wish (Aron 1997), turns alternate, and a pass needs no reason."""

from __future__ import annotations

import random
from collections.abc import Set as AbstractSet

from pydantic import Field

from coach.library.cards import Card
from coach.model import Frozen
from coach.together.bank import Bank, Drawn, Wishes

_MINUTES_A_CARD = 8
_REMEMBERED = 5_000  # cards seen on other evenings


class Evening(Frozen):
    """What was wished, how deep it goes now, which cards were drawn, in order, and how many of them were passed."""

    wishes: Wishes = Wishes()
    level: int = Field(default=1, ge=1, le=3)
    drawn: tuple[str, ...] = ()
    passed: int = 0

    @property
    def turn(self) -> int:
        """Who reads the next question out and answers first: 1 or 2, in turn."""
        return (len(self.drawn) - self.passed) % 2 + 1

    @property
    def can_deepen(self) -> bool:
        """Whether there is a deeper level within what was wished."""
        return self.level < self.wishes.depth

    @property
    def time_is_full(self) -> bool:
        """Whether as many cards were drawn as fit the time at hand. It ends nothing; the page only says so."""
        return (
            self.wishes.minutes is not None and (len(self.drawn) - self.passed) * _MINUTES_A_CARD >= self.wishes.minutes
        )


def deeper(evening: Evening) -> Evening:
    """One level down, as far as wished."""
    return evening.model_copy(update={"level": min(evening.level + 1, evening.wishes.depth)})


def lighter(evening: Evening) -> Evening:
    """One level up."""
    return evening.model_copy(update={"level": max(evening.level - 1, 1)})


def draw(
    evening: Evening,
    bank: Bank,
    seen: AbstractSet[str],
    chance: random.Random,
    like: Card | None = None,
    *,
    passing: bool = False,
) -> tuple[Evening, Drawn | None]:
    """The next card, and the evening with it; ``passing`` when it takes the place of the last one."""
    met = seen | set(evening.drawn)
    found = bank.draw(evening.wishes, evening.level, met, chance, like, evening.drawn)
    if found is None:
        return evening, None
    passed = evening.passed + (passing and bool(evening.drawn))
    return evening.model_copy(update={"drawn": (*evening.drawn, found.card.id), "passed": passed}), found


def remembered(seen: list[str], found: Drawn) -> list[str]:
    """The cards seen on all evenings, with this one; those that come again are seen anew."""
    return [*(name for name in seen if name not in found.used_up and name != found.card.id), found.card.id][
        -_REMEMBERED:
    ]
