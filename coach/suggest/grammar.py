"""Sentences that small models break: no verb, the wrong form of one, a subject that does not agree, an end that is missing, words said twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from coach.language.people import PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from coach.language.parse import Parsed

_MAY = frozenset("may might could would can will should must".split())
_PLURAL = frozenset("i you we they".split())
_SINGULAR = frozenset("he she it this that".split())
_SUBJECTS = _PLURAL | _SINGULAR
_BEFORE_VERB = frozenset(
    "not n't also well just even only still simply really both all at too perhaps maybe sometimes never".split()
)
_ASKING = frozenset("what how when where".split())
_OPEN_END = frozenset("and or but because the a an my your our their if than as very which whose".split())
_PREDICATES = frozenset("one person bit lot little part thing way time reason man woman parent child".split())
_MINDS = frozenset("thinks thinking hopes hoping wishes wishing believes believing".split())
_MINDED = (
    PEOPLE
    | _SUBJECTS
    | frozenset("who family company heart head mind part side other others two both adults grown-ups guests".split())
)
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_RUN = 5  # words in a row that stand twice in one text


def faults(parsed: Parsed) -> Iterator[str]:
    """What is broken, in plain words. Found by the tagger's forms and the order of words; a fragment without any verb is broken."""
    for sentence in parsed.sentences:
        tokens = [token for token in sentence if token.text[0].isalnum() or token.text[0] in "'’"]
        if not tokens:
            continue
        if any(_wrong_form(tokens)) or any(_disagrees(tokens)) or _not_turned(sentence, tokens):
            yield "its grammar is broken"
        if tokens[-1].lower_ in _OPEN_END:
            yield "it breaks off"
        if _is_thing(tokens) or any(_thinks(tokens, i) for i in range(len(tokens))):
            yield "it takes a thing for a person, or a person for a thing"
    words = [token.lower_ for token in parsed.doc if token.text[0].isalnum()]
    runs = [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
    if len(set(runs)) < len(runs):
        yield "it says the same twice"


def is_circular(parsed: Parsed) -> bool:
    """Whether a line comes back to its own word: "you may be tired because you are tired"."""
    said = [token.lemma_.lower() for token in parsed.doc if token.pos_ in _TELLING and not token.is_stop]
    again = len(said) - len(set(said))
    return again > 1 or again == 1 and "because" in parsed.lower


def _wrong_form(tokens: list[Token]) -> Iterator[bool]:
    """After may and did only a plain verb can stand: "you may laughing", "how does it makes"."""
    asks = tokens[-1].doc[tokens[-1].sent.end - 1].text.endswith("?")
    for i, token in enumerate(tokens):
        word = token.lower_
        follows = [other for other in tokens[i + 1 :] if other.lower_ not in _BEFORE_VERB and other.pos_ != "ADV"][:2]
        if word in _MAY and token.tag_ == "MD" and follows and follows[0].lower_ != "to":
            verb = follows[0]
            turned = asks and (verb.pos_ not in {"VERB", "AUX"} or verb.tag_ == "VBG")
            yield not turned and not _is_plain(verb)
            yield (
                verb.lower_ == "be"
                and len(follows) > 1
                and follows[1].pos_ == "VERB"
                and follows[1].tag_ in {"VB", "VBP"}
            )
        elif word in {"do", "does", "did"} and _asked(tokens, i):
            main = next((other for other in tokens[i + 1 :] if other.tag_ in {"VB", "VBP", "VBZ", "VBD"}), None)
            yield main is not None and main.tag_ == "VBZ" and main.dep_ not in {"relcl", "acl", "advcl"}


def _is_plain(token: Token) -> bool:
    verb = token.pos_ in {"VERB", "AUX", "ADJ"} and token.lemma_.lower() == token.lower_
    return token.tag_ in {"VB", "VBP", "VBN", "VBD"} or verb


def _asked(tokens: list[Token], i: int) -> bool:
    """The helping verb at ``i`` stands before its subject."""
    return (
        i == 0
        or tokens[i - 1].tag_ in {"WP", "WRB", "WDT"}
        or i < 4
        and tokens[0].tag_ in {"WP", "WRB", "WDT"}
        and tokens[i].tag_ != "VB"
        and not _subject_before(tokens, i)
    )


def _subject_before(tokens: list[Token], i: int) -> bool:
    return any(token.dep_ in {"nsubj", "nsubjpass"} and token.head.i >= tokens[i].i for token in tokens[:i])


def _disagrees(tokens: list[Token]) -> Iterator[bool]:
    for one, two in pairwise(tokens):
        if one.lower_ in _PLURAL and two.tag_ == "VBZ" and one.dep_ in {"nsubj", "nsubjpass"}:
            yield two.lower_ not in {"'s", "'"}
        if (
            one.lower_ == "i"
            and two.lower_ in {"are", "is", "were"}
            and one.i
            and one.nbor(-1).lower_ not in {"and", "if", "though"}
        ):
            yield True
        if one.lower_ in {"he", "she"} and two.tag_ == "VBP":
            yield True
        if one.lower_ == "do" and (two.lower_ in _SINGULAR or two.lower_ in {"your", "my", "the"} and _is_one(two)):
            yield one.tag_ != "VB" and one.pos_ == "AUX" and (one.i == one.sent.start or one.nbor(-1).lower_ in _ASKING)
        if one.lower_ == "does" and (two.lower_ in _PLURAL or two.lower_ in {"your", "my", "the"} and _are_many(two)):
            yield one.pos_ == "AUX"


def _is_one(owner: Token) -> bool:
    noun = owner.head
    return noun.tag_ == "NN" and noun.i > owner.i and not list(noun.conjuncts) and noun.lower_ not in {"team", "family"}


def _are_many(owner: Token) -> bool:
    noun = owner.head
    return noun.i > owner.i and (noun.tag_ == "NNS" and not noun.lower_.endswith("ss") or noun.lower_ == "people")


def _not_turned(sentence: DocSpan, tokens: list[Token]) -> bool:
    """A question whose verb does not come before its subject ("how I when the baby"), or that has none at all."""
    if not sentence.text.rstrip().endswith("?") or tokens[0].lower_ not in _ASKING or len(tokens) < 2:
        return False
    if tokens[1].lower_ in _PLURAL | {"he", "she"} and tokens[0].lower_ not in {"when", "where"}:
        return True
    return not any(token.pos_ in {"VERB", "AUX"} for token in sentence) and tokens[1].lower_ not in {
        "about",
        "else",
        "if",
        "for",
        "like",
    }


def _thinks(tokens: list[Token], i: int) -> bool:
    """A thing is said to think, hope or wish: nobody is named before who could."""
    before = [token.lower_ for token in tokens[:i]]
    return (
        i > 2
        and tokens[i].lower_ in _MINDS
        and tokens[i].pos_ != "NOUN"
        and before[-1] != "the"
        and _MINDED.isdisjoint(before)
    )


def _is_thing(tokens: list[Token]) -> bool:
    """A person is called a thing, such as "you may be the shower"."""
    words = [token.lower_ for token in tokens[:8]]
    for i in range(len(words) - 4):
        if (
            words[i] == "you"
            and words[i + 1] in {"may", "might", "could"}
            and words[i + 2] == "be"
            and words[i + 3] in {"the", "a", "an"}
        ):
            noun = tokens[i + 3].head
            return noun.pos_ == "NOUN" and noun.lower_ not in _PREDICATES
    return False
