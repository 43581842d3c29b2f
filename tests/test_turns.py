"""What a turn of a rehearsal does, on turns written and labelled for it: half of them tuned on, half held out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coach import paths
from coach.language.parse import parse
from coach.library.practice import ACTS, POINTS
from coach.model import Situation
from coach.rehearsal.acts import Said, read_turn
from coach.rehearsal.finer import BROADER
from coach.suggest.feelings import FeelingWords

if TYPE_CHECKING:
    from coach.library.load import Library
    from coach.service import CoachService

# Shares that may only rise: the act that is answered, an act that is in the turn, and the point of those that have one.
FLOORS = {
    "tuned": {"act": 0.71, "an act of it": 0.78, "point": 0.77},
    "heldout": {"act": 0.57, "an act of it": 0.70, "point": 0.60},
}


def rows(part: str) -> list[dict[str, Any]]:
    """The labelled turns of one half."""
    text = (paths.ROOT / "tests" / "data" / "turns" / f"{part}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("part", FLOORS)
def test_turns_are_read_as_they_were_labelled(part: str, service: CoachService, library: Library) -> None:
    """No share falls below its floor."""
    feelings = FeelingWords(library)
    read: list[tuple[dict[str, Any], Said]] = [
        (row, read_turn(service.reading(Situation(text=row["said"])), parse(row["partner_said"]), feelings))
        for row in rows(part)
    ]
    pointed = [(row, said) for row, said in read if row["point"]]
    reached = {
        "act": sum(said.act == row["acts"][0] for row, said in read) / len(read),
        "an act of it": sum(said.act in row["acts"] for row, said in read) / len(read),
        "point": sum(row["point"] in {said.point, BROADER.get(said.point or "tells")} for row, said in pointed)
        / len(pointed),
    }
    print(part, {name: round(share, 3) for name, share in reached.items()})
    assert {name: share for name, share in reached.items() if share < FLOORS[part][name]} == {}


def test_the_labels_are_of_the_closed_lists() -> None:
    """At least 240 turns, each with acts and a point that exist, and no turn of the one half in the other."""
    halves = {part: rows(part) for part in FLOORS}
    every = [row for known in halves.values() for row in known]
    assert len(every) >= 240
    assert {act for row in every for act in row["acts"]} <= set(ACTS)
    assert {row["point"] for row in every} <= {"", *POINTS}
    tuned, heldout = ({row["said"] for row in known} for known in halves.values())
    assert not tuned & heldout
