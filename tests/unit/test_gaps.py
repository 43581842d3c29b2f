"""A pattern with gaps finds what spaCy's own Matcher finds, and does not follow every way to fill them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.matcher import Matcher
from spacy.tokens import Doc

from coach.language.gaps import GapMatcher
from coach.language.parse import pipeline

A, B, C = ({"LOWER": letter} for letter in "abc")
ANY: dict[str, Any] = {"OP": "{0,5}"}
SOME: dict[str, Any] = {"OP": "{1,4}"}
PLAIN: dict[str, Any] = {"IS_PUNCT": False, "OP": "{0,6}"}
MAYBE: dict[str, Any] = {"LOWER": "c", "OP": "?"}
PATTERNS: list[list[dict[str, Any]]] = [
    [A, ANY, B],
    [A, SOME, B, PLAIN, C],
    [A, PLAIN, MAYBE, B, ANY, {"LOWER": {"IN": ["a", "c"]}}],
    [A, ANY, MAYBE, PLAIN, B],  # nothing that must be there stands between the gaps
    [PLAIN, A, B],  # a gap at the beginning
    [A, {"OP": "{0,2}"}, B],
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(words=st.lists(st.sampled_from(["a", "b", "c", "d", ",", "."]), min_size=1, max_size=14))
def test_it_finds_what_the_matcher_finds(pattern: list[dict[str, Any]], words: list[str]) -> None:
    """The same places, the longest of those that overlap."""
    vocab = pipeline().vocab
    stretch = Doc(vocab, words=words)[:]
    matcher = Matcher(vocab)
    matcher.add("known", [pattern], greedy="LONGEST")
    known = sorted((first, last) for _, first, last in matcher(stretch))
    assert sorted(GapMatcher(vocab, pattern)(stretch)) == known


def test_two_wide_gaps_in_a_long_text_come_to_an_end() -> None:
    """Where the Matcher would follow more ways than there are seconds, the places are found."""
    wide = {"OP": "{0,40}"}
    stretch = Doc(pipeline().vocab, words=["a", *["d"] * 38, "b", *["d"] * 38, "c"])[:]
    assert GapMatcher(pipeline().vocab, [A, wide, B, wide, C])(stretch) == [(0, 79)]
