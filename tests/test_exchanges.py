"""Validations among sympathy, agreement, praise and reassurance: short exchanges, written and labelled for it, half of them kept apart."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from coach import paths
from coach.studio.coding import ACTS, Coder
from coach.studio.transcript import Turn

if TYPE_CHECKING:
    from coach.service import CoachService

# Shares that may only rise: the one act of twelve; of the validations, how many so named are right, and how many are found.
FLOORS = {
    "tuned": {"act": 0.59, "precision": 1.0, "recall": 0.46},
    "heldout": {"act": 0.63, "precision": 0.93, "recall": 0.48},
}


def rows(part: str) -> list[dict[str, Any]]:
    """The labelled exchanges of one half."""
    text = (paths.ROOT / "tests" / "data" / "exchanges" / f"{part}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("part", FLOORS)
def test_validations_are_told_from_what_only_sounds_kind(part: str, service: CoachService) -> None:
    """No share falls below its floor."""
    coder = Coder(service)
    pairs = [
        (turn["act"], coded.act)
        for talk in rows(part)
        for turn, coded in zip(
            talk["turns"],
            coder.code([Turn(speaker=turn["speaker"], text=turn["text"]) for turn in talk["turns"]]),
            strict=True,
        )
    ]
    right = sum(meant == said == "validation" for meant, said in pairs)
    meant, said = (Counter(one) for one in zip(*pairs, strict=True))
    reached = {
        "act": sum(one == other for one, other in pairs) / len(pairs),
        "precision": right / said["validation"],
        "recall": right / meant["validation"],
    }
    print(part, {name: round(share, 3) for name, share in reached.items()})
    assert {name: share for name, share in reached.items() if share < FLOORS[part][name]} == {}


def test_the_labels_are_of_the_closed_list() -> None:
    """Fifteen exchanges in each half, with acts that exist, and no longer turn of the one half in the other."""
    halves = [rows(part) for part in FLOORS]
    assert [len(half) for half in halves] == [15, 15]
    assert {turn["act"] for half in halves for talk in half for turn in talk["turns"]} <= set(ACTS)
    tuned, heldout = (
        {turn["text"] for talk in half for turn in talk["turns"] if len(turn["text"].split()) > 2} for half in halves
    )
    assert not tuned & heldout
