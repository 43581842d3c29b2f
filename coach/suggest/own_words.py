"""Which words of a draft are still the person's own. The coach teaches rather than ghost-writes, and this shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words that carry no meaning of their own: sharing them says nothing about whose words they are.
_FUNCTION = frozenset(
    [
        "a",
        "about",
        "after",
        "again",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "doing",
        "don't",
        "down",
        "each",
        "even",
        "every",
        "feel",
        "feeling",
        "feels",
        "felt",
        "for",
        "from",
        "get",
        "got",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "hers",
        "him",
        "his",
        "how",
        "i",
        "i'd",
        "i'll",
        "i'm",
        "i've",
        "if",
        "in",
        "into",
        "is",
        "it",
        "it's",
        "its",
        "just",
        "like",
        "me",
        "might",
        "mine",
        "more",
        "most",
        "much",
        "my",
        "myself",
        "need",
        "needs",
        "no",
        "nor",
        "not",
        "now",
        "of",
        "off",
        "on",
        "once",
        "only",
        "or",
        "other",
        "our",
        "ours",
        "out",
        "over",
        "own",
        "really",
        "same",
        "she",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "that's",
        "the",
        "their",
        "theirs",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "too",
        "under",
        "until",
        "up",
        "us",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "why",
        "will",
        "with",
        "would",
        "you",
        "you'd",
        "you'll",
        "you're",
        "you've",
        "your",
        "yours",
        "yourself",
    ]
)


@dataclass(frozen=True)
class OwnWords:
    """``spans`` are places in the draft; ``share`` is how many of its words of meaning they are, 0 to 1."""

    share: float
    spans: tuple[Span, ...]


def own_words(draft: str, original: str) -> OwnWords:
    """Compare the words of meaning of a draft with those of the original, whatever their case."""
    theirs = {_folded(word) for word in _WORD.findall(original)}
    words = [match for match in _WORD.finditer(draft) if _folded(match[0]) not in _FUNCTION]
    own = tuple(
        Span(start=match.start(), end=match.end(), text=match[0]) for match in words if _folded(match[0]) in theirs
    )
    return OwnWords(share=len(own) / len(words) if words else 0.0, spans=own)


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")
