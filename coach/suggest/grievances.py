"""Clauses that carry a grievance around a fact: "it hurts that you …", "how many times must I ask …", "either you … or I …"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.people import is_you
from coach.suggest.edits import Edits
from coach.suggest.recast import Observation, Place, act, observe
from coach.suggest.unpacked import Unpacked, base, child_of, cut, inner_clause, is_target, said, some, surely
from coach.suggest.wording import TIMES

if TYPE_CHECKING:
    from spacy.tokens import Token

AFFECT = {
    "embarrass": "embarrassed", "humiliate": "humiliated", "hurt": "hurt", "upset": "upset", "anger": "angry", "annoy": "annoyed",
    "disappoint": "disappointed", "scare": "scared", "frighten": "frightened", "worry": "worried", "frustrate": "frustrated",
    "exhaust": "exhausted", "stress": "stressed", "shock": "shocked", "sadden": "sad", "irritate": "irritated", "confuse": "confused",
}  # fmt: skip
_HURTS = frozenset({*AFFECT, "bother", "sting", "matter", "kill", "gut", "crush"})
_ASKING = frozenset("tell ask remind beg warn".split())
_ONLOOKERS = frozenset("everyone everybody people".split())
_WITNESS = frozenset("notice see hear know".split())
_FINE = frozenset("ok okay fine alright acceptable funny normal".split())
_SINCE = re.compile(r" (?:(?:this|last) (?:week|month|year|term)|since .*|in a row|today)$")
_ARRIVING = frozenset("join show turn appear".split())
_AT_LAST = frozenset("finally eventually".split())


def hurting(clause: Clause, place: Place) -> Unpacked | None:
    """It hurts that you didn't tell me → you didn't tell me, and the feeling."""
    head = clause.head
    makes = head.lemma_ == "make" and any(token.lower_ == "me" for token in clause.tokens)
    if (
        not (head.lemma_.lower() in _HURTS or makes)
        or clause.subject is None
        or clause.subject.lower_ not in {"it", "that"}
    ):
        return None
    told = next((t for t in clause.tokens if t.dep_ in {"ccomp", "advcl"} and t.i > head.i and _by_you_or_us(t)), None)
    if told is None:
        return None
    return Unpacked(tuple(some(inner_clause(told, place))), feeling=AFFECT.get(head.lemma_.lower(), ""), used_up=True)


def witnessed(clause: Clause, place: Place) -> Unpacked | None:
    """Everyone noticed that you ignored me → you ignored me: the rest is a jury."""
    subject, told = clause.subject, child_of(clause.head, "ccomp")
    if subject is None or subject.lower_ not in _ONLOOKERS or clause.head.lemma_ not in _WITNESS or told is None:
        return None
    if not is_target(child_of(told, "nsubj", "nsubjpass")):
        return None
    return Unpacked(tuple(some(inner_clause(told, place))), used_up=True)


def asked_often(clause: Clause, place: Place) -> Unpacked | None:
    """How many times must I ask you to ring → ring; … ask for a bin → I've asked you more than once for a bin; I keep telling you not to slam it → you slam it."""
    teller = next((token for token in clause.tokens if token.lemma_.lower() in _ASKING and _to_you(token)), None)
    counted = [token.lower_ for token in clause.tokens[:3]] == ["how", "many", "times"]
    often = counted or (clause.about_me and clause.head.lemma_ == "keep")
    for_what = next(
        (child for child in clause.head.children if child.lower_ == "for" and child.i > clause.head.i), None
    )
    if counted and clause.head.lemma_ == "ask" and clause.about_me and for_what is not None:
        wanted = cut([token for token in clause.tokens if token.i >= for_what.i], for_what, None)
        words = Edits(wanted, place.target, place.dropped).text()
        return surely(replace(said(clause, place, f"I've asked you more than once {words}"), tense="state"))
    deed = None if teller is None else child_of(teller, "xcomp")
    if not often or deed is None or deed.pos_ != "VERB":
        return None
    if any(child.dep_ == "neg" for child in deed.children):
        return Unpacked((act(deed, place, "VBP"),), used_up=True)
    return Unpacked(wants=base(deed, place), used_up=True)


def either(clause: Clause, place: Place) -> Unpacked | None:
    """Either you tell her to stop or I'm leaving → tell her to stop."""
    first = any(child.dep_ == "preconj" and child.lower_ == "either" for child in clause.head.children)
    if not first or not is_target(clause.subject) or clause.head.pos_ != "VERB":
        return None
    return Unpacked(wants=base(clause.head, place), used_up=True)


def cannot_just(clause: Clause, place: Place) -> Unpacked | None:
    """You can't just drop work on me → you drop work on me; must you comment on it → you comment on it."""
    words = {child.lower_ for child in clause.head.children} | {clause.head.lemma_}
    must = clause.tokens[0].lower_ == "must" and is_target(clause.subject) and clause.head.pos_ == "VERB"
    if not must and not (
        is_target(clause.subject)
        and clause.negated
        and words & {"ca", "can"}
        and (words & {"just", "simply"} or clause.head.lemma_ == "keep")
    ):
        return None
    return Unpacked((act(clause.head, place, "VBP"),), used_up=True)


def seen_as_fine(clause: Clause, place: Place) -> Unpacked | None:
    """You think it's fine to leave your car there → you leave your car there."""
    thinks = clause.head.lemma_ in {"think", "reckon", "find"} and is_target(clause.subject)
    fine = next((token for token in clause.tokens if thinks and token.lower_ in _FINE), None)
    deed = next((t for t in clause.tokens if fine is not None and t.i > fine.i and t.tag_ == "VB"), None)
    return None if deed is None or clause.negated else Unpacked((act(deed, place, "VBP"),), used_up=True)


def nth_time(clause: Clause, place: Place) -> Unpacked | None:
    """That's the third time you've borrowed it this week → you've borrowed it three times this week."""
    time = next((token for token in clause.tokens if token.lower_ == "time" and token.dep_ == "attr"), None)
    ordinal = next((child.lower_ for child in time.children if child.lower_ in TIMES), "") if time is not None else ""
    deed = None if time is None else child_of(time, "relcl")
    if not ordinal or deed is None or not is_target(child_of(deed, "nsubj")):
        return None
    told = inner_clause(deed, place)
    late = _SINCE.search(told.text) if told is not None else None
    if told is None:
        return None
    at = len(told.text) if late is None else late.start()
    return Unpacked((replace(told, text=f"{told.text[:at]} {TIMES[ordinal]}{told.text[at:]}"),), used_up=True)


def because_you(clause: Clause, place: Place) -> Unpacked | None:
    """I was on hold for two hours because you'd used the card → you'd used the card and I was on hold for two hours."""
    cause = next((t for t in clause.tokens if t.dep_ == "advcl" and _because(t)), None)
    doer = None if cause is None else child_of(cause, "nsubj")
    learnt = any(token.lower_ == "only" or token.lemma_ in {"find", "hear", "know"} for token in clause.tokens[:4])
    if cause is None or doer is None or not clause.about_me or learnt:
        return None
    if not is_you(doer) and doer.lower_ not in place.target.pronouns:
        return None
    said = {token.i for token in cause.subtree}
    what = observe(clause, replace(place, dropped=place.dropped | said))
    why = inner_clause(cause, replace(place, dropped=place.dropped - said))
    if what is None or why is None or why.negated or not why.facts:
        return None
    both = replace(what, text=f"{why.text} and {what.text}", to_you=True, tokens=what.tokens | why.tokens)
    return Unpacked((both,), used_up=True)


def not_once(clause: Clause, place: Place) -> Unpacked | None:
    """Not once did you suggest another day → you didn't suggest another day."""
    words = [token.lower_ for token in clause.tokens[:3]]
    turned = words[:2] == ["not", "once"] and words[2:] == ["did"]
    if not turned or not is_target(clause.subject):
        return None
    return Unpacked((act(clause.head, place, "VBD", negate=True),), used_up=True)


def _because(verb: Token) -> bool:
    first = any(child.lower_ in {"had", "'d"} for child in verb.children) or verb.lemma_ in {"say", "promise", "tell"}
    past = first and verb.tag_ in {"VBD", "VBN"}  # what came before, and so is told before
    return past and any(child.dep_ == "mark" and child.lower_ == "because" for child in verb.children)


def always_me(clause: Clause, place: Place) -> Unpacked | None:
    """Why am I always the one who rings; I'm tired of being the only one who rings → I'm the one who rings; it mostly falls to me to ring."""
    one = next(
        (token for token in clause.tokens if token.lower_ in {"one", "me"} and token.dep_ in {"attr", "pobj"}), None
    )
    deed = None if one is None else child_of(one, "relcl")
    if deed is not None and deed.tag_ == "VBD":  # "I was the one who told HR"
        return None
    if one is not None and is_target(child_of(one.head, "nsubj")):  # "I want you to be the one who asks"
        return None
    mine = one is not None and any(token.lower_ in {"i", "me"} and token.i <= one.i for token in clause.tokens)
    if one is None or deed is None or not mine or child_of(deed, "nsubj") is None or is_target(clause.subject):
        return None
    told = act(deed, place, "VBP", subject="I")
    if any(token.lower_ == "only" for token in clause.tokens):
        doing = told.text.removeprefix("I ").removeprefix("have to ")
        return surely(replace(told, text=f"it mostly falls to me to {doing}", tense="state"))
    rest = told.text.split(" ", 2)[2:]
    return surely(replace(told, text=" ".join(("I'm the one who", deed.text, *rest)), tense="state"))


def all_you_did(clause: Clause, place: Place) -> Unpacked | None:
    """I got the job and all you did was shrug → I got the job, you shrugged; all you said was it's dry → you said it's dry."""
    tokens = clause.tokens
    start = next((k for k in range(len(tokens) - 3) if tokens[k].lower_ == "all" and is_target(tokens[k + 1])), None)
    if start is None or tokens[start + 2].lower_ not in {"said", "did"} or tokens[start + 3].lower_ != "was":
        return None
    rest = tokens[start + 4 :]
    verb = next((token for token in rest if token.pos_ in {"VERB", "AUX"}), rest[0] if len(rest) == 1 else None)
    joined = start - 1 if start and tokens[start - 1].dep_ == "cc" else start
    before = cut(tokens[:joined], clause.head, clause.subject)
    first = observe(before, place) if clause.head in before.tokens else None
    if verb is None:
        return None
    if tokens[start + 2].lower_ == "did":
        return surely(first, act(verb, place, "VBD"))
    words = Edits(cut(rest, verb, None), place.target, place.dropped).text()
    told = replace(said(clause, place, f"you said {words}"), tense="past", to_you=True)
    return surely(first, replace(told, tokens=frozenset(token.i for token in tokens[start:])))


def waited(verb: Token, clause: Clause, place: Place) -> Unpacked | None:
    """Nice of you to finally reply, good of you to join us → I waited for you to reply, to join us."""
    late = frozenset(token.i for token in clause.tokens if token.lower_ in _AT_LAST and token.head == verb)
    came = verb.lemma_ in _ARRIVING and not any(child.lower_ in {"at", "on", "in"} for child in verb.children)
    if not late and not came:
        return None
    told = act(verb, Place(place.target, place.dropped | late, place.sentence, place.order), "VBD", waiting=True)
    return Unpacked((told,), used_up=True)


def _by_you_or_us(verb: Token) -> bool:
    subject = child_of(verb, "nsubj", "nsubjpass")
    return is_target(subject) or (subject is not None and subject.lower_ == "we")


def _to_you(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "dative"} and is_target(child) for child in verb.children)


def left_with(clause: Clause, place: Place) -> Observation | None:
    """You left me with the bill → I was left with the bill: the same, with nobody blamed."""
    head = clause.head
    obj = child_of(head, "dobj")
    if head.lemma_ != "leave" or obj is None or obj.lower_ not in {"me", "us"} or not is_target(clause.subject):
        return None
    if not any(
        child.i > obj.i and child.dep_ in {"prep", "xcomp", "acomp", "oprd", "advcl", "ccomp"}
        for child in head.children
    ):
        return None
    told = act(head, place, "VBD")
    rest = told.base.split(" ", 2)[2:]
    past = head.tag_ in {"VBD", "VBN"}
    who = {"me": ("I was", "I'm"), "us": ("we were", "we're")}[obj.lower_][0 if past else 1]
    return replace(told, text=" ".join((who, "left", *rest)), to_you=False, tense="past" if past else "habit", base="")


WRAPPED = (
    either,
    always_me,
    all_you_did,
    cannot_just,
    seen_as_fine,
    because_you,
    not_once,
    asked_often,
    hurting,
    witnessed,
)
