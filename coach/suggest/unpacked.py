"""What unpacking a clause gives, and the small steps that every way of unpacking shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coach.language.clauses import Clause, clause_at
from coach.language.people import is_other, is_you
from coach.suggest.recast import Observation, Place, act, observe
from coach.suggest.wording import plainly

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Unpacked:
    """What a clause holds: observations, bare verb phrases that are wanted, and a feeling word it names.

    ``meant``: the wish is what is meant by words that say another thing, so their sting is not in it.
    """

    observations: tuple[Observation, ...] = ()
    wants: tuple[str, ...] = ()
    feeling: str = ""
    used_up: bool = False
    meant: bool = False


def child_of(token: Token, *deps: str) -> Token | None:
    """The first child with one of these dependency labels."""
    return next((child for child in token.children if child.dep_ in deps), None)


def is_target(token: Token | None) -> bool:
    """Whether a token is the one spoken to or a described person."""
    return token is not None and (is_you(token) or is_other(token))


def inner_clause(head: Token, place: Place) -> Observation | None:
    """The clause below a verb as an observation, without the word that joined it."""
    clause = clause_at(head)
    without = frozenset(
        token.i
        for token in clause.tokens
        if (token.dep_ in {"advmod", "mark"} or (token.lower_ == "that" and token.i == clause.first))
        and token.lower_ in {"when", "whenever", "that", "because", "how", "if", "while", "like"}
        and token.i <= head.i
    )
    return observe(clause, replace(place, dropped=place.dropped | without))


def base(verb: Token, place: Place) -> tuple[str, ...]:
    """The bare verb phrase below a verb, if it is short enough to ask for."""
    if verb.lemma_ == "be":
        return ()
    found = act(verb, place, "VBP")
    return (plainly(found.base),) if found is not None and len(found.base.split()) <= 22 else ()


def some(observation: Observation | None) -> Iterator[Observation]:
    """Nothing or one."""
    if observation is not None:
        yield observation


def surely(*observations: Observation | None) -> Unpacked:
    """Observations that the form of words vouches for."""
    return Unpacked(tuple(replace(one, sure=True) for one in observations if one is not None), used_up=True)


def cut(tokens: Sequence[Token], head: Token, subject: Token | None) -> Clause:
    """A part of a clause as a clause of its own, without marks at its ends."""
    kept = list(tokens)
    while kept and ((kept[-1].is_punct and kept[-1].text != "'") or kept[-1].is_space):
        kept.pop()
    while kept and (kept[0].is_punct or kept[0].is_space):
        kept.pop(0)
    return Clause(head, subject, tuple(kept))


def held(clause: Clause, place: Place) -> Iterator[Observation]:
    """What the clauses inside a clause tell of *you*, me or us, where the clause itself tells nothing."""
    for token in clause.tokens:
        subject = child_of(token, "nsubj", "nsubjpass")
        inside = token.dep_ in {"ccomp", "advcl", "relcl", "acl"} and token != clause.head and token.pos_ == "VERB"
        marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
        unreal = marks & {"like", "if", "though", "before", "until", "till", "unless"} or any(
            child.tag_ == "MD" for child in token.children
        )
        if inside and not unreal and subject is not None and (is_target(subject) or subject.lower_ in {"i", "we"}):
            every_time = token.dep_ == "relcl" and token.head.lower_ == "time" and clause.about_me
            yield from (replace(one, framed=every_time, sure=every_time) for one in some(inner_clause(token, place)))


def after(clause: Clause) -> Token | None:
    """The first token that no longer belongs to a clause, wherever the parser hangs it."""
    last = clause.tokens[-1]
    return last.nbor() if last.i + 1 < len(last.doc) else None


def said(clause: Clause, place: Place, text: str) -> Observation:
    """A statement of our own making about a clause, kept out of the way of "when"."""
    facts = any(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in clause.tokens)
    kept = frozenset(token.i for token in clause.tokens)
    return Observation(text, "state", clause.about_you, False, "", kept, place.sentence, place.order, facts)
