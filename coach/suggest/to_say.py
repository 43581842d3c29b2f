"""What someone has to tell or to ask, and has not said yet: "How do I tell Mum that I'm moving?", "I want to ask my boss for a rise".

Source: asking permission and warning first (breaking bad news, SPIKES).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.people import is_other
from coach.suggest.choose_cards import stems
from coach.suggest.owning import OWNING, owned, way_of_owning
from coach.suggest.recast import Place, act, observe
from coach.suggest.set_aside import sentence
from coach.suggest.spoken import COMING, NOBODY, SECRET, ToSay, cut_off, invited, spoken, told
from coach.suggest.target import Target, done_to, find_target, pronouns_of
from coach.suggest.unpacked import Unpacked, child_of, inner_clause, some

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from coach.language.parse import Parsed
    from coach.suggest.account import Account

_TELLING = frozenset({"tell", "let"})
_SAYING = frozenset({"say", "break", "bring", "explain"})
_REACHING = frozenset("ring call phone text message email write speak chat".split())  # somebody about something
_SPEAKING = _TELLING | _SAYING | _REACHING | {*OWNING, "ask", "talk", "owe", "invite"}
_AHEAD = frozenset(
    "want need like have plan hope go know how should wan gon about ought must try dread afraid scared nervous".split()
)
_THINGS = frozenset(
    "truth story lie time question favour favor help advice permission thing joke news way rise raise thank thanks".split()
)
_ABOUT = re.compile(r"(?:about|of) ")
_THEIRS = re.compile(r"(?:to stop|you|your)\b", re.IGNORECASE)
_SCORNS = re.compile(
    r"where (?:\w+ ){1,2}(?:can|could|should) (?:put|stick|shove|go)\b|to (?:get lost|shut up|grow up|go (?:away|to hell|jump)|go$)"
)
_IS_IT_FINE = re.compile(r"(?:ok|okay|alright|all right|rude|weird|fair|reasonable|cheeky|mad|wrong) to$|\bshould i$")
_OWN_LEAVE = re.compile(  # what the one who asks wants to do, and is asked leave for
    r"(?:go (?:down to|part|back to|on to|home early)|work (?:from|fewer|less|part|at home)|(?:leave|start|finish) (?:early|earlier|late|later|on time|at)|"
    r"(?:take|have|get) (?:\S+ ){1,4}off\b(?= (?:for|on|in|next|this|from|to|so|because)\b|\W*$)|cut (?:down )?my hours|reduce my hours|drop (?:a day|to)|switch to|change my (?:hours|shift|day)|swap my)",
    re.IGNORECASE,
)
_WHERE = frozenset("at from in on next over".split())
_SOON = 5  # tokens
_SHARED = 0.6  # of the words of a sentence: another tells the same
_DREAD = frozenset("sure afraid scared nervous worried anxious terrified ready unsure torn stuck lost".split())
_TIME = "Could we find half an hour for it this week?"


def to_say(parsed: Parsed) -> ToSay | None:
    """What there is to tell or ask, put as it would be said to the one concerned; None when a text holds no such thing."""
    found = parsed.clauses
    for verb in parsed.doc:
        if verb.lemma_.lower() in _SPEAKING and _to_come(verb):
            said = _said(verb, found)
            if said is not None:
                to = said.to if said.to.described else _target(_person(verb))
                near = [one for one in found if one.head.sent == verb.sent and _is_more(one, verb, ())]
                return replace(said, at=verb.i, to=to, beside=tuple(filter(None, (told(one, to) for one in near[1:]))))
    return None


def with_more(said: ToSay, told: Account | None) -> ToSay | None:
    """The same with everything else of the message that can be told in its own words; None where there is nothing to say."""
    pieces = told.pieces if told else ()
    more = [one for one in pieces if one.own and not one.asks and said.at not in one.tokens]
    if not more:
        return said if said.told or said.request else None
    first = said.told[:1] if said.kind != "ask" or not said.request or said.request in {_TIME, COMING} else ()
    known = stems(" ".join(one.text for one in more))
    said_so = [one for one in (*first, *said.beside) if len(stems(one) & known) < _SHARED * len(stems(one))]
    lines = tuple(dict.fromkeys((*said_so, *(one.text for one in more))))
    told_of = stems(said.known) <= stems(" ".join(lines))
    return replace(said, told=lines, known="" if told_of else said.known)


def still_to_tell(clause: Clause, place: Place) -> Unpacked | None:
    """What the other does, and has not been told yet: "How do I tell her to stop eating my food?" → you eat my food."""
    tell = next(
        (token for token in clause.tokens if token.lemma_.lower() == "tell" and token.tag_ in {"VB", "VBP"}), None
    )
    if tell is None or not _ahead(tell):
        return None
    stop = next((token for token in clause.tokens if token.i > tell.i and token.lemma_ in {"stop", "quit"}), None)
    deed = None if stop is None else child_of(stop, "xcomp")
    if deed is not None:
        return Unpacked((act(deed, place, "VBP"),), used_up=True)
    person = _person(tell)
    if person is not None:
        place = replace(place, target=Target(frozenset({person.root.lower_}), pronouns_of(person.root)))
    told = next((token for token in clause.tokens if token.i > tell.i and token.dep_ == "ccomp"), None)
    if told is None or not _of_them(child_of(told, "nsubj", "nsubjpass")):
        return None
    return Unpacked(tuple(some(inner_clause(told, place))), used_up=True)


def _of_them(subject: Token | None) -> bool:
    return subject is not None and (is_other(subject) or any(is_other(child) for child in subject.children))


def _to_come(verb: Token) -> bool:
    """Whether it is still to be said; also as a heading: "Telling Mum I'm not coming"."""
    if verb.lemma_ == "bring" and all(child.lower_ != "up" for child in verb.children):
        return False
    mine = any(child.lower_ in {"i", "we"} and child.dep_ == "nsubj" for child in verb.children)
    if verb.lemma_ == "owe":
        return mine and way_of_owning(verb) is not None
    heads = verb.tag_ == "VBG" and (
        (verb.i == verb.sent.start and verb.lemma_.lower() in {"tell", "ask"}) or (mine and verb.lemma_ == "tell")
    )
    before = [token.lower_ for token in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]]
    if verb.lemma_ in {"tell", "ask"} and before in (["putting", "off"], ["been", "avoiding"], ["been", "dreading"]):
        return True
    told = verb.tag_ == "VB" and verb.i <= verb.sent.start + 1 and verb.lemma_.lower() in {"tell", "ask"}
    if told and _person(verb) is not None and not any(token.lower_ in {"you", "your"} for token in verb.doc):
        return True  # "(help me) tell my girlfriend that …"
    undone = verb.tag_ == "VBN" and verb.lemma_ == "tell" and {"have", "n't"} <= {c.lower_ for c in verb.children}
    undone = undone and not any(token.lower_ in {"you", "your"} for token in verb.doc)
    return heads or (undone and mine) or (verb.tag_ in {"VB", "VBP"} and _ahead(verb))


def _ahead(verb: Token) -> bool:
    """Whether it is still to be done, by the writer: "I want to tell", "how do I tell"."""
    sentence = verb.sent
    before = [token for token in sentence if token.i < verb.i][-6:]
    mine = any(token.lower_ in {"i", "we"} for token in before) or any(
        token.lower_ in {"need", "want", "got", "have", "wan", "gon"} for token in sentence[:2]
    )
    mine = mine or [token.lower_ for token in before[-2:]] == ["how", "to"]
    if _IS_IT_FINE.search(" ".join(token.lower_ for token in before)) and verb.sent.text.rstrip().endswith("?"):
        return True
    return mine and any(token.lemma_.lower() in _AHEAD or token.lower_ in _AHEAD for token in before)


def _person(verb: Token) -> DocSpan | None:
    """To whom it is to be said: "tell *my best friend*", "talk to *Sam*"."""
    at = verb.i + 1 + (verb.nbor().lower_ in {"to", "with"} if verb.i + 1 < len(verb.doc) else 0)
    if verb.lemma_ in _SAYING and verb.i + 2 < len(verb.doc) and verb.nbor(2).lower_ == "to":
        at = verb.i + 3
    found = next((chunk for chunk in verb.doc.noun_chunks if chunk.start == at), None)
    return None if found is None or found.root.ent_type_ in {"SELF", "YOU"} or not _somebody(found.root) else found


def _target(person: DocSpan | None) -> Target:
    return NOBODY if person is None else Target(frozenset({person.root.lower_}), pronouns_of(person.root))


def _said(verb: Token, found: Sequence[Clause]) -> ToSay | None:
    person = _person(verb)
    ahead = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]]
    owns = 2 if ahead == ["thank", "you"] and verb.lemma_ == "say" else int(ahead[:1] in (["sorry"], ["thanks"]))
    if person is None and owns and verb.doc[verb.i + owns + 1 : verb.i + owns + 2].text == "to":
        person = next((chunk for chunk in verb.doc.noun_chunks if chunk.start == verb.i + owns + 2), None)
    refuses = verb.lemma_ == "say" and ahead[:1] == ["no"]
    unnamed = person is None and (owns or refuses or (verb.lemma_ == "ask" and ahead[:1] == ["for"]))
    if person is None and not unnamed:
        return None
    target = find_target(tuple(found)) if unnamed else _target(person)
    target = done_to(found) if owns and not target.described else target
    after = verb.i + 1 + owns if person is None else person.end
    rest = _without_brackets([token for token in verb.doc[after : verb.sent.end] if not token.is_space])
    opens = next((place for place, token in enumerate(rest[: _SOON + 1]) if token.lower_ in {"to", "if", "for"}), 0)
    if opens and rest[0].lower_ in _WHERE and verb.lemma_ == "ask":  # "my boss at the vets to go down to 4 days"
        rest = rest[opens:]
    beyond = rest
    if verb.lemma_ == "tell" and len(rest) > 1 and rest[0].lower_ == "but":  # "putting off telling him but I've failed"
        return ToSay("news", (sentence(spoken(rest[1:], target)),))
    if rest and (rest[0].text == "," or verb.lemma_ == "owe"):  # "I need to tell my mum, she'll be gutted"
        rest = []
    others = tuple(
        told(clause, target)
        for clause in found
        if _is_more(clause, verb, rest) or (owns and clause.about_other and verb not in clause.tokens)
    )
    context = tuple(one for one in others if one and not SECRET.search(one))
    if verb.lemma_ == "invite":
        return invited(verb, rest, target, context)
    if (way := way_of_owning(verb)) is not None:
        return owned(way, rest, beyond, target, context)
    if (
        verb.lemma_ in _SAYING and rest and rest[0].lower_ in {"is", "was"}
    ):  # "what I want to say to her is that she can come"
        saying = rest[2 if len(rest) > 1 and rest[1].lower_ == "that" else 1 :]
        return ToSay("news", (sentence(spoken(cut_off(saying)[0], target)), *context)) if saying else None
    if verb.lemma_ in _SAYING:
        if refuses and not any(
            "no" in {one.lower_ for one in clause.tokens} for clause in found if verb not in clause.tokens
        ):
            context = ("My answer is no.", *context)
        return ToSay("news", context, to=target) if context or refuses else None
    if verb.lemma_ == "let" and rest and rest[0].lower_ in {"go", "know"}:  # "I have to let my apprentice go"
        if rest[0].lower_ == "go":
            return ToSay("news", ("I have to let you go.", *context))
        rest = rest[1:]
    if rest and rest[0].lower_ == "without":  # "I want to tell him without Mum hearing"
        return None
    that = next((place for place, token in enumerate(rest[:_SOON]) if token.lower_ in {"that", ":"}), 0)
    if all(
        token.pos_ not in {"VERB", "AUX"} for token in rest[:that]
    ):  # "tell my mother tonight that we're not coming"
        rest = rest[that:]
    while rest and rest[0].lower_ in {"that", ":", "say"}:  # "I told her say I can't"
        rest = rest[1:]
    rest, more = cut_off(rest)
    if verb.lemma_ in _REACHING and not (rest and rest[0].lower_ == "about"):
        return None
    if _SCORNS.match(" ".join(token.lower_ for token in rest)):
        return None
    if rest and rest[0].tag_ in {"WP", "WRB", "WDT"}:  # "I want to tell her what it is like"
        return ToSay("news", context) if context else None
    asks = verb.lemma_ in {"ask", "talk", *_REACHING} and any(token.dep_ in {"prep", "mark"} for token in rest)
    tells = any(token.pos_ in {"VERB", "AUX"} for token in rest) or _ABOUT.match(
        " ".join(token.lower_ for token in rest)
    )
    if not (asks or tells):
        return ToSay("news", context) if context and verb.lemma_ != "talk" else None
    whether = rest[0].lower_ in {"if", "whether"} and len(rest) > 1
    words = f"{rest[0].lower_} {spoken(rest[1:], target)}" if whether else spoken(rest, target)
    if verb.lemma_ == "ask" or (words.startswith("to ") and not words.startswith("to stop ")):
        return _asked(words, context)
    if _ABOUT.match(words):
        return ToSay("ask", (f"I'd like to talk with you {words}.", *context), request=_TIME)
    if verb.lemma_ == "talk" or _THEIRS.match(words):  # what they do is no news to them, but a grievance
        return None
    known = (
        spoken(more, target)
        if more
        else next(filter(None, (_of_the_other(one, verb, rest, target) for one in found)), "")
    )
    return ToSay("news", (sentence(words), *context), known=_short(known))


def _asked(words: str, context: tuple[str, ...]) -> ToSay | None:
    first, _, rest = words.partition(" ")
    if first == "to" and _OWN_LEAVE.match(rest):  # "ask my boss to go down to four days"
        return ToSay("ask", (f"I'd like to ask you if I can {rest}.", *context))
    if first == "to" and rest:
        return ToSay("ask", context, request=f"Would you {rest}?")
    if first in {"for", "if", "whether", "about"}:
        return ToSay("ask", (f"I'd like to ask you {words}.", *context))
    return None


def _short(words: str) -> str:
    return words.replace("you have ", "you've ").replace("you are ", "you're ")


def _is_more(clause: Clause, verb: Token, rest: Sequence[Token]) -> bool:
    """A fact of the writer's beside what is to be told: no doubt about how to say it, no feeling."""
    inside = {token.i for token in clause.tokens}
    of_it = verb.i in inside or any(token.i in inside for token in rest[:2])
    dread = any(child.lower_ in _DREAD for child in clause.head.children)
    unsure = clause.head.lemma_ in {"know", "feel", "dread", "worry", "think"} and clause.head.tag_ != "VBG" or dread
    thing = clause.subject is not None and clause.subject.pos_ == "NOUN" and not is_other(clause.subject)
    return (clause.about_me or thing) and not of_it and not unsure


def _of_the_other(clause: Clause, verb: Token, rest: Sequence[Token], target: Target) -> str:
    """A fact of the one who is told, beside what is told: "they remortgaged for it"."""
    inside = {token.i for token in clause.tokens}
    subject = clause.subject
    if (
        subject is None
        or subject.lower_ not in target.pronouns
        or verb.i in inside
        or any(token.i in inside for token in rest)
    ):
        return ""
    seen = observe(clause, Place(target, frozenset(), 0, 0))
    return seen.text if seen is not None and seen.to_you else ""


def _somebody(noun: Token) -> bool:
    """Rather a person than a thing: one tells the band and asks the landlord, and tells a story and asks a favour."""
    return noun.lemma_.lower() not in _THINGS and noun.lower_ not in {"it", "this", "that"}


def _without_brackets(rest: Sequence[Token]) -> list[Token]:
    """What is said beside it goes: "my daughter (she's 9) that the dog isn't coming home"."""
    kept, depth = [], 0
    for token in rest:
        depth += (token.text == "(") - (token.text == ")")
        if not depth and token.text != ")":
            kept.append(token)
    return kept
