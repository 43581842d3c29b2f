"""Custom patterns that need two clauses: another does it and you don't; the same old deed told twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.people import ROLES, THIRD
from coach.language.tone import tone_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ANYBODY = frozenset("everyone everybody every1 people".split())
_NEAR = 2  # clauses after which what another does is forgotten
_OURS = frozenset("mine ours yours".split())
_SHORT = frozenset("still only barely hardly nothing not n't cannot nor".split())
_LONG = frozenset("since weeks months years goes days".split())
_ONLY_TOLD = frozenset("say tell think want need ask hope know suppose wonder mean let thank".split())
_NO_DUTY = frozenset("have need worry mind miss deserve".split())  # "you don't have to", "don't worry"
_EVENTS = frozenset(
    """birthday wedding christening funeral graduation anniversary christmas easter eid diwali summer winter spring autumn holiday honeymoon
    january february march april june july august september october november december time year week month party""".split()
)
_ALSO = frozenset("too also again then already before".split())
_PLAIN_VERBS = frozenset("have do go come get say tell think know want like love need see feel look".split())


def outdone(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "Priya's husband took a week off. You couldn't take a morning": another does it, and the one spoken to, or ours, falls short."""
    if not any(token.dep_ in _SUBJECTS and _may_outdo(token) for token in parsed.doc):
        return
    told = parsed.clauses
    does_it = [_another_does_it(clause) for clause in told]
    for place, clause in enumerate(told):
        if clause.subject is not None and clause.subject.lower_ in THIRD and place and does_it[place - 1]:
            does_it[place] = not clause.negated
        if not does_it[place]:
            continue
        short = next(
            (after for after in told[place + 1 : place + 1 + _NEAR] if _falls_short(parsed, after, clause)), None
        )
        if short is not None:
            yield clause.first, short.tokens[-1].i + 1


def _another_does_it(clause: Clause) -> bool:
    subject = clause.subject
    if subject is None or clause.negated or clause.head.lemma_ in _ONLY_TOLD or _asked_or_supposed(clause):
        return False
    could = any(child.tag_ == "MD" for child in clause.head.children)
    return _may_outdo(subject) and not could


def _may_outdo(subject: Token) -> bool:
    lemma = subject.lemma_.lower()
    named = subject.pos_ == "PROPN" or (subject.pos_ == "NOUN" and lemma in ROLES) or lemma == "other"
    return named and lemma not in _ANYBODY


def _falls_short(parsed: Parsed, clause: Clause, other: Clause) -> bool:
    words = {token.lower_ for token in clause.tokens}
    ours = clause.subject is not None and clause.subject.lower_ in _OURS
    got = clause.about_me and clause.head.lemma_ == "get" and (clause.head.tag_ in {"VBP", "VBD"} or "your" in words)
    kept = (
        clause.subject is not None and clause.subject.lower_ == "it" and "you" in words and clause.head.lemma_ == "take"
    )
    if not (clause.about_you or ours or got or kept) or _asked_or_supposed(clause):
        return False
    if clause.negated and clause.head.lemma_ in _NO_DUTY:
        return False
    tone = tone_at(parsed, clause.head.i)
    same_deed = clause.head.lemma_ == other.head.lemma_ and clause.head.lemma_ not in {"be", "have"}
    had_time = any(token.lower_ in {"'ve", "have"} for token in clause.tokens) and bool(words & _LONG)
    short = ours or got or kept or same_deed or had_time or clause.head.lemma_ == "need" or bool(words & _SHORT)
    return short and tone.kind <= tone.unkind


def _asked_or_supposed(clause: Clause) -> bool:
    return (
        any(token.lower_ in {"?", "if", "unless", "when", "may", "might"} for token in clause.tokens)
        or clause.head.sent[-1].text == "?"
    )


def same_again(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "You lost the passports in Rome, you lost the ring": one deed of one person told twice, with when or where it was."""
    verbs = [token.lemma_ for token in parsed.doc if token.pos_ in {"VERB", "AUX"} and token.lemma_ not in _PLAIN_VERBS]
    if len(set(verbs)) == len(verbs):
        return
    done = [clause for clause in parsed.clauses if _past_deed(clause)]
    for before, after in pairwise(done):
        alike = before.head.lemma_ == after.head.lemma_ and _who(before) == _who(after)
        if not alike or not (_dated(before) or _dated(after)):
            continue
        tone = tone_at(parsed, after.head.i)
        if tone.kind <= tone.unkind:
            yield before.first, after.tokens[-1].i + 1


def _past_deed(clause: Clause) -> bool:
    past = clause.head.tag_ in {"VBD", "VBN"} or any(child.lower_ == "did" for child in clause.head.children)
    return (
        past
        and clause.head.lemma_ not in _PLAIN_VERBS
        and (clause.about_you or clause.about_other)
        and not _asked_or_supposed(clause)
    )


def _who(clause: Clause) -> str:
    return "you" if clause.about_you or clause.subject is None else clause.subject.lower_


def _dated(clause: Clause) -> bool:
    return any(
        token.lower_ in _ALSO
        or token.lemma_.lower() in _EVENTS
        or (token.like_num and len(token.text) == 4)
        or (token.pos_ == "PROPN" and token.dep_ in {"pobj", "npadvmod"})
        for token in clause.tokens
    )
