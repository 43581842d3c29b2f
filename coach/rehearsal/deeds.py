"""What a turn asks for or offers, as a bare verb phrase turned round: "Could you ring me by seven?" gives "ring you by seven"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.language.person_flip import flipped, until_end
from coach.rehearsal.slots import reads_whole, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from coach.library.practice import Point

_DOERS: dict[Point, frozenset[str]] = {
    "you_do": frozenset({"you"}),
    "we_do": frozenset({"we", "us", "'s"}),
    "may_i": frozenset({"i", "me"}),
    "touch": frozenset({"i", "me"}),
    "treat": frozenset({"i", "me"}),
    "offers": frozenset({"i"}),
}
_ASKING = frozenset(
    "want like mind think fancy need promise love know see say guess believe hope able willing happy try".split()
)
_CUTS = frozenset("because so but since please though".split())
_STOPS = frozenset(".,!?")
_LONGEST = 10  # words


def deed(sentence: DocSpan, point: Point | None) -> str:
    """The deed in a sentence of this point, or nothing where it is not sure to read well."""
    doers = _DOERS.get(point) if point else None
    if doers is None:
        return ""
    return next((text for verb in _verbs(sentence, doers) if (text := _phrase(verb, sentence))), "")


def _verbs(sentence: DocSpan, doers: frozenset[str]) -> Iterator[Token]:
    for token in sentence:
        if token.tag_ not in {"VB", "VBP"} or token.pos_ not in {"VERB", "AUX"} or token.lemma_.lower() in _ASKING:
            continue
        subject = _subject(token)
        if subject is not None and subject.lower_ in doers and subject.i < token.i:
            yield token


def _subject(verb: Token) -> Token | None:
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if own is not None or verb.dep_ not in {"xcomp", "ccomp"}:
        return own
    told = [child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i]
    return told[0] if told else _subject(verb.head) if verb.head is not verb else None


def _phrase(verb: Token, sentence: DocSpan) -> str:
    if any(child.dep_ == "neg" for child in verb.children) or verb.right_edge.i >= sentence.end:
        return ""
    kept = until_end(sentence.doc[verb.i : sentence.end], _LONGEST)
    cut = next((n for n, token in enumerate(kept) if n and token.lower_ in _CUTS), len(kept))
    kept = kept[:cut]
    beyond = sentence.doc[kept[-1].i + 1] if kept and kept[-1].i + 1 < sentence.end else None
    if beyond is not None and not (beyond.text in _STOPS or beyond.lower_ in _CUTS | {"and", "or"}):
        return ""
    if (
        len(kept) < 2
        or len(kept) == 2
        and kept[1].pos_ == "PRON"
        or any(token.lower_ in {"who", "what", "which", "that"} for token in kept[:2])
    ):
        return ""
    text = re.sub(r"^(\w+) I\b", r"\1 me", tidy(flipped(kept, loose=True)))
    return text if reads_whole(text, kept) else ""
