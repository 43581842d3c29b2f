"""The heard score keeps the order of openings of Rogers, Howieson & Neame 2018, in ten scenarios of our own."""

from __future__ import annotations

import pytest

from coach.bench import rows_of
from coach.bench_figures import heard_order
from coach.language.heard import heard
from coach.language.parse import parse, parse_many
from coach.model import Finding, Kind


def test_the_order_of_the_study_holds() -> None:
    """At least 95 of 100 pairs that the study orders are right, in ten scenarios."""
    rows = rows_of("tuned", "heard")
    answers = [{"heard": heard(parsed, ()).score} for parsed in parse_many(row["text"] for row in rows)]
    assert heard_order(rows, answers).figures["pairs in order"] >= 0.95


@pytest.mark.parametrize(
    "text",
    [
        "I felt worried when it got late and I couldn't reach you. I know work has been heavy for you. Could we text if one of us is late?",
        "I love our Sundays. I've been missing them and feeling a bit lonely, and I know you have had a lot on. Could we keep this one free?",
        "I was hurt when the joke was about me last night. You may have meant it kindly. Would you leave my cooking out of it next time?",
    ],
)
def test_a_strong_softened_start_up_scores_high(text: str) -> None:
    """Feeling, what about, the other's view and a request together: 85 and above."""
    assert heard(parse(text), ()).score >= 85


@pytest.mark.parametrize(
    "text", ["Dinner is at seven.", "The car needs new tyres before the winter.", "The bins go out tomorrow."]
)
def test_an_ordinary_message_stands_in_the_middle(text: str) -> None:
    """No blame and nothing special: 60 to 75."""
    assert 60 <= heard(parse(text), ()).score <= 75


def _finding(text: str, words: str, kind: Kind) -> Finding:
    start = text.index(words)
    return Finding(start=start, end=start + len(words), text=words, pattern="p", kind=kind, why="why")


def test_an_insult_scores_low() -> None:
    """Contempt and a label: 15 at most."""
    text = "You're a pathetic idiot."
    found = (_finding(text, "You're a pathetic idiot", "label"), _finding(text, "pathetic", "contempt_or_sarcasm"))
    assert heard(parse(text), found).score <= 15


@pytest.mark.parametrize("text", ["", "   ", "👍", "You forgot.", "I felt sad. I know you were tired. Could we talk?"])
def test_two_to_five_reasons(text: str) -> None:
    """Every score comes with two to five plain sentences."""
    reasons = heard(parse(text), ()).reasons
    assert 2 <= len(reasons) <= 5
    assert all(reason.endswith(".") for reason in reasons)
