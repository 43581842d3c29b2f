"""The encoder: windows hold every token once, sentences are read in their place, and any text can be read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.language.encoder import LEARNED, WINDOW, Tokens, encoder
from coach.language.parse import parse

LONG = " ".join(f"On day {day} I waited at the gate and nobody came." for day in range(60))


def test_windows_hold_every_token_once_and_cut_between_sentences() -> None:
    """A long text is read whole, in windows of at most the size, and no sentence is cut that fits."""
    parsed = parse(LONG)
    windows = Tokens(LEARNED / "tokens.json").windows(LONG, parsed.sentence_places)
    assert len(windows) > 3
    assert all(len(window.ids) <= WINDOW + 2 for window in windows)
    inner = [place for window in windows for place in window.sentence[1:-1]]
    assert inner == sorted(inner)
    assert set(inner) == set(range(60))
    for window in windows[1:]:
        assert window.sentence[1] not in {place for other in windows if other is not window for place in other.sentence}


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    """Whatever Unicode comes, there is one vector for the whole and one for each sentence, all finite."""
    parsed = parse(text)
    encoding = parsed.encoding
    assert encoding.whole.shape == (384,)
    assert encoding.sentences.shape == (len(parsed.sentences), 384)
    assert np.isfinite(encoding.whole).all()
    assert np.isfinite(encoding.sentences).all()


def test_the_same_text_means_the_same() -> None:
    """Nothing is left to chance."""
    first, second = (parse("You said you would ring. I waited.").encoding for _ in range(2))
    assert np.array_equal(first.whole, second.whole)


def test_a_text_means_the_same_in_any_company() -> None:
    """What else is read with it changes nothing, to the last digit."""
    text = "You never ring when you say you will."
    alone = encoder().encode_many([text])[0]
    among = encoder().encode_many(["Hello.", text, "We sat in the car for an hour and nobody said a word about it."])[1]
    assert np.array_equal(alone, among)


def test_a_sentence_is_read_in_its_place() -> None:
    """What stands before it changes how a sentence sounds."""
    alone = parse("Nice of you to join us.").encoding.sentences[0]
    beside = parse("We started an hour ago. Nice of you to join us.").encoding.sentences[1]
    assert not np.allclose(alone, beside, atol=0.01)


@pytest.mark.parametrize(
    ("head", "answers"), [("blame", 1), ("kind", 16), ("reply", 11), ("topic", 23), ("risk", 9), ("fact", 3)]
)
def test_every_head_answers(head: str, answers: int) -> None:
    """Each head gives as many log odds as it has answers, for many vectors at once."""
    vectors = encoder().encode_many(["You never call.", "I'd love to hear about your day."])
    assert encoder().head(head, vectors).shape == (2, answers)


def test_a_pair_is_cut_to_fit_and_keeps_both() -> None:
    """A long complaint and a long answer are both heard."""
    ids, kinds = Tokens(LEARNED / "tokens.json").pair(LONG, LONG)
    assert len(ids) <= WINDOW + 2
    assert 40 <= sum(kinds) <= 80


def test_the_network_is_small() -> None:
    """What is shipped stays well below what a phone's app weighs."""
    assert sum(file.stat().st_size for file in LEARNED.iterdir()) <= 25_000_000
