"""Small charts drawn as bars with their figures as text, in light and dark, for eyes and for screen readers alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach.rehearsal.state import FULL, Turn, level
from coach.ui.markup import Markup, element


def tension(path: Sequence[Turn]) -> Markup:
    """How tense the partner was after each turn."""
    return element("ol", *(_bar(turn) for turn in path), cls="cc-bars")


def in_words(turn: Turn) -> str:
    """The tension after one turn, as a word and a figure."""
    word = "flooded" if turn.tension >= FULL else level(turn.tension)
    return f"{word}, {turn.tension} out of {FULL}"


def series(values: Iterable[tuple[str, float]], most: float) -> Markup:
    """One bar for each value, each with its label."""
    return element(
        "ol",
        *(
            element(
                "li",
                element("span", cls="cc-bar cc-plain", style=f"height:{round(100 * value / most) if most else 0}%"),
                element("span", f"{label}: {value:g}. ", cls="cc-hidden"),
            )
            for label, value in values
        ),
        cls="cc-bars cc-small",
    )


def _bar(turn: Turn) -> Markup:
    name = "at the start" if turn.kind == "opening" else "after the break" if turn.kind == "break" else ""
    kind = level(turn.tension)
    return element(
        "li",
        element("span", cls=f"cc-bar cc-{kind}", style=f"height:{max(3, turn.tension)}%"),
        element("span", f"{in_words(turn)} {name}. ", cls="cc-hidden"),
    )
