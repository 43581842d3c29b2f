"""Reading → the items of every slot, in the order a person needs them."""

from __future__ import annotations

from collections.abc import Iterator

from coach.library.load import Library
from coach.model import Choice, Item, Proposals, Reading, Slot, Wish


class Suggester:
    """Composes suggestions from a reading and the library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def proposals(self, reading: Reading) -> Proposals:
        """Feelings and needs that fit, best first."""
        return Proposals(feelings=(Choice(id="sad", word="sad"),), needs=(Choice(id="rest", word="rest"),))

    def suggest(self, reading: Reading, wish: Wish) -> Iterator[tuple[Slot, tuple[Item, ...]]]:
        """Slots with their items; drafts first."""
        yield from ()
