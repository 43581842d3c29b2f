"""Commas and full stops that people leave out, and the words of text-speak, as the parser is given them."""

from __future__ import annotations

import pytest

from coach.language.parse import parse

READ = [
    ("u said ud ring at 9 its now nearly 11", "you said you 'd ring at 9 . it 's now nearly 11"),
    ("i sat there for 3 hours i was frozen", "I sat there for 3 hours . I was frozen"),
    ("Dad you never rang.", "Dad , you never rang ."),
    ("You've had my bike since June mate.", "You 've had my bike since June , mate ."),
    ("Every time I mention the deposit you change the subject.", "Every time I mention the deposit , you change the subject ."),
    ("When I told you I was worried about the lump you laughed.", "When I told you I was worried about the lump , you laughed ."),
    ("u were meant 2 be there n u dint show", "you were meant to be there and you did n't show"),
    ("ur always goin out", "you 're always going out"),
]  # fmt: skip
LEFT_ALONE = [
    "You told me on Friday you were working.",
    "When you ate the pie I was saving, I was cross.",
    "You gave it to my best mate.",
    "That day you laughed at me.",
    "When my brother was ten he had a dog.",
    "I need someone I love.",
]


@pytest.mark.parametrize(("typed", "read"), READ)
def test_what_is_left_out_is_put_in(typed: str, read: str) -> None:
    """The parser reads the marks and the words that were meant."""
    assert " ".join(token.text for token in parse(typed).doc) == read


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_nothing_is_put_in_elsewhere(text: str) -> None:
    """A sentence that stands as it is gets no mark."""
    marks = [token.text for token in parse(text).doc if token.is_punct]
    assert marks == [sign for sign in text if sign in ",."]


def test_a_mark_takes_no_room() -> None:
    """Offsets stay those of what was typed: every token but the marks stands where its letters are."""
    text = "Mum you rang at 9 its now 11"
    parsed = parse(text)
    assert "".join(text[start:end] for start, end in zip(parsed.starts, parsed.ends, strict=True)) == text.replace(
        " ", ""
    )
