"""Reported speech: somebody else's words, which are never the writer's blame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.language.clauses import leaves_speech

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from coach.language.parse import Parsed

_SAYING = frozenset(
    "say tell claim text write complain joke mention warn shout yell scream reply answer insist whisper ask announce".split()
)
_QUOTED = re.compile(
    r"\"[^\"\n]{2,400}\"|(?<![\w'])'(?!(?:s|t|re|ve|ll|d|m|em|cause|til)\b)[^'\n]*(?:\w'\w[^'\n]*)*'(?!\w)"
)
_NOBODY = frozenset({"nobody", "no-one", "noone", "none"})
_WHOLE = 0.8  # a quotation that is nearly the whole text is the message itself


def reported_tokens(parsed: Parsed) -> frozenset[int]:
    """Indices of the tokens inside quotation marks or in what somebody is said to have said."""
    doc, found = parsed.doc, set(quoted_tokens(parsed))
    for token in doc:
        if token.lemma_.lower() not in _SAYING or token.pos_ != "VERB":
            continue
        speaker = next((child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if speaker is None or speaker.lower_ in {"i", "we"}:
            continue
        unsaid = speaker.lower_ in _NOBODY or (speaker.lower_ == "one" and doc[max(speaker.i - 1, 0)].lower_ == "no")
        for child in token.children:
            if child.dep_ == "ccomp" and child.i > token.i:
                inside = sorted(inner.i for inner in child.subtree)
                if unsaid:
                    inside = _until_next_clause(doc, inside)
                elif speaker.lower_ == "you":
                    inside = _until_motive(doc, _until_other(doc, inside))
                left = {i for inner in child.children if leaves_speech(inner) for i in _places(inner)}
                found.update(i for i in inside if i not in left)
    return frozenset(found)


def quoted_tokens(parsed: Parsed) -> frozenset[int]:
    """Indices of the tokens inside quotation marks, unless these hold nearly the whole text."""
    from coach.language.normalise import same_length

    plain = same_length(parsed.text)
    spans = [quoted.span() for quoted in _QUOTED.finditer(plain)]
    inside = [(start, end) for start, end in spans if end - start < _WHOLE * len(plain.strip())]
    return frozenset(i for i, at in enumerate(parsed.starts) if any(start <= at < end for start, end in inside))


def _places(token: Token) -> list[int]:
    return [inner.i for inner in token.subtree]


def _until_other(doc: Doc, inside: list[int]) -> list[int]:
    """ "You said you'd be there, I bought the ticket": only what was said, up to the next who does something."""
    for place, i in enumerate(inside[:-1]):
        if doc[i].text in {",", ";"} and doc[i + 1].lower_ in {"i", "we"} and doc[i + 1].dep_ == "nsubj":
            return inside[:place]
    return inside


def _until_motive(doc: Doc, inside: list[int]) -> list[int]:
    """ "You told them I was ill because you're ashamed": only what you told them."""
    for place, i in enumerate(inside[:-1]):
        if doc[i].lower_ in {"because", "cos", "cause", "so", "just"} and doc[i + 1].lower_ in {
            "you",
            "because",
            "that",
            "to",
        }:
            return inside[:place]
    return inside


def _until_next_clause(doc: Doc, inside: list[int]) -> list[int]:
    """ "Nobody told me it was today, you should have …": only what nobody said."""
    for place, i in enumerate(inside[:-1]):
        if doc[i].text in {",", ";"} and doc[i + 1].dep_ in {"nsubj", "nsubjpass"}:
            return inside[:place]
    return inside
