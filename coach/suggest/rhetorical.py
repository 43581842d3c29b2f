"""Questions that wait for no answer → what they say happens, or what they ask for."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.inflect import inflected, verb_lemma
from coach.language.people import PEOPLE
from coach.suggest.edits import Edits
from coach.suggest.recast import Place, act
from coach.suggest.target import Target
from coach.suggest.unpacked import Unpacked, base, child_of, cut, inner_clause, is_target, said, surely

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOP, _START = frozenset({"stop", "quit"}), frozenset({"start", "begin"})
_MINE = {"you": "I", "your": "my", "yourself": "myself", "yours": "mine", "you're": "I'm"}
_KNOWING = frozenset("know realise realize understand see remember".split())
_ODD = frozenset("funny odd strange weird interesting amazing hilarious convenient".split())
_ANYBODY = frozenset("he she they him her them his their himself herself themselves".split())


def when_will(clause: Clause, place: Place) -> Unpacked | None:
    """When are you going to stop vaping → you vape; how many more times will you move it → you move it; when will you fix it → fix it."""
    words = [token.lower_ for token in clause.tokens[:5]]
    often = words[:2] == ["how", "long"] or words[:2] == ["how", "many"] and "times" in words
    verb = _intended(clause)
    if verb is None or not (often or words[:1] == ["when"]):
        return None
    inner = child_of(verb, "xcomp")
    if verb.lemma_.lower() in _STOP and inner is not None:
        return surely(act(inner, place, "VBP"))
    if often:
        return surely(act(verb, place, "VBP"))
    return Unpacked(
        wants=base(inner if verb.lemma_.lower() in _START and inner is not None else verb, place), used_up=True
    )


def _intended(clause: Clause) -> Token | None:
    """The verb below "are you going to …" or "will you …"."""
    head = clause.head
    if not is_target(clause.subject) or head.pos_ != "VERB":
        return None
    if head.lower_ in {"going", "gonna", "planning"}:
        return child_of(head, "xcomp")
    return head if any(child.lower_ in {"will", "'ll"} for child in head.children) else None


def going_to(clause: Clause, place: Place) -> Unpacked | None:
    """Are you seriously going to wear that to the party → you're going to wear that to the party."""
    verb = _intended(clause)
    doubts = {token.lower_ for token in clause.tokens[:4]} & {"seriously", "really", "actually", "honestly"}
    if verb is None or clause.tokens[0].lower_ != "are" or not doubts:
        return None
    return surely(said(clause, place, f"you're going to {act(verb, place, 'VBP').base}"))


def what_it_is_like(clause: Clause, place: Place) -> Unpacked | None:
    """Do you know what it's like to wait for a result on your own → I know what it's like to wait for a result on my own."""
    tokens = sorted(clause.tokens, key=lambda token: token.i)
    words = [token.lower_ for token in tokens]
    text = " ".join(words)
    if words[0] not in {"do", "have"} or "what it 's like to" not in text and "what it is like to" not in text:
        return None
    what = words.index("what")
    turned = "".join(_MINE.get(token.lower_, token.text) + token.whitespace_ for token in tokens[what:]).strip(" ?!.")
    return surely(said(clause, place, f"I know {turned}"))


def how_much(clause: Clause, place: Place) -> Unpacked | None:
    """Do you have any idea how long I waited outside → I waited a long time outside."""
    tokens = sorted(clause.tokens, key=lambda token: token.i)
    words = [token.lower_ for token in tokens]
    if words[0] not in {"do", "have"} or not ({"idea", "clue"} | _KNOWING) & set(words[:6]) or "how" not in words[:8]:
        return None
    how = words.index("how")
    mine = next((k for k in range(how + 1, min(how + 5, len(tokens))) if words[k] in {"i", "we"}), None)
    verb = None if mine is None else next((t for t in tokens[mine:] if t.pos_ == "VERB"), None)
    if mine is None or verb is None:
        return None
    told = Edits(cut(tokens[mine:], verb, tokens[mine]), place.target, place.dropped).text()
    measure = " ".join(words[how + 1 : mine])
    after = {"long": " for a long time", "many times": " many times", "often": " often", "hard": ""}.get(measure, "")
    return surely(replace(said(clause, place, told + after), tense="past" if verb.tag_ == "VBD" else "state"))


def supposed(clause: Clause, place: Place) -> Unpacked | None:
    """So I'm supposed to smile when your mum moves my things? → I'm left to smile when your mum moves my things."""
    head = clause.head
    verb = child_of(head, "xcomp")
    asks = {token.lower_ for token in clause.tokens[:3]} & {"how", "what", "where", "who", "why", "was", "were"}
    if (
        head.lemma_ not in {"suppose", "mean", "expect"}
        or not clause.about_me
        or head.tag_ != "VBN"
        or verb is None
        or asks
    ):
        return None
    return surely(said(clause, place, f"I'm left to {act(verb, place, 'VBP').base}"))


def what_kind(clause: Clause, place: Place) -> Unpacked | None:
    """What kind of friend borrows money and goes quiet → you borrow money and go quiet."""
    words = " ".join(token.lower_ for token in clause.tokens[:3])
    somebody = next((token for token in clause.tokens[:6] if token.lower_ in PEOPLE), None)
    if not re.match(r"what (kind|sort|type) of", words) or somebody is None:
        return None
    verb = somebody.nbor() if somebody.i + 1 < len(somebody.doc) else somebody
    lemma = verb_lemma(verb.lower_)
    if lemma == verb.lower_ or verb.tag_ not in {"VBZ", "VBD", "NNS"}:  # the parser takes "mother forgets" for a noun
        return None
    target = Target(frozenset(), _ANYBODY)
    rest = Edits(cut([token for token in clause.tokens if token.i > verb.i], verb, None), target, place.dropped).text()
    form = inflected(lemma, "VBD") if verb.tag_ == "VBD" else lemma
    told = said(clause, place, f"you {form} {rest}".strip())
    return surely(replace(told, tense="past" if verb.tag_ == "VBD" else "habit", to_you=True))


def why_if(clause: Clause, place: Place) -> Unpacked | None:
    """Why ask for my opinion if you're going to buy it anyway → you ask for my opinion and you're going to buy it anyway."""
    head = clause.head
    other = child_of(head, "advcl")
    mine = clause.subject is not None and not is_target(clause.subject)
    if clause.tokens[0].lower_ != "why" or mine or clause.negated or other is None or head.tag_ not in {"VB", "VBP"}:
        return None
    if not any(child.lower_ == "if" for child in other.children) or not is_target(child_of(other, "nsubj")):
        return None
    told, also = act(head, place, "VBP", until=other.left_edge), inner_clause(other, place)
    if head.lemma_ == "bother" and clause.subject is None and (toil := child_of(head, "xcomp")) is not None:
        told = act(toil, place, "VBP", subject="I", until=other.left_edge)  # "why bother making a list if you …"
    return surely(
        told if also is None else replace(told, text=f"{told.text} and {also.text}", tokens=told.tokens | also.tokens)
    )


def noticed(clause: Clause, place: Place) -> Unpacked | None:
    """Did you think I wouldn't notice you'd deleted the photos → you'd deleted the photos."""
    words = [token.lower_ for token in clause.tokens]
    noticing = next(
        (t for t in clause.tokens if t.lemma_ in {"notice", "see", "realise", "realize", "mind", "find"}), None
    )
    if (
        "think" not in words[:6]
        or noticing is None
        or not {"would", "'d"} & {child.lower_ for child in noticing.children}
    ):
        return None
    verb = child_of(noticing, "ccomp", "advcl")
    return None if verb is None else surely(inner_clause(verb, place))


def why_anyone(clause: Clause, place: Place) -> Unpacked | None:
    """Why would anyone leave wet towels in a bag → you left wet towels in a bag."""
    subject = clause.subject
    would = any(child.lower_ == "would" for child in clause.head.children)
    anyone = subject is not None and subject.lower_ in {"anyone", "anybody", "someone", "somebody"}
    if clause.tokens[0].lower_ not in {"why", "who"} or not would or not anyone or clause.head.pos_ != "VERB":
        return None
    return surely(act(clause.head, place, "VBD"))


def odd_that(clause: Clause, place: Place) -> Unpacked | None:
    """How is it that you've money for games; it's funny how you forget; isn't it odd that you've met none of them → what follows."""
    words = {token.lower_ for token in clause.tokens[:8]}
    if "it" not in words or not (words & _ODD or clause.tokens[0].lower_ in {"how", "why"} and "that" in words):
        return None
    found = (
        t for t in clause.tokens if t.dep_ in {"ccomp", "advcl", "acl", "relcl"} and is_target(child_of(t, "nsubj"))
    )
    verb = next((token for token in found if not any(child.tag_ == "MD" for child in token.children)), None)
    if verb is None or verb == clause.head or verb.lower_ == "think":
        return None
    return surely(inner_clause(verb, place))


def to_whom(clause: Clause, place: Place) -> Unpacked | None:
    """Have you any idea how embarrassing it was to explain it to the head → I had to explain it to the head."""
    words = [token.lower_ for token in clause.tokens]
    known = {"idea", "clue"} | _KNOWING
    if (
        words[0] not in {"do", "have"}
        or "how" not in words
        or not known & set(words[:6])
        or not {("it", "was"), ("it", "is"), ("it", "'s")} & set(pairwise(words))
    ):
        return None
    verb = next(
        (
            t
            for t in clause.tokens
            if t.dep_ in {"xcomp", "advcl", "ccomp"} and t.tag_ == "VB" and t.nbor(-1).lower_ == "to"
        ),
        None,
    )
    if verb is None:
        return None
    told = act(verb, place, "VBP", subject="I")
    past = "was" in words
    return surely(
        replace(told, text=f"I {'had' if past else 'have'} to {told.base}", tense="past" if past else "habit")
    )


UNASKED = (
    odd_that,
    to_whom,
    why_anyone,
    noticed,
    why_if,
    when_will,
    going_to,
    what_it_is_like,
    how_much,
    supposed,
    what_kind,
)
