"""Somebody held up as an example → what is wished for; somebody likened to another → what they do."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.people import PEOPLE
from coach.suggest.edits import Edits
from coach.suggest.recast import Place, act, observe
from coach.suggest.target import FEMALE, MALE, Target
from coach.suggest.unpacked import Unpacked, after, base, child_of, cut, inner_clause, is_target, said, surely

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABLE = frozenset("manage bother remember".split())
_FEWEST = 3  # words of an act that tells something
_SEEM = frozenset("sound look act".split())
_NEAR = 14  # tokens back to "more like Dan's mum"
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_THEY = frozenset("they them their theirs themselves".split())


def likened(token: Token) -> bool:
    """A person somebody is likened to or measured by: "just like your father", "more like Dan's mum", "turning into your mother"."""
    joins = token.head.lower_ in {"like", "into", "than", "unlike", "as"} and token.head.pos_ in {"ADP", "SCONJ"}
    return joins and (token.lower_ in PEOPLE or token.pos_ == "PROPN")


def example(clause: Clause, place: Place) -> Unpacked | None:
    """Dan's mum asks before she comes; other people's husbands manage to ring → ask before you come; ring."""
    subject, verb = clause.subject, clause.head
    if verb.lemma_ in {"get", "receive", "have"}:  # "other mums get a lie-in": what the writer goes without
        return None
    if subject is None or subject.lower_ in {"i", "we", "it", "that", "this"} or subject.ent_type_ == "YOU":
        return None
    if not (place.compares or _measures(clause)) or clause.negated:
        return None
    if verb.lemma_.lower() in _ABLE and (inner := child_of(verb, "xcomp")) is not None:
        verb = inner
    if any(token.lower_ == "nobody" for token in subject.subtree):  # "nobody else's boss makes them ask"
        told = act(verb, place, "VBP")
        whole = frozenset(token.i for token in clause.tokens)
        return surely(replace(told, text=re.sub(r"\bthem\b", "me", told.text), tokens=whole))
    if verb.tag_ == "VBD" and _anybody(subject):
        whole = frozenset(token.i for token in clause.tokens)
        return surely(replace(act(verb, place, "VBD", negate=True), tokens=whole))
    modal = any(child.tag_ == "MD" for child in verb.children)
    if verb.pos_ != "VERB" or not (modal or verb.tag_ in {"VB", "VBZ", "VBP"}):
        return None
    spoken_to = replace(place, target=Target(frozenset(), _pronouns(subject)))
    rest = cut([token for token in clause.tokens if token.i >= verb.i], verb, None)
    wanted = _for_me(Edits(rest, spoken_to.target, spoken_to.dropped).base_phrase(), spoken_to.target.pronouns)
    return Unpacked(wants=(wanted,), used_up=True, meant=True)


def _for_me(wanted: str, pronouns: frozenset[str]) -> str:
    """Tom's wife drives to see his parents → drive to see my parents."""
    if pronouns == _SHE:
        return re.sub(r"\bhim\b", "me", re.sub(r"\bhis\b", "my", wanted))
    if pronouns == _HE:
        wanted = re.sub(r"\bthem\b", "us", wanted)
        return re.sub(r"\bher\b(?! \w)", "me", re.sub(r"\bher\b(?= \w)", "my", wanted))
    return wanted


def _measures(clause: Clause) -> bool:
    """What comes before holds "more like …", and this tells of the same person."""
    first, subject = clause.first, clause.subject
    before = [token.lower_ for token in clause.head.doc[max(0, first - _NEAR) : first]]
    measured = any(pair == ("more", "like") for pair in itertools.pairwise(before))
    return measured and subject is not None and subject.lower_ in _HE | _SHE | _THEY


def _anybody(subject: Token) -> bool:
    """As in "everyone else's boyfriend", "other people"."""
    return any(token.lower_ in {"else", "other"} for token in subject.subtree)


def _pronouns(subject: Token) -> frozenset[str]:
    word = subject.lower_
    if word in _HE or word in MALE:
        return _HE
    if word in _SHE or word in FEMALE:
        return _SHE
    return _THEY if word in _THEY or subject.tag_ == "NNS" else _HE | _SHE


def alike(clause: Clause, place: Place) -> Unpacked | None:
    """Just like your dad, you slam the door → you slam the door."""
    subject = clause.subject
    if not is_target(subject) or subject is None or clause.head.pos_ != "VERB" or clause.head.lower_ == "turning":
        return None
    doc = clause.head.doc
    likened_before = any(likened(token) for token in doc[clause.head.sent.start : subject.i])
    when = next(
        (token for token in clause.tokens if token.dep_ == "advcl" and is_target(child_of(token, "nsubj"))), None
    )
    if when is not None and clause.head.lemma_ in _SEEM and any(likened(token) for token in clause.tokens):
        return surely(inner_clause(when, place))  # "you sound like your mother when you count my drinks"
    if not likened_before:
        return None
    told = observe(
        cut([token for token in clause.tokens if token.i >= subject.left_edge.i], clause.head, subject), place
    )
    return surely(told) if told is not None and len(told.text.split()) > _FEWEST else None


def rather(clause: Clause, place: Place) -> Unpacked | None:
    """You'd rather spend Christmas with your mates than meet my parents → meet my parents."""
    if not is_target(clause.subject) or not any(token.lower_ == "rather" for token in clause.tokens[:5]):
        return None
    than = next((token for token in clause.tokens if token.lower_ == "than"), None)
    verb = None if than is None else next((t for t in clause.tokens if t.i > than.i and t.pos_ == "VERB"), None)
    chosen = act(clause.head, place, "VBP", until=than)
    told = said(clause, place, f"it seems you'd like to {chosen.base}")
    wants = () if verb is None or verb.tag_ not in {"VB", "VBP"} else base(verb, place)
    return replace(surely(told), wants=wants, meant=True)


def can_but(clause: Clause, place: Place) -> Unpacked | None:
    """You can find time for the gym but you can't find time to read → you find time for the gym; find time to read."""
    head = clause.head if is_target(clause.subject) else child_of(clause.head, "ccomp")
    words = [token.lower_ for token in clause.head.sent]
    cannot = {("ca", "n't"), ("not", "to"), ("could", "n't")} & set(itertools.pairwise(words))
    if head is None or head.pos_ != "VERB" or not cannot or not {"but", "yet"} & set(words):
        return None
    modal = any(child.dep_ == "aux" and child.lower_ in {"can", "ca", "could"} for child in head.children)
    if not modal or not is_target(child_of(head, "nsubj")) or clause.tokens[0].lower_ in {"ca", "can"}:
        return None
    if any(child.dep_ == "neg" and child.i < head.i for child in head.children):
        if any(child.lower_ == "could" for child in head.children):
            return None
        return Unpacked(wants=base(head, place), used_up=True, meant=True)
    but = next((token for token in clause.tokens if token.i > head.i and token.lower_ in {"but", "yet"}), None)
    but = but or after(clause)
    other = None if but is None else next((t for t in clause.tokens if t.i > but.i and t.pos_ == "VERB"), None)
    left_out = other is not None and child_of(other, "nsubj") is None
    wants = base(other, place) if left_out and other is not None else ()
    return replace(surely(act(head, place, "VBP", until=but)), wants=wants, meant=True)


HELD_UP = (example, alike, rather, can_but)
