"""Verb and noun forms from lemminflect, loaded when first needed: its tables take half a second."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def inflected(lemma: str, tag: str) -> str:
    """The form of a lemma for a Penn tag ("go", "VBD" → "went"); the lemma itself when none is known."""
    from lemminflect import getInflection

    return next(iter(getInflection(lemma, tag)), lemma)


@lru_cache(maxsize=4096)
def forms(lemma: str, tag: str) -> tuple[str, ...]:
    """All forms of a lemma for a Penn tag; none when it is not known."""
    from lemminflect import getInflection

    return tuple(getInflection(lemma, tag))


@lru_cache(maxsize=4096)
def verb_lemma(word: str) -> str:
    """The lemma of a verb form ("forgot" → "forget"); the word itself when none is known."""
    from lemminflect import getLemma

    return next(iter(getLemma(word, upos="VERB")), word)
