"""Reported speech: somebody else's words, which are never the writer's blame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
    from coach.language.normalise import same_length

    doc, found = parsed.doc, set[int]()
    plain = same_length(parsed.text)
    for quoted in _QUOTED.finditer(plain):
        if quoted.end() - quoted.start() < _WHOLE * len(plain.strip()):
            found.update(i for i, start in enumerate(parsed.starts) if quoted.start() <= start < quoted.end())
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
                    inside = _until_motive(doc, inside)
                found.update(inside)
    return frozenset(found)


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
