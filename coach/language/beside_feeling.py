"""What is said beside an owned feeling: "you dump it all on me and I feel stressed" → "you dump it all on me".

The encoder has met so many drafts that end in a feeling that it hears hardly anything else in such a sentence.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.people import is_you
from coach.language.tone_words import KIND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from coach.language.parse import Parsed

_FEELING_WORDS = 9  # a longer clause tells more than how someone is
_JOINING = frozenset("and so but because cos cuz cus since n as , ; : - .".split())
_UNDER = frozenset("when whenever if while after before until that as once how what why where who".split())
_ASKING = frozenset("would could will can you we".split())
_HABIT = frozenset("always never every usually often".split())  # the patterns tell a habit from a charge
_PLEASANT = KIND | frozenset(
    "glad home spoilt spoiled fine okay ok relaxed cosy excited looked settled wanted seen heard sorry".split()
)
_LEAST = 2  # words that can say something


def beside_feeling(parsed: Parsed) -> dict[int, str]:
    """For each number of ``parsed.sentences`` that holds an owned feeling and more, the words of the rest.

    A pleasant feeling stands beside praise, not blame. A moment told with the feeling ("I felt alone when you left", "you left and I felt alone") is no rest: it belongs to the I-statement.
    """
    if not {"i", "im"} & parsed.words:
        return {}
    feelings = [clause for clause in parsed.clauses if _owns_feeling(clause)]
    felt = {token.i for clause in feelings for token in clause.tokens}
    found: dict[int, str] = {}
    for number, sentence in enumerate(parsed.sentences):
        rest = [token for token in sentence if token.i not in felt]
        if len(rest) < len(sentence) and any(token.ent_type_ not in {"", "SELF"} for token in rest) and _stands(rest):
            while rest and rest[0].lower_ in _JOINING:
                rest.pop(0)
            while rest and (rest[-1].lower_ in _JOINING or rest[-1].is_punct):
                rest.pop()
            if len(rest) >= _LEAST:
                found[number] = parsed.original(rest)
    return found


def feels_pain(parsed: Parsed) -> frozenset[int]:
    """Numbers of ``parsed.sentences`` in which the writer owns a feeling that is not pleasant."""
    felt = {clause.head.i for clause in parsed.clauses if _owns_feeling(clause)}
    return frozenset(
        number
        for number, sentence in enumerate(parsed.sentences)
        if not felt.isdisjoint(range(sentence.start, sentence.end))
    )


def _owns_feeling(clause: Clause) -> bool:
    head = clause.head
    am = [child for child in head.children if child.dep_ in {"aux", "auxpass"} and child.lemma_ in {"be", "get"}]
    how = [child for child in head.children if child.dep_ in {"acomp", "oprd"}]
    feels = head.lemma_.lower() == "feel" or (how if head.lemma_ == "be" else am and head.tag_ == "VBN")
    more = len(clause.tokens) > _FEELING_WORDS or any(is_you(token) or token.dep_ == "advcl" for token in clause.tokens)
    pleasant = any({token.lower_, token.lemma_.lower()} & _PLEASANT for token in clause.tokens) != clause.negated
    return clause.about_me and bool(feels) and not more and not pleasant


def _stands(rest: Sequence[Token]) -> bool:
    """Whether it says something of its own: one of its verbs tells no moment that was or that the feeling goes with, and nothing is asked for."""
    if any(token.lower_ in _HABIT for token in rest) or any(
        _ASKING.issuperset((one.lower_, after.lower_)) for one, after in pairwise(rest)
    ):
        return False
    own = {token.i for token in rest}
    tops = [
        token for token in rest if token.pos_ in {"VERB", "AUX"} and (token.head == token or token.head.i not in own)
    ]
    return any(
        not _was(top)
        and not _mine(top)
        and not any(child.lower_ in _UNDER and child.i < top.i for child in top.children)
        for top in tops
    )


def _mine(verb: Token) -> bool:
    """It tells of the writer, or that something is not so: "I don't know yet what you meant", "it isn't you"."""
    denied = verb.lemma_ == "be" and any(child.dep_ == "neg" for child in verb.children)
    return denied or any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in verb.children)


def _was(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(child.dep_ == "aux" and child.tag_ == "VBD" for child in verb.children)
