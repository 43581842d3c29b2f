"""A clause as typed → the same facts as an observation, spoken to the one concerned.

Absolutes, intensifiers, insults and side judgements go; names, numbers, times, negations and the person's own words stay.
Source: the camera test of observations (NVC) and Gordon's description of behaviour without judgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coach.language.clauses import Clause
from coach.language.inflect import inflected
from coach.suggest.edits import Edits
from coach.suggest.target import Target
from coach.suggest.tense import Tense, tense

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Observation:
    """What happened, as a statement to the one concerned ("you left the party early").

    ``facts`` tells whether it names anything particular (a noun, a name, a number).

    ``base`` is the bare verb phrase when it could be asked for ("help with the kids"), else empty; ``tokens`` are those it keeps.
    """

    text: str
    tense: Tense
    to_you: bool
    negated: bool
    base: str
    tokens: frozenset[int]
    sentence: int
    order: int
    facts: bool


@dataclass(frozen=True)
class Place:
    """Where a clause stands, and what is known there: whom it is about, which tokens judge, its sentence and order."""

    target: Target
    dropped: frozenset[int]
    sentence: int
    order: int


def observe(clause: Clause, place: Place) -> Observation | None:
    """The clause as an observation, or None when nothing that a camera could see is left."""
    edits = Edits(clause, place.target, place.dropped)
    words = edits.text()
    if len(words.split()) < 3 and not any(token.pos_ == "NUM" for token in edits.kept()):
        return None
    head = clause.head
    to_you = clause.about_you or edits.subject_is_target
    kept = frozenset(token.i for token in edits.kept())
    return Observation(
        text=words,
        tense=tense(clause),
        to_you=to_you,
        negated=clause.negated,
        base=edits.base_phrase() if to_you and head.pos_ in {"VERB", "AUX"} else "",
        tokens=kept,
        sentence=place.sentence,
        order=place.order,
        facts=_has_facts(edits.kept()),
    )


def act(head: Token, place: Place, form: Literal["VBD", "VBP"], *, negate: bool = False) -> Observation:
    """The verb phrase below ``head`` as something the other did (``form`` VBD), does (VBP) or could do (VB): "you came late"."""
    tokens = tuple(token for token in head.subtree if token.i >= head.i)
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens = tokens[:-1]
    edits = Edits(Clause(head, None, tokens), place.target, place.dropped)
    base = edits.base_phrase()
    verb = head.lemma_.lower()
    be = {"VBD": "were", "VBP": "are"}
    said = be[form] if verb == "be" else inflected(verb, form)
    if negate:
        said = {"VBD": "didn't ", "VBP": "don't "}[form] + verb
    rest = base.split(" ", 1)[1] if " " in base else ""
    text = f"you {said} {rest}".strip()
    kept = frozenset(token.i for token in edits.kept())
    return Observation(
        text,
        "past" if form == "VBD" else "habit",
        True,
        negate,
        base,
        kept,
        place.sentence,
        place.order,
        _has_facts(edits.kept()),
    )


def _has_facts(tokens: list[Token]) -> bool:
    return any(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in tokens)
