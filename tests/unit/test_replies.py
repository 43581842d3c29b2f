"""Replies: the eleven labels, good or not, and a better reply that answers this partner."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.language.parse import parse, parse_many
from coach.language.replies import GOOD, read_reply

TUNED = Path(__file__).parents[1] / "data" / "tuned" / "replies.jsonl"

LABELLED = [
    ("I panicked on the motorway.", "Anyone would have, with a lorry that close.", "validating"),
    ("I feel stupid for crying.", "You're not stupid. You loved him for two years.", "validating"),
    ("Nobody asked me what I wanted.", "It's your day too and it's being planned around you.", "reflective"),
    ("He texted me after three years.", "It sounds like a door you'd closed has opened again.", "reflective"),
    ("You told them my salary.", "I did, and it wasn't mine to share. I'm sorry.", "responsibility"),
    ("I was left with the bill.", "That's on me. I walked off without paying.", "responsibility"),
    ("I'm thinking of quitting the band.", "What's changed for you?", "curious"),
    ("The meeting was strange.", "Strange in what way?", "curious"),
    ("I was really hurt.", "Not this again.", "dismissive"),
    ("It hurt when you left.", "I'm sorry you feel that way.", "dismissive"),
    ("You were late again.", "The traffic was terrible, there was nothing I could do about it.", "defensive"),
    ("It's hard when you cancel.", "I hear you, but I had no choice, work called.", "defensive"),
    ("I hate my commute.", "You could cycle, or ask to work from home.", "fixing"),
    ("I can't sleep.", "Try magnesium and put your phone away.", "fixing"),
    ("My dog is ill.", "It's only a dog.", "minimising"),
    ("I lost the baby.", "At least it was early.", "minimising"),
    ("I saw Jake.", "Where? What time? Who with? Why didn't you say?", "interrogating"),
    ("I failed the test.", "That's what happens when you're lazy.", "blaming"),
    ("I'm exhausted.", "You bring it on yourself.", "blaming"),
    ("I cried at the play.", "Okay.", "neutral"),
    ("I'm dreading Thursday.", "Right. Thursday's the 4th, by the way.", "neutral"),
]


@pytest.mark.parametrize(("partner", "response", "label"), LABELLED)
def test_each_kind_of_reply(partner: str, response: str, label: str) -> None:
    """The label, and whether it helps."""
    reading = read_reply(parse(partner), parse(response))
    assert reading.label == label
    assert reading.good == (label in GOOD)
    assert (reading.better is None) == reading.good


@pytest.mark.parametrize(
    ("partner", "better"),
    [
        ("I felt alone at the wake.", "I can hear how much loneliness there was for you at the wake."),
        (
            "You didn't say goodbye to my parents.",
            "You'd have liked me to say goodbye to your parents, and I can hear that it hurt.",
        ),
        ("I miss her voice.", "It sounds like you're longing for her voice."),
        ("I'm nervous about the audit.", "It sounds like there's a lot of worry around the audit."),
        ("I lost the baby at nine weeks.", "Losing the baby at nine weeks must have been very sad."),
    ],
)
def test_better_answers_this_partner(partner: str, better: str) -> None:
    """Content and feeling given back, the person turned round; an open question may follow."""
    offered = read_reply(parse(partner), parse("Whatever.")).better
    assert offered is not None
    assert offered.startswith(better)


def test_better_is_itself_a_good_reply() -> None:
    """For the tuned partners: nearly every better reply is read as good, without "but" and without advice."""
    items = [json.loads(line) for line in TUNED.read_text(encoding="utf-8").splitlines()]
    partners = list(parse_many(item["partner_said"] for item in items))
    offered = [read_reply(partner, parse("k whatever")).better or "" for partner in partners]
    readings = [read_reply(partner, reply) for partner, reply in zip(partners, parse_many(offered), strict=True)]
    assert sum(reading.good for reading in readings) >= 0.94 * len(items)
    assert not any(" but " in text or "you should" in text for text in offered)
    assert len({" ".join(text.split()[:4]) for text in offered}) >= 20


def test_the_tuned_replies() -> None:
    """Helps or hurts at least 93 of 100; the label at least 75 of 100."""
    items = [json.loads(line) for line in TUNED.read_text(encoding="utf-8").splitlines()]
    partners, responses = (
        parse_many(item["partner_said"] for item in items),
        parse_many(item["response"] for item in items),
    )
    readings = [read_reply(partner, response) for partner, response in zip(partners, responses, strict=True)]
    assert sum(reading.good == item["good"] for reading, item in zip(readings, items, strict=True)) >= 0.93 * len(items)
    assert sum(reading.label == item["label"] for reading, item in zip(readings, items, strict=True)) >= 0.75 * len(
        items
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_breaks_it(partner: str, response: str) -> None:
    """Any two texts are read without a fault."""
    read_reply(parse(partner), parse(response))
