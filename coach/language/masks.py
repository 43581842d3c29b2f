"""Named masks: tokens in which a rule's words are no blame (praise, habit, a generic you, an apology, a quotation, a request)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.language.parse import Parsed


def quotation(parsed: Parsed) -> frozenset[int]:
    """Somebody else's words."""
    return parsed.reported


MASKS: dict[str, Callable[[Parsed], frozenset[int]]] = {"quotation": quotation}
