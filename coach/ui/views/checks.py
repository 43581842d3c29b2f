"""What was looked for in a sentence: what is there and what is not yet, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from coach.studio.checks import Check
from coach.ui.markup import Markup, element, show
from coach.ui.words import LOOK_FOR


def checks(found: Sequence[Check]) -> None:
    """One line for each thing; it says everything without colour."""
    show(element("ul", *(_item(check) for check in found), cls="cc-list cc-checks"))


def in_short(found: Sequence[Check]) -> str:
    """How many are there, for a screen reader."""
    there = sum(check.met for check in found)
    return f"{there} of {len(found)} are there."


def _item(check: Check) -> Markup:
    words = [" “", element("bdi", check.words), "”"] if check.words else []
    sign = element("strong", f"{'✓ There' if check.met else '○ Not yet'}: {LOOK_FOR[check.look_for]}.")
    return element("li", sign, *words, f" {check.reason}")
