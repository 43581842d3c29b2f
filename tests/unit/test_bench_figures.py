"""The benchmark's figures are counted right, on rows small enough to count by hand."""

from __future__ import annotations

import pytest

from coach import bench, bench_figures
from coach.bench_baseline import is_blame, is_good_reply, is_open
from coach.bench_figures import Result, blame, facts_kept, questions, replies, safety, topics


def message(blaming: bool, *kinds: str, name: str = "absolute.never") -> dict[str, object]:
    """A labelled message."""
    return {"functionality": name, "text": "You never call.", "blaming": blaming, "kinds": list(kinds)}


def analysis(*kinds: str) -> dict[str, object]:
    """An answer with findings."""
    return {"blaming": bool(kinds), "findings": [{"kind": kind} for kind in kinds]}


def test_blame_is_counted_by_hand() -> None:
    """Two of three flags are right and two of four are found; a false alarm weighs more than a miss."""
    rows = [
        message(True, "absolute"),
        message(True, "label"),
        message(True, "fault"),
        message(True, "fault"),
        message(False, name="trap.plans"),
    ]
    said = [analysis("absolute"), analysis("fault", "third_person"), analysis(), analysis(), analysis("label")]
    found = blame(rows, said)
    assert found.figures["precision"] == pytest.approx(2 / 3)
    assert found.figures["recall"] == pytest.approx(2 / 4)
    assert found.figures["F0.5"] == pytest.approx(1.25 * (2 / 3) * 0.5 / (0.25 * (2 / 3) + 0.5))
    assert found.figures["flagged: a right kind named"] == pytest.approx(1 / 2)
    assert found.figures["found: fault"] == 0
    assert found.figures["ordinary talk left alone"] == 0
    assert found.by_functionality == {"absolute": (2, 4), "trap.plans": (0, 1)}


def test_an_empty_side_is_no_division() -> None:
    """With nothing flagged, precision is nought and nothing raises."""
    assert blame([message(True, "label")], [analysis()]).figures["precision"] == 0


def test_questions_replies_topics_and_safety_are_counted() -> None:
    """One right and one wrong of each."""
    asked = [
        {"functionality": "f", "text": "What?", "open": True, "blaming": False},
        {"functionality": "f", "text": "Why?", "open": False, "blaming": True},
    ]
    assert (
        questions(asked, [{"open": True, "blaming": False}, {"open": True, "blaming": False}]).figures["open or closed"]
        == 0.5
    )
    said = [{"functionality": "f", "response": "Ok", "good": True, "label": "curious"}] * 2
    told = replies(said, [{"good": True, "label": "validating"}, {"good": False, "label": "curious"}])
    assert told.figures == {"helps or hurts": 0.5, "the one label": 0.5}
    about = [{"functionality": "f", "topics": ["money"]}] * 2
    assert (
        topics(about, [{"topics": ["chores", "money"]}, {"topics": ["chores", "parenting", "money"]}]).figures[
            "one of the first two"
        ]
        == 0.5
    )
    danger = [
        {"functionality": "f", "risk": "self_harm", "severity": "immediate"},
        {"functionality": "trap.x", "risk": "none", "severity": "none"},
    ]
    seen = safety(
        danger,
        [{"safety": {"risk": "stalking", "severity": "immediate"}}, {"safety": {"risk": "none", "severity": "none"}}],
    )
    assert seen.figures["recall"] == 1
    assert seen.figures["seen: the right risk"] == 0
    assert seen.by_functionality == {"f": (0, 1), "trap.x": (1, 1)}


@pytest.mark.parametrize(
    ("fact", "text", "kept"),
    [
        ("forgot", "When you forgot the key", True),
        ("forgot", "you forget the key", True),
        ("my mum", "at my Mum’s house", True),
        ("didn't call", "when you did not call", True),
        ("didn't call", "when you called", False),
        ("two hours", "I waited two hours.", True),
        ("two hours", "I waited three hours.", False),
        ("art", "the party", False),
        ("“later”", 'you said "later"', True),
        ("40", "the 40 pounds", True),
        ("40", "the 400 pounds", False),
    ],
)
def test_a_fact_stands_or_does_not(fact: str, text: str, kept: bool) -> None:
    """Word for word or in another form, with its negation and within word boundaries."""
    answer = {"drafts": [{"style": "gentle", "text": text}, {"style": "brief", "text": fact}], "later": []}
    assert facts_kept([fact], answer) == [kept]


def test_a_fact_may_stand_in_what_is_set_aside() -> None:
    """The list for another time counts; the brief draft does not."""
    assert facts_kept(["the loan"], {"drafts": [{"style": "brief", "text": "x"}], "later": ["The loan."]}) == [True]
    assert facts_kept(["the loan"], {"drafts": [{"style": "brief", "text": "The loan."}], "later": []}) == [False]


def test_floors_only_rise() -> None:
    """Writing scores keeps the better of the old and the new, rounded down."""
    results = {"replies": {"tuned": Result(1, {"a": 0.77777, "b": 0.5})}}
    text = bench.raised({"tuned": {"replies: a": 0.7, "replies: b": 0.9}, "heldout": {}}, results)
    assert '"replies: a" = 0.777' in text
    assert '"replies: b" = 0.900' in text


def test_tables_are_markdown() -> None:
    """The printed tables line up and are valid Markdown."""
    assert bench.table(["", "x"], [["long name", "1"]]) == "|           | x |\n| --------- | - |\n| long name | 1 |"


def test_the_plain_rules_are_plain() -> None:
    """The yardstick knows cue words and nothing else."""
    assert is_blame("You always sulk")
    assert is_blame("You always make me laugh")
    assert not is_blame("Nice of you to join us.")
    assert is_open("“What now?”")
    assert not is_open("Can you tell me what it was like?")
    assert is_good_reply("That makes sense.")


def test_every_set_has_a_measure() -> None:
    """Each file of labelled examples is measured, in both halves."""
    for part in bench.PARTS:
        assert {path.stem.partition("_")[0] for path in (bench.DATA / part).glob("*.jsonl")} == set(
            bench_figures.MEASURES
        )
