"""Ids are permanent: ``content/ids.toml`` lists those issued and those retired, and none is ever used again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coach.library.load import Library

PERMANENT = (
    "patterns",
    "safety_rules",
    "feelings",
    "lookalikes",
    "needs",
    "responses",
    "concerns",
    "deeds",
    "decks",
    "helplines",
    "personas",
    "scenes",
    "techniques",
    "exercises",
)


def issued_ids(library: Library) -> dict[str, list[str]]:
    """Every permanent id in use, by group, sorted; cards are a group of their own."""
    groups = {group: [entry.id for entry in getattr(library, group)] for group in PERMANENT}
    groups["cards"] = [card.id for deck in library.decks for card in deck.cards]
    groups["exercise_items"] = [f"{one.id}.{item.id}" for one in library.exercises for item in one.items]
    return {group: sorted(ids) for group, ids in groups.items()}


def check_ids(library: Library, register: dict[str, Any]) -> Iterator[str]:
    """Mistakes: an id used twice, one not registered, one deleted in silence, one retired and used again."""
    for group, ids in issued_ids(library).items():
        entry = register.get(group, {})
        issued, retired = set(entry.get("issued", ())), set(entry.get("retired", ()))
        for name, count in Counter(ids).items():
            if count > 1:
                yield f"{group} › {name}: the id is used {count} times"
            if name in retired:
                yield f"{group} › {name}: the id was retired and cannot be used again"
            elif name not in issued:
                yield f"ids.toml › {group}: {name!r} is not registered; run `coach check-content --register`"
        for name in sorted(issued - set(ids) - retired):
            yield f"ids.toml › {group}: {name!r} was issued and is gone; bring it back or list it as retired"


def registered(library: Library, register: dict[str, Any]) -> str:
    """The text of ``ids.toml`` with every id in use added; nothing issued or retired is taken out."""
    lines = ["# Permanent ids. `coach check-content --register` adds new ones; to retire one, move it to `retired`."]
    for group, ids in issued_ids(library).items():
        entry = register.get(group, {})
        retired = sorted(entry.get("retired", ()))
        issued = sorted({*entry.get("issued", ()), *ids} - set(retired))
        lines += ["", f"[{group}]", *_listed("issued", issued), *_listed("retired", retired)]
    return "\n".join(lines) + "\n"


def _listed(name: str, ids: list[str]) -> list[str]:
    return [f"{name} = []"] if not ids else [f"{name} = [", *(f'  "{one}",' for one in ids), "]"]
