"""Verb forms, listed and not."""

from __future__ import annotations

import pytest

from coach.language.inflect import forms, inflected, verb_lemma

FORMS = [
    ("go", "VBD", "went"),
    ("forget", "VBN", "forgotten"),
    ("stop", "VBG", "stopping"),
    ("try", "VBZ", "tries"),
    ("panic", "VBD", "panicked"),
    ("snog", "VBD", "snogged"),
    ("faff", "VBG", "faffing"),
    ("micromanage", "VBG", "micromanaging"),
    ("unfriend", "VBD", "unfriended"),
]
LEMMAS = [
    ("brought", "bring"),
    ("whinged", "whinge"),
    ("faffed", "faff"),
    ("snogging", "snog"),
    ("texts", "text"),
    ("gaslighting", "gaslight"),
]


@pytest.mark.parametrize(("lemma", "tag", "form"), FORMS)
def test_forms_of_verbs(lemma: str, tag: str, form: str) -> None:
    """The form a person would use, for verbs in a list and for those in none."""
    assert inflected(lemma, tag) == form


@pytest.mark.parametrize(("form", "lemma"), LEMMAS)
def test_lemmas_of_forms(form: str, lemma: str) -> None:
    """Back to the verb, for forms in a list and for those in none."""
    assert verb_lemma(form) == lemma


def test_to_be_is_irregular() -> None:
    """Two past forms, and a lemma that is no form for *I*, *you* or *they*."""
    assert forms("be", "VBD") == ("was", "were")
    assert inflected("be", "VBZ") == "is"
