"""Who does what, and whose it is: a suggestion must not turn round what the message tells, nor let a thing act in a person's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from coach.language.people import PEOPLE, is_other

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from coach.language.parse import Parsed
    from coach.model import Reading

Side = Literal["me", "you"]
_ME = frozenset("i me my mine myself".split())
_YOU = frozenset("you your yours yourself ur u".split())
_STATES = frozenset(
    """be have do feel want need love like hate miss know think hope wish get go come make take say tell ask talk see hear look try give let
    keep mean care seem find understand notice remember help start stop use put share work live happen worry enjoy expect imagine turn""".split()
)
_ALIKE = frozenset("too also both well own same myself yourself each ourselves".split())
_MAY = frozenset("would could can will might may should shall 'd 'll".split())
_ANYONES = frozenset(
    "team phone part side mind day time word voice life way home work thing feeling view need head place turn own heart family evening week".split()
)
_MINDS = frozenset("want think believe decide remember wonder borrow ignore".split())
_WHO = frozenset("i you we they he she who it this that what which there one somebody someone anybody nobody".split())


@dataclass
class Told:
    """What a text tells: ``doers`` of each deed and ``owners`` of each thing, by lemma; ``done`` holds (deed, thing it is done to)."""

    doers: dict[str, set[Side]] = field(default_factory=lambda: defaultdict(set))
    owners: dict[str, set[Side]] = field(default_factory=lambda: defaultdict(set))
    done: set[tuple[str, str]] = field(default_factory=set)
    with_what: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def faults(parsed: Parsed, reading: Reading, said: Parsed | None = None) -> Iterator[str]:
    """Where a text turns a message round. ``said``: what the other says just before it, in a response."""
    told = _told(reading.parsed.doc, turned=reading.situation.who_said == "them")
    if said is not None:
        _told(said.doc, turned=True, into=told)
    alike = not _ALIKE.isdisjoint(parsed.lower)
    if not alike and (any(_changed_doer(parsed.doc, told)) or any(_changed_owner(parsed.doc, told))):
        yield "it takes one of the two for the other"
    if any(_acts(parsed.doc, told)):
        yield "it takes a thing for a person, or a person for a thing"


def _told(doc: Doc, *, turned: bool, into: Told | None = None) -> Told:
    told = into or Told()
    spoken_to = not _YOU.isdisjoint(token.lower_ for token in doc)
    for token in doc:
        side = _side(token, spoken_to=spoken_to)
        if side is not None and turned:
            side = "you" if side == "me" else "me"
        for deed in _deeds(token):
            if side is not None:
                told.doers[deed.lemma_.lower()].add(side)
        if token.dep_ == "poss" and side is not None:
            told.owners[token.head.lemma_.lower()].add(side)
        if token.pos_ == "VERB":
            lemma = token.lemma_.lower()
            told.done.update((lemma, thing.lemma_.lower()) for thing in _things(token, {"dobj", "nsubjpass"}))
            told.with_what[lemma].update(thing.lemma_.lower() for thing in _things(token, {"dobj", "pobj", "attr"}))
    return told


def _side(token: Token, *, spoken_to: bool) -> Side | None:
    if token.lower_ in _ME:
        return "me"
    if token.lower_ in _YOU or not spoken_to and is_other(token):
        return "you"
    return None


def _deeds(subject: Token) -> Iterator[Token]:
    """The verbs that a subject does, with those that are joined to the first by "and"."""
    if subject.dep_ == "nsubj":
        yield from (
            verb
            for verb in (subject.head, *subject.head.conjuncts)
            if verb.pos_ == "VERB"
            and verb.i >= subject.head.i
            and (verb == subject.head or not any(child.dep_ == "nsubj" for child in verb.children))
        )


def _things(verb: Token, kinds: set[str]) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in kinds and child.pos_ == "NOUN":
            yield child
        elif child.dep_ == "prep":
            yield from (inner for inner in child.children if inner.dep_ in kinds and inner.pos_ == "NOUN")


def _changed_doer(doc: Doc, told: Told) -> Iterator[bool]:
    for token in doc:
        side = _side(token, spoken_to=True)
        for deed in _deeds(token) if side is not None else ():
            lemma = deed.lemma_.lower()
            doers = told.doers.get(lemma)
            if not doers or side in doers or _only_thought(deed):
                continue
            shared = {thing.lemma_.lower() for thing in _things(deed, {"dobj", "pobj", "attr"})} & told.with_what[lemma]
            yield bool(shared) or lemma not in _STATES and _was_done(deed)


def _only_thought(deed: Token) -> bool:
    """A deed that may be done, and none that was: "would you wash up?", "how could I help?"."""
    helpers = {child.lower_ for child in deed.children if child.dep_ == "aux"}
    return not _MAY.isdisjoint(helpers) and "have" not in helpers or deed.tag_ == "VBG" and not helpers


def _was_done(deed: Token) -> bool:
    return deed.tag_ in {"VBD", "VBN"} or any(child.lower_ in {"did", "'d"} for child in deed.children)


def _changed_owner(doc: Doc, told: Told) -> Iterator[bool]:
    for token in doc:
        side = _side(token, spoken_to=True) if token.dep_ == "poss" else None
        thing = token.head.lemma_.lower()
        owners = told.owners.get(thing)
        yield bool(side and owners and side not in owners and thing not in _ANYONES)


def _acts(doc: Doc, told: Told) -> Iterator[bool]:
    """A thing thinks or wants, or does to somebody what somebody did to it."""
    for token in doc:
        if token.dep_ != "nsubj" or token.pos_ != "NOUN" or _is_somebody(token):
            continue
        for deed in _deeds(token):
            lemma = deed.lemma_.lower()
            wants = lemma in _MINDS and deed.tag_ != "VBN"
            yield wants or (lemma, token.lemma_.lower()) in told.done and any(_people(deed.children))


def _people(tokens: Iterable[Token]) -> Iterator[bool]:
    return (token.dep_ == "dobj" and token.lower_ in _ME | _YOU for token in tokens)


def _is_somebody(token: Token) -> bool:
    return token.lower_ in PEOPLE | _WHO or is_other(token) or token.ent_type_ != ""
