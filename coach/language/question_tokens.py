"""Tokens of a question cut and joined: up to the end of the clause, without fillers, without the tag."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words that sharpen or fill: the open version does without.
LOOSE = frozenset(
    """ever just even once actually really seriously honestly literally exactly simply please already yet anyway still always never again
    obviously clearly perhaps maybe possibly happen only surely lol lmao x xx xxx yaar pet beta mate bro babe hun honey sweetheart
    darling dear sweetie kanna habibi mija bru eh damn bloody fucking stupid freaking goddamn precious whole such conveniently finally
    suddenly constantly forever else then though innit yeah""".split()
)
_STOPS = frozenset({"?", ".", "!", ";", ":", "(", ")", "-", "--", "...", '"', "??", "???", "?!"})
_TAG_START = frozenset(
    "is are was were do does did have has had can could will would should must wo ca ai no right yeah yes innit huh eh ok".split()
)


def until(tokens: Iterable[Token]) -> list[Token]:
    """The tokens up to the end of the clause: a stop, a comma, a tag, or another question joined on."""
    kept: list[Token] = []
    listed = list(tokens)
    for place, token in enumerate(listed):
        after = listed[place + 1] if place + 1 < len(listed) else None
        if token.text in _STOPS or token.text[0] in "?!.":
            break
        if token.text == ",":
            break
        if (
            token.lower_ in {"or", "and", "but"}
            and after is not None
            and not (kept and kept[-1].lower_ in {"before", "with"})
        ):
            if (
                token.lower_ != "and"
                or after.tag_ == "MD"
                or after.pos_ == "AUX"
                or after.lower_
                in {"what", "how", "when", "where", "why", "who", "you", "i", "do", "did", "is", "are", "will"}
            ):
                break
        if (
            token.lower_ == "like"
            and after is not None
            and after.lower_ in {"a", "everyone", "an", "that", "this"}
            and token.pos_ != "VERB"
        ):
            break
        if token.lower_ in {"because", "since", "so"} and kept:
            break
        kept.append(token)
    return kept


def joined(tokens: Iterable[Token]) -> str:
    """Tokens as they stand in the middle of a sentence."""
    text = ""
    for token in tokens:
        first = token.i == token.sent.start and token.pos_ != "PROPN"
        word = token.lower_ if first else token.text
        word = "I" if word.lower() == "i" else word
        glue = (
            ""
            if not text
            or token.text.startswith("'")
            or token.lower_ == "n't"
            or token.text in {",", "-"}
            or text.endswith("-")
            else " "
        )
        text += glue + word
    text = re.sub(r"\b(?:for once|at all|in the first place|at once|a bit|to be)$", "", text.strip())
    return re.sub(r"(?:(?:^|\s)(?:to|of|with|for|at|the|a|my|your|and|or|in|on))+$", "", text).strip()


def without_loose(tokens: list[Token]) -> list[Token]:
    """Without words that sharpen or fill, and without loose ends."""
    kept = [
        token
        for token in tokens
        if token.lower_ not in LOOSE and (token.text[0].isalnum() or token.text[0] in "'\"-" or token.text == ",")
    ]
    while kept and kept[-1].lower_ in {"or", "and", "but", ",", "to", "n't", "not"}:
        kept.pop()
    while kept and (kept[0].lower_ in {"n't", "not", ","} or kept[0].dep_ == "punct"):
        kept.pop(0)
    return kept


def without_tag(tokens: list[Token]) -> list[Token]:
    """Without "…, aren't you?" at the end."""
    for place in range(len(tokens) - 1, 2, -1):
        if tokens[place].text == "," and place + 1 < len(tokens):
            tail = [token.lower_ for token in tokens[place + 1 :] if token.text[0].isalnum() or token.text == "n't"]
            if tail and tail[0] in _TAG_START and len(tail) <= 4:
                return tokens[:place]
    return tokens


def without_lead(tokens: list[Token]) -> list[Token]:
    """Without "so", "and", "how about" at the beginning."""
    while tokens and tokens[0].lower_ in {"so", "and", "but", "oh", "well", "ok", "wait", "how", "what", "about"}:
        tokens = tokens[1:]
    return tokens
