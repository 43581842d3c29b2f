"""When what a clause says happened: once in the past, as a habit, or as a state that lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coach.language.clauses import Clause
from coach.language.inflect import forms, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "habit", "state"]


def tense(clause: Clause) -> Tense:
    """A one-off stays in the past; "always" and the present are habits; *be* and *have done* are states."""
    head = clause.head
    auxiliaries = {child.lower_ for child in head.children if child.dep_ in {"aux", "auxpass"}}
    lasting = "been" in auxiliaries or head.lower_ == "used" and any(child.dep_ == "xcomp" for child in head.children)
    if lasting or (auxiliaries & {"have", "has", "'ve", "'s"} and head.tag_ == "VBN"):
        return "state"
    unchanging = head.lower_ == verb_lemma(head.lower_)  # read, put, let: present and past look alike
    if unchanging and any(child.lower_ in {"never", "always", "ever"} for child in head.children):
        return "habit"
    if unchanging and not auxiliaries and head.tag_ == "VBD" and _present_near(head):
        return "habit"
    looks_alike = unchanging and not auxiliaries and head.lower_ in forms(head.lower_, "VBD")
    near = any(token.tag_ == "VBD" for token in head.sent)  # "you let him say it and you laughed"
    if looks_alike and (near or head.head.lemma_ == "believe"):  # "I can't believe you read my diary"
        return "past"
    if (
        head.tag_ == "VBD"
        or auxiliaries & {"did", "was", "were", "had", "couldn", "could"}
        or (head.tag_ == "VBN" and auxiliaries & {"had"})
    ):
        return "past"
    # the small parser calls some past forms present ("You let …", "You forgot …"): trust the form where it is plain
    if head.tag_ in {"VBP", "VBN"} and head.pos_ == "VERB" and not auxiliaries and _plainly_past(head.lower_):
        return "past"
    if head.lemma_ in {"be", "owe", "own", "have"} or clause.subject is None:
        return "state"
    return "habit"


def _present_near(head: Token) -> bool:
    """As in "you go out every Sunday and I put the kids to bed": the verb it is joined to stands in the present."""
    return head.dep_ == "conj" and head.head.tag_ in {"VBP", "VBZ"}


def _plainly_past(word: str) -> bool:
    lemma = verb_lemma(word)
    return word != lemma and (word.endswith("ed") or word in forms(lemma, "VBD"))
