"""A clause said to whom it tells of, with nothing else changed: "he has just never asked" → "you have just never asked"."""

from __future__ import annotations

from coach.suggest.edits import Edits


class Turned(Edits):
    """Edits of the person alone."""

    def _drop_loose_words(self) -> None:
        """Nothing is left out."""

    def _without_absolutes(self) -> None:
        """They stay."""
