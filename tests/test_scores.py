"""The benchmark's figures may only rise, and the labelled examples are what they say they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from coach.bench import PARTS, figures, floors, measure, rows_of
from coach.bench_figures import MEASURES
from coach.model import Kind, Relation, ReplyLabel, Risk, Severity, Topic
from coach.service import CoachService
from coach.studio.turns import Act, Asked

ONE_TEXT = 0.004  # of a share: what another processor may hear in another way (decision 057)
FLOORS = [(part, name, floor) for part, known in floors().items() for name, floor in known.items()]
LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "messages": {"kinds": get_args(Kind)},
    "replies": {"label": get_args(ReplyLabel)},
    "situations": {"topics": get_args(Topic)},
    "rewrites": {"relation": get_args(Relation)},
    "safety": {"risk": get_args(Risk), "severity": get_args(Severity)},
    "questions": {},
    "heard": {"language": ("i", "you"), "views": ("neither", "own", "other", "both")},
    "conversations": {"quality": ("good", "poor")},
}


@pytest.fixture(scope="module")
def measured(service: CoachService) -> dict[str, dict[str, float]]:
    """Every figure, as it is now."""
    return figures(measure(service=service))


@pytest.mark.parametrize(("part", "name", "floor"), FLOORS, ids=lambda value: str(value).replace(" ", "-"))
def test_no_figure_falls(part: str, name: str, floor: float, measured: dict[str, dict[str, float]]) -> None:
    """A figure is at least what it once was, but for a text on another processor."""
    assert measured[part][name] >= floor - ONE_TEXT


def test_every_figure_has_a_floor(measured: dict[str, dict[str, float]]) -> None:
    """No figure goes unwatched."""
    assert {part: sorted(known) for part, known in measured.items()} == {
        part: sorted(known) for part, known in floors().items()
    }


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", MEASURES)
def test_labels_come_from_the_closed_lists(part: str, name: str) -> None:
    """Ids are unique, contrast partners exist, and every label is one of its list."""
    rows = rows_of(part, name)
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    assert {row.get("contrast") for row in rows} - {None} <= set(ids)
    for field, known in LABELS[name].items():
        assert {value for row in rows for value in labels(row, field)} <= set(known)


def test_the_benchmark_is_large_enough() -> None:
    """At least 800 messages, 500 questions, 400 replies, 300 situations, 150 rewrites, and 2,000 texts for the screen."""
    sizes = {name: sum(len(rows_of(part, name)) for part in PARTS) for name in MEASURES}
    wanted = {"messages": 800, "questions": 500, "replies": 400, "situations": 300, "rewrites": 150, "safety": 2000}
    assert {name: size for name, size in wanted.items() if sizes[name] < size} == {}


def test_no_example_is_in_both_halves() -> None:
    """What is held out was neither tuned on nor learned; only a line of four words or fewer, such as "I see.", may be said by both authors."""
    for name in MEASURES:
        known, heldout = (
            {text for part in parts for row in rows_of(part, name) for text in said(row)}
            for parts in (("tuned", "training"), ("heldout",))
        )
        assert {text for text in known & heldout if len(text.split()) > 4} == set()


def test_every_turn_is_labelled_from_the_closed_lists() -> None:
    """Each labelled conversation has two speakers, twelve turns at least, and acts and questions that exist; half are good."""
    rows = [row for part in PARTS for row in rows_of(part, "conversations")]
    assert len(rows) >= 40
    assert 0.4 <= sum(row["quality"] == "good" for row in rows) / len(rows) <= 0.6
    for row in rows:
        assert len(row["turns"]) >= 12
        assert len({turn["speaker"] for turn in row["turns"]}) == 2
        assert {turn["act"] for turn in row["turns"]} <= set(get_args(Act))
        assert {turn["question"] for turn in row["turns"]} <= set(get_args(Asked))


def said(row: dict[str, Any]) -> list[str]:
    """Every text of a row that an answer is given to."""
    return [turn["text"] for turn in row["turns"]] if "turns" in row else [row.get("text", row.get("response"))]


def labels(row: dict[str, Any], field: str) -> Iterator[str]:
    """The labels of one field, one or many."""
    value = row[field]
    yield from value if isinstance(value, list) else [value]
