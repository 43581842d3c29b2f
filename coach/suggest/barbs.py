"""Bitter turns of speech → the fact they are about."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.suggest.edits import Edits
from coach.suggest.recast import Place, act
from coach.suggest.unpacked import Unpacked, base, child_of, cut, inner_clause, is_target, said, surely
from coach.suggest.wishes import doable

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANNER = frozenset("talk speak treat act behave look".split())
_SIDE = frozenset("when while whenever because since and but , every in at during after before . though".split())
_CHERISHED = frozenset("queen king princess prince hero star royalty family gold equal friend treasure".split())
_NOTICING = frozenset("notice see remember realise realize know care".split())
_PAST = {"VBD", "VBN"}


def had_to(clause: Clause, place: Place) -> Unpacked | None:
    """You just had to bring up my divorce, didn't you → you brought up my divorce."""
    head = clause.head
    verb = child_of(head, "xcomp")
    just = any(child.lower_ in {"just", "simply"} for child in head.children)
    tag = next(
        (
            t
            for t in clause.tokens
            if t.lower_ == "did" and t.i > head.i and t.doc[t.i + 1 : t.i + 2].text.lower() == "n't"
        ),
        None,
    )
    if (
        head.lemma_ != "have"
        or head.tag_ != "VBD"
        or not is_target(clause.subject)
        or verb is None
        or not (just or tag)
    ):
        return None
    return surely(act(verb, place, "VBD", until=tag)) if verb.tag_ == "VB" else None


def dare(clause: Clause, place: Place) -> Unpacked | None:
    """Don't you dare roll your eyes at me → you roll your eyes at me; how dare you read it → you read it."""
    head = clause.head
    verb = child_of(head, "xcomp", "ccomp") if head.lemma_ == "dare" else None
    if verb is None or verb.tag_ not in {"VB", "VBP"} or not (clause.negated or clause.tokens[0].lower_ == "how"):
        return None
    return surely(act(verb, place, "VBP"))


def bother(clause: Clause, place: Place) -> Unpacked | None:
    """Don't bother coming to the hospital → come to the hospital; "don't bother ringing again" asks for nothing."""
    words = {token.lower_ for token in clause.tokens}
    verb = child_of(clause.head, "xcomp")
    if clause.head.lemma_ != "bother" or not clause.negated or clause.subject is not None or verb is None:
        return None
    if words & {"again", "ever", "anymore"} or clause.tokens[0].lower_ == "if":
        return None
    unless = next((token for token in clause.tokens if token.lower_ in {"if", "unless"}), None)
    wanted = act(verb, place, "VBP", until=unless).base
    return Unpacked(wants=(wanted,) if doable(wanted) else base(verb, place), used_up=True, meant=True)


def manner(clause: Clause, place: Place) -> Unpacked | None:
    """You talk to me like I'm a child → I feel small, like a child, when you talk to me."""
    tokens = clause.tokens
    who = next((k for k, token in enumerate(tokens) if is_target(token) and _manner_verb(tokens, k) is not None), None)
    verb = None if who is None else _manner_verb(tokens, who)
    if who is None or verb is None:
        return None
    like = next((k for k in range(verb + 1, min(verb + 6, len(tokens))) if tokens[k].lower_ in {"like", "as"}), None)
    somebody = like is not None and any(token.pos_ in {"NOUN", "PROPN"} for token in tokens[verb:like])
    near = {token.lower_ for token in tokens[like + 1 : like + 4]} if like is not None else set[str]()
    if near & (_CHERISHED | {"own"}):  # "you treat my mum like your own"
        return None
    if somebody and tokens[verb].lemma_ in {"talk", "speak", "treat"} and like is not None:
        return _hard_to_hear(tokens, who, verb, like, clause, place)
    mine = like is not None and any(token.lower_ in {"me", "us"} for token in tokens[verb:like])
    if like is None:
        return None
    first = like + (1 if tokens[like].lower_ == "like" else 2)
    if first + 1 >= len(tokens):
        return None
    if tokens[first].lower_ == "i" and tokens[first + 1].lemma_ == "be":
        first += 2
    elif tokens[first].lower_ == "i" and tokens[first + 1].lower_ in {"'ve", "have", "had"}:
        like, first = first - 1, first + 2  # "like I've grown two heads"
    elif not mine or first >= len(tokens) or tokens[first].lower_ in {"i", "you", "it", "this", "that", "we", "if"}:
        return None
    end = next((k for k in range(first + 1, len(tokens)) if tokens[k].lower_ in _SIDE), len(tokens))
    picture = cut(tokens[first:end], tokens[first], None)
    if not picture.tokens or any(token.lower_ in _CHERISHED for token in picture.tokens):
        return None
    feels = Edits(picture, place.target, frozenset()).text()
    perfect = tokens[first - 1].lower_ in {"'ve", "have", "had"}
    if perfect or picture.tokens[0].lower_ == "not":
        feels = ("as though I've " if perfect else "as though I'm ") + feels
    noun = not perfect and picture.tokens[0].lower_ != "not" and picture.tokens[0].pos_ not in {"ADJ", "VERB", "ADV"}
    past = tokens[verb].tag_ in _PAST
    deed = Edits(cut(tokens[who:like], tokens[verb], tokens[who]), place.target, place.dropped).text()
    told_beside = end < len(tokens) and tokens[end].is_alpha
    beside = Edits(cut(tokens[end:], tokens[verb], None), place.target, frozenset()).text() if told_beside else ""
    before = Edits(cut(tokens[:who], tokens[verb], None), place.target, frozenset()).text() if who else ""
    since = f"{before}, " if before.split(" ")[0] in {"since", "when", "in", "at", "after", "whenever", "on"} else ""
    talks = tokens[verb].lemma_ in {"talk", "speak"} and not beside.startswith(("when", "while"))
    seen = f"in your eyes {beside}" if tokens[verb].lemma_ == "look" else beside or f"with the way {deed}"
    then = (f"when {deed} {beside}" if talks else seen).strip()
    text = f"{since}I {'felt' if past else 'feel'} {f'small, like {feels},' if noun else feels} {then}"
    return surely(said(clause, place, text))


def _hard_to_hear(tokens: tuple[Token, ...], who: int, verb: int, like: int, clause: Clause, place: Place) -> Unpacked:
    """You talk to my sister like she's five → it's hard for me to hear how you talk to my sister."""
    side = next((k for k in range(like + 1, len(tokens)) if tokens[k].lower_ in {"in", "when", "while"}), len(tokens))
    kept = [*tokens[who:like], *tokens[side:]]
    deed = Edits(cut(kept, tokens[verb], tokens[who]), place.target, frozenset()).text()
    sense = "see" if tokens[verb].lemma_ == "treat" else "hear"
    return surely(said(clause, place, f"it's hard for me to {sense} how {deed}"))


def _manner_verb(tokens: tuple[Token, ...], who: int) -> int | None:
    near = range(who + 1, min(who + 4, len(tokens)))
    return next((k for k in near if tokens[k].lemma_.lower() in _MANNER and tokens[k].pos_ == "VERB"), None)


def the_way(clause: Clause, place: Place) -> Unpacked | None:
    """I bet you wouldn't speak to your boss the way you spoke to me → the way you spoke to me was hard for me."""
    way = next((token for token in clause.tokens if token.lower_ == "way"), None)
    verb = None if way is None else child_of(way, "relcl", "ccomp", "acl")
    subject = None if verb is None else child_of(verb, "nsubj")
    if (
        way is None
        or verb is None
        or verb.pos_ != "VERB"
        or subject is None
        or not is_target(subject)
        or verb.lemma_ not in _MANNER
    ):
        return None
    words = Edits(cut(list(verb.subtree), verb, subject), place.target, place.dropped).text()
    return surely(said(clause, place, f"the way {words} {'was' if verb.tag_ in _PAST else 'is'} hard for me"))


def own_toil(clause: Clause, place: Place) -> Unpacked | None:
    """I'm tired of hearing about your diet while I eat → I hear about your diet while I eat."""
    if not clause.about_me or not any(token.lower_ in {"sick", "tired", "fed", "done"} for token in clause.tokens[:5]):
        return None
    verb = next((t for t in clause.tokens if t.dep_ == "pcomp" and t.tag_ == "VBG" and t.pos_ == "VERB"), None)
    woken = next((t for t in clause.tokens if t.dep_ == "pcomp" and t.tag_ == "VBN"), None)
    if woken is not None and child_of(woken, "auxpass") is not None:  # "sick of being woken by your alarm"
        kept = [token for token in clause.tokens if token.i >= woken.i]
        return surely(said(clause, place, f"I'm {Edits(cut(kept, woken, None), place.target, place.dropped).text()}"))
    if verb is None or child_of(verb, "nsubj", "poss") is not None or is_target(verb.nbor(-1)):
        return None
    return surely(act(verb, place, "VBP", subject="I"))


def would_be_nice(clause: Clause, place: Place) -> Unpacked | None:
    """It'd be nice if you noticed I'd cut my hair → you didn't notice I'd cut my hair; it'd be nice if you rang → ring."""
    head = clause.head
    would = any(child.lower_ in {"'d", "would"} for child in head.children)
    verb = child_of(head, "advcl", "ccomp")
    if head.lemma_ != "be" or not would or verb is None or verb.tag_ != "VBD" or not is_target(child_of(verb, "nsubj")):
        return None
    if "nice" not in {token.lower_ for token in clause.tokens[:6]}:
        return None
    told = act(verb, place, "VBD", negate=True)
    told = replace(told, tokens=frozenset(token.i for token in clause.tokens))
    if verb.lemma_ in _NOTICING:
        return surely(told)
    return Unpacked(wants=(told.base,), used_up=True, meant=True)


def bothered(clause: Clause, place: Place) -> Unpacked | None:
    """You can't be bothered to read the letter; we lost because you couldn't be bothered coming → you don't read the letter; you didn't come."""
    head = next((token for token in clause.tokens if token.lower_ in {"bothered", "arsed", "fussed"}), None)
    verb = None if head is None else child_of(head, "xcomp")
    negated = head is not None and any(child.dep_ == "neg" or child.lower_ == "never" for child in head.children)
    if head is None or verb is None or not negated or not is_target(child_of(head, "nsubj", "nsubjpass")):
        return None
    past = any(child.lower_ in {"could", "were", "was"} for child in head.children)
    return surely(act(verb, place, "VBD" if past else "VBP", negate=True))


def your_idea(clause: Clause, place: Place) -> Unpacked | None:
    """Your idea of helping is standing in the doorway → you stand in the doorway."""
    subject = clause.subject
    verb = next((t for t in clause.tokens if t.i > clause.head.i and t.tag_ == "VBG"), None)
    if clause.head.tag_ == "VBG" and subject is not None:
        verb = clause.head
    if (
        subject is None
        or subject.lower_ not in {"idea", "version"}
        or not any(c.ent_type_ == "YOURS" for c in subject.children)
    ):
        return None
    return None if verb is None else surely(act(verb, place, "VBP"))


def all_you_do(clause: Clause, place: Place) -> Unpacked | None:
    """All you ever do is correct my spelling → you correct my spelling."""
    words = [token.lower_ for token in clause.tokens if token.lower_ not in {"ever", "seem", "to"}]
    verb = next((token for token in clause.tokens if token.i > clause.head.i and token.pos_ == "VERB"), None)
    if words[:3] != ["all", "you", "do"] or clause.head.lemma_ != "be" or verb is None:
        return None
    return surely(act(verb, place, "VBP"))


def not_once(clause: Clause, place: Place) -> Unpacked | None:
    """Not once have you swept up after → you haven't swept up after."""
    tokens = clause.tokens
    opens = [token.lower_ for token in tokens[:2]] in (["not", "once"], ["never", "once"]) or tokens[
        0
    ].lower_ == "never"
    helper = next((k for k, token in enumerate(tokens[:4]) if token.lower_ in {"have", "did", "do", "had"}), None)
    if not opens or helper is None or helper + 2 > len(tokens) - 1 or not is_target(tokens[helper + 1]):
        return None
    rest = Edits(cut(tokens[helper + 2 :], clause.head, None), place.target, place.dropped).text()
    told = said(clause, place, f"you {tokens[helper].lower_}n't {rest}")
    return surely(replace(told, to_you=True, negated=True, tense="past" if tokens[helper].lower_ == "did" else "state"))


def only_when(clause: Clause, place: Place) -> Unpacked | None:
    """(I feel like) you only call when you need money → you mostly call when you need money."""
    verb = clause.head
    if clause.about_me and verb.lemma_ in {"feel", "seem"}:
        inner = (
            t for t in clause.tokens if t.i > clause.head.i and t.pos_ == "VERB" and is_target(child_of(t, "nsubj"))
        )
        verb = next(inner, verb)
    when = next((child for child in verb.children if child.dep_ == "advcl"), None)
    if not is_target(child_of(verb, "nsubj")) or when is None or verb.pos_ != "VERB":
        return None
    if not any(token.lower_ == "only" and token.i < verb.i for token in clause.tokens):
        return None
    if not any(token.lower_ in {"when", "if", "because", "whenever"} for token in when.children):
        return None
    return surely(inner_clause(verb, place))


def nobody(clause: Clause, place: Place) -> Unpacked | None:
    """Nobody thanked me, not even you → you didn't thank me."""
    subject = clause.subject
    words = [token.lower_ for token in clause.tokens]
    you_too = any(pair in {("even", "you"), ("including", "you")} for pair in pairwise(words))
    you_too = you_too or words[:4] == ["not", "one", "of", "you"]
    if subject is None or subject.lower_ not in {"nobody", "none", "one", "noone"} or not you_too:
        return None
    end = next((token for token in clause.head.sent if token.text == "," and token.i > clause.head.i), None)
    return surely(act(clause.head, place, "VBP" if clause.head.tag_ == "VBZ" else "VBD", negate=True, until=end))


BARBS = (
    bothered,
    your_idea,
    had_to,
    dare,
    bother,
    manner,
    the_way,
    own_toil,
    would_be_nice,
    all_you_do,
    not_once,
    only_when,
    nobody,
)
