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
    irregular, lemmas, endings = _verb_tables()
    if word in irregular:
        return irregular[word]
    if word in lemmas or not word.endswith(("ed", "s", "ing")):
        return word
    cut = [word.removesuffix(ending) + instead for ending, instead in endings if word.endswith(ending)]
    known = [lemma for lemma in cut if lemma in lemmas]
    if len(known) == 1:
        return known[0]
    from lemminflect import getLemma

    return next(iter(getLemma(word, upos="VERB")), word)


def rare_tables() -> None:
    """Load lemminflect's tables ahead of need."""
    from lemminflect import getAllInflections, getAllLemmas

    getAllInflections("go")
    getAllLemmas("went")


@lru_cache(maxsize=1)
def _verb_tables() -> tuple[dict[str, str], frozenset[str], list[list[str]]]:
    """The parser's own tables: irregular forms with their lemmas, all lemmas, endings with what takes their place."""
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    irregular, lemmas, endings = (
        lemmatizer.lookups.get_table(name)["verb"] for name in ("lemma_exc", "lemma_index", "lemma_rules")
    )
    return {form: lemma for form, (lemma, *_) in irregular.items()}, frozenset(lemmas), endings
