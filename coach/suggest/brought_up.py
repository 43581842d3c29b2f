"""Somebody who is only brought up, with what they do in a clause of its own: "There's a lad on my course who copies my lab book"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.people import ROLES
from coach.suggest.recast import Place, act
from coach.suggest.turned import Turned
from coach.suggest.unpacked import Unpacked, surely
from coach.suggest.words import second_person

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.suggest.target import Target

_BRINGING_UP = frozenset({"be", "have", "get"})


def introduces(clause: Clause) -> bool:
    """As in "There is this colleague in my team, he …": who is told of, and nothing they did."""
    there = clause.subject is not None and clause.subject.lower_ == "there"
    return there and _who(clause.head) is not None and told_of(clause.head) is None


def brought_up(clause: Clause, place: Place) -> Unpacked | None:
    """There's a lad on my course who copies my lab book → you copy my lab book."""
    deed = told_of(clause.head) if place.target.described else None
    if deed is None:
        return None
    told = act(deed, place, "VBD" if deed.tag_ == "VBD" else "VBP")
    return surely(replace(told, text=f"you {did(deed, place.target, place.dropped)}"))


def told_of(head: Token) -> Token | None:
    """The verb of what is done by the one whom a clause brings up."""
    who = _who(head)
    deeds = [one for one in who.subtree if one.dep_ == "relcl"] if who is not None else []
    mine = (
        one for one in deeds if any(child.lower_ in {"who", "that"} and child.dep_ == "nsubj" for child in one.children)
    )
    return next(mine, None)


def did(deed: Token, target: Target, cut: frozenset[int]) -> str:
    """What they did, as it is said to them after "you", without what is ``cut``: "have been using my shampoo"."""
    verb = min((deed, *(one for one in deed.children if one.dep_ == "aux")), key=lambda one: one.i)
    rest = tuple(sorted(token for token in deed.subtree if token.i > verb.i))
    return f"{second_person(verb)} {Turned(Clause(deed, None, rest), target, cut).text()}".strip()


def _who(head: Token) -> Token | None:
    """Somebody told of as "there is …", "I have …"."""
    if head.lemma_ not in _BRINGING_UP and head.lower_ != "'s":
        return None
    return next((one for one in head.children if one.dep_ in {"attr", "dobj"} and one.lower_ in ROLES), None)
