"""Pronouns whose person stands in a sentence that a draft leaves out: "she criticised my cooking" → "your mother criticised my cooking"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coach.language.people import PEOPLE
from coach.suggest.target import FEMALE, MALE, Target

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed
    from coach.suggest.recast import Observation


_PRONOUN = re.compile(r"\b(?:he|she|they)\b(?!')")


@dataclass(frozen=True)
class _Person:
    noun: str
    phrase: str
    plural: bool
    at: int


def named(parsed: Parsed, target: Target, told: Sequence[Observation]) -> list[Observation]:
    """The same observations, in the same order, each pronoun for a third person named where only one person can be meant."""
    if not any(_PRONOUN.search(one.text) for one in told):
        return list(told)
    people = [
        _person(token, target) for token in parsed.doc if token.i not in parsed.reported and _spoken_of(token, target)
    ]
    said, done = "", []
    for one in told:
        text = one.text
        for pronoun, plural in (("he", False), ("she", False), ("they", True)):
            place = re.search(rf"\b{pronoun}\b(?!')", text)
            first = min(one.tokens, default=0)
            fitting = {
                person.phrase: person
                for person in people
                if person.at < first and person.plural == plural and _may_be(pronoun, person.noun)
            }
            if place and len(fitting) == 1 and pronoun not in target.pronouns:
                phrase, person = next(iter(fitting.items()))
                if not re.search(rf"\b{re.escape(person.noun)}\b", said + text[: place.start()], re.IGNORECASE):
                    text = text[: place.start()] + phrase + text[place.end() :]
        said += text
        done.append(replace(one, text=text))
    return done


def _spoken_of(token: Token, target: Target) -> bool:
    counted = any(child.dep_ == "nummod" for child in token.children)  # "we are three people here"
    person = token.pos_ == "NOUN" and (token.lower_ in PEOPLE or token.lemma_.lower() in PEOPLE) and not counted
    named = token.pos_ == "PROPN" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "conj"}
    named = named and not any(child.dep_ in {"poss", "det"} for child in token.children)  # "my English"
    return (person or named) and token.lower_ not in target.nouns and token.ent_type_ != "YOU" and token.text.isalpha()


def _person(token: Token, target: Target) -> _Person:
    words = [
        part for part in token.lefts if part.dep_ in {"det", "poss", "amod", "compound"} and part.i == part.right_edge.i
    ]
    theirs = bool(words) and words[0].dep_ == "poss" and words[0].lower_ in target.pronouns
    phrase = (
        " ".join(("your" if theirs else words[0].text, *(part.text for part in (*words[1:], token))))
        if words
        else token.text
    )
    if words and words[0].pos_ != "PROPN":
        phrase = phrase[:1].lower() + phrase[1:]
    return _Person(token.text, phrase, token.tag_ == "NNS", token.i)


def _may_be(pronoun: str, noun: str) -> bool:
    word = noun.lower()
    return not (pronoun == "he" and word in FEMALE) and not (pronoun == "she" and word in MALE)
