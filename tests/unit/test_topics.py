"""Topics: what a text is about, one of the first two right."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from coach.language.parse import parse, parse_many
from coach.language.topics import TopicReader
from coach.library.wording import TopicEntry
from coach.model import Topic
from coach.paths import CONTENT

TUNED = Path(__file__).parents[1] / "data" / "tuned" / "situations.jsonl"


@pytest.fixture(scope="module")
def reader() -> TopicReader:
    """A reader of the real content."""
    entries = tomllib.loads((CONTENT / "topics.toml").read_text(encoding="utf-8"))["topics"]
    return TopicReader(tuple(TopicEntry(**entry) for entry in entries))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The bins, the hoovering and the laundry have become mine.", "chores"),
        ("She has eleven thousand on three credit cards.", "money"),
        ("He is on his phone all through dinner.", "phones_screens"),
        ("My mother-in-law lets herself in with her key.", "in_laws_family"),
        ("We never agree about the toddler's bedtime.", "parenting"),
        ("He cheated on me with a colleague last spring.", "infidelity_betrayal"),
        ("My flatmate plays bass until two.", "roommates"),
        ("The time zones make our calls so hard.", "long_distance"),
        ("Nana died in March and I miss her.", "health_grief"),
        ("A colleague took credit for my slides in the meeting.", "coworkers"),
    ],
)
def test_plain_cases(reader: TopicReader, text: str, topic: Topic) -> None:
    """The topic is among the first two."""
    assert topic in reader.read(parse(text))[:2]


@pytest.mark.parametrize("text", ["", " ", "👍", "ok", "123 !!!", "žluťoučký kůň"])
def test_there_is_always_a_topic(reader: TopicReader, text: str) -> None:
    """Nothing known is about how people talk."""
    assert reader.read(parse(text))


def test_the_tuned_situations(reader: TopicReader) -> None:
    """One of the first two is right in at least 92 of 100."""
    items = [json.loads(line) for line in TUNED.read_text(encoding="utf-8").splitlines()]
    found = [reader.read(parsed) for parsed in parse_many(item["text"] for item in items)]
    right = sum(bool(set(topics[:2]) & set(item["topics"])) for topics, item in zip(found, items, strict=True))
    assert right >= 0.92 * len(items)
