"""Verb forms: from the parser's own tables where they tell, else from lemminflect's list of forms.

Only the verbs of that list are read, since the package's own reader takes a second and 40 MB for all of it.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from coach.language.parse import pipeline

_TAGS = ("VBD", "VBN", "VBG", "VBZ")
_SHORTEST = 2
_UNSTRESSED = ("er", "en", "on", "el", "it", "or")
_BE = {"VBD": ("was", "were"), "VBN": ("been",), "VBG": ("being",), "VBZ": ("is",)}


@lru_cache(maxsize=4096)
def inflected(lemma: str, tag: str) -> str:
    """The form of a lemma for a Penn tag ("go", "VBD" → "went"); the lemma itself when none is known."""
    if tag in {"VB", "VBP"} and lemma != "be":
        return lemma
    return next(iter(forms(lemma, tag)), lemma)


@lru_cache(maxsize=4096)
def forms(lemma: str, tag: str) -> tuple[str, ...]:
    """All forms of a lemma for a Penn tag; none when it is not known."""
    if lemma == "be":
        return _BE.get(tag, ())
    if tag not in _TAGS:
        return (lemma,) if tag in {"VB", "VBP"} else ()
    known = _listed().get(lemma)
    return known[_TAGS.index(tag)] if known else (_regular(lemma, tag),)


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
    listed = [lemma for lemma in known or cut if any(word in each for each in _listed().get(lemma, ()))]
    return next(iter(listed or known), "") or _stem(word)


def _stem(word: str) -> str:
    """The lemma of a regular form that stands in no list: faffed → faff, whinging → whinge."""
    ending = next(ending for ending in ("ing", "ed", "s") if word.endswith(ending))
    stem = word.removesuffix(ending)
    if ending == "s" or len(stem) < _SHORTEST:
        return stem if len(stem) >= _SHORTEST else word
    if re.search(r"([bdgklmnprt])\1$", stem) and not re.search(r"[aeiou]ll$", stem):
        return stem[:-1]
    silent = re.search(r"(ng|[cuvz]|[aeiou][^aeiouwxy])$", stem) and not stem.endswith(_UNSTRESSED)
    return stem + "e" if silent else stem


def _regular(lemma: str, tag: str) -> str:
    """The form of a verb that stands in no list: ghosted, fancies, micromanaging."""
    if tag == "VBZ":
        if re.search(r"(s|x|z|ch|sh)$", lemma):
            return lemma + "es"
        return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"
    ending = "ing" if tag == "VBG" else "ed"
    if re.search(r"^[^aeiou]+[aeiou][bdgklmnprt]$", lemma):
        return lemma + lemma[-1] + ending
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + ending
    if ending == "ed" and re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return lemma + ending


@lru_cache(maxsize=1)
def _listed() -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each verb of lemminflect's list its forms, in the order of ``_TAGS``."""
    spec = find_spec("lemminflect")
    folder = Path(*(spec.submodule_search_locations or ()) if spec else ()) / "resources"
    found = dict(_rows(gzip.decompress((folder / "infl_lu.csv.gz").read_bytes()).decode()))
    for line in (folder / "infl_overrides.csv").read_text(encoding="utf-8").splitlines():
        lemma, tag, form = line.split(",")[:3]
        if lemma in found and tag in _TAGS:
            at = _TAGS.index(tag)
            found[lemma] = (*found[lemma][:at], (form,), *found[lemma][at + 1 :])
    return found


def _rows(text: str) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    for line in text.splitlines():
        lemma, kind, *forms = line.split(",")
        if kind == "verb" and len(forms) == len(_TAGS):
            past, participle, *rest = (tuple(form.split("/")) if form else () for form in forms)
            yield lemma, (past, participle or past, *rest)


@lru_cache(maxsize=1)
def _verb_tables() -> tuple[dict[str, str], frozenset[str], list[list[str]]]:
    """The parser's own tables: irregular forms with their lemmas, all lemmas, endings with what takes their place."""
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    irregular, lemmas, endings = (
        lemmatizer.lookups.get_table(name)["verb"] for name in ("lemma_exc", "lemma_index", "lemma_rules")
    )
    return {form: lemma for form, (lemma, *_) in irregular.items()}, frozenset(lemmas), endings
