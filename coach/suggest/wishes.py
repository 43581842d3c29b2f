"""Clauses that ask for something, however harshly → the bare verb phrase that is wanted, or what they say happened."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from coach.language.clauses import Clause
from coach.suggest.recast import Place, act
from coach.suggest.unpacked import Unpacked, base, child_of, is_target, some
from coach.suggest.words import CHAT

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS = 16  # a wish longer than this is no longer one doable thing
_UNDOABLE = re.compile(
    r"^(be|need|care|think|know|want|love|like|understand|mean|feel|notice|have|get over|grow|believe|seem|act|behave|treat|deserve|change|respect|appreciate|trust|see|do|try|bother|exist|happen|live|admit|go on|wait and|mess|keep (?:it|this|that|(?:a|your|my) promise|your word)|say (?:it|that) again|look at|face it|deal with|own it|face|touch|kiss|sleep with|make love)\b"
)
_WISHES = frozenset("want need wish like ask expect love appreciate".split())
_LEARNING = frozenset("find hear learn read discover".split())
_ASKING_WORDS = frozenset("what how when where who which whether".split())
_QUIT = frozenset("stop quit".split())
_IDLE = frozenset("let thank look listen guess imagine forget grow shut sort worry bother".split())
_MENTAL = frozenset("worry bother be tell say know think mind give get let forget dare care act pretend".split())


def question(clause: Clause, place: Place) -> Unpacked | None:
    """Rhetorical questions: what they ask for, or what they say happened."""
    said = [token for token in clause.tokens if token.pos_ != "INTJ" and token.lower_ not in CHAT]
    while len(said) > 1 and said[0].dep_ in {"intj", "npadvmod", "punct", "cc"}:
        said = said[1:]
    words = [token.lower_ for token in said]
    asks = (
        "?" in clause.head.sent.text
        or words[:1] in (["why"], ["how"])
        or words[:2] in (["can", "you"], ["could", "you"])
    )
    if not asks or not words:
        return None
    head = clause.head
    hard = next(
        (token for token in clause.tokens if token.lower_ in {"hard", "much", "difficult", "kill", "hurt"}), None
    )
    if hard is not None and {"it", "that"} & set(words):
        verb = next(
            (
                t
                for t in clause.tokens
                if t.i > hard.i and t.pos_ in {"VERB", "AUX"} and t.lemma_ != "ask" and t.tag_ in {"VB", "VBP"}
            ),
            None,
        )
        if verb is None:
            return None
        if words[words.index(hard.lower_) - 1] in {"bit", "little"}:  # "a bit much to invite her" → you invite her
            return Unpacked((act(verb, place, "VBP"),), used_up=True)
        return Unpacked(wants=base(verb, place), used_up=True)
    if words[:4] == ["when", "was", "the", "last"]:
        return Unpacked(used_up=True)
    if words[0] in {"why", "how"} and clause.about_me and (duty := _my_duty(clause)) is not None:
        once = any(child.lower_ == "did" for child in clause.head.children) or _learns_once(duty, words)
        return Unpacked((act(duty, place, "VBD" if once else "VBP", subject="I"),), used_up=True)
    you_acts = is_target(clause.subject) and head.pos_ == "VERB"
    if not you_acts:
        return None
    auxiliaries = {child.lower_ for child in head.children if child.dep_ in {"aux", "neg"}}
    if words[0] in {"why", "how"}:
        if auxiliaries & {"ca", "can", "wo"} and clause.negated:
            return Unpacked(wants=base(head, place), used_up=True)
        if words[0] == "how" and not auxiliaries & {"could", "can", "dare"}:
            return None
        verb = head
        if head.lemma_ == "have" and (inner := child_of(head, "xcomp")) is not None:
            verb = inner
        form: Literal["VBD", "VBP"] = "VBD" if auxiliaries & {"did", "could", "would"} else "VBP"
        return Unpacked(tuple(some(act(verb, place, form, negate=clause.negated))), used_up=True)
    if words[0] in {"ca", "can", "could", "wo", "would", "will"}:
        if _perfect(head):  # "could you not have rung" → you didn't ring
            return Unpacked((act(head, place, "VBD", negate=True),) if clause.negated else (), used_up=True)
        if any(child.lower_ == "not" and child.i > (clause.subject or head).i for child in head.children):
            return Unpacked((act(head, place, "VBP"),), used_up=True)  # "can you not correct me" → you correct me
        if head.lemma_.lower() in _QUIT and (verb := child_of(head, "xcomp")) is not None:
            return Unpacked((act(verb, place, "VBP"),), used_up=True)
        return Unpacked(wants=base(head, place), used_up=True)
    return None


def _learns_once(verb: Token, words: list[str]) -> bool:
    """As in "why do I have to find out from her": news is heard once."""
    return verb.lemma_ in _LEARNING and not {"always", "ever", "keep"} & set(words)


def _my_duty(clause: Clause) -> Token | None:
    """Why do I have to be the one who rings; why am I always the one ringing; how come I have to ring → ring."""
    one = next((token for token in clause.tokens if token.lower_ == "one" and token.dep_ == "attr"), None)
    if one is not None:
        return child_of(one, "relcl", "acl")
    if clause.head.lemma_ in _LEARNING and clause.head.tag_ in {"VBG", "VB"}:  # "why am I finding out from her"
        return clause.head
    return child_of(clause.head, "xcomp") if clause.head.lemma_ == "have" else None


def missed(clause: Clause, place: Place) -> Unpacked | None:
    """You should have told me → you didn't tell me; you shouldn't have read it → you read it."""
    head = clause.head
    modal = any(child.dep_ == "aux" and child.lower_ in {"should", "could", "ought"} for child in head.children)
    if not (modal and _perfect(head) and is_target(clause.subject) and head.pos_ == "VERB"):
        return None
    return Unpacked((act(head, place, "VBD", negate=not clause.negated),), used_up=True)


def want(clause: Clause, place: Place) -> Unpacked | None:
    """I want you to call; I wish you would call; could you call; you should call → call."""
    head = clause.head
    told = head.lemma_ == "want" and head.tag_ == "VBD"  # "I wanted you to hear it from me"
    if clause.about_me and clause.negated and head.lemma_ == "want":  # "I don't want you to bring flowers"
        return None
    if clause.about_me and not told and head.lemma_ in _WISHES:
        for token in clause.tokens:
            if (
                token.i > head.i
                and token.pos_ == "VERB"
                and token.dep_ in {"ccomp", "xcomp"}
                and is_target(child_of(token, "nsubj"))
                and child_of(token, "neg") is None
            ):
                return Unpacked(wants=base(token, place), used_up=True)
            wished = token.dep_ == "advcl" and any(child.lower_ == "if" for child in token.children)
            if token.i > head.i and wished and any(child.lower_ in {"we", "you"} for child in token.children):
                return Unpacked(wants=base(token, place), used_up=True)
        return None
    meant = clause.subject is not None and clause.subject.lower_ in place.target.pronouns | place.target.nouns
    asks = clause.tokens[0].lower_ in _ASKING_WORDS  # "what would you need to see from me?"
    if asks or not (clause.about_you or (clause.about_other and meant)):
        return None
    modal = next(
        (
            child
            for child in head.children
            if child.dep_ == "aux" and child.lower_ in {"should", "must", "ought", "could", "can", "would"}
        ),
        None,
    )
    if modal is not None and modal.lower_ in {"should", "must", "ought"} and not clause.negated and not _perfect(head):
        return Unpacked(wants=base(head, place), used_up=True)
    if (
        head.lemma_ in {"need", "have"}
        and head.tag_ != "VBD"
        and (inner := child_of(head, "xcomp")) is not None
        and inner.tag_ == "VB"
        and not clause.negated
    ):
        joined = [verb for verb in inner.conjuncts if verb.tag_ == "VB"]
        first = act(inner, place, "VBP", until=joined[0]).base.removesuffix(" and") if joined else ""
        wants = ((first,) if first else base(inner, place)) + tuple(one for verb in joined for one in base(verb, place))
        return Unpacked(wants=wants, used_up=True)
    return None


def _perfect(head: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"have", "'ve"} for child in head.children)


def command(clause: Clause, place: Place) -> Unpacked | None:
    """Stop shouting → you shout; call your grandmother → call your grandmother."""
    head = clause.head
    spoken_of = clause.subject is not None and not _called(clause.subject)
    if clause.tokens[0].lower_ in _ASKING_WORDS:  # "how to tell him"
        return None
    words = [token.lower_ for token in clause.tokens[:2]]
    if head.lower_ == "gon" or words[1:] == ["again"]:  # "gonna tell him", "Rent again."
        return None
    if spoken_of or head.tag_ not in {"VB", "VBP"} or head.pos_ != "VERB" or head.i - clause.first > 3:
        return None
    if head.lemma_.lower() in _QUIT:
        verb = child_of(head, "xcomp")
        if verb is None:
            return Unpacked(used_up=True)
        wants = tuple(
            w
            for c in clause.tokens
            if c.dep_ == "conj" and c.tag_ == "VB" and c.head in (head, verb)
            for w in base(c, place)
        )
        if verb.lemma_ in {"be", "treat", "act", "behave"}:  # how somebody is, and no act
            return Unpacked(wants=wants, used_up=True)
        return Unpacked(tuple(some(act(verb, place, "VBP"))), wants, used_up=True)
    if clause.negated and clause.tokens[0].lower_ == "did":  # "you invited him, didn't mention it": no order
        you = any(is_target(child_of(token, "nsubj")) for token in head.sent)
        then = next((token for token in clause.tokens if token.dep_ == "conj" and token.head == head), None)
        told = act(head, place, "VBD", negate=True, until=then)
        said = replace(told, text=re.sub(r"[\s,]*\b(and|then|but)*\s*(then)?$", "", told.text))
        return Unpacked((said,), used_up=True) if you else None
    if clause.negated:  # "Don't walk off when I'm talking" → you walk off when I'm talking
        talk = head.lemma_ == "talk" and any(child.lower_ == "about" for child in head.children)  # "about tired"
        seen = head.lemma_.lower() not in _MENTAL and not talk
        return Unpacked(tuple(some(act(head, place, "VBP"))) if seen else (), used_up=True)
    if head.lemma_.lower() in _IDLE:
        return None
    own = any(token.lower_ == "own" and token.nbor(-1).lower_ == "your" for token in clause.tokens)
    return Unpacked(wants=base(head, place), used_up=True, meant=own)  # "book your own dentist"


def _called(subject: Token) -> bool:
    """Mum, stop reading → Mum is called, and is no subject."""
    return subject.pos_ in {"NOUN", "PROPN"} and subject.i + 1 < len(subject.doc) and subject.nbor().text == ","


def doable(act: str) -> bool:
    """A bare verb phrase that someone could do: not a state of mind, not about the past, not too long."""
    words = act.split()
    return (
        1 < len(words) <= _WORDS
        and not _UNDOABLE.match(act)
        and "n't" not in act
        and " not " not in act
        and not re.search(
            r"\b(or|any\w*|ever|at all|until|till|a word|a thing|a single|a cent|a penny|a dime|a finger)\b", act
        )
    )
