"""Turning a sentence round: what a partner says of themselves, said back to them (I → you, my → your, you → I), verbs agreeing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_FLIPPED = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself",
    "your": "my", "yours": "mine", "yourself": "myself", "yourselves": "ourselves",
}  # fmt: skip
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_SEES = frozenset("see hear watch feel notice make let have help keep catch find".split())
_PREPOSITIONS = frozenset("for with to at from of about on by in without behind between beside near".split())
_LOOSE = frozenset(
    "just even literally honestly really actually so like basically kinda lol tbh ever always lately still too again also".split()
)
_ENDS = frozenset({".", "!", "?", ";", ":", "-", "--", "...", "(", ")", '"'})


def flipped(tokens: Iterable[Token], *, loose: bool = False) -> str:
    """The tokens with first and second person exchanged, as they stand inside a sentence. Fillers go unless ``loose``."""
    text = ""
    before = None
    for token in tokens:
        lower = token.lower_
        if (
            not loose
            and lower in _LOOSE
            and token.dep_ in {"advmod", "intj", "dep"}
            and not (lower == "too" and token.head.pos_ in {"ADJ", "ADV"} and token.i < token.head.i)
            or token.is_space
            or not _sayable(token)
            or lower == "much"
            and token.i
            and token.nbor(-1).lower_ == "so"
        ):
            continue
        word = _word(token)
        if not word:
            continue
        glue = (
            ""
            if not text
            or word.startswith("'")
            or word == "n't"
            or token.text in {",", "-", "%"}
            or before is not None
            and before.text in {"-", "$", "£", "€"}
            else " "
        )
        text += glue + word
        before = token
    return re.sub(r"[\s,]+$", "", re.sub(r"\s+,", ",", text))


def _sayable(token: Token) -> bool:
    return (
        token.text[0].isalnum()
        or token.text[0] in "'$£€,-%&"
        and token.text not in {"--", "'"}
        or token.lower_ == "n't"
    )


def _word(token: Token) -> str:
    lower = token.lower_
    if lower == "you":
        if _thanks(token):
            return "you"
        subject = token.head if token.dep_ == "conj" else token
        return "I" if subject.dep_ in _SUBJECT and not _bare(subject.head) and not _after_preposition(token) else "me"
    if lower in _FLIPPED:
        return _FLIPPED[lower]
    person = _person(token)
    if lower in {"am", "'m"} and person == "i":
        return "are" if lower == "am" else "'re"
    if lower == "was" and person == "i":
        return "were"
    if person == "you":
        changed = {"are": "am", "'re": "'m", "were": "was"}.get(lower)
        if changed:
            return changed
    if token.i == token.sent.start and token.pos_ != "PROPN" and not (token.text.isupper() and len(token.text) > 1):
        return lower
    return str(token.text)


def _thanks(token: Token) -> bool:
    """The "you" of a thank-you that somebody says: "he never says thank you"."""
    head = token.head
    return head.lower_ == "thank" and not any(child.dep_ in _SUBJECT | {"aux"} for child in head.children)


def _after_preposition(token: Token) -> bool:
    """As in "I waited for you and nobody told me", whatever the parser hangs it on; not in "more than you think"."""
    if token.i == token.sent.start or token.nbor(-1).lower_ not in _PREPOSITIONS or token.i + 1 >= len(token.doc):
        return False
    return token.nbor().pos_ not in {"VERB", "AUX"} and token.nbor().lower_ not in {"never", "always", "also", "still"}


def _bare(verb: Token) -> bool:
    """A verb without a tense, whose doer is said as an object: "want you to come", "saw you leave", "made you wait"."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.lower_ == "to" for child in helpers):
        return True
    seen = verb.dep_ == "ccomp" and verb.head.lemma_ in _SEES and verb.i > verb.head.i
    return seen and not helpers and verb.tag_ in {"VB", "VBP", "VBG"} and verb.head.i + 2 == verb.i


def _person(token: Token) -> str:
    """The subject of a form of "be": i, you or other."""
    head = token if token.dep_ not in {"aux", "auxpass"} else token.head
    for _ in range(3):
        subject = next((child for child in head.children if child.dep_ in _SUBJECT), None)
        if subject is not None:
            return str(subject.lower_)
        if head.dep_ not in {"conj", "aux", "auxpass"} or head.head is head:
            break
        head = head.head
    return ""


def until_end(tokens: Iterable[Token], limit: int = 14) -> list[Token]:
    """The tokens up to a stop, a comma, "but" or "because", at most ``limit`` words."""
    kept: list[Token] = []
    for token in tokens:
        if (
            token.text in _ENDS
            or token.text == ","
            or token.text[0] in ".!?"
            or token.lower_ in {"but", "because", "though", "although"}
            and kept
            and kept[-1].lower_ not in {"nothing", "anything", "everything", "all"}
        ):
            break
        if (
            token.lower_ == "and"
            and kept
            and len(kept) > 3
            and any(child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} for child in token.head.children)
        ):
            break
        kept.append(token)
    while len(kept) > limit:
        place = next(
            (
                i
                for i in range(len(kept) - 1, 3, -1)
                if kept[i].dep_ in {"prep", "mark"} or kept[i].lower_ in {"when", "and", "after", "while", "that"}
            ),
            limit,
        )
        if place <= 3:
            place = limit
        kept = kept[:place]
    while kept and (
        kept[-1].lower_ in {"and", "or", "the", "a", "my", "to", "of", "so", "with", "that", "for", "like"}
        and kept[-1].dep_ not in {"prt", "dobj", "pobj"}
    ):
        kept.pop()
    return kept
