"""Words as they are said to the one concerned: what is told of somebody becomes "you"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coach.language.clauses import Clause
from coach.language.people import is_other
from coach.suggest.recast import Place, observe
from coach.suggest.set_aside import sentence
from coach.suggest.target import Target

if TYPE_CHECKING:
    from spacy.tokens import Token


SECRET = re.compile(  # what the writer may not tell
    r"(?<!you )\b(?:won't|doesn't|didn't|don't) (?:want|let|allow) (?:me|us) (?:to )?(?:say|tell|mention|share)\b"
    r"|(?:\bnot|n't) (?:allowed|supposed|meant) to (?:say|tell|mention|share)\b",
    re.IGNORECASE,
)
COMING = "Would you like to come?"
NOBODY = Target(frozenset(), frozenset())


@dataclass(frozen=True)
class ToSay:
    """``to``: whom; ``kind`` tells what it is; ``told``: the sentences to say; ``known``: what the other is living with; ``request``: what is asked of them, if anything; ``beside``: what else stands in the sentence that speaks of telling it; ``key``: it all in brief, where that is not the first sentence."""

    kind: Literal["news", "ask", "apology", "thanks", "worry"]
    told: tuple[str, ...]
    known: str = ""
    request: str = ""
    at: int = -1  # the token that speaks of telling it
    to: Target = NOBODY
    beside: tuple[str, ...] = ()
    key: str = ""


def invited(invite: Token, rest: Sequence[Token], target: Target, context: Sequence[str]) -> ToSay | None:
    """As in "I want to invite my brother to my wedding": the invitation, if it is the writer's own and nobody denies it."""
    around = (invite, invite.head)
    by = {child.lower_ for one in around for child in one.children if child.dep_ == "nsubj"}
    denied = any(child.dep_ == "neg" for one in around for child in one.children)
    if denied or not by <= {"i", "we"} or not rest or rest[0].lower_ not in {"to", "over", "round", "for", "along"}:
        return None
    words = spoken(cut_off(list(rest))[0], target)
    return ToSay("ask", (f"I'd like to invite you {words}.", *context), request=COMING)


def cut_off(rest: list[Token]) -> tuple[list[Token], list[Token]]:
    """What is told, and after "when" or the like what the other lives with; what follows a comma stands by itself."""
    for place, token in enumerate(rest):
        if place and token.lower_ == "without" and any(one.tag_ == "VBG" for one in rest[place + 1 : place + 3]):
            return rest[:place], []  # "without sounding lazy" is said to nobody
        if token.text in {",", ";", ".", "!", "?"} or (place and token.lower_ == "before" and _cuts(rest, place)):
            return rest[:place], []
        if place and token.lower_ in {"when", "while", "because", "since", "after", "although", "but", "and"}:
            theirs = any(is_other(one) for one in rest[place + 1 : place + 3])
            if theirs:
                return rest[:place], [one for one in rest[place + 1 :] if not one.is_punct]
            if token.lower_ in {"but", "and"} and any(one.dep_ == "nsubj" for one in rest[place + 1 : place + 3]):
                return rest[:place], []
    return rest, []


def _cuts(rest: list[Token], place: int) -> bool:
    """Whether "before" tells when it is to be said: "before he hears it", "before Friday"."""
    theirs = any(is_other(one) for one in rest[place + 1 : place + 3])
    return theirs or not any(one.pos_ in {"VERB", "AUX"} for one in rest[:place])


def spoken(tokens: Sequence[Token], target: Target) -> str:
    """Words as they are said to the one concerned: "she's had a hard year" → "you've had a hard year"."""
    head = next((token for token in tokens if token.pos_ in {"VERB", "AUX"}), tokens[0])
    subject = next((child for child in head.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    told = observe(Clause(head, subject, tuple(tokens)), Place(target, frozenset(), 0, 0))
    return told.text if told is not None else "".join(token.text_with_ws for token in tokens).strip()


def told(clause: Clause, target: Target) -> str:
    """A clause as a sentence said to the one concerned."""
    seen = observe(clause, Place(target, frozenset(), 0, 0))
    return sentence(
        seen.text if seen is not None else " ".join(token.text for token in clause.tokens).replace(" '", "'")
    )
