"""What is said sweetly or with a shrug → the fact it is about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from coach.language.clauses import Clause
from coach.language.inflect import forms, verb_lemma
from coach.suggest.edits import Edits
from coach.suggest.recast import Place, act
from coach.suggest.unpacked import Unpacked, after, child_of, cut, inner_clause, said, surely
from coach.suggest.wishes import doable

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOOD = frozenset("nice lovely great wonderful good brilliant fun easy amazing fantastic grand sweet".split())
_CHEERS = frozenset(
    """great fantastic brilliant lovely wonderful perfect super cool yay fab amazing so oh and good lucky you wow excellent marvellous
    joy hooray right well""".split()
)
_HARD = frozenset("hard tough exhausting tiring difficult".split())
_IN_TURN = re.compile(r"first (?:the|it|a|my|your|our)\b")
_NEXT = re.compile(r",? (then|now) ")
_NOT_ONE = re.compile(r"^.*\bnot (?:even )?(?:one|a single) (?=\w)")
_STREWN = frozenset("wet dirty empty used open old mouldy".split())
_FOR_ONCE = re.compile(
    r"(?:(?:oh|wow|ah|well|nice|good|great|look|so|glad|and|,) )+(?:that )?(?:you|he|she|they|the [\w ]{3,30}) (?:finally |actually |even |'ve |have )*(?:remember|found (?:the )?time|find (?:the )?time|managed to|bothered to|decided to (?:join|show|turn|grace))"
    r"|congrat\w+ on (?:\w+ ){1,6}for (?:the first time|once)\b"
)
_LUCKY = ("lucky you", "alright for some", "all right for", "nice for some")
_SHRUG = frozenset("fine sure oh yeah right go on ahead then by all means please no just".split())
_PERMITS = ({"fine"}, {"sure"}, {"ahead"}, {"means"}, {"oh", "yeah"}, {"go", "on"})


def envy(clause: Clause, place: Place) -> Unpacked | None:
    """It must be lovely to sleep through while I'm up with the baby → I'm up with the baby while you sleep through."""
    words = [token.lower_ for token in clause.tokens[:6]]
    good = next((token for token in clause.tokens[:6] if token.lower_ in _GOOD | _HARD), None)
    if good is None or not ("must" in words or {"how", "nice"} & set(words) and "for" in words):
        return None
    mine = next((token for token in clause.tokens if token.dep_ == "advcl" and _of_me(token)), None)
    if mine is None and good.lower_ in _HARD:
        return None
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
    past = clause.head.tag_ == "VBD" or any(child.lower_ == "did" for child in clause.head.children)
    form: Literal["VBD", "VBP"] = "VBD" if past else "VBP"
    told = act(clause.head, place, form, subject="I", negate=clause.negated, until=after(clause))
    return surely(replace(told, base=""))  # nothing that the other could do


def another(clause: Clause, place: Place) -> Unpacked | None:
    """Great, another weekend of golf; lucky you, three days in Lisbon → it's another weekend of golf; it's three days in Lisbon for you."""
    tokens = clause.tokens
    opening = " ".join(token.lower_ for token in tokens[:3])
    lucky = next((len(words.split()) for words in _LUCKY if opening.startswith(words)), 0)
    first = next((k for k, token in enumerate(tokens) if k >= lucky and token.is_alpha), None) if lucky else None
    start = next((k for k, token in enumerate(tokens[:6]) if token.lower_ == "another"), first)
    if start is None or clause.head.sent.text.rstrip().endswith("?") or len(tokens) < start + 2:
        return None
    if not lucky and any(token.is_alpha and token.lower_ not in _CHEERS for token in tokens[:start]):
        return None
    aside = next((k for k, token in enumerate(tokens) if k > start and token.lower_ in {"while", "when"}), len(tokens))
    welcome = {token.lower_ for token in tokens} & {"together", "us"} or "with you" in clause.head.sent.text.lower()
    if welcome or (lucky and aside == len(tokens)):  # "great, another day with you", "lucky you, have fun"
        return None
    words = Edits(cut(tokens[start:aside], clause.head, None), place.target, place.dropped).text()
    also = (
        Edits(cut(tokens[aside:], clause.head, None), place.target, place.dropped).text() if aside < len(tokens) else ""
    )
    if tokens[start].tag_ == "VBG":
        words = words.split(" ", 1)[1] if " " in words else ""
        doing = verb_lemma(tokens[start].lower_)
        return surely(said(clause, place, f"you {doing} {words} {also}".strip()))
    theirs = " for you" if lucky else ""
    words = words.removesuffix(" then")
    return surely(said(clause, place, f"it's {words[:1].lower()}{words[1:]}{theirs} {also}".strip()))


def permission(clause: Clause, place: Place) -> Unpacked | None:
    """Fine, go to your band practice → you go to your band practice; sure, buy it, it's not like we have bills → … and we have bills."""
    verb = next((token for token in clause.tokens if token.is_alpha and token.lower_ not in _SHRUG), None)
    if verb is None or not _order(verb):
        verb = clause.head if clause.head.tag_ in {"VB", "VBP"} and clause.head.lower_ == "go" else None
    if verb is None:
        return None
    before = {token.lower_ for token in verb.doc[verb.sent.start : verb.i] if token.is_alpha}
    permits = before <= _SHRUG and any(words <= before for words in _PERMITS)
    if not permits or any(token.lower_ in {"me", "us"} for token in verb.children):
        return None
    later = next((token for token in clause.tokens if token.i > verb.i and token.lower_ in {"i", "it", ","}), None)
    told = act(verb, place, "VBP", until=later)
    if not doable(told.base):
        return Unpacked(used_up=True)
    ironic, joins = not_like(clause, place), "while"
    if ironic is None:
        ironic, joins = resigned(clause, place), "and"
    if ironic is None:
        return surely(told)
    (also,) = ironic.observations
    return surely(replace(told, text=f"{told.text} {joins} {also.text}", tokens=told.tokens | also.tokens))


def _order(verb: Token) -> bool:
    """A bare verb, which the parser may take for a noun after "fine,": "fine, sleep in the spare room"."""
    if verb.tag_ in {"VB", "VBP"} and verb.pos_ == "VERB":
        return True
    follows = verb.i + 1 < len(verb.doc) and verb.nbor().pos_ in {"ADP", "DET", "PRON"}
    return follows and verb.tag_ == "NN" and bool(forms(verb.lower_, "VBD")) and verb.dep_ == "ROOT"


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
    resigns = words & {"just", "guess", "suppose"} or verb.sent[0].lower_ in _SHRUG | _CHEERS
    if subject is None or subject.lower_ not in {"i", "we"} or not will or not resigns:
        return None
    end = next((token.i for token in clause.tokens if token.i > verb.i and token.lower_ in {"shall", "then"}), None)
    dropped = place.dropped | {token.i for token in clause.tokens if end is not None and token.i >= end}
    kept = [token for token in clause.tokens if token.i >= subject.i]
    words_kept = Edits(cut(kept, verb, subject), place.target, dropped).text()
    told = replace(said(clause, place, words_kept), tokens=frozenset(token.i for token in kept) - dropped)
    return surely(told) if len(words_kept.split()) > 2 else None


def one_more(clause: Clause, place: Place) -> Unpacked | None:
    """One more joke about my accent and … → there has been more than one joke about my accent."""
    tokens = clause.tokens
    if [token.lower_ for token in tokens[:2]] != ["one", "more"] or any(token.pos_ == "VERB" for token in tokens):
        return None
    words = Edits(cut(tokens[2:], clause.head, None), place.target, place.dropped).text()
    return surely(said(clause, place, f"there has been more than one {words}"))


def lying_about(clause: Clause, place: Place) -> Unpacked | None:
    """Wet towels on the floor, plates under the bed → there are wet towels on the floor, plates under the bed."""
    tokens = clause.tokens
    strewn = len(tokens) > 3 and tokens[0].lower_ in _STREWN and tokens[1].tag_ == "NNS" and tokens[2].dep_ == "prep"
    words = Edits(clause, place.target, place.dropped).text() if strewn else ""
    return surely(said(clause, place, f"there are {words}")) if words else None


def amount(clause: Clause, place: Place) -> Unpacked | None:
    """£340 on trainers in one month! → that's £340 on trainers in one month; that's the third phone since May stays as it is."""
    counts = any(token.like_num and token.pos_ != "NUM" for token in clause.tokens[:4])
    if counts and clause.head.lemma_ == "be" and clause.tokens[0].lower_ in {"that", "this", "it"}:
        return surely(said(clause, place, Edits(clause, place.target, place.dropped).text()))
    words = [token.lower_ for token in clause.tokens]
    if any(token.like_url or set("<>[](){}") & set(token.text) for token in clause.tokens):
        return None
    number = any(token.pos_ == "NUM" or token.like_num for token in clause.tokens[:3])
    if (
        not number
        or (len(words) < 3 and not set("£$€") & set(words))
        or any(token.pos_ in {"VERB", "AUX"} for token in clause.tokens)
    ):
        return None
    if clause.head.sent.text.rstrip().endswith("?") or clause.head.dep_ != "ROOT":
        return None
    told = Edits(clause, place.target, place.dropped).text()
    none = _NOT_ONE.sub("there hasn't been one ", told)
    if none != told:  # "three of you and not even one call since Easter"
        return surely(said(clause, place, none))
    in_turn = _IN_TURN.match(told)  # "first the account then the car now this"
    return surely(said(clause, place, _NEXT.sub(r", \1 ", told) if in_turn else f"that's {told}"))


def relished(clause: Clause, place: Place) -> Unpacked | None:
    """I do so enjoy being the last to hear → I am the last to hear."""
    verb = clause.head
    deed = child_of(verb, "xcomp") if verb.lemma_ in {"love", "enjoy", "adore"} and _of_me(verb) else None
    mocks = "do so" in " ".join(token.lower_ for token in clause.tokens[:4])
    if deed is None or deed.tag_ != "VBG" or not mocks:
        return None
    return surely(replace(act(deed, place, "VBP", subject="I", until=after(clause)), base=""))


def for_once(clause: Clause, place: Place) -> Unpacked | None:
    """Wow, you remembered you have a daughter; oh good, you found time to text → no fact: the little that was done stands for what was not."""
    words = " ".join(token.lower_ for token in clause.tokens)
    return Unpacked(used_up=True) if _FOR_ONCE.match(words) else None


SWEETLY = (envy, some_of_us, another, one_more, permission, not_like, resigned, amount, lying_about, relished, for_once)
