"""Clauses that wrap a fact in blame → the fact, or what is wanted.

"I can't believe you sold it" holds "you sold it"; "Why can't you call?" asks to "call"; "Nice of you to come" says "you came".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from coach.language.clauses import Clause
from coach.suggest.barbs import BARBS
from coach.suggest.brought_up import brought_up
from coach.suggest.compared import HELD_UP
from coach.suggest.grievances import AFFECT, WRAPPED, nth_time, waited
from coach.suggest.plain import is_plain
from coach.suggest.recast import Observation, Place, act, observe
from coach.suggest.rhetorical import UNASKED
from coach.suggest.sweetly import SWEETLY
from coach.suggest.threats import loved, regret, threat
from coach.suggest.to_say import still_to_tell
from coach.suggest.unpacked import Unpacked, base, child_of, inner_clause, is_target, some
from coach.suggest.wishes import command, missed, question, want

if TYPE_CHECKING:
    from spacy.tokens import Token

_WRAPPING = frozenset(
    "believe hate know notice see think feel guess mean swear wish realise realize understand stand love hear find".split()
)
_NERVE = frozenset("cheek nerve gall audacity balls neck face guts".split())
_FED_UP = frozenset("sick tired fed done bored over".split())
_SARCASTIC_GOOD = frozenset(
    "nice good kind lovely great sweet big generous decent thoughtful clever smart brave".split()
)


def unpack(clause: Clause, place: Place) -> Unpacked:
    """The facts and wishes inside one clause; empty, and not ``used_up``, when it is to be taken as it stands."""
    for attempt in (
        still_to_tell,
        brought_up,
        nth_time,
        *HELD_UP,
        *UNASKED,
        *SWEETLY,
        *BARBS,
        loved,
        regret,
        *WRAPPED,
        threat,
        _nerve,
        _affect,
        _make_me,
        question,
        missed,
        want,
        command,
        _sarcasm,
        _because_of_you,
        _fed_up,
        _without_you,
        _known,
        _wrapped,
    ):
        found = attempt(clause, place)
        if found is not None:
            return found
    return Unpacked()


def _nerve(clause: Clause, place: Place) -> Unpacked | None:
    """You had the cheek to ask → you asked."""
    if clause.head.lemma_ != "have" or not (clause.about_you or clause.about_other):
        return None
    noun = next((child for child in clause.head.children if child.lower_ in _NERVE), None)
    if noun is None:
        return None
    verb = next(
        (token for token in clause.tokens if token.i > noun.i and token.pos_ == "VERB" and token.tag_ == "VB"), None
    )
    if verb is None:
        return Unpacked(used_up=True)
    form: Literal["VBD", "VBP"] = "VBD" if clause.head.tag_ == "VBD" else "VBP"
    return Unpacked(tuple(some(act(verb, place, form))), used_up=True)


def _affect(clause: Clause, place: Place) -> Unpacked | None:
    """You embarrassed me when you … → the moment, and the feeling."""
    obj = child_of(clause.head, "dobj", "dative")
    if (
        clause.head.lemma_ not in AFFECT
        or obj is None
        or obj.lower_ not in {"me", "us"}
        or not is_target(clause.subject)
    ):
        return None
    moment = _moment(clause, place)
    return Unpacked(tuple(some(moment)), feeling=AFFECT[clause.head.lemma_], used_up=True)


def _moment(clause: Clause, place: Place) -> Observation | None:
    """The when- or every-time-clause inside a clause, or its by-doing."""
    for token in clause.tokens:
        if token.pos_ not in {"VERB", "AUX"} or token == clause.head:
            continue
        if token.dep_ in {"advcl", "relcl"} and is_target(child_of(token, "nsubj", "nsubjpass")):
            return inner_clause(token, place)
        if token.dep_ == "pcomp" and token.head.lower_ in {"by", "for"}:
            return act(token, place, "VBD" if clause.head.tag_ == "VBD" else "VBP")
    return None


def _make_me(clause: Clause, place: Place) -> Unpacked | None:
    """You make me (feel) worthless when … → the moment, and the feeling they named."""
    head = clause.head
    if head.lemma_ not in {"make", "drive", "get", "give"} or not is_target(clause.subject):
        return None
    if any(token.lemma_ in {"nerve", "headache", "hair"} for token in clause.tokens):
        return Unpacked(used_up=True, feeling="annoyed")
    if head.lemma_ == "give" and child_of(head, "dobj") is not None:  # "you haven't given me the key"
        return None
    me = next(
        (
            token
            for token in clause.tokens
            if token.lower_ in {"me", "us"} and token.i > head.i and token.i - head.i <= 3
        ),
        None,
    )
    if me is None:
        return None
    after = [token for token in clause.tokens if me.i < token.i <= me.i + 5]
    feeling = next((token.lower_ for token in after if token.pos_ == "ADJ" or token.tag_ == "VBN"), "")
    return Unpacked(tuple(some(_moment(clause, place))), feeling=feeling, used_up=True)


def _sarcasm(clause: Clause, place: Place) -> Unpacked | None:
    """Nice of you to come at ten → you came at ten; thanks for asking me first → you didn't ask me first, if they mean it so."""
    first = clause.tokens[0]
    words = [token.lower_ for token in clause.tokens[:8]]
    if (
        words[0] in {"wow", "oh", "ooh", "ah"}
        and clause.about_you
        and clause.head.lemma_ in {"remember", "notice", "manage"}
    ):
        return Unpacked(used_up=True)  # "wow so you remembered you have a daughter"
    if "must" in words[:2] and {"nice", *_SARCASTIC_GOOD} & set(words[:5]):
        mine = [token for token in clause.tokens if token.dep_ == "advcl" and _of_me(token)]
        return (
            Unpacked(tuple(one for token in mine for one in some(inner_clause(token, place))), used_up=True)
            if mine
            else None
        )
    if {"nice", *_SARCASTIC_GOOD} & set(words[:4]) and "of" in words and ("you" in words) and "to" in words:
        to = next(token for token in clause.tokens if token.lower_ == "to")
        verb = next((token for token in clause.tokens if token.i > to.i and token.pos_ in {"VERB", "AUX"}), None)
        if verb is not None:
            return waited(verb, clause, place) or Unpacked(tuple(some(act(verb, place, "VBD"))), used_up=True)
    if (
        first.lower_ in {"thanks", "thank", "cheers", "congratulations", "congrats", "props", "kudos"}
        and "for" in words
    ):
        verb = next((t for t in clause.tokens if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
        if verb is not None:
            negated = any(child.dep_ == "neg" for child in verb.children)
            return Unpacked(tuple(some(act(verb, place, "VBD", negate=negated))), used_up=True)
    if {"job", "work"} & set(words[:4]) and {"great", "good", "nice", "fantastic", "brilliant"} & set(words[:3]):
        verb = next((t for t in clause.tokens if t.tag_ == "VBG"), None)
        if verb is not None:
            return Unpacked(tuple(some(act(verb, place, "VBD"))), used_up=True)
    return None


def _of_me(verb: Token) -> bool:
    subject = child_of(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.lower_ in {"i", "we"}


def _because_of_you(clause: Clause, place: Place) -> Unpacked | None:
    """Because of you we missed it → we missed it; it's your fault I lost it → I lost it; you ruined it by sulking → you sulked."""
    tokens = clause.tokens
    words = [token.lower_ for token in tokens]
    for opening in (["because", "of", "you"], ["thanks", "to", "you"]):
        if words[:3] == opening and len(words) > 4:
            rest = frozenset(token.i for token in tokens[:3])
            return Unpacked(tuple(some(observe(clause, replace(place, dropped=place.dropped | rest)))), used_up=True)
    if "fault" in words[:4] and {"your", "his", "her", "their"} & set(words[:4]):
        verb = next(
            (
                t
                for t in tokens
                if t.i > clause.head.i and t.pos_ in {"VERB", "AUX"} and child_of(t, "nsubj", "nsubjpass") is not None
            ),
            None,
        )
        return Unpacked(tuple(some(inner_clause(verb, place))) if verb is not None else (), used_up=True)
    if clause.head.lemma_ in {"ruin", "spoil", "wreck", "destroy"} and is_target(clause.subject):
        moment = _moment(clause, place)
        return Unpacked((moment,), used_up=True) if moment is not None else None
    return None


def _fed_up(clause: Clause, place: Place) -> Unpacked | None:
    """I'm sick of you coming late → you come late."""
    if not any(token.lower_ in _FED_UP for token in clause.tokens[:4]):
        return None
    verb = next(
        (
            t
            for t in clause.tokens
            if t.tag_ == "VBG"
            and t.dep_ in {"pcomp", "ccomp", "acl"}
            and (is_target(child_of(t, "nsubj")) or child_of(t, "poss") is not None)
        ),
        None,
    )
    if verb is None:
        return None
    return Unpacked((act(verb, place, "VBP", meanwhile=_meanwhile(clause, verb)),), used_up=True)


def _meanwhile(clause: Clause, verb: Token) -> Token | None:
    """As in "… you being on your phone while I'm talking": what the parser hangs on the whole sentence."""
    return next((t for t in clause.head.children if t.dep_ == "advcl" and t.left_edge.i == verb.right_edge.i + 1), None)


def _without_you(clause: Clause, place: Place) -> Unpacked | None:
    """I can't say a word without you rolling your eyes → you roll your eyes."""
    if not clause.about_me or not clause.negated:
        return None
    verb = next(
        (
            t
            for t in clause.tokens
            if t.tag_ == "VBG" and t.head.lower_ == "without" and is_target(child_of(t, "nsubj"))
        ),
        None,
    ) or next(
        (
            t
            for t in clause.tokens
            if t.tag_ == "VBG" and t.i > 1 and is_target(t.nbor(-1)) and t.nbor(-2).lower_ == "without"
        ),
        None,
    )
    return None if verb is None else Unpacked((act(verb, place, "VBP"),), used_up=True)


def _known(clause: Clause, place: Place) -> Unpacked | None:
    """You knew I had an interview at nine → I had an interview at nine."""
    told = child_of(clause.head, "ccomp")
    own = (
        told is not None
        and (subject := child_of(told, "nsubj", "nsubjpass")) is not None
        and subject.lower_ in {"i", "we"}
    )
    if clause.head.lemma_ != "know" or not is_target(clause.subject) or clause.negated or told is None or not own:
        return None
    if any(child.tag_ == "MD" for child in told.children):  # "you knew I'd not look"
        return None
    return Unpacked(tuple(some(inner_clause(told, place))), used_up=True)


def _wrapped(clause: Clause, place: Place) -> Unpacked | None:
    """I can't believe you sold it; I felt betrayed that you went; I hate it when you shout → the inner clause."""
    if not clause.about_me or clause.grants:
        return None
    for token in clause.tokens:
        if (
            token.i <= clause.head.i
            or token.pos_ not in {"VERB", "AUX"}
            or not is_target(child_of(token, "nsubj", "nsubjpass"))
        ):
            continue
        complement = token.dep_ == "ccomp" and (clause.head.lemma_.lower() in _WRAPPING or token.head.pos_ == "ADJ")
        when = token.dep_ == "advcl" and clause.head.lemma_.lower() in _WRAPPING
        if complement or when:
            if clause.head.lemma_ == "wish":
                return Unpacked(wants=base(token, place), used_up=True)
            would = any(child.lower_ in {"'d", "would"} for child in token.children)
            told = act(token, place, "VBD") if would and complement else inner_clause(token, place)
            return Unpacked(tuple(replace(one, sure=is_plain(one) and would) for one in some(told)), used_up=True)
    return None
