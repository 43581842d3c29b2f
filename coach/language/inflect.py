"""Verb forms. Most are looked up without lemminflect, whose tables take a second to load: it is asked only for the rest."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from coach.language.parse import pipeline


@lru_cache(maxsize=4096)
def inflected(lemma: str, tag: str) -> str:
    """The form of a lemma for a Penn tag ("go", "VBD" → "went"); the lemma itself when none is known."""
    if tag in {"VB", "VBP"} and lemma != "be":
        return lemma
    return next(iter(forms(lemma, tag)), lemma)


@lru_cache(maxsize=4096)
def forms(lemma: str, tag: str) -> tuple[str, ...]:
    """All forms of a lemma for a Penn tag; none when it is not known."""
    from lemminflect import getInflection

    return tuple(getInflection(lemma, tag))


@lru_cache(maxsize=4096)
def verb_lemma(word: str) -> str:
    """The lemma of a verb form ("forgot" → "forget"); the word itself when it is one, or none is known."""
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    irregular: dict[str, list[str]] = lemmatizer.lookups.get_table("lemma_exc")["verb"]
    if word in irregular:
        return irregular[word][0]
    if not word.endswith(("ed", "s", "ing")):
        return word
    from lemminflect import getLemma

    return next(iter(getLemma(word, upos="VERB")), word)
