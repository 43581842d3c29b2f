"""The guard on pieces as good and as small models write them, and on our own texts as if a model had written them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pytest

from coach.bench import rows_of
from coach.llm.outputs import items
from coach.model import FollowUp, Item, Question, Response, Situation, Slot

if TYPE_CHECKING:
    from coach.library.load import Library
    from coach.service import CoachService
    from coach.suggest.guard import Guard

# Of what is shown how much is good (precision), and of the good how much is shown (recall). They may only rise;
# they were set anew when 168 harder pieces came (decision 014).
FLOORS = {"tuned": (0.81, 0.95), "heldout": (0.72, 0.85)}
OURS = 0.95  # of our own questions, responses and views, each beside a message that it was written for
Piece = tuple[str, Slot, Item]  # message, part of the plan, what stands there
Faults = Callable[[Sequence[Piece]], list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def faults(service: CoachService) -> Faults:
    """What the guard finds wrong with each piece, in order."""
    guards: list[Guard] = []
    service.with_engine(lambda offline, guard: guards.append(guard) or offline)

    def found(pieces: Sequence[Piece]) -> list[tuple[str, ...]]:
        places: dict[tuple[str, Slot], list[int]] = defaultdict(list)
        for i, (message, slot, _) in enumerate(pieces):
            places[message, slot].append(i)
        messages = list(dict.fromkeys(message for message, _, _ in pieces))
        readings = dict(zip(messages, service.readings(Situation(text=message) for message in messages), strict=True))
        by_place = {
            i: fault
            for (message, slot), own in places.items()
            for i, fault in zip(
                own, guards[0].faults(readings[message], slot, [pieces[i][2] for i in own]), strict=True
            )
        }
        return [by_place[i] for i in range(len(pieces))]

    return found


@pytest.mark.parametrize("part", FLOORS)
def test_good_pieces_are_shown_and_bad_ones_are_not(part: str, faults: Faults) -> None:
    """Half of the pieces are good; the others miss the message, presume, flatter, invent, break off or turn the persons round."""
    rows = rows_of("guard", part)
    pieces: list[Piece] = [(row["message"], row["slot"], items(row["slot"], row["item"])[0]) for row in rows]
    shown = [not fault for fault in faults(pieces)]
    right = sum(row["good"] for row, yes in zip(rows, shown, strict=True) if yes)
    precision, recall = right / sum(shown), right / sum(row["good"] for row in rows)
    print(f"{part}: {len(rows)} pieces, {sum(shown)} shown, precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= FLOORS[part][0]
    assert recall >= FLOORS[part][1]


@pytest.mark.parametrize("part", FLOORS)
def test_half_of_the_pieces_are_good(part: str) -> None:
    """Ids are unique, every part of a plan that a model writes is there, and no message stands in both halves."""
    rows = rows_of("guard", part)
    assert len({row["id"] for row in rows}) == len(rows)
    assert sum(row["good"] for row in rows) * 2 == len(rows)
    assert {row["slot"] for row in rows} == {"drafts", "other_view", "your_part", "questions", "responses"}
    other = "tuned" if part == "heldout" else "heldout"
    assert {row["message"] for row in rows}.isdisjoint(row["message"] for row in rows_of("guard", other))


@pytest.mark.parametrize("kind", ["questions", "other_view", "responses", "your_part"])
def test_our_own_texts_would_pass(kind: Slot, library: Library, faults: Faults) -> None:
    """A guard that refuses what counselors would say is too strict."""
    ours = [piece for piece in own_pieces(library) if piece[1] == kind]
    refused = [(piece[2], fault) for piece, fault in zip(ours, faults(ours), strict=True) if fault]
    print(f"{kind}: {len(ours) - len(refused)} of {len(ours)} pass", *refused, sep="\n")
    assert len(refused) <= (1 - OURS) * len(ours) + 1e-9


def own_pieces(library: Library) -> Iterator[Piece]:
    """Texts of the library that hold no slot, each beside a labelled message of its concern or its topic."""
    by_concern, by_topic = messages("beneath", "concern"), messages("situations", "topics")
    anywhere = [text for texts in by_concern.values() for text in texts]
    for concern in library.concerns:
        if concern.id in by_concern:
            message = min(by_concern[concern.id], key=len)
            for asked in concern.questions:
                follow = tuple(FollowUp(when=one.when, ask=one.ask) for one in asked.follow_ups)
                if "{" not in f"{asked.text} {follow}":
                    yield message, "questions", Question(text=asked.text, follow_ups=follow)
            yield from ((message, "other_view", view) for view in concern.perspectives if "{" not in view)
    for i, entry in enumerate(library.responses):
        fitting = [text for one in entry.concerns for text in by_concern.get(one, [])]
        fitting = fitting or [text for one in entry.topics for text in by_topic.get(one, [])] or anywhere
        fields = entry.model_dump(include={"they_say", "text", "technique", "avoid", "avoid_why"})
        yield fitting[i % len(fitting)], "responses", Response(**fields)
    openings = [one.text for one in library.openings if one.use == "your_part"]
    yield from ((anywhere[7 * i], "your_part", text) for i, text in enumerate(openings))


def messages(name: str, label: str) -> dict[str, list[str]]:
    """The first label of each labelled message → the messages."""
    found: dict[str, list[str]] = defaultdict(list)
    rows: list[dict[str, Any]] = rows_of("training", name)
    for row in rows:
        if row[label]:
            found[row[label][0]].append(row["text"])
    return found
