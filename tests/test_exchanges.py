"""Validations among sympathy, agreement, praise and reassurance: short exchanges that were kept apart from what the coding learned."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from coach import paths
from coach.studio.coding import ACTS, Coder
from coach.studio.transcript import Turn

if TYPE_CHECKING:
    from coach.service import CoachService

EXCHANGES = [
    json.loads(line)
    for line in (paths.ROOT / "tests" / "data" / "exchanges" / "heldout.jsonl").read_text(encoding="utf-8").splitlines()
]
TRAINING = paths.ROOT / "tests" / "data" / "training"
# Shares that may only rise.
ACT, PRECISION, RECALL = 0.70, 0.90, 0.65


def test_validations_are_told_from_what_only_sounds_kind(service: CoachService) -> None:
    """No share falls below its floor: the one act of twelve, and how many validations are named rightly and found."""
    coder = Coder(service)
    pairs = [
        (turn["act"], coded.act)
        for talk in EXCHANGES
        for turn, coded in zip(
            talk["turns"],
            coder.code([Turn(speaker=turn["speaker"], text=turn["text"]) for turn in talk["turns"]]),
            strict=True,
        )
    ]
    right = sum(meant == said == "validation" for meant, said in pairs)
    meant, said = (Counter(one) for one in zip(*pairs, strict=True))
    act = sum(one == other for one, other in pairs) / len(pairs)
    precision, recall = right / said["validation"], right / meant["validation"]
    print(f"acts {act:.3f}, validations: precision {precision:.3f}, recall {recall:.3f}")
    assert (act >= ACT, precision >= PRECISION, recall >= RECALL) == (True, True, True)


def test_they_were_kept_apart() -> None:
    """Fifteen exchanges with the acts of the closed list; no turn of more than two words stands in what is learned from."""
    turns = [turn for talk in EXCHANGES for turn in talk["turns"]]
    assert len(EXCHANGES) == 15
    assert {turn["act"] for turn in turns} <= set(ACTS)
    learned = {
        turn["text"]
        for path in TRAINING.glob("conversations*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
        for turn in json.loads(line)["turns"]
    }
    assert [turn["text"] for turn in turns if len(turn["text"].split()) > 2 and turn["text"] in learned] == []
