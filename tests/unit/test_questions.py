"""Questions: open or closed by function, attacking or not, and an open version that keeps the subject."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.language.parse import parse, parse_many
from coach.language.questions import read_question, read_questions

TUNED = Path(__file__).parents[1] / "data" / "tuned" / "questions.jsonl"

OPEN = """
What's been weighing on you since the move?
Could you tell me how the night shift was for you?
I'd love to hear what you made of the concert.
Tell me about the house you grew up in.
Would you be willing to say a bit more about that?
If we had a year off, what would you want to do with it?
Where do you see us in five years?
When do you feel closest to me?
Can I ask what you're most afraid of?
Did the interview happen, and how do you feel about it now?
how r u holding up
How so?
And then?
What kind of support would help?
Why does that song matter so much to you?
How did I hurt you when I made that joke?
""".strip().splitlines()
CLOSED = """
What time do you land?
How old is your niece?
Which bus do you take?
Who is coming on Saturday?
Do you want to walk or drive?
You're free on Friday, aren't you?
Can you tell me where the key is?
I was wondering if you'd be in at six.
Tell me your shoe size again.
So no cake this year?
Did you sleep well?
What did you have for lunch?
How are you getting home tonight?
Let me know what time suits.
How about pizza tonight?
Did I wake you with my stupid alarm?
""".strip().splitlines()
ATTACKS = """
Why would you do that?
What is wrong with you?
Why can't you ever listen?
How many times do I have to ask?
Don't you think you should apologise?
Do you even care that I waited?
Is it so hard to text back?
Who do you think you are?
Would it kill you to say hello?
So now you're the expert, are you?
Can you explain why you never answer your phone?
When are you going to grow up?
Do I look like your maid?
You never even read it, did you?
why r u like this
What did you do, forget you had a son?
""".strip().splitlines()
HARMLESS = """
Are you really ok?
Do you ever miss your old team?
Who made you that cake?
Did you just get home?
You can't make Thursday, can you?
Don't you want a coat?
Have you no classes today?
Why did you fall for me in the first place?
Are you always in on Wednesdays?
How do you cope when the clients are being complete idiots?
""".strip().splitlines()


def test_what_asks_for_telling_is_open() -> None:
    """Open by function, whatever the first word; the encoder may be wrong on one in ten."""
    readings = [read_question(parsed) for parsed in parse_many(OPEN)]
    assert sum(reading.open for reading in readings) >= 0.9 * len(OPEN)
    assert [reading.text for reading in readings if reading.open and reading.open_version is not None] == []


def test_what_a_word_answers_is_closed() -> None:
    """A yes, a fact, a choice or a tag closes; the version offered is open, single, kind and short."""
    readings = [read_question(parsed) for parsed in parse_many(CLOSED)]
    closed = [reading for reading in readings if not reading.open]
    assert len(closed) >= 0.85 * len(CLOSED)
    assert [reading.text for reading in closed if reading.blaming] == []
    for reading in closed:
        _is_a_good_version(reading.open_version)


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_is_blaming_and_never_open(text: str) -> None:
    """Rhetorical, leading and sarcastic questions."""
    reading = read_question(parse(text))
    assert reading.blaming
    assert not reading.open
    _is_a_good_version(reading.open_version)


@pytest.mark.parametrize("text", HARMLESS)
def test_a_harmless_question_is_no_attack(text: str) -> None:
    """Silence beats a false alarm."""
    assert not read_question(parse(text)).blaming


def _is_a_good_version(version: str | None) -> None:
    assert version is not None
    again = read_question(parse(version))
    assert again.open, version
    assert not again.blaming, version
    assert version.count("?") == 1
    assert len(version.split()) <= 25


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("Did you have a good day?", "What was the best part of your day?"),
        ("Are you angry with me?", "How are you feeling about me right now?"),
        ("When is the presentation?", "How are you feeling about the presentation?"),
        ("Did you enjoy the concert?", "What did you enjoy most about the concert?"),
        ("Do you still have feelings for her?", "How do you feel about her these days?"),
        ("You're off on Mondays, aren't you?", "What do Mondays look like for you?"),
        ("Will your brother be joining us on the 14th?", "How do you feel about your brother joining us on the 14th?"),
        ("Have you told your parents yet?", "How do things stand with telling your parents?"),
        ("Window or aisle?", "How would you choose between window and aisle?"),
        ("How hard is it to send one text, seriously?", "What would make it easier to send one text?"),
        ("How old was she when you all moved to Accra?", "What was it like when you all moved to Accra?"),
        ("Can I borrow your charger?", "How would you feel about me borrowing your charger?"),
    ],
)
def test_the_open_version_keeps_the_subject(text: str, version: str) -> None:
    """The same subject, in a frame that fits what was asked."""
    assert read_question(parse(text)).open_version == version


def test_every_question_of_a_message_is_found_in_place() -> None:
    """Spans index the original text; statements are left out."""
    text = "Hi 👋 I cooked. Did u call the vet? And how was ur day?"
    found = read_questions(parse(text))
    assert [reading.text for reading in found] == ["Did u call the vet?", "And how was ur day?"]
    assert [reading.open for reading in found] == [False, True]
    assert all(text[reading.start : reading.end] == reading.text for reading in found)


def test_the_tuned_questions() -> None:
    """Open or closed at least 97 of 100; attacks F1 at least 0.90; nearly every version offered reads as open and kind."""
    items = [json.loads(line) for line in TUNED.read_text(encoding="utf-8").splitlines()]
    readings = [read_question(parsed) for parsed in parse_many(item["text"] for item in items)]
    pairs = list(zip(items, readings, strict=True))
    assert sum(item["open"] == reading.open for item, reading in pairs) >= 0.97 * len(items)
    hit = sum(item["blaming"] and reading.blaming for item, reading in pairs)
    wrong = sum(item["blaming"] != reading.blaming for item, reading in pairs)
    assert 2 * hit / (2 * hit + wrong) >= 0.90
    versions = [reading.open_version for reading in readings if reading.open_version]
    bad = [
        version
        for version, again in zip(versions, map(read_question, parse_many(versions)), strict=True)
        if not again.open or again.blaming
    ]
    assert len(bad) <= 0.05 * len(versions), bad


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    """Any Unicode text is read without a fault."""
    read_question(parse(text))
    read_questions(parse(text + "?"))
