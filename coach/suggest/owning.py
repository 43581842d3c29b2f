"""An apology or thanks that somebody still has to say, put as it is said to the one concerned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from coach.suggest.brought_up import did
from coach.suggest.spoken import ToSay, cut_off, spoken
from coach.suggest.target import Target

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 7  # tokens
Way = tuple[Literal["apology", "thanks"], str]
OWNING: dict[str, Way] = {
    "apologise": ("apology", "I'm sorry"),
    "apologize": ("apology", "I'm sorry"),
    "sorry": ("apology", "I'm sorry"),
    "thank": ("thanks", "Thank you"),
    "thanks": ("thanks", "Thank you"),
}


def way_of_owning(verb: Token) -> Way | None:
    """What a verb or the word after it owns up to: "apologise", "say sorry", "thank"."""
    if verb.lemma_ == "owe":
        return (
            OWNING["sorry"]
            if any(token.lower_ == "apology" for token in verb.doc[verb.i + 1 : verb.i + _NEAR])
            else None
        )
    return OWNING.get(verb.lemma_.lower()) or OWNING.get(verb.doc[verb.i + 1 : verb.i + 2].text.lower())


def owned(
    way: Way, rest: Sequence[Token], beyond: Sequence[Token], target: Target, context: tuple[str, ...]
) -> ToSay | None:
    """The apology or the thanks, with what it is for if that is told in ``rest``, what they did if it is in ``beyond``, and the ``context``; None where nothing tells it."""
    kind, opening = way
    what = cut_off(list(rest))[0]
    deed = _what_they_did(beyond) if kind == "thanks" else None
    if deed is not None:  # "the nurse who sat with Dad"
        return ToSay(kind, (f"{opening}. You {did(deed, target, frozenset())}.", *context), to=target)
    if what and what[0].lower_ not in {"for", "that", "about", "i"}:
        if not context:
            return None
        what = []
    return ToSay(kind, (f"{opening} {spoken(what, target)}." if what else f"{opening}.", *context), to=target)


def _what_they_did(rest: Sequence[Token]) -> Token | None:
    """The verb of what somebody is thanked for: "who cleared my path"."""
    who = next((token for token in rest if token.lower_ in {"who", "that"} and token.dep_ == "nsubj"), None)
    return who.head if who is not None and who.head.dep_ == "relcl" else None
