"""What is said sweetly, bitterly or with a shrug → the fact it is about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from coach.language.clauses import Clause
from coach.suggest.edits import Edits
from coach.suggest.recast import Place, act
from coach.suggest.unpacked import Unpacked, after, base, child_of, cut, inner_clause, is_target, said, some, surely
from coach.suggest.wishes import doable

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOOD = frozenset("nice lovely great wonderful good brilliant fun easy amazing fantastic grand sweet".split())
_CHEERS = frozenset(
    """great fantastic brilliant lovely wonderful perfect super cool yay fab amazing so oh and good lucky you wow excellent marvellous
    joy hooray right well""".split()
)
_SHRUG = frozenset("fine sure oh yeah right go on ahead then by all means please no just".split())
_PERMITS = ({"fine"}, {"sure"}, {"ahead"}, {"means"}, {"oh", "yeah"}, {"go", "on"})
_MANNER = frozenset("talk speak treat act behave look".split())
_SIDE = frozenset("when while whenever because since and but , every in at during after before . though".split())
_NOTICING = frozenset("notice see remember realise realize know care".split())
_PAST = {"VBD", "VBN"}


def envy(clause: Clause, place: Place) -> Unpacked | None:
    """It must be lovely to sleep through while I'm up with the baby → I'm up with the baby while you sleep through."""
    words = [token.lower_ for token in clause.tokens[:6]]
    good = next((token for token in clause.tokens[:6] if token.lower_ in _GOOD), None)
    if good is None or "must" not in words:
        return None
    mine = next((token for token in clause.tokens if token.dep_ == "advcl" and _of_me(token)), None)
    until = None if mine is None else mine.left_edge
    theirs = next(
        (
            token
            for token in clause.tokens
            if token.i > good.i
            and token.tag_ in {"VB", "VBG"}
            and token.pos_ == "VERB"
            and (until is None or token.i < until.i)
        ),
        None,
    )
    told = None if theirs is None else act(theirs, place, "VBP", until=until)
    own = None if mine is None else inner_clause(mine, place)
    if told is None or own is None:
        return surely(own or told) if own or told else None
    both = f"{own.text} while {told.text}"
    return surely(replace(own, text=both, to_you=True, tokens=own.tokens | told.tokens, facts=True))


def _of_me(verb: Token) -> bool:
    subject = child_of(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.lower_ in {"i", "we"}


def some_of_us(clause: Clause, place: Place) -> Unpacked | None:
    """Some of us have to be up at five → I have to be up at five."""
    if [token.lower_ for token in clause.tokens[:3]] != ["some", "of", "us"] or clause.head.pos_ not in {"VERB", "AUX"}:
        return None
    form: Literal["VBD", "VBP"] = "VBD" if clause.head.tag_ == "VBD" else "VBP"
    return surely(act(clause.head, place, form, subject="I", until=after(clause)))


def another(clause: Clause, place: Place) -> Unpacked | None:
    """Great, another weekend of golf → it's another weekend of golf."""
    tokens = clause.tokens
    at = next((k for k, token in enumerate(tokens[:6]) if token.lower_ == "another"), None)
    if at is None or clause.head.sent.text.rstrip().endswith("?") or len(tokens) < at + 2:
        return None
    if any(token.is_alpha and token.lower_ not in _CHEERS for token in tokens[:at]):
        return None
    words = Edits(cut(tokens[at:], clause.head, None), place.target, place.dropped).text()
    return surely(said(clause, place, f"it's {words[:1].lower()}{words[1:]}"))


def permission(clause: Clause, place: Place) -> Unpacked | None:
    """Fine, go to your band practice → you go to your band practice; sure, buy it, it's not like we have bills → … and we have bills."""
    verb = next((token for token in clause.tokens if token.is_alpha and token.lower_ not in _SHRUG), None)
    if verb is None or verb.tag_ not in {"VB", "VBP"} or verb.pos_ != "VERB":
        verb = clause.head if clause.head.tag_ in {"VB", "VBP"} and clause.head.lower_ == "go" else None
    if verb is None:
        return None
    before = {token.lower_ for token in verb.doc[verb.sent.start : verb.i] if token.is_alpha}
    permits = before <= _SHRUG and any(words <= before for words in _PERMITS)
    if not permits or any(token.lower_ in {"me", "us"} for token in verb.children):
        return None
    told = act(verb, place, "VBP")
    if not doable(told.base):
        return Unpacked(used_up=True)
    ironic = not_like(clause, place)
    if ironic is None:
        return surely(told)
    (also,) = ironic.observations
    return surely(replace(told, text=f"{told.text} while {also.text}", tokens=told.tokens | also.tokens))


def not_like(clause: Clause, place: Place) -> Unpacked | None:
    """It's not like we have bills to pay → we have bills to pay."""
    words = " ".join(token.lower_ for token in clause.tokens)
    if not re.search(r"\bit 's not (?:like|as if|as though)\b", words):
        return None
    verb = next((t for t in clause.tokens if t.dep_ == "advcl" and _of_me(t)), None)
    subject = None if verb is None else child_of(verb, "nsubj")
    joined = subject is not None and subject.i and subject.nbor(-1).lower_ in {"like", "if", "though"}
    if verb is None or subject is None or not joined or any(child.dep_ == "neg" for child in verb.children):
        return None
    kept = [token for token in clause.tokens if token.i >= subject.i]
    return surely(said(clause, place, Edits(cut(kept, verb, subject), place.target, frozenset()).text()))


def resigned(clause: Clause, place: Place) -> Unpacked | None:
    """I'll just sit here on my own then → I'll sit here on my own."""
    verb = clause.head
    if verb.lemma_ in {"guess", "suppose"} and (inner := child_of(verb, "ccomp")) is not None:
        verb = inner
    subject = child_of(verb, "nsubj")
    will = any(child.lower_ in {"'ll", "will"} and child.dep_ == "aux" for child in verb.children)
    words = {token.lower_ for token in clause.tokens}
    if subject is None or subject.lower_ not in {"i", "we"} or not will or not words & {"just", "guess", "suppose"}:
        return None
    end = next((token.i for token in clause.tokens if token.i > verb.i and token.lower_ in {"shall", "then"}), None)
    dropped = place.dropped | {token.i for token in clause.tokens if end is not None and token.i >= end}
    kept = [token for token in clause.tokens if token.i >= subject.i]
    words_kept = Edits(cut(kept, verb, subject), place.target, dropped).text()
    told = replace(said(clause, place, words_kept), tokens=frozenset(token.i for token in kept))
    return surely(told) if len(words_kept.split()) > 2 else None


def had_to(clause: Clause, place: Place) -> Unpacked | None:
    """You just had to bring up my divorce, didn't you → you brought up my divorce."""
    head = clause.head
    verb = child_of(head, "xcomp")
    just = any(child.lower_ in {"just", "simply"} for child in head.children)
    tag = next((t for t in clause.tokens if t.lower_ == "did" and t.i > head.i and t.nbor().lower_ == "n't"), None)
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
    mine = like is not None and any(token.lower_ in {"me", "us"} for token in tokens[verb:like])
    if like is None:
        return None
    first = like + (1 if tokens[like].lower_ == "like" else 2)
    if first < len(tokens) and tokens[first].lower_ == "i" and tokens[first + 1].lemma_ == "be":
        first += 2
    elif not mine or first >= len(tokens) or tokens[first].lower_ in {"i", "you", "it", "this", "that", "we", "if"}:
        return None
    end = next((k for k in range(first + 1, len(tokens)) if tokens[k].lower_ in _SIDE), len(tokens))
    picture = cut(tokens[first:end], tokens[first], None)
    if not picture.tokens:
        return None
    feels = Edits(picture, place.target, frozenset()).text()
    noun = picture.tokens[0].pos_ not in {"ADJ", "VERB", "ADV"}
    past = tokens[verb].tag_ in _PAST
    deed = Edits(cut(tokens[who:like], tokens[verb], tokens[who]), place.target, place.dropped).text()
    beside = Edits(cut(tokens[end:], tokens[verb], None), place.target, frozenset()).text() if end < len(tokens) else ""
    before = Edits(cut(tokens[:who], tokens[verb], None), place.target, frozenset()).text() if who else ""
    since = f"{before}, " if before.split(" ")[0] in {"since", "when", "in", "at", "after", "whenever", "on"} else ""
    then = beside if beside.startswith(("when", "while")) else f"when {deed} {beside}".strip()
    text = f"{since}I {'felt' if past else 'feel'} {f'small, like {feels},' if noun else feels} {then}"
    return surely(said(clause, place, text))


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


def amount(clause: Clause, place: Place) -> Unpacked | None:
    """£340 on trainers in one month! → that's £340 on trainers in one month."""
    words = [token.lower_ for token in clause.tokens]
    number = any(token.pos_ == "NUM" or token.like_num for token in clause.tokens[:3])
    if not number or len(words) < 3 or any(token.pos_ in {"VERB", "AUX"} for token in clause.tokens):
        return None
    if clause.head.sent.text.rstrip().endswith("?") or clause.head.dep_ != "ROOT":
        return None
    told = Edits(clause, place.target, place.dropped).text()
    return surely(said(clause, place, f"that's {told}"))


def only_feels(clause: Clause, place: Place) -> Unpacked | None:
    """I feel like you only call when you need money → you mostly call when you need money."""
    if not clause.about_me or clause.head.lemma_ not in {"feel", "seem"}:
        return None
    verb = next(
        (t for t in clause.tokens if t.i > clause.head.i and t.pos_ == "VERB" and is_target(child_of(t, "nsubj"))), None
    )
    if verb is None or not any(child.lower_ == "only" for child in verb.children):
        return None
    return surely(*some(inner_clause(verb, place)))


BARBS = (
    envy,
    some_of_us,
    another,
    permission,
    not_like,
    resigned,
    had_to,
    dare,
    bother,
    manner,
    the_way,
    own_toil,
    would_be_nice,
    amount,
    only_feels,
)
